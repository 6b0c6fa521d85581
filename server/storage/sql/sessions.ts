/** Sessions and log-in, idempotency, the access log and settings. */
import { sql, type Kysely } from 'kysely';
import { StorageError } from '../errors.js';
import { decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import type { PersonRow, Store } from '../storage.js';
import { json, type Database } from './database.js';
import { given, prepared } from './prepared.js';

const personColumns = [
  'id',
  'subject',
  'givenName',
  'familyName',
  'birthDate',
  'municipality',
  'district',
  'protectedAddress',
  'termsVersion',
  'termsAcceptedAt',
  'activeFrom',
  'draftKey',
  'draftKeyUsedAt',
] as const satisfies (keyof PersonRow)[];

/** Of an outer join, which is all nulls where there is none. */
const isWhole = (row: { [Key in keyof PersonRow]: PersonRow[Key] | null }): row is PersonRow =>
  row.id !== null;

const sessionById = prepared('session', (db) =>
  db
    .selectFrom('sessions as s')
    .leftJoin('persons as p', (join) =>
      join.onRef('p.id', '=', 's.userId').on('s.kind', '=', sql.lit('person')),
    )
    .select(personColumns.map((column) => `p.${column}` as const))
    .select(['s.id as sessionId', 's.kind', 's.userId', 's.createdAt', 's.expiresAt'])
    .where('s.id', '=', given<string>(1))
    .compile(),
);

export function sessionsStore(db: Kysely<Database>) {
  return {
    async insertSession(row) {
      await db.insertInto('sessions').values(row).execute();
    },

    async getSession(id) {
      const [row] = (await sessionById(db, id)).rows;
      if (!row) return null;
      const { sessionId, kind, userId, createdAt, expiresAt, ...person } = row;
      return { id: sessionId, kind, userId, createdAt, expiresAt, person: isWhole(person) ? person : null };
    },

    async extendSession(id, expiresAt) {
      await db
        .updateTable('sessions')
        .set({ expiresAt: sql<number>`greatest(expires_at, ${expiresAt})` })
        .where('id', '=', id)
        .execute();
    },

    async deleteSession(id) {
      await db.deleteFrom('sessions').where('id', '=', id).execute();
    },

    async deleteExpiredSessions(now) {
      const query = db.deleteFrom('sessions').where('expiresAt', '<=', now);
      return Number((await query.executeTakeFirst()).numDeletedRows);
    },

    async insertLoginAttempt(row) {
      await db.insertInto('loginAttempts').values(row).execute();
    },

    async takeLoginAttempt(state) {
      const query = db.deleteFrom('loginAttempts').where('state', '=', state).returningAll();
      return (await query.executeTakeFirst()) ?? null;
    },

    async deleteExpiredLoginAttempts(now) {
      const query = db.deleteFrom('loginAttempts').where('expiresAt', '<=', now);
      return Number((await query.executeTakeFirst()).numDeletedRows);
    },

    async claimIdempotency(row, now) {
      for (;;) {
        const claimed = await db
          .insertInto('idempotency')
          .values({ ...row, answer: null })
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet({
                bodyHash: row.bodyHash,
                createdAt: row.createdAt,
                holder: row.holder,
                heldUntil: row.heldUntil,
              })
              .where('idempotency.answer', 'is', null)
              .where('idempotency.heldUntil', '<=', now),
          )
          .returning('id')
          .executeTakeFirst();
        if (claimed) return 'claimed';
        const query = db.selectFrom('idempotency').selectAll().where('id', '=', row.id);
        const there = await query.executeTakeFirst();
        // Gone when its holder released it in between: then it is free again.
        if (there) return there;
      }
    },

    async answerIdempotency(id, holder, answer) {
      const { numUpdatedRows } = await db
        .updateTable('idempotency')
        .set({ answer: json(answer) })
        .where('id', '=', id)
        .where('holder', '=', holder)
        .where('answer', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) {
        throw new StorageError('claim-lost', 'Another holder has taken over the claim');
      }
    },

    async releaseIdempotency(id, holder) {
      await db
        .deleteFrom('idempotency')
        .where('id', '=', id)
        .where('holder', '=', holder)
        .where('answer', 'is', null)
        .execute();
    },

    async deleteIdempotencyBefore(createdAt) {
      const query = db.deleteFrom('idempotency').where('createdAt', '<', createdAt);
      return Number((await query.executeTakeFirst()).numDeletedRows);
    },

    async insertAccess(row) {
      await db
        .insertInto('accessLog')
        .values({ ...row, role: json(row.role) })
        .execute();
    },

    async listAccess({ personId, threadId }, page) {
      const after = page.cursor === null ? null : decodeCursor('access', ['number', 'string'], page.cursor);
      const rows = await db
        .selectFrom('accessLog')
        .selectAll()
        .where('personId', '=', personId)
        .$if(threadId !== undefined, (rest) => rest.where('threadId', '=', threadId ?? ''))
        .$if(after !== null, (rest) => rest.where(sql<boolean>`(at, id) < (${after?.[0]}, ${after?.[1]})`))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit + 1)
        .execute();
      return pageOf(rows, page.limit, (row) => encodeCursor('access', [row.at, row.id]));
    },

    async getSetting(key) {
      const query = db.selectFrom('settings').select('value').where('key', '=', key);
      return (await query.executeTakeFirst())?.value ?? null;
    },

    async putSetting(key, value) {
      await db
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },
  } satisfies Partial<Store>;
}
