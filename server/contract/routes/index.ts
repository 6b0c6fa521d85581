/** Every operation of the contract: under its name, and as a list. */
import type { Operation } from '../operation.js';
import * as appointments from './appointments.js';
import * as contacts from './contacts.js';
import * as document from './document.js';
import * as events from './events.js';
import * as municipalities from './municipalities.js';
import * as notificationSettings from './notification-settings.js';
import * as proxies from './proxies.js';
import * as session from './session.js';
import * as staff from './staff.js';
import * as staffAppointments from './staff-appointments.js';
import * as threads from './threads.js';

export const routes = {
  ...session,
  ...municipalities,
  ...contacts,
  ...appointments,
  ...threads,
  ...proxies,
  ...notificationSettings,
  ...events,
  ...staff,
  ...staffAppointments,
  ...document,
};

export type OperationId = keyof typeof routes;

/** Every operation, in the order of the document. */
export const operations: readonly Operation[] = Object.values(routes);
