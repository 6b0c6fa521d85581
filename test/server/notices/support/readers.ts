/** Who gets notices, and what lies in the outbox. */
import type { NoticeRow, NoticeSettingsRow } from '../../../../server/storage/notices.js';
import type { Storage } from '../../../../server/storage/storage.js';
import { NOW } from '../../app/support/people.js';

export const sending = { settings: { noticeChannels: ['sms', 'email'] as const } };

export async function reader(storage: Storage, readerId: string, given: Partial<NoticeSettingsRow> = {}) {
  await storage.putNoticeSettings({
    readerId,
    mobile: null,
    mobileVerified: false,
    email: `${readerId}@post.example`,
    emailVerified: true,
    language: 'nb',
    managedAt: null,
    ...given,
  });
}

/** Takes all out of the outbox. */
export async function outbox(storage: Storage): Promise<NoticeRow[]> {
  const rows: NoticeRow[] = [];
  for (const channel of ['sms', 'email'] as const) {
    const claim = { holder: 'test', now: NOW + 3_600_000, heldUntil: NOW + 7_200_000 };
    for (let row; (row = await storage.claimNotice(channel, claim));) rows.push(row);
  }
  return rows;
}

export const addresses = async (storage: Storage) =>
  (await outbox(storage)).map(({ address }) => address).sort();
