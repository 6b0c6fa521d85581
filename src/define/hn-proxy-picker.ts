/** Registers `<hn-proxy-picker>`. */
import { HnProxyPickerElement } from '../elements/proxy-picker/proxy-picker.js';
import { defineElement } from './define-element.js';

defineElement('hn-proxy-picker', HnProxyPickerElement);

export { HnProxyPickerElement };
