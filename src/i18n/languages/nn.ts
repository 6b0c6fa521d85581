import type { Catalogue } from '../catalogue.js';
import { dates } from '../generated/dates.nn.js';
import { templates } from '../generated/nn.js';

export const catalogue: Catalogue = { lang: 'nn', units: templates, dates };
