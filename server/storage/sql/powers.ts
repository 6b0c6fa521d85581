/** Who may act for whom, identity numbers as keyed hashes, and counted attempts. */
import { sql, type Kysely } from 'kysely';
import { decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import type { PowersStore } from '../powers.js';
import type { Database } from './database.js';

export function powersStore(db: Kysely<Database>) {
  return {
    async putPower(row) {
      await db
        .insertInto('powers')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    async getPower(id) {
      return (await db.selectFrom('powers').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    async listPowers(personId, page) {
      const after = page.cursor === null ? null : decodeCursor('powers', ['number', 'string'], page.cursor);
      const rows = await db
        .selectFrom('powers')
        .selectAll()
        .where(({ or, eb }) => or([eb('giverId', '=', personId), eb('receiverId', '=', personId)]))
        .$if(after !== null, (rest) =>
          rest.where(sql<boolean>`(created_at, id) < (${after?.[0]}, ${after?.[1]})`),
        )
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit + 1)
        .execute();
      return pageOf(rows, page.limit, (row) => encodeCursor('powers', [row.createdAt, row.id]));
    },

    listPowersGiven(personId) {
      return db.selectFrom('powers').selectAll().where('giverId', '=', personId).orderBy('id').execute();
    },

    listPowersReceived(personId) {
      return db.selectFrom('powers').selectAll().where('receiverId', '=', personId).orderBy('id').execute();
    },

    async holdPowers(giverId, receiverId) {
      const query = db.selectFrom('powers').select('id').where('giverId', '=', giverId);
      await query.where('receiverId', '=', receiverId).forShare().execute();
    },

    async putChild(row) {
      await db
        .insertInto('children')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['parentId', 'childId']).doUpdateSet({ scopes: row.scopes }),
        )
        .execute();
    },

    listChildren(parentId) {
      const query = db.selectFrom('children').selectAll().where('parentId', '=', parentId);
      return query.orderBy('childId').execute();
    },

    async putNationalIdHash(personId, hash) {
      await db
        .insertInto('nationalIds')
        .values({ personId, hash })
        .onConflict((conflict) => conflict.column('personId').doUpdateSet({ hash }))
        .execute();
    },

    async findPersonByNationalIdHash(hash) {
      const query = db
        .selectFrom('persons')
        .selectAll('persons')
        .innerJoin('nationalIds', 'nationalIds.personId', 'persons.id')
        .where('nationalIds.hash', '=', hash);
      return (await query.executeTakeFirst()) ?? null;
    },

    async insertAttempt(row) {
      await db.insertInto('attempts').values(row).execute();
    },

    async listAttempts(key, after) {
      const query = db.selectFrom('attempts').select('at').where('key', '=', key).where('at', '>', after);
      return (await query.orderBy('at').execute()).map(({ at }) => at);
    },

    async deleteAttemptsBefore(at) {
      const query = db.deleteFrom('attempts').where('at', '<', at);
      return Number((await query.executeTakeFirst()).numDeletedRows);
    },
  } satisfies PowersStore;
}
