/** Registers every public tag. */
import { define } from './define/define-all.js';

define();

export { define };
export type { DefineOptions } from './define/define-element.js';
