import { nothing } from 'lit/html.js';

/**
 * The `lang` of an element whose whole content is `text`, set by `.textContent` and so without a marker of
 * Lit's: `msg` gives a text that is not translated as a template, which would else mark itself.
 */
export const langOf = (text: unknown): 'nb' | typeof nothing => (typeof text === 'object' ? 'nb' : nothing);
