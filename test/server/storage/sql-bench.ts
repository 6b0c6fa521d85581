import type { Database } from '../../../server/storage/sql/database.js';
import type { SqlStorage } from '../../../server/storage/sql/sql-storage.js';
import type { Bench } from './conformance.js';

/** Those that refer to others first. */
const tables: (keyof Database)[] = [
  'accessLog',
  'archived',
  'messageCounts',
  'seenCounts',
  'searchTerms',
  'readMarks',
  'attachments',
  'messages',
  'threads',
  'appointments',
  'slots',
  'noticeRules',
  'noticeSettings',
  'notices',
  'verifications',
  'caughtNotices',
  'children',
  'powers',
  'nationalIds',
  'attempts',
  'enrolments',
  'staffContacts',
  'staff',
  'contacts',
  'persons',
  'sessions',
  'loginAttempts',
  'idempotency',
  'hints',
  'settings',
];

/** One database for a file, emptied for each test. */
export function sqlBench(name: string, storage: SqlStorage): Bench {
  return {
    name,
    async empty() {
      // A few rows: deleting them takes less than half the time of TRUNCATE, which makes new files.
      await storage.db.transaction().execute(async (transaction) => {
        for (const table of tables) await transaction.deleteFrom(table).execute();
      });
      return storage;
    },
    close: () => storage.close(),
  };
}
