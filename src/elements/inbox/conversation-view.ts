import { html, nothing, type TemplateResult } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import type { Attachment, Message, Thread } from '../../backend/types.js';
import { byOsloDay, osloDate } from '../../domain/oslo.js';
import {
  capitalise,
  currentCatalogue,
  dayInSentence,
  formatBytes,
  formatTime,
  msg,
  plain,
  str,
} from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
import { langOf } from '../../views/lang-of.js';
import { backLabel, seenLabel } from './inbox-labels.js';
import { withWhom } from './thread-row.js';

export interface ConversationView {
  thread: Thread;
  /** Those that are shown, the oldest first. */
  messages: readonly Message[];
  hasOlder: boolean;
  hasNewer: boolean;
  /** Older ones are on their way. */
  fetching: boolean;
  /** Attachments on their way to the person. */
  downloading: ReadonlySet<string>;
  /** Of the conversation's heading. */
  level: number;
  /** Milliseconds since the epoch. */
  now: number;
  /** Whether the backend can. */
  archive: boolean;
  log: boolean;
}

/** Who wrote it: «Du», «Amina Yusuf, sykepleier», «Marte Solberg på vegne av Ingrid Solberg». */
export function authorWords({ author }: Pick<Message, 'author'>): string {
  const { name, role, onBehalfOf, self } = author;
  const who = self ? msg('Du', { id: 'inbox.you' }) : role ? `${name}, ${role.toLowerCase()}` : name;
  return onBehalfOf
    ? msg(str`${who} på vegne av ${onBehalfOf}`, { id: 'inbox.onBehalfOf', desc: 'Who wrote, for whom' })
    : who;
}

const file = ({ id, name, size }: Attachment, busy: boolean): TemplateResult =>
  html`<li part="attachment">
    ${button('download', `${name} (${formatBytes(size)})`, {
      id,
      kind: 'quiet',
      busy,
      about: msg('last ned', {
        id: 'attachment.download',
        desc: 'After the name of a file, for screen readers',
      }),
    })}
  </li>`;

/** Written out for each side: what tells them apart is no binding then, of which a conversation has hundreds. */
function message(one: Message, { downloading }: ConversationView): TemplateResult {
  const { id, sentAt, body, attachments } = one;
  const who = authorWords(one);
  const time = formatTime(Date.parse(sentAt));
  const files = attachments.length
    ? html`<ul class="files" role="list">
        ${attachments.map((each) => file(each, downloading.has(each.id)))}
      </ul>`
    : nothing;
  if (one.direction === 'in') {
    return html`<li part="item message message-service" class="message" id="message-${id}" tabindex="-1">
      <p class="small muted">
        <span lang=${langOf(who)} .textContent=${`${plain(who)} · `}></span
        ><time datetime=${sentAt} .textContent=${time}></time>
      </p>
      <p class="body" .textContent=${body}></p>
      ${files}
    </li>`;
  }
  const at = msg(str`Sendt ${time}`, {
    id: 'inbox.sentAt',
    desc: 'A time of day, of the person’s own message',
  });
  return html`<li part="item message message-own" class="message own" id="message-${id}" tabindex="-1">
    <p class="small muted">
      <span lang=${langOf(who)} .textContent=${`${plain(who)} · `}></span
      ><time datetime=${sentAt} lang=${langOf(at)} .textContent=${at}></time>
    </p>
    <p class="body" .textContent=${body}></p>
    ${files}
  </li>`;
}

/** The messages, day by day, the oldest first. */
export function messageList(view: ConversationView): TemplateResult[] {
  const today = osloDate(view.now);
  return Array.from(
    byOsloDay(view.messages, ({ sentAt }) => Date.parse(sentAt)),
    ([day, messages]) =>
      html`${heading(view.level + 1, capitalise(dayInSentence(day, today)), { kind: 'day' })}
        <ol class="messages" role="list">
          ${messages.map((one) => message(one, view))}
        </ol>`,
  );
}

/** The same, looked at again only when it is another: somebody writes below it, letter by letter. */
const steadyList = (view: ConversationView): unknown => {
  const { messages, downloading, level, now } = view;
  return guard([currentCatalogue(), level, osloDate(now), ...downloading, ...messages], () =>
    messageList(view),
  );
};

/** What a conversation is about, with whom, and what one can do with it. */
export function conversationTop({ thread, level, archive, log }: ConversationView): TemplateResult {
  const { topic, folder } = thread;
  return html`<div class="top">
    ${button('back', backLabel(), { kind: 'quiet' })}${heading(level, thread.subject, { id: 'conversation-title', kind: 'subtitle' })}
    <p class="muted small">${withWhom(thread)}${topic ? ` · ${topic.label}` : nothing}</p>
    <div class="acts">
      ${
        archive
          ? folder === 'inbox'
            ? button('archive', msg('Arkiver', { id: 'inbox.archive', desc: 'Button' }), { kind: 'quiet' })
            : button('to-inbox', msg('Flytt til innboksen', { id: 'inbox.toInbox' }), { kind: 'quiet' })
          : nothing
      }${log ? button('seen', seenLabel(), { kind: 'quiet' }) : nothing}${button('print', msg('Skriv ut', { id: 'inbox.print' }), { kind: 'quiet' })}
    </div>
  </div>`;
}

/** The messages that are shown, and the ways to the others. */
export const conversationMessages = (view: ConversationView): TemplateResult =>
  html`${
    view.hasOlder
      ? button('older-messages', msg('Vis eldre meldinger', { id: 'inbox.olderMessages' }), {
          busy: view.fetching,
        })
      : nothing
  }${steadyList(view)}${
    view.hasNewer
      ? button('newer-messages', msg('Vis nyere meldinger', { id: 'inbox.newerMessages' }))
      : nothing
  }`;
