/** The conversation that is open: what is written in it, what was read, and what staff can do. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatBytes, formatDate, formatList, momentInSentence } from '../../src/i18n/index.js';
import type { Answer, AnswerFile } from './answer.js';
import {
  attachmentUrl,
  now,
  type Receipt,
  type StaffMessage,
  type StaffSession,
  type StaffThread,
  type ThreadState,
} from './staff-api.js';

export interface ThreadView {
  thread: StaffThread;
  /** The oldest first. */
  messages: readonly StaffMessage[];
  receipts: readonly Receipt[];
  session: StaffSession;
  answer: Answer;
  /** Its state is being changed. */
  changing: boolean;
  change: (state: ThreadState) => void;
  write: (text: string) => void;
  attach: (files: File[]) => void;
  removeFile: (key: string) => void;
  send: () => void;
}

const when = (instant: string) => momentInSentence(Date.parse(instant), now());

const STATE_WORDS: Record<ThreadState, string> = {
  open: 'Samtalen er åpen. Innbyggeren kan skrive når som helst.',
  'reply-only': 'Innbyggeren kan svare på det dere skriver, men ikke skrive først.',
  closed: 'Samtalen er avsluttet. Ingen kan skrive i den før den åpnes igjen.',
};

/** What to press to bring a conversation into a state. */
const STATE_BUTTONS: Record<ThreadState, string> = {
  open: 'Åpne samtalen igjen',
  'reply-only': 'Ta bare imot svar',
  closed: 'Avslutt samtalen',
};

function threadHead({ thread, changing, change }: ThreadView): TemplateResult {
  const { subject, resident, contact, topic, state } = thread;
  const others = (Object.keys(STATE_BUTTONS) as ThreadState[]).filter(
    (one) => one !== state && !(one === 'reply-only' && state === 'closed'),
  );
  return html`<header>
    <h2 tabindex="-1">${subject}</h2>
    <p>
      ${resident.name}, født ${formatDate(resident.birthDate, 'long')}
      <span class="soft">· ${contact.name}${topic ? ` · ${topic.label}` : ''}</span>
    </p>
    <p class="state" tabindex="-1">${STATE_WORDS[state]}</p>
    <p class="acts">
      ${repeat(
        others,
        (one) => one,
        (one) =>
          html`<button class="button" type="button" ?disabled=${changing} @click=${() => change(one)}>
            ${STATE_BUTTONS[one]}
          </button>`,
      )}
    </p>
  </header>`;
}

/** Who on the resident's side has read a message of the staff's, and nothing newer of theirs. */
function readWords(message: StaffMessage, { messages, receipts }: ThreadView): string | null {
  if (message.direction !== 'in') return null;
  const ours = messages.filter(({ direction }) => direction === 'in');
  const at = ({ sentAt }: { sentAt: string }): number => Date.parse(sentAt);
  const next = ours[ours.indexOf(message) + 1];
  const readers = receipts.filter(
    (receipt) => at(receipt) >= at(message) && !(next && at(receipt) >= at(next)),
  );
  if (readers.length)
    return `Lest av ${formatList(
      readers.map(
        ({ who, onBehalfOf, at: read }) =>
          `${who}${onBehalfOf ? ` på vegne av ${onBehalfOf}` : ''} (${when(read)})`,
      ),
    )}`;
  return next || receipts.some((receipt) => at(receipt) >= at(message)) ? null : 'Ikke lest ennå';
}

function messageItem(message: StaffMessage, view: ThreadView): TemplateResult {
  const { author, attachments, direction, body, sentAt } = message;
  const read = readWords(message, view);
  return html`<li class=${direction === 'in' ? 'ours' : ''}>
    <p class="bubble">${body}</p>
    ${attachments.map(
      (file) =>
        html`<p>
          <a href=${attachmentUrl(file.id)} download>${file.name}</a>
          <span class="soft">${formatBytes(file.size)}</span>
        </p>`,
    )}
    <p class="soft">
      ${author.name}${author.role ? `, ${author.role}` : ''}${
        author.onBehalfOf ? ` på vegne av ${author.onBehalfOf}` : ''
      }
      · ${when(sentAt)}
    </p>
    ${read ? html`<p class="soft read">${read}</p>` : nothing}
  </li>`;
}

const fileItem = (
  { key, name, size, uploaded, problem }: AnswerFile,
  sending: boolean,
  remove: (key: string) => void,
): TemplateResult =>
  html`<li>
    ${name} <span class="soft">${problem ?? (uploaded ? formatBytes(size) : 'Laster opp …')}</span>
    <button
      class="button"
      type="button"
      aria-label="Fjern ${name}"
      ?disabled=${sending}
      @click=${() => remove(key)}
    >
      Fjern
    </button>
  </li>`;

function answerForm({ answer, session, write, attach, removeFile, send }: ThreadView): TemplateResult {
  const { text, files, problem, sending } = answer;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send();
  };
  const choose = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    attach([...(input.files ?? [])]);
    // The same file may be chosen again after it was taken away.
    input.value = '';
  };
  return html`<form @submit=${submit}>
    <label for="answer">Svar</label>
    <textarea
      id="answer"
      required
      maxlength=${session.messageLength}
      .value=${text}
      ?readonly=${sending}
      @input=${(event: InputEvent) => write((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <label for="files">Legg ved filer</label>
    <input
      id="files"
      type="file"
      multiple
      accept=${session.mediaTypes.join()}
      aria-describedby="files-hint"
      ?disabled=${sending}
      @change=${choose}
    />
    <span class="soft" id="files-hint"
      >Høyst ${session.attachments} filer på inntil ${formatBytes(session.attachmentSize)} hver.</span
    >
    ${
      files.length
        ? html`<ul class="files" aria-label="Filer i svaret">
            ${repeat(
              files,
              ({ key }) => key,
              (file) => fileItem(file, sending, removeFile),
            )}
          </ul>`
        : nothing
    }
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
    <button class="button filled" ?disabled=${sending}>${sending ? 'Sender …' : 'Send svar'}</button>
  </form>`;
}

export const threadView = (view: ThreadView): TemplateResult =>
  html`<section class="thread" aria-label="Samtalen">
    ${threadHead(view)}
    <ol class="messages">
      ${repeat(
        view.messages,
        ({ id }) => id,
        (message) => messageItem(message, view),
      )}
    </ol>
    ${view.thread.state === 'closed' ? nothing : answerForm(view)}
  </section>`;
