/**
 * The other side: a plain page on which staff read and answer, with files, close
 * conversations and open them again, and see what was read; and decide on what
 * residents ask of their appointments. It asks again when the service says that
 * something has changed, every ten seconds in case it cannot say so, and on
 * return to the page.
 */
import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Hint } from '../../src/backend/types.js';
import * as answers from './answer.js';
import * as appointments from './appointments.js';
import { appointmentsView } from './appointment-views.js';
import * as api from './staff-api.js';
import * as views from './staff-views.js';
import { threadView } from './thread-views.js';
import * as threads from './threads.js';

const page = document.querySelector('main') as HTMLElement;
const pollEvery = 10_000;

let session: api.StaffSession | null = null;
let view: 'loading' | 'login' | 'wrong-person' | 'broken' | 'desk' = 'loading';
/** What is shown of the desk. */
let section: views.Section = sectionOf(location.hash);
let problem: string | null = null;
/** The state of the open conversation is being changed. */
let changing = false;
/** What changes the list is done one after the other, so that an older answer never replaces a newer one. */
let turn: Promise<unknown> = Promise.resolve();
let hints: EventSource | null = null;
let polling = false;
/** There may be something new since the last time. */
let asked = false;
/** The ids of what news has come of that has not been asked for since, by where it is shown. */
const told: Record<views.Section, Set<string>> = { meldinger: new Set(), timer: new Set() };

function sectionOf(hash: string): views.Section {
  return hash === '#timer' ? 'timer' : 'meldinger';
}

async function start(): Promise<void> {
  try {
    session = await api.getStaffSession();
    view = 'desk';
    await refresh();
    listen();
  } catch (error) {
    fail(error);
  }
  draw();
}

/** Asks again as soon as there is something new. */
function listen(): void {
  hints?.close();
  hints = new EventSource('/api/staff/events');
  hints.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const { type, id } = JSON.parse(data) as Hint;
    if (id) told[type === 'appointment' ? 'timer' : 'meldinger'].add(id);
    void poll();
  });
  // What happened while there was no connection was told to nobody.
  hints.addEventListener('open', () => {
    if (threads.state.open) told.meldinger.add(threads.state.open.id);
    if (appointments.state.open) told.timer.add(appointments.state.open.id);
    void poll();
  });
}

function fail(error: unknown): void {
  const status = error instanceof api.StaffError ? error.status : 0;
  if (status === 401) view = 'login';
  else if (status === 403) view = 'wrong-person';
  else if (view === 'desk') problem = 'Vi får ikke kontakt med tjenesten. Det du ser, kan være gammelt.';
  else view = 'broken';
  if (view !== 'desk') hints?.close();
}

/** Asks for what is shown anew. */
async function refresh(): Promise<void> {
  const shown = section;
  const news = told[shown];
  told[shown] = new Set();
  try {
    await (shown === 'timer' ? appointments : threads).refresh(news);
  } catch (error) {
    for (const id of news) told[shown].add(id);
    throw error;
  }
  problem = null;
}

async function choose(threadId: string): Promise<void> {
  await attempt(() => threads.choose(threadId));
  page.querySelector<HTMLElement>('.thread h2')?.focus();
}

async function send(threadId: string): Promise<void> {
  if (!(await answers.send(threadId, draw))) return;
  await attempt(refresh);
  page.querySelector<HTMLElement>('textarea')?.focus();
}

async function change(threadId: string, state: api.ThreadState): Promise<void> {
  if (changing) return;
  changing = true;
  draw();
  await attempt(async () => {
    await api.changeThreadState(threadId, state);
    await refresh();
  });
  changing = false;
  draw();
  // The button that was pressed is gone: what has come of it is read out instead.
  page.querySelector<HTMLElement>('.thread .state')?.focus();
}

async function attempt(work: () => Promise<void>): Promise<void> {
  const done = turn.then(work).catch(fail);
  turn = done;
  await done;
  draw();
}

async function logOut(): Promise<void> {
  await attempt(async () => {
    const { logoutUrl } = await api.endStaffSession();
    location.assign(logoutUrl ?? location.pathname);
  });
}

/** Does what was pressed among appointments; what has come of it gets focus, so that it is read out. */
async function act(work: () => Promise<unknown>): Promise<void> {
  const before = { ...appointments.state };
  const working = attempt(async () => {
    await work();
  });
  draw();
  await working;
  const { beside, open, done } = appointments.state;
  if (beside !== before.beside || open?.id !== before.open?.id)
    page.querySelector<HTMLElement>('.thread h2')?.focus();
  else if (done) page.querySelector<HTMLElement>('.thread .done')?.focus();
}

function conversation(current: api.StaffSession, thread: api.StaffThread) {
  const { id } = thread;
  const { messages, receipts } = threads.state;
  return threadView({
    thread,
    messages,
    receipts,
    session: current,
    answer: answers.answerTo(id),
    changing,
    change: (state) => void change(id, state),
    write: (text) => answers.write(id, text),
    attach: (files) => void answers.attach(id, files, current, draw),
    removeFile: (key) => {
      answers.removeFile(id, key);
      draw();
      page.querySelector<HTMLElement>('#files')?.focus();
    },
    send: () => void send(id),
  });
}

function deskView(current: api.StaffSession) {
  return html`
    ${views.headView(current, section, () => void logOut())}
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
    ${section === 'timer' ? appointmentsView({ session: current, act: (work) => void act(work) }) : threadsView(current)}
  `;
}

function threadsView(current: api.StaffSession) {
  const { list, hasMore, open } = threads.state;
  const more = () => void attempt(threads.showMore);
  return html`<div class="desk">
    <nav class="conversations" aria-label="Samtaler">
      ${list.length === 0 ? views.nothingNew() : nothing}
      <ul>
        ${repeat(
          list,
          ({ id }) => id,
          (thread) =>
            html`<li>
              ${views.conversationLink(thread, thread.id === open?.id, () => void choose(thread.id))}
            </li>`,
        )}
      </ul>
      ${hasMore ? html`<button class="conversation-link" type="button" @click=${more}>Vis flere</button>` : nothing}
    </nav>
    ${open ? conversation(current, open) : html`<p class="empty">Velg en samtale for å lese den.</p>`}
  </div>`;
}

function draw(): void {
  const content = {
    loading: () =>
      html`<h1>Meldinger fra innbyggere</h1>
        <p class="lead">Henter …</p>`,
    login: () => views.loginView(),
    'wrong-person': () => views.wrongPersonView(),
    broken: () => views.brokenView(() => void start()),
    desk: () => (session ? deskView(session) : nothing),
  };
  render(content[view](), page);
}

/** Asks again; once more afterwards when something new is told of meanwhile. */
async function poll(): Promise<void> {
  asked = true;
  if (polling) return;
  polling = true;
  while (asked && view === 'desk' && !document.hidden) {
    asked = false;
    await attempt(refresh);
  }
  polling = false;
}

draw();
void start();
setInterval(() => void poll(), pollEvery);
addEventListener('hashchange', () => {
  section = sectionOf(location.hash);
  draw();
  void poll();
});
document.addEventListener('visibilitychange', () => void poll());
