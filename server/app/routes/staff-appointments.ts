/** The other side of appointments: staff decide, book, register what took place, and offer times. */
import type { NoticeEvent } from '../../../src/backend/types.js';
import { routes } from '../../contract/routes/index.js';
import {
  accepted,
  calledOff,
  canCallOff,
  canComplete,
  canDecide,
  canMiss,
  canSetTime,
  completed,
  declined,
  missed,
  needsTime,
  placeOf,
  timeOf,
  timeSet,
  type Time,
} from '../../rules/appointments.js';
import { givesVisitNotice } from '../../rules/notices.js';
import { inLanguage } from '../../rules/words.js';
import { LONGEST_APPOINTMENT, type AppointmentRow, type SlotRow } from '../../storage/appointments.js';
import type { AccessRow, ContactRow, Store } from '../../storage/storage.js';
import { logStaff } from '../access-log.js';
import type { Call, Mount } from '../endpoint.js';
import { notify } from '../notices.js';
import { pageOf } from '../paging.js';
import { sharedOf, slotOf, withContacts } from '../present/appointment.js';
import { residentOf, residentsOf } from '../present/resident.js';
import { invalid, Problem } from '../problem.js';
import { checkVersion, versionHeaders } from '../version.js';
import { asStaff } from '../visitor.js';
import { aboutAppointment, change, newAppointment, openSlot, periodOf, slotGone } from './appointments.js';

/** A call of any operation, as far as the helpers here look at it. */
type StaffCall = Pick<Call, 'services' | 'visitor' | 'store' | 'lang' | 'now' | 'tell'>;

export function mountStaffAppointments(mount: Mount): void {
  mount(routes.listStaffAppointments, async (call) => {
    const { contactId, order } = call.query;
    const contactIds =
      contactId === undefined ? asStaff(call.visitor).staff.contactIds : [servedId(call, contactId)];
    const filter = { contactIds, ...periodOf(call.query) };
    const { items, next } = await call.store.listAppointments(filter, order ?? 'asc', pageOf(call.query));
    return { body: { items: await present(call.store, call, items), next } };
  });

  mount(routes.getStaffAppointment, async (call) =>
    call.services.storage.transaction(async (store) => {
      const row = await served(store, call, call.params.id);
      await logged(store, call, 'appointment-opened', row);
      return answerOf(store, call, row);
    }),
  );

  mount(routes.decideAppointment, decideAppointment);
  mount(routes.completeVisit, completeVisit);
  mount(routes.callOffAppointment, callOffAppointment);
  mount(routes.setAppointmentTime, setAppointmentTime);
  mount(routes.registerNoShow, registerNoShow);
  mount(routes.bookAppointment, bookAppointment);

  mount(routes.listStaffSlots, async (call) => {
    const { kind, from, to } = call.query;
    const { items, next } = await call.store.listFreeSlots(
      {
        contactId: servedId(call, call.query.contactId),
        ...(kind === undefined ? {} : { kind }),
        from: from === undefined ? call.now : Date.parse(from),
        to: to === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(to),
      },
      pageOf(call.query),
    );
    return { body: { items: items.map((row) => staffSlotOf(call, row)), next } };
  });

  mount(routes.offerSlot, offerSlot);

  mount(routes.withdrawSlot, async (call) => {
    const slot = await call.store.getSlot(call.params.id);
    if (!slot) throw new Problem('not-found');
    servedId(call, slot.contactId);
    if (!(await call.store.deleteSlot(slot.id))) throw new Problem('slot-taken');
    return {};
  });
}

async function decideAppointment(call: Call<typeof routes.decideAppointment>) {
  const { store, body, now } = call;
  const row = await served(store, call, call.params.id);
  checkVersion(call, row.version);
  if (!canDecide(row)) throw new Problem('not-allowed');
  const reason = body.reason ?? null;
  if (body.outcome === 'declined') {
    const after = await change(store, row, declined(row, reason ?? '', now));
    return done(call, 'appointment-decided', after);
  }
  const time = needsTime(row) ? await timeGiven(call, row) : null;
  return done(call, 'appointment-decided', await change(store, row, accepted(row, { reason, time }, now)));
}

async function completeVisit(call: Call<typeof routes.completeVisit>) {
  const { store, body, now } = call;
  const row = await served(store, call, call.params.id);
  checkVersion(call, row.version);
  const at = body.at === undefined ? now : Date.parse(body.at);
  if (at > now) throw invalid('/at');
  if (!canComplete(row, at)) throw new Problem('not-allowed');
  const contact = await servedContact(call, row.contactId);
  const event = givesVisitNotice(row, contact, now) ? 'visit-completed' : null;
  return done(call, 'visit-registered', await change(store, row, completed(row, at, now)), event);
}

async function callOffAppointment(call: Call<typeof routes.callOffAppointment>) {
  const { store, body, now } = call;
  const row = await served(store, call, call.params.id);
  checkVersion(call, row.version);
  if (!canCallOff(row, now)) throw new Problem('not-allowed');
  return done(call, 'appointment-called-off', await change(store, row, calledOff(row, body.reason, now)));
}

async function setAppointmentTime(call: Call<typeof routes.setAppointmentTime>) {
  const { store, now } = call;
  const row = await served(store, call, call.params.id);
  checkVersion(call, row.version);
  if (!canSetTime(row, now)) throw new Problem('not-allowed');
  return done(
    call,
    'appointment-moved',
    await change(store, row, timeSet(row, await timeGiven(call, row), now)),
  );
}

async function registerNoShow(call: Call<typeof routes.registerNoShow>) {
  const { store, now } = call;
  const row = await served(store, call, call.params.id);
  checkVersion(call, row.version);
  if (!canMiss(row, now)) throw new Problem('not-allowed');
  return done(call, 'no-show-registered', await change(store, row, missed(row, now)));
}

async function bookAppointment(call: Call<typeof routes.bookAppointment>) {
  const { store, services, body, now } = call;
  const { kind, residentId: personId, title, preparation } = body;
  const contact = await servedContact(call, body.contactId);
  if (!(await store.receivesService(personId, contact.id))) throw new Problem('not-found');
  const bare = newAppointment(services.newId(), { personId, contact, kind, now });
  const row: AppointmentRow = {
    ...bare,
    ...(await timeGiven(call, bare)),
    status: 'booked',
    ...(title === undefined ? {} : { title: { nb: title.trim() } }),
    preparation: preparation === undefined ? null : { nb: preparation },
  };
  await store.insertAppointment(row).catch(slotGone);
  const made = await done(call, 'appointment-booked', row);
  const Location = `/api/staff/appointments/${encodeURIComponent(row.id)}`;
  return { ...made, status: 201, headers: { ...made.headers, Location } };
}

async function offerSlot(call: Call<typeof routes.offerSlot>) {
  const { store, services, body } = call;
  const contact = await servedContact(call, body.contactId);
  if (!contact.requests.some(({ kind, slots }) => slots && kind === body.kind)) throw invalid('/kind');
  const { role, name } = asStaff(call.visitor).staff;
  const place = placeOf(body.kind, contact);
  const slot: SlotRow = {
    id: services.newId(),
    contactId: contact.id,
    kind: body.kind,
    ...plausible(body, call.now),
    place: body.place === undefined ? place : { ...place, text: { nb: body.place.trim() } },
    practitioner: { role, name },
  };
  await store.putSlot(slot);
  return { status: 201, body: staffSlotOf(call, slot) };
}

const staffSlotOf = (call: Pick<Call, 'lang'>, slot: SlotRow) => ({
  ...slotOf(slot, call.lang),
  contactId: slot.contactId,
  kind: slot.kind,
});

/**
 * The time that staff give: a slot, or any; then who gives it comes, unless somebody else was to.
 *
 * @throws Problem `invalid`, `slot-taken`
 */
async function timeGiven(
  call: Pick<Call, 'store' | 'visitor' | 'now'> & {
    body: {
      slotId?: string | undefined;
      start?: string | undefined;
      end?: string | undefined;
      window?: boolean | undefined;
    };
  },
  row: AppointmentRow,
): Promise<Time> {
  const { slotId, start, end, window = false } = call.body;
  if (slotId !== undefined) return timeOf(await openSlot(call.store, slotId, { ...row, now: call.now }));
  if (start === undefined || end === undefined) throw invalid('/start', 'required');
  const { role, name } = asStaff(call.visitor).staff;
  return {
    ...plausible({ start, end }, call.now),
    window,
    place: row.place,
    practitioner: row.practitioner ?? { role, name },
    slotId: null,
  };
}

/** @throws Problem `invalid` for what does not lie before one, or ends before it begins, or lasts for weeks */
function plausible(period: { start: string; end: string }, now: number) {
  const start = Date.parse(period.start);
  const end = Date.parse(period.end);
  if (start <= now) throw invalid('/start');
  if (end <= start || end - start > LONGEST_APPOINTMENT) throw invalid('/end');
  return { start, end };
}

/** @throws Problem `not-found` for a service that this person does not work in */
function servedId(call: Pick<Call, 'visitor'>, contactId: string): string {
  if (!asStaff(call.visitor).staff.contactIds.includes(contactId)) throw new Problem('not-found');
  return contactId;
}

async function servedContact(call: Pick<Call, 'visitor' | 'store'>, id: string): Promise<ContactRow> {
  const contact = await call.store.getContact(servedId(call, id));
  if (!contact) throw new Problem('not-found');
  return contact;
}

async function served(store: Store, call: Pick<Call, 'visitor'>, id: string): Promise<AppointmentRow> {
  const row = await store.getAppointment(id);
  if (!row) throw new Problem('not-found');
  servedId(call, row.contactId);
  return row;
}

const logged = (store: Store, call: StaffCall, what: AccessRow['what'], { personId }: AppointmentRow) =>
  logStaff(store, call, asStaff(call.visitor), { what, personId, threadId: null });

async function present(store: Store, call: Pick<Call, 'lang'>, rows: readonly AppointmentRow[]) {
  const { lang } = call;
  const [pairs, residents] = await Promise.all([withContacts(store, rows), residentsOf(store, rows)]);
  return pairs.map(([row, contact]) => {
    const reason = contact.cancelReasons.find(({ id }) => id === row.cancelReasonId);
    return {
      ...sharedOf(row, contact, lang),
      resident: residentOf(row.personId, residents),
      cancelReason: reason ? { id: reason.id, label: inLanguage(reason.label, lang) } : null,
      message: row.cancelMessage,
    };
  });
}

async function answerOf(store: Store, call: Pick<Call, 'lang'>, row: AppointmentRow) {
  const [body] = await present(store, call, [row]);
  return { headers: versionHeaders({ version: String(row.version) }), body };
}

/** The resident's side and the staff's hear of it, it stands in the log, and the caller gets it as it is now. */
async function done(
  call: StaffCall,
  what: AccessRow['what'],
  row: AppointmentRow,
  event: NoticeEvent | null = 'appointment',
) {
  const { store } = call;
  const { id, version, personId } = row;
  if (event) await notify(store, call, { event, causeId: `${id}/${version}`, personId });
  await logged(store, call, what, row);
  call.tell(aboutAppointment(row));
  return answerOf(store, call, row);
}
