/** Registers `<hn-contacts>`. */
import { HnContactsElement } from '../elements/contacts/contacts.js';
import { defineElement } from './define-element.js';

defineElement('hn-contacts', HnContactsElement);

export { HnContactsElement };
