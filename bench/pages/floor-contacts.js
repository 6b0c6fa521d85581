/**
 * The floor: a page that shows the same contacts with the same elements, made by hand and nothing else. One
 * listener for the list, no state, one language, no part or slot to style or fill.
 */
import { make } from './make.js';

const button = (text, about) => make('button', { type: 'button' }, text, about && make('span', {}, about));
const chip = (text) => make('li', {}, text);
const field = (id, label, control) => {
  control.id = id;
  return make('div', {}, make('label', { for: id }, label), control);
};

function icon() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M4 11 12 4l8 7v9h-5v-5H9v5H4z');
  svg.append(path);
  return make('span', { 'aria-hidden': 'true' }, svg);
}

function row(contact) {
  const { name, service, people, municipality, phones, write, appointments, visitNotices, unread, notice } =
    contact;
  const names = people.flatMap((person) => person.name ?? []);
  const chips = make('ul', {}, chip('Åpent nå'));
  if (write.allowed) chips.append(chip('Meldinger'));
  if (appointments.allowed) chips.append(chip('Timeavtaler'));
  if (visitNotices.allowed) chips.append(chip('Varsel om besøk'));
  if (unread > 0) chips.append(chip(`${unread} uleste meldinger`));
  const text = make(
    'div',
    {},
    make('h3', {}, name),
    make('p', {}, [service, ...names, municipality.name].join(' · ')),
  );
  text.append(chips);
  if (notice) text.append(make('p', {}, notice));
  if (!write.allowed) text.append(make('p', {}, 'Kommunen tilbyr ikke dette. Ring, så hjelper vi deg.'));
  const acts = make('div', {}, write.allowed && button('Ny melding', `til ${name}`));
  for (const { number } of phones.slice(0, 1)) {
    acts.append(make('a', { href: `tel:${number}` }, make('span', {}, `Ring ${name}:`), number));
  }
  acts.append(button('Se detaljer', name));
  return make('li', {}, icon(), text, acts);
}

const get = async (path) => (await fetch(`/api${path}`)).json();
const [session, { items }] = await Promise.all([get('/session?lang=nb'), get('/contacts?lang=nb&limit=200')]);

const options = [...new Set(items.map(({ service }) => service))].map((service) =>
  make('option', {}, service),
);
const services = make('select', {}, make('option', {}, 'Alle tjenester'), ...options);
const tools = make('div', { role: 'search' });
tools.append(
  field('search', 'Søk i tjenester', make('input', { type: 'search' })),
  field('service', 'Tjeneste', services),
);
const { phone, label } = session.help;
const help = make(
  'div',
  {},
  make('span', {}, 'Trenger du hjelp? ', make('a', { href: `tel:${phone}` }, label ?? phone)),
);
help.append(button('Bruksvilkår'), button('Logg ut'));
const section = make('section', {}, make('div', {}, make('h2', {}, 'Helsekontakter'), tools));
section.append(make('ul', {}, ...items.map(row)), help, make('div', { role: 'status' }));
section.addEventListener('click', (event) => event.target.closest('button')?.toggleAttribute('data-pressed'));
document.body.append(section);
dispatchEvent(new Event('hn-ready'));
