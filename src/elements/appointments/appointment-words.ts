export { dayWords, timeWords } from '../../i18n/index.js';
