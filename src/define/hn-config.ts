/** Registers `<hn-config>`. */
import { HnConfigElement } from '../elements/config/config.js';
import { defineElement } from './define-element.js';

defineElement('hn-config', HnConfigElement);

export { HnConfigElement };
