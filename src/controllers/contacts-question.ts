import type { Contact, Page } from '../backend/types.js';
import type { Question } from './query.js';

/** As many services as a backend gives at once: all that a person has. */
export const ALL_CONTACTS = 200;

/** The services that the person has: one question, whichever of a page's widgets asks it. */
export const contactsQuestion: Question<Page<Contact>> = {
  key: ['contacts'],
  load: (backend, options) => backend.listContacts({ ...options, limit: ALL_CONTACTS }),
  hints: ['message'],
};
