/** Notices: addresses, rules, the outbox and what the catcher took in. */
import type { NoticeChannel, NoticeEvent } from '../../../src/backend/types.js';
import { compareText } from '../keyset.js';
import { MOST_IN_DOUBT } from '../notices.js';
import type {
  CaughtNoticeRow,
  NewNotice,
  NoticeOutcome,
  NoticeRow,
  NoticeRuleRow,
  NoticeSettingsRow,
  NoticesStore,
  VerificationRow,
} from '../notices.js';
import { copies, copy, filter, find, mustHave } from './rows.js';
import type { Tables } from './tables.js';

export function noticesStore(tables: Tables) {
  return {
    async getNoticeSettings(readerId: string): Promise<NoticeSettingsRow | null> {
      return copy(tables.noticeSettings.get(readerId));
    },

    async putNoticeSettings(row: NoticeSettingsRow): Promise<void> {
      mustHave(tables.persons, row.readerId, 'notice settings', 'readerId');
      tables.noticeSettings.put(row.readerId, row);
    },

    async putNoticeRule(row: NoticeRuleRow): Promise<void> {
      mustHave(tables.persons, row.readerId, 'notice rules', 'readerId');
      mustHave(tables.persons, row.personId, 'notice rules', 'personId');
      tables.noticeRules.put(JSON.stringify([row.readerId, row.personId, row.event]), row);
    },

    async listNoticeRules(personId: string, event: NoticeEvent): Promise<NoticeRuleRow[]> {
      const rows = filter(
        tables.noticeRules.all(),
        (row) => row.personId === personId && row.event === event,
      );
      return copies(rows.sort((a, b) => compareText(a.readerId, b.readerId)));
    },

    async listReaderRules(readerId: string, personId: string): Promise<NoticeRuleRow[]> {
      const rows = filter(
        tables.noticeRules.all(),
        (row) => row.readerId === readerId && row.personId === personId,
      );
      return copies(rows.sort((a, b) => compareText(a.event, b.event)));
    },

    async insertVerification(row: VerificationRow): Promise<void> {
      mustHave(tables.persons, row.readerId, 'verifications', 'readerId');
      tables.verifications.insert(row.id, row);
    },

    async getVerification(id: string): Promise<VerificationRow | null> {
      return copy(tables.verifications.get(id));
    },

    async countWrongTry(id: string): Promise<void> {
      const row = tables.verifications.get(id);
      if (row) tables.verifications.put(id, { ...row, wrongTries: row.wrongTries + 1 });
    },

    async endVerifications(readerId: string, channel: NoticeChannel, endedAt: number): Promise<void> {
      const open = filter(
        tables.verifications.all(),
        (row) => row.readerId === readerId && row.channel === channel && row.endedAt === null,
      );
      for (const row of open) tables.verifications.put(row.id, { ...row, endedAt });
    },

    async deleteVerificationsBefore(createdAt: number): Promise<number> {
      return tables.verifications.deleteWhere((row) => row.createdAt < createdAt);
    },

    async insertNotice(row: NewNotice): Promise<boolean> {
      const there = find(
        tables.notices.all(),
        (one) =>
          one.event === row.event &&
          one.causeId === row.causeId &&
          one.channel === row.channel &&
          one.address === row.address,
      );
      if (there) return false;
      mustHave(tables.persons, row.readerId, 'notices', 'readerId');
      mustHave(tables.persons, row.personId, 'notices', 'personId');
      const { createdAt } = row;
      tables.notices.insert(row.id, {
        ...row,
        state: 'waiting',
        dueAt: createdAt,
        holder: null,
        attempts: 0,
        inDoubt: 0,
      });
      return true;
    },

    async claimNotice(
      channel: NoticeChannel,
      { holder, now, heldUntil }: { holder: string; now: number; heldUntil: number },
    ): Promise<NoticeRow | null> {
      const [first] = filter(
        tables.notices.all(),
        (row) =>
          row.channel === channel &&
          row.state === 'waiting' &&
          row.dueAt <= now &&
          row.inDoubt < MOST_IN_DOUBT,
      ).sort((a, b) => a.dueAt - b.dueAt || compareText(a.id, b.id));
      if (!first) return null;
      const attempts = first.attempts + 1;
      const inDoubt = first.inDoubt + 1;
      tables.notices.put(first.id, { ...first, holder, dueAt: heldUntil, attempts, inDoubt });
      return copy(tables.notices.get(first.id));
    },

    async settleNotice(id: string, holder: string, outcome: NoticeOutcome): Promise<boolean> {
      const row = tables.notices.get(id);
      if (row?.holder !== holder) return false;
      const known = outcome.state === 'waiting' && outcome.arrived === 'no';
      tables.notices.put(id, {
        ...row,
        state: outcome.state,
        holder: null,
        ...(outcome.state === 'waiting' ? { dueAt: outcome.dueAt } : {}),
        inDoubt: known ? row.inDoubt - 1 : row.inDoubt,
      });
      return true;
    },

    async deleteNoticesBefore(createdAt: number): Promise<number> {
      const caught = tables.caughtNotices.deleteWhere((row) => row.at < createdAt);
      return caught + tables.notices.deleteWhere((row) => row.createdAt < createdAt);
    },

    async insertCaughtNotice(row: CaughtNoticeRow): Promise<void> {
      tables.caughtNotices.insert(crypto.randomUUID(), row);
    },

    async listCaughtNotices(limit: number): Promise<CaughtNoticeRow[]> {
      return copies([...tables.caughtNotices.all()].reverse().slice(0, limit));
    },
  } satisfies NoticesStore;
}
