/** Sessions and log-in, idempotency, the access log and settings. */
import { StorageError } from '../errors.js';
import { decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import type {
  AccessRow,
  IdempotencyRow,
  LoginAttemptRow,
  PageOf,
  PageRequest,
  PersonRow,
  SessionRow,
  Store,
} from '../storage.js';
import { copies, copy, filter, mustHave, newestFirst } from './rows.js';
import type { Tables } from './tables.js';

export function sessionsStore(tables: Tables) {
  return {
    async insertSession(row: SessionRow): Promise<void> {
      tables.sessions.insert(row.id, row);
    },

    async getSession(id: string): Promise<(SessionRow & { person: PersonRow | null }) | null> {
      const row = copy(tables.sessions.get(id));
      return row && { ...row, person: row.kind === 'person' ? copy(tables.persons.get(row.userId)) : null };
    },

    async extendSession(id: string, expiresAt: number): Promise<void> {
      const row = tables.sessions.get(id);
      if (row) tables.sessions.put(id, { ...row, expiresAt: Math.max(row.expiresAt, expiresAt) });
    },

    async deleteSession(id: string): Promise<void> {
      tables.sessions.delete(id);
    },

    async deleteExpiredSessions(now: number): Promise<number> {
      return tables.sessions.deleteWhere((row) => row.expiresAt <= now);
    },

    async insertLoginAttempt(row: LoginAttemptRow): Promise<void> {
      tables.loginAttempts.insert(row.state, row);
    },

    async takeLoginAttempt(state: string): Promise<LoginAttemptRow | null> {
      const row = copy(tables.loginAttempts.get(state));
      tables.loginAttempts.delete(state);
      return row;
    },

    async deleteExpiredLoginAttempts(now: number): Promise<number> {
      return tables.loginAttempts.deleteWhere((row) => row.expiresAt <= now);
    },

    async claimIdempotency(
      row: Omit<IdempotencyRow, 'answer'>,
      now: number,
    ): Promise<'claimed' | IdempotencyRow> {
      const there = tables.idempotency.get(row.id);
      const free = !there || (there.answer === null && there.heldUntil <= now);
      if (!free) return structuredClone(there);
      tables.idempotency.put(row.id, { ...row, answer: null });
      return 'claimed';
    },

    async answerIdempotency(
      id: string,
      holder: string,
      answer: NonNullable<IdempotencyRow['answer']>,
    ): Promise<void> {
      const row = heldClaim(id, holder);
      if (!row) throw new StorageError('claim-lost', 'Another holder has taken over the claim');
      tables.idempotency.put(id, { ...row, answer });
    },

    async releaseIdempotency(id: string, holder: string): Promise<void> {
      if (heldClaim(id, holder)) tables.idempotency.delete(id);
    },

    async deleteIdempotencyBefore(createdAt: number): Promise<number> {
      return tables.idempotency.deleteWhere((row) => row.createdAt < createdAt);
    },

    async insertAccess(row: AccessRow): Promise<void> {
      mustHave(tables.persons, row.personId, 'access log', 'personId');
      if (row.threadId !== null) mustHave(tables.threads, row.threadId, 'access log', 'threadId');
      tables.access.insert(row.id, row);
    },

    async listAccess(
      which: { personId: string; threadId?: string },
      page: PageRequest,
    ): Promise<PageOf<AccessRow>> {
      const after = page.cursor === null ? null : decodeCursor('access', ['number', 'string'], page.cursor);
      const rows = filter(
        tables.access.all(),
        (row) =>
          row.personId === which.personId &&
          (which.threadId === undefined || row.threadId === which.threadId),
      );
      const found = newestFirst(rows, (row) => [row.at, row.id], after, page.limit);
      return pageOf(copies(found), page.limit, (row) => encodeCursor('access', [row.at, row.id]));
    },

    async getSetting(key: string): Promise<string | null> {
      return tables.settings.get(key)?.value ?? null;
    },

    async putSetting(key: string, value: string): Promise<void> {
      tables.settings.put(key, { value });
    },
  } satisfies Partial<Store>;

  function heldClaim(id: string, holder: string): IdempotencyRow | null {
    const row = tables.idempotency.get(id);
    return row?.answer === null && row.holder === holder ? row : null;
  }
}
