import type { Backend, BackendCapability, NewThread } from '../../src/backend/backend.js';
import { BackendError } from '../../src/backend/errors.js';
import type { Attachment, Contact, Hint, Session, Thread } from '../../src/backend/types.js';
import { ACTIVE, CONTACTS, MUNICIPALITIES, NOW, THREAD, publicly } from './data.js';

export interface FakeBackend extends Backend {
  /** What it answers with; change it, then `refresh()`. */
  session: Session;
  contacts: readonly Contact[];
  time: number;
  /** Names of the methods called, in order. */
  readonly calls: string[];
  /** What was sent, with its key. */
  readonly sent: { thread: NewThread; key: string | undefined }[];
  /** Rejects, or waits, before a method answers. */
  before: Partial<Record<keyof Backend, (...args: never[]) => Promise<void> | undefined>>;
  hint(hint: Hint | null): void;
  /** Whether somebody listens for hints. */
  readonly watched: boolean;
}

let count = 0;

/** A backend in memory that answers at once with what a test says. */
export function fakeBackend(
  of: Partial<Pick<FakeBackend, 'session' | 'contacts' | 'before'>> = {},
): FakeBackend {
  const calls: string[] = [];
  const sent: FakeBackend['sent'] = [];
  const listeners = new Set<(hint: Hint | null) => void>();
  const capabilities = new Set<BackendCapability>(['terms', 'attachments', 'public-contacts', 'live']);
  const fake = {
    id: `fake-${++count}`,
    capabilities,
    session: ACTIVE,
    contacts: CONTACTS,
    time: NOW,
    actingFor: null as string | null,
    calls,
    sent,
    before: {} as FakeBackend['before'],
    ...of,
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
  const plain = new Set(['now', 'loginUrl', 'watch', 'hint']);
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
