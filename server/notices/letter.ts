/** What a notice is when it leaves: made at that moment, of what holds at that moment. */
import type { KeyedHash } from '../app/crypto.js';
import { receiverOf } from '../app/notices.js';
import { codeOf } from '../app/verification.js';
import type { NoticeRow } from '../storage/notices.js';
import type { Store } from '../storage/storage.js';
import type { Letter } from './sender.js';
import { codeText, noticeText } from './text.js';

export interface LetterContext {
  hash: KeyedHash;
  /** Without a slash at the end. */
  publicUrl: string;
  now: number;
}

/** Null for what is not to leave any more: a right or a wish has ended, a code was used or has run out. */
export async function letterOf(
  store: Store,
  notice: NoticeRow,
  { hash, publicUrl, now }: LetterContext,
): Promise<Letter | null> {
  const { id, address: to, channel, event } = notice;
  if (event === 'verification') {
    const verification = await store.getVerification(notice.causeId);
    if (verification?.endedAt !== null || verification.expiresAt <= now) return null;
    const code = await codeOf(hash, verification.id);
    return { id, to, ...codeText({ channel, language: notice.language, code }) };
  }
  const receiver = await receiverOf(store, notice, event, now);
  if (!receiver) return null;
  const { language, forOther } = receiver;
  return { id, to, ...noticeText({ event, channel, language, forOther }, publicUrl) };
}
