import { dates } from '../generated/dates.nn.js';
import { templates } from '../generated/nn.js';
import type { Catalogue } from '../types.js';

export const catalogue: Catalogue = { lang: 'nn', units: templates, dates };
