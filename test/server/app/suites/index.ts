import type { Suite } from '../support/suite.js';
import { appointmentRaces } from './appointment-races.js';
import { appointments } from './appointments.js';
import { booking } from './booking.js';
import { conversing } from './conversing.js';
import { events } from './events.js';
import { files } from './files.js';
import { naming } from './naming.js';
import { contactsSuite, conversations, staffSide } from './reading.js';
import { proxies } from './proxies.js';
import { notificationSettings } from './notification-settings.js';
import { proxiesAtOnce } from './proxies-at-once.js';
import { proxyReceipts } from './proxy-receipts.js';
import { searching } from './searching.js';
import { sending } from './sending.js';
import { bothSides } from './both-sides.js';
import { loggingIn, sessions } from './sessions.js';
import { staffAppointments } from './staff-appointments.js';
import { staffing } from './staffing.js';
import { verification } from './verification.js';

/** All that holds on any storage. */
export const suites: Record<string, Suite> = {
  'logging in': loggingIn,
  sessions,
  contacts: contactsSuite,
  conversations,
  sending,
  'in a conversation': conversing,
  searching,
  appointments,
  'asking for an appointment': booking,
  'appointments under a rush': appointmentRaces,
  files,
  'which notices, and where to': notificationSettings,
  'proving an address': verification,
  'the staff side': staffSide,
  'what staff do': staffing,
  'what staff do with appointments': staffAppointments,
  'a resident and staff in one browser': bothSides,
  'powers of attorney': proxies,
  'receipts of powers of attorney': proxyReceipts,
  'naming whom one gives it to': naming,
  'powers of attorney at once': proxiesAtOnce,
  events,
};
