import type { Catalogue } from '../catalogue.js';
import { dates } from '../generated/dates.se.js';
import { templates } from '../generated/se.js';

export const catalogue: Catalogue = { lang: 'se', units: templates, dates };
