/** Texts, dates and numbers in four languages. The one place that touches `@lit/localize`. */
export {
  type Catalogue,
  type TextOverrides,
  currentLanguage,
  loadCatalogue,
  loadedCatalogue,
  resolveLanguage,
  sourceCatalogue,
  withCatalogue,
  withTexts,
} from './catalogue.js';
export { type PluralForms, msg, plural, str } from './msg.js';
