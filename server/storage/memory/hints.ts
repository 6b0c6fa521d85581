/** News of what changed. */
import type { HintRow, HintsStore, News } from '../hints.js';
import { copies, filter } from './rows.js';
import type { Tables } from './tables.js';

export function hintsStore(tables: Tables): HintsStore {
  return {
    async insertHints(news: readonly News[], at: number): Promise<void> {
      for (const one of news) {
        // An id that a transaction used and gave up is not used again, as in SQL.
        const id = ++tables.lastHintId;
        tables.hints.insert(String(id), { id, at, news: one });
      }
    },

    async listHints({ after, or }, limit): Promise<HintRow[]> {
      const rows = filter(tables.hints.all(), ({ id }) => id > after || or.includes(id));
      return copies(rows.sort((a, b) => a.id - b.id).slice(0, limit)).map(({ id, news }) => ({ id, news }));
    },

    async lastHintId(): Promise<number> {
      return filter(tables.hints.all(), () => true).reduce((last, { id }) => Math.max(last, id), 0);
    },

    async deleteHintsBefore(at: number): Promise<number> {
      return tables.hints.deleteWhere((row) => row.at < at);
    },
  };
}
