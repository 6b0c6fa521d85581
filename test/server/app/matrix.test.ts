/**
 * The authorization matrix: every operation of the OpenAPI document, asked by
 * every kind of person, for themselves and for others. What is expected is
 * written down here a second time, by hand from the contract's text and not
 * from the rules that the application reads; an operation that is not here
 * fails the run.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createKeyedHash } from '../../../server/app/crypto.js';
import { codeOf } from '../../../server/app/verification.js';
import { openApiDocument, type ProblemCode } from '../../../server/contract/index.js';
import { putAppointment, putSlot, putTherapy } from './support/appointments.js';
import { benches } from './support/benches.js';
import { NOW, people, powers, type PersonName, type StaffName } from './support/people.js';
import type { Bench } from './support/suite.js';
import { putThread } from './suites/reading.js';
import { openWorld, SECRET, type Ask, type World } from './support/world.js';

/** Who may call an operation. */
type Who =
  /** Anybody, and everybody gets the same. */
  | 'everybody'
  /** Anybody, and the answer depends on who it is. */
  | 'visitors'
  /** Residents, however far in they are. */
  | 'residents'
  /** Residents who are active. */
  | 'active'
  | 'staff';

interface Rule {
  who: Who;
  /** What acting for another must cover; null: nothing in particular. */
  scope?: 'messages' | 'appointments' | 'notifications';
  /** Never for another, whatever the power of attorney covers. */
  oneselfOnly?: true;
  /** A path in which an id of Anna's stands: others get 404. */
  ofAnna?: (ids: Ids) => string;
  /** A body that is taken, where 404 is only found after the body was read. */
  body?: object;
  /** That of what is changed, as it was read. */
  version?: number;
  /** A file is sent, not JSON. */
  file?: true;
}

interface Ids {
  thread: string;
  attachment: string;
}

const messages = { who: 'active', scope: 'messages' } as const;
const appointments = { who: 'active', scope: 'appointments' } as const;
const notifications = { who: 'active', scope: 'notifications' } as const;
const staff = { who: 'staff' } as const;
const TOMORROW = { start: '2026-11-25T09:00:00+01:00', end: '2026-11-25T10:00:00+01:00' };
const WISH = { wishes: 'Helst før lunsj.', preferred: [] };

const rules: Record<string, Rule> = {
  getSession: { who: 'visitors' },
  endSession: { who: 'visitors' },
  acceptTerms: { who: 'residents' },
  withdrawTerms: { who: 'residents' },
  extendSession: { who: 'residents' },
  login: { who: 'everybody' },
  loginCallback: { who: 'everybody' },
  listMunicipalities: { who: 'everybody' },
  listMunicipalityContacts: { who: 'everybody' },
  getDocument: { who: 'everybody' },
  listContacts: { who: 'active' },
  getContact: { who: 'active', ofAnna: () => '/contacts/physio' },
  listAppointments: appointments,
  getAppointment: { ...appointments, ofAnna: () => '/appointments/visit' },
  cancelAppointment: {
    ...appointments,
    ofAnna: () => '/appointments/visit/cancel',
    body: { reasonId: 'ill' },
    version: 1,
  },
  rescheduleAppointment: {
    ...appointments,
    ofAnna: () => '/appointments/therapy/reschedule',
    body: WISH,
    version: 1,
  },
  requestAppointment: {
    ...appointments,
    ofAnna: () => '/appointments',
    body: { contactId: 'physio', kind: 'consultation', ...WISH },
  },
  listSlots: {
    ...appointments,
    ofAnna: () =>
      '/slots?contactId=physio&kind=consultation&from=2026-11-24T00:00:00Z&to=2026-12-24T00:00:00Z',
  },
  listThreads: messages,
  getThread: { ...messages, ofAnna: ({ thread }) => `/threads/${thread}` },
  searchThreads: messages,
  createThread: messages,
  listMessages: { ...messages, ofAnna: ({ thread }) => `/threads/${thread}/messages` },
  sendMessage: {
    ...messages,
    ofAnna: ({ thread }) => `/threads/${thread}/messages`,
    body: { body: 'Hei', attachmentIds: [] },
  },
  markRead: {
    ...messages,
    ofAnna: ({ thread }) => `/threads/${thread}/read`,
    body: { messageId: 'thread-1' },
  },
  moveThread: {
    ...messages,
    ofAnna: ({ thread }) => `/threads/${thread}/folder`,
    body: { folder: 'archive' },
  },
  uploadAttachment: messages,
  getAttachment: { ...messages, ofAnna: ({ attachment }) => `/attachments/${attachment}` },
  listAccessLog: { ...messages, ofAnna: ({ thread }) => `/access-log?threadId=${thread}` },
  listProxies: { who: 'active' },
  grantProxy: { who: 'active', oneselfOnly: true },
  endProxy: { who: 'active', ofAnna: () => '/proxies/to-nina/end' },
  getNotificationSettings: notifications,
  saveNotificationSettings: notifications,
  startVerification: notifications,
  completeVerification: {
    ...notifications,
    ofAnna: () => '/notification-settings/verifications/annas',
    body: { code: await codeOf(createKeyedHash(SECRET), 'annas') },
  },
  watchEvents: { who: 'residents' },
  watchStaffEvents: staff,
  getStaffSession: staff,
  extendStaffSession: staff,
  endStaffSession: staff,
  listStaffThreads: { ...staff, ofAnna: () => '/staff/threads?contactId=home-care' },
  getStaffThread: { ...staff, ofAnna: ({ thread }) => `/staff/threads/${thread}` },
  listStaffMessages: { ...staff, ofAnna: ({ thread }) => `/staff/threads/${thread}/messages` },
  sendStaffAnswer: {
    ...staff,
    ofAnna: ({ thread }) => `/staff/threads/${thread}/messages`,
    body: { body: 'Hei' },
  },
  markStaffRead: {
    ...staff,
    ofAnna: ({ thread }) => `/staff/threads/${thread}/read`,
    body: { messageId: 'thread-1' },
  },
  changeThreadState: {
    ...staff,
    ofAnna: ({ thread }) => `/staff/threads/${thread}/state`,
    // As it stands: the rows after this one write in the conversation.
    body: { state: 'open' },
  },
  uploadStaffAttachment: {
    ...staff,
    ofAnna: ({ thread }) => `/staff/threads/${thread}/attachments`,
    file: true,
  },
  listStaffAppointments: { ...staff, ofAnna: () => '/staff/appointments?contactId=home-care' },
  getStaffAppointment: { ...staff, ofAnna: () => '/staff/appointments/visit' },
  decideAppointment: {
    ...staff,
    ofAnna: () => '/staff/appointments/asked/decision',
    body: { outcome: 'declined', reason: 'Det er fullt.' },
    version: 1,
  },
  completeVisit: {
    ...staff,
    ofAnna: () => '/staff/appointments/todays/completion',
    body: {},
    version: 1,
  },
  callOffAppointment: {
    ...staff,
    ofAnna: () => '/staff/appointments/called-off/cancellation',
    body: { reason: 'Sykdom hos oss.' },
    version: 1,
  },
  setAppointmentTime: {
    ...staff,
    ofAnna: () => '/staff/appointments/moved/time',
    body: TOMORROW,
    version: 1,
  },
  registerNoShow: {
    ...staff,
    ofAnna: () => '/staff/appointments/missed/no-show',
    body: {},
    version: 1,
  },
  bookAppointment: {
    ...staff,
    ofAnna: () => '/staff/appointments',
    body: { residentId: 'anna', contactId: 'home-care', kind: 'home-visit', ...TOMORROW },
  },
  listStaffSlots: { ...staff, ofAnna: () => '/staff/slots?contactId=home-care' },
  offerSlot: {
    ...staff,
    ofAnna: () => '/staff/slots',
    body: { contactId: 'home-care', kind: 'video', ...TOMORROW },
  },
  withdrawSlot: { ...staff, ofAnna: () => '/staff/slots/aminas' },
  getStaffAttachment: { ...staff, ofAnna: ({ attachment }) => `/staff/attachments/${attachment}` },
};

/** Somebody in some standing to the person acted for. */
interface Asker {
  kind: string;
  as?: PersonName | StaffName;
  /** Who of the staff is logged in in the same browser too. */
  beside?: StaffName;
  actingFor?: string;
  /** What is refused whatever the operation is about, once the person is active. */
  standing?: 'nobody' | 'terms' | 'pending' | 'not-a-party' | 'staff';
  /** What the power of attorney, or being a parent, covers; left out: oneself. */
  covers?: readonly string[];
}

const ALL = ['messages', 'appointments', 'notifications'];

const askers: readonly Asker[] = [
  { kind: 'anonymous', standing: 'nobody' },
  { kind: 'anonymous, naming somebody', actingFor: 'anna', standing: 'nobody' },
  { kind: 'terms not accepted', as: 'tor', standing: 'terms' },
  { kind: 'pending', as: 'kari', standing: 'pending' },
  { kind: 'active', as: 'anna' },
  { kind: 'active, naming oneself', as: 'anna', actingFor: 'anna' },
  { kind: 'active without service', as: 'per' },
  { kind: 'active, for a stranger', as: 'ola', actingFor: 'anna', standing: 'not-a-party' },
  { kind: 'active, for an id that is nobody', as: 'ola', actingFor: 'nobody', standing: 'not-a-party' },
  { kind: 'power of attorney, full', as: 'berit', actingFor: 'anna', covers: ALL },
  { kind: 'power of attorney, appointments', as: 'carl', actingFor: 'anna', covers: ['appointments'] },
  { kind: 'power of attorney, messages', as: 'mona', actingFor: 'anna', covers: ['messages'] },
  { kind: 'power of attorney, notices', as: 'nina', actingFor: 'anna', covers: ['notifications'] },
  { kind: 'power of attorney, replaced', as: 'rolf', actingFor: 'anna', covers: ['appointments'] },
  { kind: 'power of attorney, ended', as: 'dina', actingFor: 'anna', standing: 'not-a-party' },
  { kind: 'power of attorney, expired', as: 'egil', actingFor: 'anna', standing: 'not-a-party' },
  { kind: 'power of attorney, to come', as: 'siri', actingFor: 'anna', standing: 'not-a-party' },
  {
    kind: 'power of attorney, of whom one’s own giver has one',
    as: 'mona',
    actingFor: 'frida',
    standing: 'not-a-party',
  },
  { kind: 'protected address', as: 'liv', actingFor: 'anna', standing: 'not-a-party' },
  { kind: 'the giver, for the receiver', as: 'anna', actingFor: 'berit', standing: 'not-a-party' },
  { kind: 'parent, all scopes', as: 'frida', actingFor: 'gry', covers: ALL },
  { kind: 'parent, appointments', as: 'frida', actingFor: 'hans', covers: ['appointments'] },
  { kind: 'parent, no scopes', as: 'frida', actingFor: 'jon', standing: 'not-a-party' },
  { kind: 'the grown-up child, for the parent', as: 'ivar', actingFor: 'frida', standing: 'not-a-party' },
  { kind: 'parent of a grown-up', as: 'frida', actingFor: 'ivar', standing: 'not-a-party' },
  { kind: 'staff of the service', as: 'amina', standing: 'staff' },
  { kind: 'staff of another service', as: 'henrik', standing: 'staff' },
  { kind: 'active, with staff beside', as: 'anna', beside: 'amina' },
  { kind: 'pending, with staff beside', as: 'kari', beside: 'amina', standing: 'pending' },
  {
    kind: 'active, for a stranger, with staff beside',
    as: 'ola',
    beside: 'amina',
    actingFor: 'anna',
    standing: 'not-a-party',
  },
];

/** What the answer must be; null: let through. */
function expected({ who, scope, oneselfOnly }: Rule, asker: Asker): ProblemCode | null {
  const { standing } = asker;
  // Each is asked on their own side, as if the other were not there.
  if (who === 'everybody' || (who === 'staff' && asker.beside)) return null;
  if (standing === 'nobody') return who === 'visitors' ? null : 'unauthenticated';
  if (standing === 'staff') return who === 'staff' || who === 'visitors' ? null : 'forbidden';
  if (who === 'staff') return 'forbidden';
  if (who === 'active' && standing === 'terms') return 'terms-required';
  if (who === 'active' && standing === 'pending') return 'pending';
  if (standing === 'not-a-party') return 'forbidden';
  if (oneselfOnly && asker.covers) return 'forbidden';
  return scope && asker.covers && !asker.covers.includes(scope) ? 'scope-missing' : null;
}

/** Codes that say that somebody was refused, not what they asked for. */
const REFUSALS = new Set(['unauthenticated', 'terms-required', 'pending', 'forbidden', 'scope-missing']);

interface Entry {
  id: string;
  method: string;
  path: string;
  rule: Rule;
}

interface Documented {
  operationId: string;
}
const paths = (openApiDocument() as { paths: Record<string, Record<string, Documented>> }).paths;
const documented = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId }]) => ({
    id: operationId,
    method: method.toUpperCase(),
    path,
  })),
);
const entries = documented.flatMap((operation): Entry[] => {
  const rule = rules[operation.id];
  return rule ? [{ ...operation, rule }] : [];
});

const ids: Ids = { thread: 'thread', attachment: 'attachment' };
/** Nobody's: for who is let through it must be harmless, whatever the operation does. */
const nobodys = (path: string): string =>
  `/api${path.replace('{number}', '0301').replace(/\{\w+\}/g, 'nothing')}`;

it('the matrix has a rule for every operation of the document, and no other', () => {
  expect(documented.map(({ id }) => id).sort()).toEqual(Object.keys(rules).sort());
});

describe.each(Object.keys(benches) as (keyof typeof benches)[])(
  'the authorization matrix on %s',
  (storage) => {
    let bench: Bench;
    let world: World;
    beforeAll(async () => {
      bench = await benches[storage]();
      world = await openWorld(await bench.empty());
      await putThread(world, {}, { direction: 'out', authorId: 'anna' });
      await putAppointment(world);
      await putTherapy(world);
      await putAppointment(world, { id: 'asked', status: 'requested', start: null, end: null });
      await putAppointment(world, { id: 'todays', start: NOW, end: NOW + 1 });
      await putAppointment(world, { id: 'missed', start: NOW, end: NOW + 1 });
      for (const id of ['called-off', 'moved']) await putAppointment(world, { id });
      await putSlot(world, { id: 'aminas', contactId: 'home-care' });
      await world.storage.insertVerification({
        id: 'annas',
        readerId: 'anna',
        channel: 'sms',
        address: '+4701950001',
        createdAt: NOW,
        expiresAt: NOW + 1000,
        wrongTries: 0,
        endedAt: null,
      });
      const bytes = new TextEncoder().encode('%PDF-');
      await world.storage.insertAttachment(
        {
          id: 'attachment',
          uploaderId: 'anna',
          personId: 'anna',
          messageId: 'thread-1',
          name: 'a.pdf',
          mediaType: 'application/pdf',
          size: bytes.length,
          createdAt: world.clock.now(),
        },
        bytes,
      );
    });
    // Some operations change who is asking: withdrawing the terms, for one, or ending a power of attorney.
    beforeEach(async () => {
      for (const row of Object.values(people)) await world.storage.putPerson(row);
      for (const row of powers) await world.storage.putPower(row);
    });
    afterAll(async () => {
      await world.close();
      await bench.close();
    });

    /** Asks with a session of its own, so that ending one disturbs nobody, and leaves streams at once. */
    async function ask({ method, rule }: Entry, path: string, asker: Asker, body?: object) {
      const abort = new AbortController();
      const options: Ask = { signal: abort.signal };
      const cookies = [asker.as, asker.beside].flatMap((who) => (who ? [world.session(who)] : []));
      if (cookies.length > 0) options.headers = { Cookie: (await Promise.all(cookies)).join('; ') };
      if (asker.actingFor !== undefined) options.actingFor = asker.actingFor;
      if (body) options.body = body;
      if (rule.version) options.headers = { ...options.headers, 'If-Match': `"${rule.version}"` };
      if (rule.file) {
        const form = new FormData();
        form.append('file', new File(['%PDF-1.7\n%%EOF\n'], 'a.pdf'));
        options.raw = form;
      }
      const reply = await world.ask(method, path, options);
      abort.abort();
      return { status: reply.status, code: (reply.body as { code?: string } | undefined)?.code };
    }

    for (const entry of entries) {
      it(`${entry.method} ${entry.path} lets through whom it should`, async () => {
        const wrong: string[] = [];
        for (const asker of askers) {
          const { status, code } = await ask(entry, nobodys(entry.path), asker);
          const refusal = expected(entry.rule, asker);
          // Through is through: to an answer, or to a mistake in what was sent.
          const through = !REFUSALS.has(code ?? '') && status < 500;
          if (refusal ? code !== refusal : !through)
            wrong.push(`${asker.kind}: ${status} ${code ?? ''}, not ${refusal ?? 'let through'}`);
        }
        expect(wrong).toEqual([]);
      });
    }

    const others: readonly Asker[] = [
      { kind: 'a stranger', as: 'ola' },
      { kind: 'without service', as: 'per' },
      { kind: 'who has a power of attorney, but asks for herself', as: 'berit' },
      { kind: 'who acts for somebody else', as: 'frida', actingFor: 'gry', covers: ALL },
    ];
    for (const entry of entries) {
      const { ofAnna, who, body } = entry.rule;
      if (!ofAnna) continue;
      it(`${entry.method} ${entry.path} gives what is Anna’s to no one else`, async () => {
        const strangers: readonly Asker[] =
          who === 'staff' ? [{ kind: 'staff of another service', as: 'henrik' }] : others;
        for (const asker of strangers) {
          const { status, code } = await ask(entry, `/api${ofAnna(ids)}`, asker, body);
          expect([asker.kind, status, code]).toEqual([asker.kind, 404, 'not-found']);
        }
        const [entitled] =
          who === 'staff'
            ? [{ kind: 'amina', as: 'amina' } as const]
            : [{ kind: 'anna', as: 'anna' } as const];
        expect((await ask(entry, `/api${ofAnna(ids)}`, entitled, body)).status).toBeLessThan(300);
      });
    }

    it('looks at every id in a path', () => {
      const forgotten = entries.filter(({ path, rule }) => path.includes('{id}') && !rule.ofAnna);
      expect(forgotten.map(({ id }) => id)).toEqual([]);
    });
  },
);
