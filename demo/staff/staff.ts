/**
 * The other side of the conversation: a plain page on which staff read and
 * answer. It asks again every ten seconds and on return to the page.
 */
import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as api from './staff-api.js';
import * as views from './staff-views.js';

interface Answer {
  text: string;
  /** Of this text: the same over all attempts, a new one once it is sent or changed. */
  key: string;
  sending: boolean;
  problem: string | null;
}

const page = document.querySelector('main') as HTMLElement;
const pollEvery = 10_000;

let session: api.StaffSession | null = null;
let view: 'loading' | 'login' | 'wrong-person' | 'broken' | 'desk' = 'loading';
let threads: api.StaffThread[] = [];
let next: string | null = null;
let pages = 1;
let openThread: api.StaffThread | null = null;
let messages: api.StaffMessage[] = [];
let problem: string | null = null;
const answers = new Map<string, Answer>();

const newAnswer = (text = ''): Answer => ({ text, key: crypto.randomUUID(), sending: false, problem: null });

function answerTo(threadId: string): Answer {
  const answer = answers.get(threadId) ?? newAnswer();
  answers.set(threadId, answer);
  return answer;
}

async function start(): Promise<void> {
  try {
    session = await api.getStaffSession();
    view = 'desk';
    await refresh();
  } catch (error) {
    fail(error);
  }
  draw();
}

function fail(error: unknown): void {
  const status = error instanceof api.StaffError ? error.status : 0;
  if (status === 401) view = 'login';
  else if (status === 403) view = 'wrong-person';
  else if (view === 'desk') problem = 'Vi får ikke kontakt med tjenesten. Det du ser, kan være gammelt.';
  else view = 'broken';
}

/** Reads as many pages of the list as are shown, and the conversation that is open. */
async function refresh(): Promise<void> {
  const items: api.StaffThread[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages; page++) {
    const list: api.StaffThreadList = await api.listStaffThreads(cursor);
    items.push(...list.items);
    cursor = list.next;
    if (!cursor) break;
  }
  threads = items;
  next = cursor;
  problem = null;
  const newer = openThread && items.find(({ id }) => id === openThread?.id);
  if (newer && newer.lastMessage.id !== openThread?.lastMessage.id) await show(newer.id);
}

/** Opens a conversation, which marks it read for this reader. */
async function show(threadId: string): Promise<void> {
  const [thread, list] = await Promise.all([api.getStaffThread(threadId), api.listStaffMessages(threadId)]);
  openThread = { ...thread, unread: 0 };
  messages = list.items.toReversed();
  const last = list.items[0];
  if (last) await api.markStaffRead(threadId, last.id);
  threads = threads.map((one) => (one.id === threadId ? { ...one, unread: 0 } : one));
}

async function choose(threadId: string): Promise<void> {
  await attempt(() => show(threadId));
  page.querySelector<HTMLElement>('.thread h2')?.focus();
}

async function send(threadId: string): Promise<void> {
  const answer = answerTo(threadId);
  if (answer.sending || !answer.text.trim()) return;
  answer.sending = true;
  answer.problem = null;
  draw();
  try {
    await api.sendStaffAnswer(threadId, answer.text, answer.key);
    answers.set(threadId, newAnswer());
    await attempt(async () => {
      await show(threadId);
      await refresh();
    });
    page.querySelector<HTMLElement>('textarea')?.focus();
  } catch (error) {
    answer.sending = false;
    answer.problem =
      error instanceof api.StaffError && error.code === 'thread-closed'
        ? 'Samtalen er avsluttet, så svaret kan ikke sendes.'
        : 'Svaret ble ikke sendt. Teksten står her ennå. Prøv igjen.';
    draw();
  }
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    fail(error);
  }
  draw();
}

async function logOut(end: () => Promise<{ logoutUrl: string | null }>): Promise<void> {
  await attempt(async () => {
    const { logoutUrl } = await end();
    location.assign(logoutUrl ?? location.pathname);
  });
}

const logOutStaff = () => void logOut(api.endStaffSession);
const logOutResident = () => void logOut(api.endResidentSession);

function threadView(thread: api.StaffThread) {
  const answer = answerTo(thread.id);
  const write = (event: InputEvent) => {
    const { value } = event.target as HTMLTextAreaElement;
    answers.set(thread.id, newAnswer(value));
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send(thread.id);
  };
  return html`<section class="thread" aria-label="Samtalen">
    ${views.threadHead(thread)}
    <ol class="messages">
      ${repeat(messages, ({ id }) => id, views.messageItem)}
    </ol>
    ${
      thread.state === 'closed'
        ? html`<p class="empty">Samtalen er avsluttet.</p>`
        : html`<form @submit=${submit}>
            <label for="answer">Svar</label>
            <textarea
              id="answer"
              required
              maxlength=${session?.messageLength ?? nothing}
              .value=${answer.text}
              @input=${write}
            ></textarea>
            ${answer.problem ? html`<p class="problem" role="alert">${answer.problem}</p>` : nothing}
            <button class="button filled" ?disabled=${answer.sending}>
              ${answer.sending ? 'Sender …' : 'Send svar'}
            </button>
          </form>`
    }
  </section>`;
}

function deskView(current: api.StaffSession) {
  const more = () => {
    pages += 1;
    void attempt(refresh);
  };
  return html`
    ${views.headView(current, logOutStaff)}
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
    <div class="desk">
      <nav class="conversations" aria-label="Samtaler">
        ${threads.length === 0 ? views.nothingNew() : nothing}
        <ul>
          ${repeat(
            threads,
            ({ id }) => id,
            (thread) =>
              html`<li>
                ${views.conversationLink(thread, thread.id === openThread?.id, () => void choose(thread.id))}
              </li>`,
          )}
        </ul>
        ${next ? html`<button class="conversation-link" type="button" @click=${more}>Vis flere</button>` : nothing}
      </nav>
      ${openThread ? threadView(openThread) : html`<p class="empty">Velg en samtale for å lese den.</p>`}
    </div>
  `;
}

function draw(): void {
  const content = {
    loading: () =>
      html`<h1>Meldinger fra innbyggere</h1>
        <p class="lead">Henter …</p>`,
    login: () => views.loginView(),
    'wrong-person': () => views.wrongPersonView(logOutResident),
    broken: () => views.brokenView(() => void start()),
    desk: () => (session ? deskView(session) : nothing),
  };
  render(content[view](), page);
}

function poll(): void {
  if (view === 'desk' && !document.hidden) void attempt(refresh);
}

draw();
void start();
setInterval(poll, pollEvery);
document.addEventListener('visibilitychange', poll);
