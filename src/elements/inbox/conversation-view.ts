import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment, Message, Thread } from '../../backend/types.js';
import { osloDate } from '../../domain/oslo.js';
import { capitalise, dayInSentence, formatBytes, formatTime, msg, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
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

function message(one: Message, { downloading }: ConversationView): TemplateResult {
  const own = one.direction === 'out';
  return html`<li
    part="item message message-${own ? 'own' : 'service'}"
    class="message ${own ? 'own' : ''}"
    id="message-${one.id}"
    tabindex="-1"
  >
    <p class="small muted">
      ${authorWords(one)} ·
      <time datetime=${one.sentAt} .textContent=${formatTime(Date.parse(one.sentAt))}></time>${
        own ? ` · ${msg('Sendt', { id: 'inbox.isSent' })}` : nothing
      }
    </p>
    <p class="body" .textContent=${one.body}></p>
    ${
      one.attachments.length
        ? html`<ul class="files" role="list">
            ${one.attachments.map((each) => file(each, downloading.has(each.id)))}
          </ul>`
        : nothing
    }
  </li>`;
}

/** Messages of one day after the other. */
function byDay(messages: readonly Message[]): [day: string, messages: Message[]][] {
  const days = new Map<string, Message[]>();
  for (const one of messages) {
    const day = osloDate(Date.parse(one.sentAt));
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days];
}

/** The messages, day by day, the oldest first. */
export const messageList = (view: ConversationView): TemplateResult =>
  html`${byDay(view.messages).map(
    ([day, messages]) =>
      html`${heading(view.level + 1, capitalise(dayInSentence(day, osloDate(view.now))), { kind: 'day' })}
        <ol class="messages" role="list">
          ${messages.map((one) => message(one, view))}
        </ol>`,
  )}`;

/** What a conversation is about, with whom, and what one can do with it. */
export function conversationTop({ thread, level, archive, log }: ConversationView): TemplateResult {
  const { topic, folder } = thread;
  return html`<div class="top">
    ${button('back', backLabel(), { kind: 'quiet' })}
    ${heading(level, thread.subject, { id: 'conversation-title', kind: 'subtitle' })}
    <p class="muted small">${withWhom(thread)}${topic ? ` · ${topic.label}` : nothing}</p>
    <div class="acts">
      ${
        archive
          ? folder === 'inbox'
            ? button('archive', msg('Arkiver', { id: 'inbox.archive', desc: 'Button' }), { kind: 'quiet' })
            : button('to-inbox', msg('Flytt til innboksen', { id: 'inbox.toInbox' }), { kind: 'quiet' })
          : nothing
      }
      ${log ? button('seen', seenLabel(), { kind: 'quiet' }) : nothing}
      ${button('print', msg('Skriv ut', { id: 'inbox.print' }), { kind: 'quiet' })}
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
  }
  ${messageList(view)}
  ${
    view.hasNewer
      ? button('newer-messages', msg('Vis nyere meldinger', { id: 'inbox.newerMessages' }))
      : nothing
  }`;
