/** Notices: addresses, rules, the outbox and what the catcher took in. */
import { sql, type Kysely } from 'kysely';
import { MOST_IN_DOUBT, type NoticesStore } from '../notices.js';
import { json, type Database } from './database.js';

export function noticesStore(db: Kysely<Database>) {
  return {
    async getNoticeSettings(readerId) {
      const query = db.selectFrom('noticeSettings').selectAll().where('readerId', '=', readerId);
      return (await query.executeTakeFirst()) ?? null;
    },

    async putNoticeSettings(row) {
      const columns = { ...row, managedAt: json(row.managedAt) };
      await db
        .insertInto('noticeSettings')
        .values(columns)
        .onConflict((conflict) => conflict.column('readerId').doUpdateSet(columns))
        .execute();
    },

    async putNoticeRule(row) {
      await db
        .insertInto('noticeRules')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['readerId', 'personId', 'event']).doUpdateSet({ channels: row.channels }),
        )
        .execute();
    },

    async listNoticeRules(personId, event) {
      return db
        .selectFrom('noticeRules')
        .selectAll()
        .where('personId', '=', personId)
        .where('event', '=', event)
        .orderBy('readerId')
        .execute();
    },

    async listReaderRules(readerId, personId) {
      return db
        .selectFrom('noticeRules')
        .selectAll()
        .where('readerId', '=', readerId)
        .where('personId', '=', personId)
        .orderBy('event')
        .execute();
    },

    async insertVerification(row) {
      await db.insertInto('verifications').values(row).execute();
    },

    async getVerification(id) {
      const query = db.selectFrom('verifications').selectAll().where('id', '=', id);
      return (await query.executeTakeFirst()) ?? null;
    },

    async countWrongTry(id) {
      await db
        .updateTable('verifications')
        .set({ wrongTries: sql<number>`wrong_tries + 1` })
        .where('id', '=', id)
        .execute();
    },

    async endVerifications(readerId, channel, endedAt) {
      await db
        .updateTable('verifications')
        .set({ endedAt })
        .where('readerId', '=', readerId)
        .where('channel', '=', channel)
        .where('endedAt', 'is', null)
        .execute();
    },

    async deleteVerificationsBefore(createdAt) {
      const query = db.deleteFrom('verifications').where('createdAt', '<', createdAt);
      return Number((await query.executeTakeFirst()).numDeletedRows);
    },

    async insertNotice(row) {
      const inserted = await db
        .insertInto('notices')
        .values({ ...row, state: 'waiting', dueAt: row.createdAt, holder: null, attempts: 0, inDoubt: 0 })
        .onConflict((conflict) => conflict.columns(['event', 'causeId', 'channel', 'address']).doNothing())
        .returning('id')
        .executeTakeFirst();
      return inserted !== undefined;
    },

    async claimNotice(channel, { holder, now, heldUntil }) {
      // One statement: what several workers see as due at once, each locks another row of, and waits for none.
      const claimed = await db
        .updateTable('notices')
        .set({
          holder,
          dueAt: heldUntil,
          attempts: sql<number>`attempts + 1`,
          inDoubt: sql<number>`in_doubt + 1`,
        })
        .where('id', '=', (notices) =>
          notices
            .selectFrom('notices')
            .select('id')
            .where('channel', '=', channel)
            .where('state', '=', 'waiting')
            .where('dueAt', '<=', now)
            .where('inDoubt', '<', MOST_IN_DOUBT)
            .orderBy('dueAt')
            .orderBy('id')
            .limit(1)
            .forUpdate()
            .skipLocked(),
        )
        .returningAll()
        .executeTakeFirst();
      return claimed ?? null;
    },

    async settleNotice(id, holder, outcome) {
      const { numUpdatedRows } = await db
        .updateTable('notices')
        .set({ state: outcome.state, holder: null })
        .$if(outcome.state === 'waiting', (query) =>
          query.set(outcome.state === 'waiting' ? { dueAt: outcome.dueAt } : {}),
        )
        .$if(outcome.state === 'waiting' && outcome.arrived === 'no', (query) =>
          query.set({ inDoubt: sql<number>`in_doubt - 1` }),
        )
        .where('id', '=', id)
        .where('holder', '=', holder)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async deleteNoticesBefore(createdAt) {
      const caught = await db.deleteFrom('caughtNotices').where('at', '<', createdAt).executeTakeFirst();
      const query = db.deleteFrom('notices').where('createdAt', '<', createdAt);
      return Number(caught.numDeletedRows + (await query.executeTakeFirst()).numDeletedRows);
    },

    async insertCaughtNotice(row) {
      await db.insertInto('caughtNotices').values(row).execute();
    },

    async listCaughtNotices(limit) {
      return db
        .selectFrom('caughtNotices')
        .select(['id', 'channel', 'address', 'subject', 'text', 'language', 'at'])
        .orderBy('ordinal', 'desc')
        .limit(limit)
        .execute();
    },
  } satisfies NoticesStore;
}
