/** Appointments and slots for tests, straight into the storage; and how a resident asks for changes. */
import type { AppointmentRow, SlotRow } from '../../../../server/storage/appointments.js';
import { NOW } from './people.js';
import { hours } from './times.js';
import type { Ask, Reply, World } from './world.js';

/** Thursday 26 November 2026, 09:00 in Oslo: two days on. */
export const THURSDAY = NOW + hours(48);

/** A home visit of Anna's, to begin between nine and eleven on Thursday. */
export async function putAppointment(
  { storage }: Pick<World, 'storage'>,
  over: Partial<AppointmentRow> = {},
): Promise<AppointmentRow> {
  const row: AppointmentRow = {
    id: 'visit',
    personId: 'anna',
    contactId: 'home-care',
    kind: 'consultation',
    title: { nb: 'Morgenstell', en: 'Morning care' },
    start: THURSDAY,
    end: THURSDAY + hours(2),
    window: true,
    status: 'booked',
    place: { type: 'home', text: { nb: 'Hjemme hos deg', en: 'At your home' }, url: null },
    practitioner: { role: { nb: 'Sykepleier', en: 'Nurse' }, name: 'Amina Prøve' },
    preparation: null,
    wishes: null,
    preferred: [],
    cancelReasonId: null,
    cancelMessage: null,
    decision: null,
    completedAt: null,
    slotId: null,
    createdAt: NOW - hours(100),
    updatedAt: NOW - hours(100),
    version: 1,
    ...over,
  };
  await storage.insertAppointment(row);
  return row;
}

/** A free half hour with Henrik on Friday. */
export async function putSlot(
  { storage }: Pick<World, 'storage'>,
  over: Partial<SlotRow> = {},
): Promise<SlotRow> {
  const start = over.start ?? NOW + hours(72);
  const row: SlotRow = {
    id: 'slot',
    contactId: 'physio',
    kind: 'consultation',
    start,
    end: start + hours(0.5),
    place: { type: 'clinic', text: { nb: 'Rom 2', en: 'Room 2' }, url: null },
    practitioner: { role: { nb: 'Fysioterapeut', en: 'Physiotherapist' }, name: 'Henrik Prøve' },
    ...over,
  };
  await storage.putSlot(row);
  return row;
}

/** An appointment with Henrik, in a slot of its own. */
export async function putTherapy(world: Pick<World, 'storage'>, over: Partial<AppointmentRow> = {}) {
  const slot = await putSlot(world, { id: 'old', start: THURSDAY });
  return putAppointment(world, {
    id: 'therapy',
    contactId: 'physio',
    window: false,
    start: slot.start,
    end: slot.end,
    place: slot.place,
    practitioner: slot.practitioner,
    slotId: slot.id,
    ...over,
  });
}

/** As who has read version 1, unless `version` says otherwise; null sends none. */
export function changeAppointment(
  world: World,
  path: string,
  body: object,
  { version = 1, ...ask }: Ask & { version?: number | string | null } = { as: 'anna' },
): Promise<Reply> {
  const headers: Record<string, string> = version === null ? {} : { 'If-Match': `"${version}"` };
  return world.ask('POST', path, { body, ...ask, headers: { ...headers, ...ask.headers } });
}

export const ILL = { reasonId: 'ill' };

export const cancel = (world: World, ask?: Parameters<typeof changeAppointment>[3], body: object = ILL) =>
  changeAppointment(world, '/api/appointments/visit/cancel', body, ask);

export const freeSlots = async (world: World, ask: Ask = { as: 'anna' }): Promise<string[]> => {
  const query = 'contactId=physio&kind=consultation&from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z';
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body }: Reply = await world.ask(
      'GET',
      `/api/slots?${query}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      ask,
    );
    ids.push(...body.items.map(({ id }) => id));
    cursor = body.next;
  }
  return ids;
};

export const WISH = {
  wishes: 'Helst før lunsj.',
  preferred: [{ from: '2026-12-01T08:00:00+01:00', to: '2026-12-01T12:00:00+01:00' }],
};

export const requestAppointment = (world: World, over: object = {}, ask: Ask = { as: 'anna' }) =>
  world.ask('POST', '/api/appointments', {
    body: { contactId: 'physio', kind: 'consultation', ...over },
    ...ask,
  });
