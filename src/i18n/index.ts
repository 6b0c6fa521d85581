/**
 * Texts, dates and numbers in four languages. The one place that touches `@lit/localize`.
 *
 * `catalogue` has the languages, `msg` and `plural` the texts. The rest is words for dates, times and numbers, in
 * files by when a widget needs them, so that what is loaded for the first sight stays small. First sight: `dates`,
 * and in their lists `list-dates` (inbox), `opens` (contacts), `appointment-dates` with `date-phrases`
 * (appointments). Later, when something is opened: `appointment-phrases`, `opening`, `numbers`.
 */
export {
  currentCatalogue,
  loadCatalogue,
  loadedCatalogue,
  resolveLanguage,
  sourceCatalogue,
  withCatalogue,
  withTexts,
} from './catalogue.js';
export { msg, plain, str, together } from './msg.js';
export { plural } from './plural.js';
export { clockTime, dayWords, timeWords } from './appointment-dates.js';
export {
  changeDeadlineText,
  completedText,
  momentWords,
  monthWords,
  shortTimes,
  weekWords,
} from './appointment-phrases.js';
export { capitalise, formatDayAndTime, formatTimes, formatWeekdays, relativeDay } from './date-phrases.js';
export { dayInSentence, formatDate, formatTime, momentInSentence, weekdayName } from './dates.js';
export { listDate } from './list-dates.js';
export { formatList } from './lists.js';
export { formatBytes, formatNumber } from './numbers.js';
export { holidayName, openingText } from './opening.js';
export { opensText } from './opens.js';
export type { Catalogue } from './types.js';
