import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Thread } from '../../backend/types.js';
import { listDate, msg, plural, str } from '../../i18n/index.js';
import { langOf } from '../../views/lang-of.js';

export interface RowOptions {
  /** Milliseconds since the epoch. */
  now: number;
  open: boolean;
  /** A reply is begun and not sent. */
  drafted: boolean;
}

const unreadWords = (n: number): string =>
  plural(n, {
    one: msg(str`${n} ulest`, { id: 'inbox.unread.one', desc: 'Messages' }),
    two: msg(str`${n} uleste`, { id: 'inbox.unread.two', desc: 'Messages' }),
    other: msg(str`${n} uleste`, { id: 'inbox.unread.other', desc: 'Messages' }),
  });

/** Whom a conversation is with: a service, or none for what tells of something done. */
export const withWhom = ({ contact }: Pick<Thread, 'contact'>): string =>
  contact?.name ?? msg('Kvittering', { id: 'inbox.receipt', desc: 'A message that tells what was done' });

/**
 * One conversation in the list; its subject opens it. There are many: `.textContent` leaves no marker in the
 * tree, no space stands between what is laid out in a grid, and the one before the badge is of the subject's text.
 */
export function threadRow(thread: Thread, { now, open, drafted }: RowOptions): TemplateResult {
  const { id, subject, unread, lastMessage } = thread;
  const { excerpt, direction, sentAt } = lastMessage;
  const told = drafted
    ? msg('Utkast til svar', { id: 'inbox.draft' })
    : direction === 'out'
      ? msg(str`Sendt: ${excerpt}`, { id: 'inbox.sent', desc: 'Followed by the beginning of a message' })
      : excerpt;
  const whom = withWhom(thread);
  return html`<li part="item thread" class="thread ${unread ? 'unread' : ''}">
    <button type="button" class="open" data-do="open" data-id=${id} aria-current=${open ? 'true' : nothing}>
      ${unread ? `${subject} ` : subject}${unread ? html`<span part="badge unread" class="chip" .textContent=${unreadWords(unread)}></span>` : nothing}</button
    ><time class="muted small" datetime=${sentAt} .textContent=${listDate(Date.parse(sentAt), now)}></time
    ><span class="small" lang=${langOf(whom)} .textContent=${whom}></span
    ><span class="muted small excerpt" lang=${langOf(told)} .textContent=${told}></span>
  </li>`;
}
