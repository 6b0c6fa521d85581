/**
 * The floor: appointments with the same elements, made by hand and nothing else. One listener of each kind, one
 * language, no retries, and a row alone is drawn anew when it has changed.
 */
import {
  aboutOf,
  byDay,
  cancel,
  dayOf,
  loadAppointments,
  loadContacts,
  loadSession,
  partsOf,
  statusOf,
  timeOf,
  untilOf,
} from './appointments-data.js';
import { make } from './make.js';

const button = (act, text, more) => make('button', { type: 'button', 'data-do': act, ...more }, text);

const gist = (one) => [
  make('strong', {}, one.title),
  make('p', {}, aboutOf(one)),
  statusOf(one) && make('span', {}, statusOf(one)),
];

const acts = ({ id, cancel: may, reschedule, start }) => [
  reschedule.allowed && button('change', 'Endre time', { 'data-id': id }),
  may.allowed && button('cancel', 'Avlys time', { 'data-id': id }),
  start && button('keep', 'Legg i kalender', { 'data-id': id }),
];

const row = (one) =>
  make(
    'li',
    { 'data-row': one.id },
    make('span', {}, timeOf(one)),
    make('div', {}, ...gist(one)),
    button('details', 'Detaljer', { 'data-id': one.id }),
  );

const card = (one) => {
  const part = (type) => partsOf(one).find((found) => found.type === type)?.value;
  const date = make('p', {}, ...['weekday', 'day', 'month'].map((type) => make('span', {}, part(type))));
  const words = make('div', {}, make('h3', {}, 'Neste time'), make('p', {}, timeOf(one)), ...gist(one));
  words.append(make('div', {}, ...acts(one).filter(Boolean)));
  return make('div', { 'data-row': one.id }, date, words);
};

const [session, appointments] = await Promise.all([loadSession(), loadAppointments()]);
const { next, days } = byDay(appointments);
const list = make('div', {}, next && card(next));
for (const [day, some] of days) {
  list.append(make('div', {}, make('h3', {}, day), make('ul', { role: 'list' }, ...some.map(row))));
}
const views = make('div', { role: 'group', 'aria-label': 'Visning' });
for (const name of ['Liste', 'Uke', 'Måned']) views.append(button('view', name, { 'aria-pressed': 'false' }));
const tools = make('div', {}, make('h2', {}, 'Timeavtaler'), views);
const below = make('div', {}, button('new', 'Be om ny time'), button('earlier', 'Vis tidligere timer'));
const { phone, label } = session.help;
const help = make(
  'div',
  {},
  make('span', {}, 'Trenger du hjelp? ', make('a', { href: `tel:${phone}` }, label ?? phone)),
);
help.append(button('terms', 'Bruksvilkår'), button('log-out', 'Logg ut'));
const status = make('div', { role: 'status' });
const section = make('section', {}, tools, list, below, help, status);

const contacts = new Map();
let chosen = null;

function openDialog(one) {
  chosen = one;
  const dialog = make('dialog', { 'aria-labelledby': 'dialog-title' });
  const form = make('form', {}, make('h3', { id: 'dialog-title' }, `Avlys ${one.title}?`));
  const call = (words, number) =>
    make('span', {}, words, make('a', { href: `tel:${number.replace(' ', '')}` }, number));
  const facts = [one.title, dayOf(one), timeOf(one), one.contact.name];
  const what = make('p', {}, make('strong', {}, facts[0]));
  for (const fact of facts.slice(1)) what.append(make('br'), fact);
  form.append(
    make(
      'div',
      { role: 'note' },
      call('Akutt fare for liv? Ring ', '113'),
      call('Haster det? Legevakt ', '116 117'),
    ),
    what,
    make('p', {}, untilOf(one)),
    make('p', {}, 'Kommunen svarer på ønsket ditt.'),
  );
  const reasons = make('fieldset', {}, make('legend', {}, 'Hvorfor avlyser du?'));
  for (const { id, label: words } of contacts.get(one.contact.id).cancelReasons) {
    reasons.append(make('label', {}, make('input', { type: 'radio', name: 'reason', value: id }), words));
  }
  form.append(
    reasons,
    make('label', { for: 'message' }, 'Melding', make('span', {}, ' (valgfritt)')),
    make('textarea', { id: 'message', rows: '3', 'aria-describedby': 'counter' }),
    make('span', { id: 'counter' }, '1000 tegn igjen'),
  );
  form.append(make('button', { type: 'submit' }, 'Avlys time'), button('close', 'Behold timen'));
  dialog.append(form);
  section.append(dialog);
  dialog.showModal();
}

async function confirm() {
  const dialog = section.querySelector('dialog');
  const reason = dialog.querySelector('[name=reason]:checked').value;
  const changed = await cancel(chosen, reason);
  dialog.close();
  dialog.remove();
  Object.assign(chosen, changed);
  section
    .querySelector(`[data-row="${chosen.id}"]`)
    .replaceWith(chosen === next ? card(chosen) : row(chosen));
  status.textContent = 'Ønske om avlysing er sendt';
}

section.addEventListener('click', ({ target }) => {
  const { do: act, id } = target.closest('button')?.dataset ?? {};
  if (act === 'details') {
    const one = appointments.find((other) => other.id === id);
    section.querySelector(`[data-row="${id}"]`).append(...acts(one).filter(Boolean));
  } else if (act === 'cancel') openDialog(appointments.find((one) => one.id === id));
  else if (act === 'close') section.querySelector('dialog').remove();
});
section.addEventListener('submit', (event) => {
  event.preventDefault();
  void confirm();
});
document.body.append(section);
dispatchEvent(new Event('hn-ready'));
for (const contact of await loadContacts()) contacts.set(contact.id, contact);
