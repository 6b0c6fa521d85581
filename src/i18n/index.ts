/** Texts, dates and numbers in four languages. The one place that touches `@lit/localize`. */
export {
  currentLanguage,
  loadCatalogue,
  loadedCatalogue,
  resolveLanguage,
  sourceCatalogue,
  withCatalogue,
  withTexts,
} from './catalogue.js';
export { type PluralForms, msg, plain, plural, str, together } from './msg.js';
export {
  type DateStyle,
  capitalise,
  dayInSentence,
  formatDate,
  formatDayAndTime,
  formatTime,
  formatTimes,
  formatWeekdays,
  momentInSentence,
  relativeDay,
  weekdayName,
} from './dates.js';
export { formatList, formatRange } from './lists.js';
export { formatBytes, formatNumber } from './numbers.js';
export { holidayName, openingText } from './opening.js';
export type { Catalogue, TextOverrides } from './types.js';
