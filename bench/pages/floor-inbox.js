/**
 * The floor: an inbox with the same elements, made by hand and nothing else. One listener of each kind, one
 * language, no drafts, files or retries.
 */
import {
  authorOf,
  byDay,
  dayOf,
  excerptOf,
  loadMessages,
  loadSession,
  loadThreads,
  markRead,
  send,
  timeOf,
  unreadWords,
} from './inbox-data.js';
import { make } from './make.js';

const button = (act, text, more) => make('button', { type: 'button', 'data-do': act, ...more }, text);

const row = ({ id, subject, unread, lastMessage, contact }) => {
  const open = button('open', subject, { 'data-id': id });
  if (unread) open.append(' ', make('span', {}, unreadWords(unread)));
  return make(
    'li',
    { class: 'thread' },
    open,
    make('time', { datetime: lastMessage.sentAt }, dayOf(lastMessage.sentAt)),
    make('span', {}, contact?.name ?? 'Kvittering'),
    make('span', { class: 'excerpt' }, excerptOf(lastMessage)),
  );
};

const message = ({ id, author, sentAt, body, direction }) =>
  make(
    'li',
    { class: 'message', id: `message-${id}`, tabindex: '-1' },
    make(
      'p',
      {},
      `${authorOf(author)} · `,
      make('time', { datetime: sentAt }, timeOf(sentAt)),
      direction === 'out' && ' · Sendt',
    ),
    make('p', { class: 'body' }, body),
  );

const [session, threads] = await Promise.all([loadSession(), loadThreads()]);
const pane = make('div', { class: 'pane', tabindex: '-1', role: 'group', 'aria-label': 'Samtale' });
pane.append(make('p', {}, 'Velg en samtale for å lese den.'));
const field = (id, label, control) => {
  control.id = id;
  return make('div', {}, make('label', { for: id }, label), control);
};
const search = make('form', { role: 'search' });
search.append(
  field('search', 'Søk i meldinger', make('input', { type: 'search' })),
  make('button', {}, 'Søk'),
);
const folders = make('div', { role: 'group', 'aria-label': 'Mapper' });
folders.append(
  button('folder', 'Innboks', { 'aria-pressed': 'true' }),
  button('folder', 'Arkiv', { 'aria-pressed': 'false' }),
);
const list = make('ul', {}, ...threads.map(row));
const { phone, label } = session.help;
const help = make(
  'div',
  {},
  make('span', {}, 'Trenger du hjelp? ', make('a', { href: `tel:${phone}` }, label ?? phone)),
);
help.append(button('terms', 'Bruksvilkår'), button('log-out', 'Logg ut'));
const status = make('div', { role: 'status' });
const tools = make('div', {}, make('h2', {}, 'Meldinger'), search, button('new', 'Ny melding'));
const section = make(
  'section',
  {},
  tools,
  make('div', { class: 'inbox' }, make('div', {}, folders, list), pane),
);
section.append(help, status);

let current = null;

async function open(id) {
  const thread = threads.find((one) => one.id === id);
  list.querySelector('[aria-current]')?.removeAttribute('aria-current');
  list.querySelector(`[data-id="${id}"]`).setAttribute('aria-current', 'true');
  const top = make(
    'div',
    {},
    button('back', 'Tilbake til meldinger'),
    make('h3', { id: 'conversation-title', tabindex: '-1' }, thread.subject),
    make('p', {}, thread.contact?.name ?? 'Kvittering'),
    make(
      'div',
      {},
      button('archive', 'Arkiver'),
      button('seen', 'Hvem har sett'),
      button('print', 'Skriv ut'),
    ),
  );
  pane.replaceChildren(top);
  current = thread;
  const { messages, hasOlder } = await loadMessages(id);
  if (current !== thread) return;
  if (hasOlder) top.append(button('older-messages', 'Vis eldre meldinger'));
  for (const [day, some] of byDay(messages)) {
    pane.append(make('h4', {}, day), make('ol', { role: 'list' }, ...some.map(message)));
  }
  const form = make('form', { class: 'composer' }, make('h4', {}, `Svar til ${thread.contact.name}`));
  form.append(
    make('p', {}, 'Ikke bruk meldinger når det haster. Ring 113 ved fare for liv.'),
    field('body', 'Melding', make('textarea', { rows: '4' })),
    make('p', { id: 'counter' }),
    field('files', 'Legg ved filer', make('input', { type: 'file', multiple: '' })),
    make('button', { type: 'submit' }, 'Send'),
  );
  pane.append(form);
  pane.querySelector('#conversation-title').focus();
  if (!thread.unread) return;
  await markRead(id, messages.at(-1).id);
  thread.unread = 0;
  list.querySelector(`[data-id="${id}"] span`)?.remove();
}

section.addEventListener('click', ({ target }) => {
  const pressed = target.closest('button');
  if (pressed?.dataset.do === 'open') void open(pressed.dataset.id);
  else pressed?.toggleAttribute('data-pressed');
});
section.addEventListener('input', ({ target }) => {
  if (target.id === 'body')
    pane.querySelector('#counter').textContent = `${target.value.length} av 4000 tegn`;
});
section.addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = event.target.querySelector('#body');
  const sent = await send(current.id, body.value);
  body.value = '';
  status.textContent = 'Meldingen er sendt';
  pane.querySelector('ol:last-of-type').append(message(sent));
  list.prepend(list.querySelector(`[data-id="${current.id}"]`).closest('li'));
});
document.body.append(section);
dispatchEvent(new Event('hn-ready'));
