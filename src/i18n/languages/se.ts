import { dates } from '../generated/dates.se.js';
import { templates } from '../generated/se.js';
import type { Catalogue } from '../types.js';

export const catalogue: Catalogue = { lang: 'se', units: templates, dates };
