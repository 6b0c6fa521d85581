/**
 * Appointments as staff have them: what residents have asked for and when they are visited, one that is
 * open, and the free times of a service. Holds what is known and does what is pressed; draws nothing.
 */
import { addDays, osloDate, osloToMs, toInstant } from '../../src/domain/oslo.js';
import * as api from './staff-api.js';

/** What stands beside the list. */
type Beside = 'appointment' | 'book' | 'slots';

export interface AppointmentsState {
  list: readonly api.StaffAppointment[];
  /** There are more than the list has. */
  hasMore: boolean;
  beside: Beside;
  open: api.StaffAppointment | null;
  /** Free times of the service that is open, or whose free times are shown. */
  slots: readonly api.StaffSlot[];
  /** The service whose free times are shown. */
  slotsOf: string | null;
  sending: boolean;
  /** How many were booked or offered: each in a form of its own. */
  made: number;
  /** What is wrong with what was sent. */
  problem: string | null;
  /** What has come of it. */
  done: string | null;
}

const PROBLEMS: Record<string, string> = {
  stale: 'Andre har endret timen imens. Her er den slik den er nå: se på den, og prøv igjen.',
  'slot-taken': 'Tiden er ikke ledig lenger. Velg en annen.',
  'not-allowed': 'Dette kan ikke gjøres med timen slik den er nå.',
  invalid: 'Noe av det som er fylt ut, kan ikke brukes. Se på dag, klokkeslett og type.',
  'not-found': 'Innbyggeren får ikke hjelp av denne tjenesten.',
};
const UNSENT = 'Det ble ikke sendt. Det som er skrevet, står her ennå. Prøv igjen.';

export const state: AppointmentsState = {
  list: [],
  hasMore: false,
  beside: 'appointment',
  open: null,
  slots: [],
  slotsOf: null,
  sending: false,
  made: 0,
  problem: null,
  done: null,
};

let pages = 1;
/** Of what is sent: the same over all attempts at the same. */
const keys = new Map<string, string>();

/** From yesterday on, whose visits may still have to be registered. */
const since = () => toInstant(osloToMs(addDays(osloDate(api.now()), -1), '00:00'));

/**
 * Asks for the list and the free times anew; for the appointment that is open only when it has changed, for each
 * reading stands in the resident's log. `told`: the ids of those that news has come of.
 */
export async function refresh(told: ReadonlySet<string> = new Set()): Promise<void> {
  const items: api.StaffAppointment[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages; page++) {
    const list: api.StaffAppointmentList = await api.listStaffAppointments(since(), cursor);
    items.push(...list.items);
    cursor = list.next;
    if (!cursor) break;
  }
  state.list = items;
  state.hasMore = cursor !== null;
  const { beside, open } = state;
  if (beside === 'appointment' && open && (told.has(open.id) || isChanged(open, items)))
    state.open = await api.getStaffAppointment(open.id);
  if (state.slotsOf) state.slots = (await api.listStaffSlots(state.slotsOf)).items;
}

function isChanged({ id, version }: api.StaffAppointment, list: readonly api.StaffAppointment[]): boolean {
  const known = list.find((one) => one.id === id);
  return !!known && known.version !== version;
}

export async function showMore(): Promise<void> {
  pages += 1;
  await refresh();
}

const forget = (): void => {
  state.problem = null;
  state.done = null;
};

/** Opens an appointment, which stands in the resident's log; with the free times that it may be given. */
export async function choose(appointmentId: string): Promise<void> {
  forget();
  const open = await api.getStaffAppointment(appointmentId);
  const { items } = await api.listStaffSlots(open.contact.id);
  Object.assign(state, { beside: 'appointment', open, slotsOf: open.contact.id, slots: items });
}

/** Shows where one books, or offers times of the service. */
export async function show(beside: 'book' | 'slots', contactId: string): Promise<void> {
  forget();
  const { items } = await api.listStaffSlots(contactId);
  Object.assign(state, { beside, open: null, slotsOf: contactId, slots: items });
}

/** Sends `what`; resolves to whether it was done. What is wrong is said, and what is written stays. */
async function send(what: unknown, work: (key: string) => Promise<unknown>, done: string): Promise<boolean> {
  if (state.sending) return false;
  forget();
  state.sending = true;
  try {
    if (!(await attempt(JSON.stringify(what), work))) return false;
    state.done = done;
    // It is done, whether or not this is: what fails here is no reason to send again.
    await refresh();
    return true;
  } finally {
    state.sending = false;
  }
}

async function attempt(sent: string, work: (key: string) => Promise<unknown>): Promise<boolean> {
  const key = keys.get(sent) ?? crypto.randomUUID();
  keys.set(sent, key);
  try {
    await work(key);
    keys.delete(sent);
    return true;
  } catch (error) {
    const { code, status } = error instanceof api.StaffError ? error : { code: '', status: 0 };
    if (status === 401 || status === 403) throw error;
    // Another attempt at what was refused is another deed.
    if (status >= 400 && status < 500) keys.delete(sent);
    state.problem = PROBLEMS[code] ?? UNSENT;
    if (code === 'stale' || code === 'slot-taken') await refresh(new Set(state.open ? [state.open.id] : []));
    return false;
  }
}

/** Says what is missing; nothing is sent. */
export function complain(problem: string): Promise<void> {
  forget();
  state.problem = problem;
  return Promise.resolve();
}

export function decide(
  appointment: api.StaffAppointment,
  decision: api.AppointmentDecision,
): Promise<boolean> {
  const { id, version } = appointment;
  return send(
    ['decide', id, version, decision],
    async (key) => {
      state.open = await api.decideAppointment(appointment, decision, key);
    },
    decision.outcome === 'accepted'
      ? 'Godtatt. Innbyggeren ser det nå.'
      : 'Ikke godtatt. Innbyggeren ser hvorfor.',
  );
}

export function complete(appointment: api.StaffAppointment, at: string): Promise<boolean> {
  const { id, version } = appointment;
  return send(
    ['complete', id, version, at],
    async (key) => {
      state.open = await api.completeVisit(appointment, { at }, key);
    },
    'Besøket er registrert som utført.',
  );
}

/** Calls off what is booked; the resident reads why. */
export function callOff(appointment: api.StaffAppointment, reason: string): Promise<boolean> {
  const { id, version } = appointment;
  return send(
    ['call-off', id, version, reason],
    async (key) => {
      state.open = await api.callOffAppointment(appointment, { reason }, key);
    },
    'Timen er avlyst. Innbyggeren ser hvorfor.',
  );
}

export function setTime(appointment: api.StaffAppointment, time: api.AppointmentTime): Promise<boolean> {
  const { id, version } = appointment;
  return send(
    ['set-time', id, version, time],
    async (key) => {
      state.open = await api.setAppointmentTime(appointment, time, key);
    },
    'Timen er flyttet. Innbyggeren ser den nye tiden.',
  );
}

export function miss(appointment: api.StaffAppointment): Promise<boolean> {
  const { id, version } = appointment;
  return send(
    ['miss', id, version],
    async (key) => {
      state.open = await api.registerNoShow(appointment, key);
    },
    'Det er registrert at innbyggeren ikke møtte.',
  );
}

export const book = (appointment: api.NewAppointment): Promise<boolean> =>
  send(
    ['book', appointment],
    async (key) => {
      await api.bookAppointment(appointment, key);
      state.made += 1;
    },
    'Timen er satt opp.',
  );

export const offer = (slot: api.NewSlot): Promise<boolean> =>
  send(
    ['offer', slot],
    async (key) => {
      await api.offerSlot(slot, key);
      state.made += 1;
    },
    'Den ledige timen er lagt ut.',
  );

export const withdraw = (slotId: string): Promise<boolean> =>
  send(['withdraw', slotId], () => api.withdrawSlot(slotId), 'Den ledige timen er trukket tilbake.');
