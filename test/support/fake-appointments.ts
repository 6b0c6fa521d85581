import type { ChangeOptions, ListOptions, VersionedOptions } from '../../src/backend/backend.js';
import { BackendError } from '../../src/backend/errors.js';
import type { Appointment, AppointmentKind, Page, Period, Slot } from '../../src/backend/types.js';
import { visit } from './appointments.js';
import { pageOf } from './page-of.js';

type Booking = { slotId: string } | { wishes: string; preferred: Period[] };

/** What was asked for, with its key. */
export interface AskedFor {
  method: 'cancel' | 'reschedule' | 'request';
  id: string | null;
  change: unknown;
  key: string | undefined;
}

/** The appointments of a fake backend. */
export interface FakeAppointments {
  appointments: Appointment[];
  slots: Slot[];
  readonly asked: AskedFor[];
}

const beginning = ({ start, decision }: Appointment): number => Date.parse(start ?? decision?.at ?? '') || 0;
const ending = ({ end, start, decision }: Appointment): number =>
  Date.parse(end ?? start ?? decision?.at ?? '') || Infinity;

const inOrder = (a: Appointment, b: Appointment): number =>
  beginning(a) - beginning(b) || (a.id < b.id ? -1 : 1);

/** The methods of a backend that are about appointments, over what `fake` holds. */
export function appointmentMethods(fake: FakeAppointments) {
  const of = (id: string): Appointment => {
    const found = fake.appointments.find((one) => one.id === id);
    if (!found) throw new BackendError('not-found', { status: 404 });
    return found;
  };
  const put = (now: Appointment): Appointment => {
    fake.appointments = [...fake.appointments.filter(({ id }) => id !== now.id), now];
    return now;
  };
  const change = (
    id: string,
    version: string,
    to: (one: Appointment) => Partial<Appointment>,
  ): Appointment => {
    const one = of(id);
    if (version !== one.version) throw new BackendError('stale', { status: 412 });
    return put({ ...one, ...to(one), version: String(Number(one.version) + 1) });
  };
  const take = (slotId: string): Partial<Appointment> => {
    const slot = fake.slots.find(({ id }) => id === slotId);
    if (!slot) throw new BackendError('slot-taken', { status: 409 });
    fake.slots = fake.slots.filter((one) => one !== slot);
    const { start, end, place, practitioner } = slot;
    return { start, end, place, practitioner, window: false, status: 'booked' };
  };
  const asked = { allowed: false, until: null, reason: 'already-requested', text: null } as const;
  return {
    listAppointments: (
      { from, to, contactId, order }: { from?: string; to?: string; contactId?: string; order?: string },
      options?: ListOptions,
    ): Page<Appointment> => {
      const found = fake.appointments
        .filter(
          (one) =>
            (!contactId || one.contact.id === contactId) &&
            (!from || ending(one) > Date.parse(from) || beginning(one) >= Date.parse(from)) &&
            (!to || (beginning(one) > 0 && beginning(one) < Date.parse(to))),
        )
        .sort(inOrder);
      return pageOf(order === 'desc' ? found.reverse() : found, options);
    },
    getAppointment: of,
    cancelAppointment: (id: string, body: { reasonId: string; message?: string }, o: VersionedOptions) => {
      fake.asked.push({ method: 'cancel', id, change: body, key: o.idempotencyKey });
      return change(id, o.version, ({ status }) => ({
        status: status === 'requested' ? 'cancelled' : 'cancel-requested',
        cancel: asked,
        reschedule: asked,
      }));
    },
    rescheduleAppointment: (id: string, body: Booking, o: VersionedOptions) => {
      fake.asked.push({ method: 'reschedule', id, change: body, key: o.idempotencyKey });
      return change(id, o.version, () =>
        'slotId' in body
          ? take(body.slotId)
          : { ...body, status: 'reschedule-requested', cancel: asked, reschedule: asked },
      );
    },
    requestAppointment: (
      body: {
        contactId: string;
        kind: AppointmentKind;
        slotId?: string;
        wishes?: string;
        preferred?: Period[];
      },
      o?: ChangeOptions,
    ) => {
      fake.asked.push({ method: 'request', id: null, change: body, key: o?.idempotencyKey });
      const { contactId, kind, slotId, wishes = null, preferred = [] } = body;
      const contact = { ...visit().contact, id: contactId };
      const asks = {
        start: null,
        end: null,
        window: false,
        status: 'requested' as const,
        practitioner: null,
      };
      return put(
        visit({
          id: `new-${fake.asked.length}`,
          contact,
          kind,
          title: 'Ny time',
          wishes,
          preferred,
          ...(slotId ? take(slotId) : asks),
        }),
      );
    },
    listSlots: (): Page<Slot> => pageOf(fake.slots, { limit: 200 }),
  };
}
