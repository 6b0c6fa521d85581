import type { HnAppointmentsElement } from '../../../src/elements/appointments/appointments.js';
import { APPOINTMENTS, SERVICES, SLOTS } from '../../support/appointment-data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { showWidget } from '../../support/page.js';

export const withAppointments = (of: Parameters<typeof fakeBackend>[0] = {}): FakeBackend =>
  fakeBackend({ contacts: SERVICES, appointments: [...APPOINTMENTS], slots: [...SLOTS], ...of });

export const widgetOf = (
  backend: FakeBackend,
  attributes: Record<string, string> = {},
): Promise<HnAppointmentsElement> => showWidget('hn-appointments', backend, attributes);
