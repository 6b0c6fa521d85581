/** News of what changed. */
import { sql, type Kysely } from 'kysely';
import type { HintsStore } from '../hints.js';
import type { Database } from './database.js';

export function hintsStore(db: Kysely<Database>): HintsStore {
  return {
    async insertHints(news, at) {
      if (news.length === 0) return;
      const rows = news.map((one) => ({ at, news: JSON.stringify(one) }));
      await db.insertInto('hints').values(rows).execute();
    },

    async listHints({ after, or }, limit) {
      const { rows } = await sql<Awaited<ReturnType<HintsStore['listHints']>>[number]>`
        select id, news from hints where id > ${after}
        union all
        select id, news from hints where id = any (${[...or]}::bigint[]) and id <= ${after}
        order by id
        limit ${limit}
      `.execute(db);
      return rows;
    },

    async lastHintId() {
      const { rows } = await sql<{ id: number | null }>`select max(id) as id from hints`.execute(db);
      return rows[0]?.id ?? 0;
    },

    async deleteHintsBefore(at) {
      const { numDeletedRows } = await db.deleteFrom('hints').where('at', '<', at).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
