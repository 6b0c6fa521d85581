/** Who may act for whom, identity numbers as keyed hashes, and counted attempts. */
import { StorageError } from '../errors.js';
import { compareText, decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import type { AttemptRow, ChildRow, PowerRow, PowersStore } from '../powers.js';
import type { PageOf, PageRequest, PersonRow } from '../storage.js';
import { copies, copy, filter, find, mustHave, newestFirst, pair, sortById } from './rows.js';
import type { Tables } from './tables.js';

export function powersStore(tables: Tables) {
  return {
    async putPower(row: PowerRow): Promise<void> {
      mustHave(tables.persons, row.giverId, 'powers', 'giverId');
      mustHave(tables.persons, row.receiverId, 'powers', 'receiverId');
      tables.powers.put(row.id, row);
    },

    async getPower(id: string): Promise<PowerRow | null> {
      return copy(tables.powers.get(id));
    },

    async listPowers(personId: string, page: PageRequest): Promise<PageOf<PowerRow>> {
      const after = page.cursor === null ? null : decodeCursor('powers', ['number', 'string'], page.cursor);
      const theirs = filter(tables.powers.all(), (row) => [row.giverId, row.receiverId].includes(personId));
      const rows = newestFirst(theirs, (row) => [row.createdAt, row.id], after, page.limit);
      return pageOf(copies(rows), page.limit, (row) => encodeCursor('powers', [row.createdAt, row.id]));
    },

    async listPowersGiven(personId: string): Promise<PowerRow[]> {
      return copies(sortById(filter(tables.powers.all(), (row) => row.giverId === personId)));
    },

    async listPowersReceived(personId: string): Promise<PowerRow[]> {
      return copies(sortById(filter(tables.powers.all(), (row) => row.receiverId === personId)));
    },

    /** Transactions follow each other here. */
    holdPowers: () => Promise.resolve(),

    async putChild(row: ChildRow): Promise<void> {
      mustHave(tables.persons, row.parentId, 'children', 'parentId');
      mustHave(tables.persons, row.childId, 'children', 'childId');
      tables.children.put(pair(row.parentId, row.childId), row);
    },

    async listChildren(parentId: string): Promise<ChildRow[]> {
      const rows = filter(tables.children.all(), (row) => row.parentId === parentId);
      return copies(rows.sort((a, b) => compareText(a.childId, b.childId)));
    },

    async putNationalIdHash(personId: string, hash: string): Promise<void> {
      mustHave(tables.persons, personId, 'national ids', 'personId');
      if (find(tables.nationalIds.all(), (row) => row.hash === hash && row.personId !== personId))
        throw new StorageError('duplicate', 'national ids: the hash is taken');
      tables.nationalIds.put(personId, { personId, hash });
    },

    async findPersonByNationalIdHash(hash: string): Promise<PersonRow | null> {
      const owner = find(tables.nationalIds.all(), (row) => row.hash === hash);
      return copy(owner && tables.persons.get(owner.personId));
    },

    async insertAttempt(row: AttemptRow): Promise<void> {
      tables.attempts.insert(crypto.randomUUID(), row);
    },

    async listAttempts(key: string, after: number): Promise<number[]> {
      const rows = filter(tables.attempts.all(), (row) => row.key === key && row.at > after);
      return rows.map(({ at }) => at).sort((a, b) => a - b);
    },

    async deleteAttemptsBefore(at: number): Promise<number> {
      return tables.attempts.deleteWhere((row) => row.at < at);
    },
  } satisfies PowersStore;
}
