import type { Catalogue } from '../catalogue.js';
import { dates } from '../generated/dates.en.js';
import { templates } from '../generated/en.js';

export const catalogue: Catalogue = { lang: 'en', units: templates, dates };
