import type {
  Backend,
  BackendCapability,
  ListOptions,
  NewMessage,
  NewThread,
} from '../../src/backend/backend.js';
import { BackendError } from '../../src/backend/errors.js';
import type {
  AccessLogEntry,
  Attachment,
  Contact,
  Folder,
  Hint,
  Message,
  Session,
  Thread,
} from '../../src/backend/types.js';
import {
  ACTIVE,
  CONTACTS,
  MUNICIPALITIES,
  NOW,
  THREAD,
  message,
  publicly,
  type Conversation,
} from './data.js';
import { appointmentMethods, type FakeAppointments } from './fake-appointments.js';
import { proxyMethods, type FakeProxies } from './fake-proxies.js';
import { settingsMethods, SETTINGS, type FakeSettings } from './fake-settings.js';
import { pageOf } from './page-of.js';

export interface FakeBackend extends Backend, FakeAppointments, FakeProxies, FakeSettings {
  /** What it answers with; change it, then `refresh()`. */
  session: Session;
  contacts: readonly Contact[];
  conversations: Conversation[];
  time: number;
  /** Names of the methods called, in order. */
  readonly calls: string[];
  /** What was sent, with its key. */
  readonly sent: { thread: NewThread; key: string | undefined }[];
  readonly replies: { threadId: string; message: NewMessage; key: string | undefined }[];
  /** A message comes to a conversation, which rises to the top. */
  arrive(threadId: string, of: Partial<Message> & { id: string }): void;
  /** Rejects, or waits, before a method answers. */
  before: Partial<Record<keyof Backend, (...args: never[]) => Promise<void> | undefined>>;
  hint(hint: Hint | null): void;
  /** Whether somebody listens for hints. */
  readonly watched: boolean;
}

let count = 0;

/** A backend in memory that answers at once with what a test says. */
export function fakeBackend(
  given: Partial<
    Pick<
      FakeBackend,
      | 'session'
      | 'contacts'
      | 'conversations'
      | 'log'
      | 'before'
      | 'appointments'
      | 'slots'
      | 'proxies'
      | 'settings'
    >
  > = {},
): FakeBackend {
  const calls: string[] = [];
  const sent: FakeBackend['sent'] = [];
  const replies: FakeBackend['replies'] = [];
  const listeners = new Set<(hint: Hint | null) => void>();
  const capabilities = new Set<BackendCapability>([
    'terms',
    'attachments',
    'search',
    'folders',
    'proxies',
    'access-log',
    'notification-settings',
    'public-contacts',
    'live',
  ]);
  const fake = {
    id: `fake-${++count}`,
    capabilities,
    session: ACTIVE,
    contacts: CONTACTS,
    log: [] as AccessLogEntry[],
    time: NOW,
    actingFor: null as string | null,
    calls,
    sent,
    replies,
    appointments: [] as FakeBackend['appointments'],
    slots: [] as FakeBackend['slots'],
    asked: [] as FakeBackend['asked'],
    proxies: [] as FakeBackend['proxies'],
    granted: [] as FakeBackend['granted'],
    settings: SETTINGS,
    saves: [] as FakeBackend['saves'],
    codes: [] as FakeBackend['codes'],
    before: {} as FakeBackend['before'],
    ...given,
    conversations: (given.conversations ?? []).map((one) => ({ ...one })),
    now: () => fake.time,
    loginUrl: (session: Session, returnTo: string) =>
      session.loginUrl && `${session.loginUrl}?return_to=${encodeURIComponent(returnTo)}`,
    getSession: () => fake.session,
    acceptTerms: () => (fake.session = ACTIVE),
    withdrawTerms: () => (fake.session = { ...fake.session, access: 'terms' }),
    extendSession: () => fake.session,
    endSession: () => ({ logoutUrl: null }),
    actFor: (partyId: string | null) => {
      fake.actingFor = partyId;
      fake.session = {
        ...fake.session,
        actingFor: fake.session.parties.find(({ id }) => id === partyId) ?? null,
      };
    },
    listContacts: () => ({ items: [...fake.contacts], next: null }),
    listPublicContacts: (number: string) => {
      const municipality = MUNICIPALITIES.find((one) => one.number === number);
      if (!municipality) throw new BackendError('not-found', { status: 404 });
      const items = publicly(fake.contacts).map((one) => ({ ...one, municipality }));
      return { items, next: null };
    },
    listMunicipalities: (query: string) => ({
      items: MUNICIPALITIES.filter(({ name }) => name.toLowerCase().startsWith(query.toLowerCase())),
      next: null,
    }),
    createThread: (thread: NewThread, options?: { idempotencyKey?: string }): Thread => {
      sent.push({ thread, key: options?.idempotencyKey });
      return { ...THREAD, subject: thread.subject };
    },
    listThreads: (filter: { folder?: Folder; contactId?: string }, options?: ListOptions) => {
      const inFolder = threads().filter(({ folder }) => folder === (filter.folder ?? 'inbox'));
      const found = inFolder.filter(({ contact }) => !filter.contactId || contact?.id === filter.contactId);
      const unread = threads().reduce((sum, thread) => sum + thread.unread, 0);
      return { ...pageOf(found, options), counts: { unread } };
    },
    getThread: (id: string) => of(id).thread,
    searchThreads: ({ q }: { q: string }, options?: ListOptions) => {
      const words = q.toLowerCase();
      const hits = fake.conversations.filter(({ thread, messages }) =>
        [thread.subject, ...messages.map(({ body }) => body)].join('\n').toLowerCase().includes(words),
      );
      return pageOf(
        hits.map(({ thread }) => thread),
        options,
      );
    },
    listMessages: (id: string, options?: ListOptions) => pageOf(of(id).messages, options),
    sendMessage: (threadId: string, sending: NewMessage, options?: { idempotencyKey?: string }): Message => {
      replies.push({ threadId, message: sending, key: options?.idempotencyKey });
      const { body } = sending;
      const author = { name: 'Ingrid Solberg', role: null, onBehalfOf: null, self: true };
      return fake.arrive(threadId, { id: `reply-${replies.length}`, direction: 'out', author, body });
    },
    markRead: (id: string) => {
      of(id).thread = { ...of(id).thread, unread: 0 };
    },
    moveThread: (id: string, folder: Folder) => (of(id).thread = { ...of(id).thread, folder }),
    getAttachment: () => new Blob(['%PDF-1.4'], { type: 'application/pdf' }),
    arrive: (threadId: string, values: Partial<Message> & { id: string }): Message => {
      const conversation = of(threadId);
      const come = message({ threadId, sentAt: new Date(fake.time).toISOString(), ...values });
      const { id, sentAt, direction, body } = come;
      const { thread, messages } = conversation;
      const moved: Conversation = {
        messages: [come, ...messages],
        thread: {
          ...thread,
          folder: 'inbox',
          unread: thread.unread + (direction === 'in' ? 1 : 0),
          lastMessage: { id, sentAt, direction, excerpt: body },
        },
      };
      fake.conversations = [moved, ...fake.conversations.filter((one) => one !== conversation)];
      return come;
    },
    upload: (file: File, options?: { onProgress?: (sent: number, total: number) => void }): Attachment => {
      options?.onProgress?.(file.size, file.size);
      return { id: `file-${file.name}`, name: file.name, mediaType: file.type, size: file.size };
    },
    watch: (listener: (hint: Hint | null) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get watched() {
      return listeners.size > 0;
    },
    hint: (hint: Hint | null) => {
      for (const listener of listeners) listener(hint);
    },
  };
  Object.assign(fake, appointmentMethods(fake), proxyMethods(fake), settingsMethods(fake));
  const threads = (): Thread[] => fake.conversations.map(({ thread }) => thread);
  const of = (id: string): Conversation => {
    const found = fake.conversations.find(({ thread }) => thread.id === id);
    if (!found) throw new BackendError('not-found', { status: 404 });
    return found;
  };
  const plain = new Set(['now', 'loginUrl', 'watch', 'hint', 'arrive']);
  return new Proxy(fake, {
    get(target, name: string) {
      const value = target[name as keyof typeof target] as unknown;
      if (typeof value !== 'function' || plain.has(name)) return value;
      return async (...args: unknown[]) => {
        calls.push(name);
        await fake.before[name as keyof Backend]?.(...(args as never[]));
        return (value as (...of: unknown[]) => unknown)(...args);
      };
    },
  }) as unknown as FakeBackend;
}
