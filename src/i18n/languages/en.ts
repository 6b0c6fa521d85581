import { dates } from '../generated/dates.en.js';
import { templates } from '../generated/en.js';
import type { Catalogue } from '../types.js';

export const catalogue: Catalogue = { lang: 'en', units: templates, dates };
