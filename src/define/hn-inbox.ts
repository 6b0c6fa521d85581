/** Registers `<hn-inbox>`. */
import { HnInboxElement } from '../elements/inbox/inbox.js';
import { defineElement } from './define-element.js';

defineElement('hn-inbox', HnInboxElement);

export { HnInboxElement };
