import type { Store } from '../storage.js';
import { appointmentsStore } from './appointments.js';
import { hintsStore } from './hints.js';
import { messagesStore } from './messages.js';
import { noticesStore } from './notices.js';
import { peopleStore } from './people.js';
import { powersStore } from './powers.js';
import { sessionsStore } from './sessions.js';
import type { Tables } from './tables.js';
import { threadsStore } from './threads.js';

/** Every call does its work in one go, so calls do not mix. */
export const memoryStore = (tables: Tables): Store => ({
  ...peopleStore(tables),
  ...powersStore(tables),
  ...threadsStore(tables),
  ...messagesStore(tables),
  ...appointmentsStore(tables),
  ...sessionsStore(tables),
  ...noticesStore(tables),
  ...hintsStore(tables),
});
