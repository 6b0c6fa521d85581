/** A resident's appointments, and the slots that are free for more. */
import { routes } from '../../contract/routes/index.js';
import {
  askedToMove,
  cancelAction,
  cancelled,
  moved,
  placeOf,
  refusalFor,
  requestAction,
  rescheduleAction,
  timeOf,
  titleOf,
} from '../../rules/appointments.js';
import type { AppointmentChange, AppointmentRow, PeriodRow, SlotRow } from '../../storage/appointments.js';
import { StorageError } from '../../storage/errors.js';
import type { AccessRow, ContactRow, Store } from '../../storage/storage.js';
import { logResident, recorded } from '../access-log.js';
import type { Call, Mount } from '../endpoint.js';
import { pageOf } from '../paging.js';
import { appointmentOf, slotOf, withContacts } from '../present/appointment.js';
import { invalid, Problem } from '../problem.js';
import { readerOf } from '../reader.js';
import { checkVersion, versionHeaders } from '../version.js';
import { asResident } from '../visitor.js';

export function mountAppointments(mount: Mount): void {
  mount(routes.listAppointments, async (call) => {
    const { party } = asResident(call.visitor);
    const { contactId, order } = call.query;
    const filter = {
      personId: party.personId,
      ...periodOf(call.query),
      ...(contactId === undefined ? {} : { contactIds: [contactId] }),
    };
    return recorded(call, 'appointments-read', async (store) => {
      const { items, next } = await store.listAppointments(filter, order ?? 'asc', pageOf(call.query));
      const rows = await withContacts(store, items);
      return {
        body: { items: rows.map(([row, contact]) => appointmentOf(row, contact, readerOf(call))), next },
      };
    });
  });

  mount(routes.getAppointment, async (call) =>
    recorded(call, 'appointments-read', async (store) => {
      const [row, contact] = await ownAppointment(store, call, call.params.id);
      return answerOf(call, row, contact);
    }),
  );

  mount(routes.cancelAppointment, cancelAppointment);
  mount(routes.rescheduleAppointment, rescheduleAppointment);
  mount(routes.requestAppointment, requestAppointment);

  mount(routes.listSlots, async (call) => {
    const { contactId, kind, from, to } = call.query;
    const contact = await receivedContact(call, contactId);
    // What may not be asked for is not free.
    if (!requestAction(contact, readerOf(call)).allowed) return { body: { items: [], next: null } };
    const { items, next } = await call.store.listFreeSlots(
      { contactId, kind, from: Math.max(Date.parse(from), call.now + 1), to: Date.parse(to) },
      pageOf(call.query),
    );
    return { body: { items: items.map((row) => slotOf(row, call.lang)), next } };
  });
}

/** What lists of appointments are narrowed down by. */
export function periodOf<Status>({
  from,
  to,
  status,
}: {
  from?: string | undefined;
  to?: string | undefined;
  status?: Status | undefined;
}) {
  return {
    ...(from === undefined ? {} : { from: Date.parse(from) }),
    ...(to === undefined ? {} : { to: Date.parse(to) }),
    ...(status === undefined ? {} : { status }),
  };
}

/** News of an appointment, for everybody whom it concerns. */
export const aboutAppointment = ({ id, personId, contactId }: AppointmentRow) =>
  ({ about: 'person', personId, scope: 'appointments', contactId, type: 'appointment', id }) as const;

/**
 * Changes what still is as it was read; gives it as it is now.
 *
 * @throws Problem `stale`, `slot-taken`
 */
export async function change(
  store: Store,
  row: AppointmentRow,
  changed: AppointmentChange,
): Promise<AppointmentRow> {
  const done = await store.updateAppointment(row.id, row.version, changed).catch(slotGone);
  if (!done) throw new Problem('stale');
  return { ...row, ...changed, version: row.version + 1 };
}

/**
 * A slot that can still be taken, by whom the storage says in the end.
 *
 * @throws Problem `invalid` for one of another service or kind; `slot-taken` for one that is gone or has begun
 */
export async function openSlot(
  store: Store,
  id: string,
  { contactId, kind, now }: Pick<SlotRow, 'contactId' | 'kind'> & { now: number },
): Promise<SlotRow> {
  const slot = await store.getSlot(id);
  if (slot && (slot.contactId !== contactId || slot.kind !== kind)) throw invalid('/slotId');
  if (!slot || slot.start <= now) throw new Problem('slot-taken');
  return slot;
}

/** A slot that is withdrawn at this very moment cannot be had either: nothing else that a row names can go. */
export function slotGone(fault: unknown): never {
  const isGone = fault instanceof StorageError && fault.code === 'missing-reference';
  throw isGone ? new Problem('slot-taken') : fault;
}

/** Change, log entry, hint and answer in one transaction. */
async function cancelAppointment(call: Call<typeof routes.cancelAppointment>) {
  const { store, body, now } = call;
  const [row, contact] = await ownAppointment(store, call, call.params.id);
  checkVersion(call, row.version);
  const { allowed, reason } = cancelAction(row, contact, readerOf(call));
  if (!allowed) throw new Problem(refusalFor(reason));
  if (!contact.cancelReasons.some(({ id }) => id === body.reasonId)) throw invalid('/reasonId');
  const message = body.message ?? null;
  if (message !== null && !contact.cancelMessage) throw invalid('/message');

  const after = await change(store, row, cancelled(row, { reasonId: body.reasonId, message }, now));
  const what = after.status === 'cancelled' ? 'appointment-withdrawn' : 'appointment-cancelled';
  return done(call, what, after, contact);
}

async function rescheduleAppointment(call: Call<typeof routes.rescheduleAppointment>) {
  const { store, body, now } = call;
  const [row, contact] = await ownAppointment(store, call, call.params.id);
  checkVersion(call, row.version);
  const { allowed, reason } = rescheduleAction(row, contact, readerOf(call));
  if (!allowed) throw new Problem(refusalFor(reason));

  if ('slotId' in body) {
    const slot = await openSlot(store, body.slotId, { ...row, now });
    const after = await change(store, row, moved(row, timeOf(slot), now));
    return done(call, 'appointment-moved', after, contact);
  }
  const wish = { wishes: body.wishes, preferred: preferredOf(body.preferred, now) };
  return done(call, 'appointment-move-asked', await change(store, row, askedToMove(row, wish, now)), contact);
}

async function requestAppointment(call: Call<typeof routes.requestAppointment>) {
  const { store, body, services, now } = call;
  const { party } = asResident(call.visitor);
  const contact = await receivedContact(call, body.contactId);
  const { kind, slotId } = body;
  if (!contact.requests.some((request) => request.kind === kind)) throw invalid('/kind');
  if (!requestAction(contact, readerOf(call)).allowed) throw new Problem('not-allowed');

  const slot =
    slotId === undefined ? null : await openSlot(store, slotId, { contactId: contact.id, kind, now });
  const row: AppointmentRow = {
    ...newAppointment(services.newId(), { personId: party.personId, contact, kind, now }),
    ...(slot
      ? timeOf(slot)
      : { wishes: body.wishes ?? null, preferred: preferredOf(body.preferred ?? [], now) }),
    status: slot ? 'booked' : 'requested',
  };
  await store.insertAppointment(row).catch(slotGone);
  const made = await done(call, slot ? 'appointment-booked' : 'appointment-asked', row, contact);
  const Location = `/api/appointments/${encodeURIComponent(row.id)}`;
  return { ...made, status: 201, headers: { ...made.headers, Location } };
}

/** One of which nothing is decided yet. */
export const newAppointment = (
  id: string,
  {
    personId,
    contact,
    kind,
    now,
  }: { personId: string; contact: ContactRow; now: number } & Pick<SlotRow, 'kind'>,
): AppointmentRow => ({
  id,
  personId,
  contactId: contact.id,
  kind,
  title: titleOf(kind, contact),
  start: null,
  end: null,
  window: false,
  status: 'requested',
  place: placeOf(kind, contact),
  practitioner: null,
  preparation: null,
  wishes: null,
  preferred: [],
  cancelReasonId: null,
  cancelMessage: null,
  decision: null,
  completedAt: null,
  slotId: null,
  createdAt: now,
  updatedAt: now,
  version: 1,
});

/** @throws Problem `invalid` for a period that ends before it begins, or has ended */
function preferredOf(preferred: readonly { from: string; to: string }[], now: number): PeriodRow[] {
  return preferred.map((period, index) => {
    const from = Date.parse(period.from);
    const to = Date.parse(period.to);
    if (to <= from || to <= now) throw invalid(`/preferred/${index}/to`);
    return { from, to };
  });
}

/** @throws Problem `not-found`, also for a service that the person does not receive */
async function receivedContact(call: Pick<Call, 'store' | 'visitor'>, id: string): Promise<ContactRow> {
  const received = await call.store.receivesService(asResident(call.visitor).party.personId, id);
  const contact = received ? await call.store.getContact(id) : null;
  if (!contact) throw new Problem('not-found');
  return contact;
}

/** @throws Problem `not-found`, also for what belongs to others */
async function ownAppointment(store: Store, call: Pick<Call, 'visitor'>, id: string) {
  const row = await store.getAppointment(id);
  if (row?.personId !== asResident(call.visitor).party.personId) throw new Problem('not-found');
  const [found] = await withContacts(store, [row]);
  return found as readonly [AppointmentRow, ContactRow];
}

function answerOf(call: Pick<Call, 'visitor' | 'lang' | 'now'>, row: AppointmentRow, contact: ContactRow) {
  const body = appointmentOf(row, contact, readerOf(call));
  return { headers: versionHeaders(body), body };
}

/** Whoever it concerns hears of it, it stands in the log, and the caller gets it as it is now. */
async function done(
  call: Pick<Call, 'store' | 'services' | 'visitor' | 'lang' | 'now' | 'tell'>,
  what: AccessRow['what'],
  row: AppointmentRow,
  contact: ContactRow,
) {
  await logResident(call.store, call, { what, personId: row.personId, threadId: null });
  call.tell(aboutAppointment(row));
  return answerOf(call, row, contact);
}
