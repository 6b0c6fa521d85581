/**
 * The floor: whom one may act for and the powers of attorney, with the same elements, made by hand and nothing
 * else. One listener for all, no state, one language, no part or slot to style or fill.
 */
import { make } from './make.js';

const AREAS = { messages: 'Meldinger', appointments: 'Timeavtaler', notifications: 'Varsler' };
const RELATIONS = { self: 'Deg selv', child: 'Barnet ditt', proxy: 'Har gitt deg fullmakt' };

const button = (text, attributes) => make('button', { type: 'button', ...attributes }, text);

function areas(scopes) {
  const without = Object.keys(AREAS).filter((scope) => !scopes.includes(scope));
  const chips = make('span', {}, ...scopes.map((scope) => make('span', {}, AREAS[scope])));
  if (without.length > 0)
    chips.append(make('span', {}, `Ikke ${without.map((scope) => AREAS[scope].toLowerCase()).join(' og ')}`));
  return chips;
}

function party({ id, name, relation, scopes }, chosen) {
  const act = make(
    'button',
    { type: 'button', 'aria-pressed': String(id === chosen) },
    make('span', { 'aria-hidden': 'true' }),
    make('span', {}, make('span', {}, name), make('small', {}, RELATIONS[relation])),
  );
  return make('li', {}, act, relation !== 'self' && make('div', {}, areas(scopes)));
}

function power({ person, scopes, validTo, direction }) {
  const { name, birthYear } = person;
  const text = make(
    'div',
    {},
    make('p', {}, make('strong', {}, name), make('span', {}, `født ${birthYear}`)),
    areas(scopes),
    make('p', {}, validTo ? `Gyldig til og med ${validTo}` : 'Gjelder inntil videre'),
  );
  const acts = make('div', {}, direction === 'given' && button('Endre'), button('Avslutt fullmakt'));
  return make('li', {}, text, acts);
}

const group = (title, rows, none, act) =>
  make(
    'div',
    {},
    make('h3', {}, title),
    rows.length > 0 ? make('ul', {}, ...rows) : make('p', {}, none),
    act,
  );

const get = async (path) => (await fetch(`/api${path}`)).json();
const [session, { items }] = await Promise.all([get('/session?lang=nb'), get('/proxies?lang=nb&limit=200')]);

const inForce = items.filter(({ status }) => status === 'active');
const towards = (direction) => inForce.filter((one) => one.direction === direction).map(power);
const { phone, label } = session.help;
const help = make(
  'div',
  {},
  make('span', {}, 'Trenger du hjelp? ', make('a', { href: `tel:${phone}` }, label ?? phone)),
);
help.append(button('Bruksvilkår'), button('Logg ut'));
const section = make(
  'section',
  {},
  make('h2', {}, 'Fullmakter'),
  group(
    'Hvem vil du bruke tjenesten for?',
    session.parties.map((one) => party(one, session.user.id)),
    '',
  ),
  group('Fullmakter du har gitt', towards('given'), 'Du har ikke gitt noen fullmakt.', button('Gi fullmakt')),
  group('Fullmakter du har fått', towards('received'), 'Du har ikke fått noen fullmakt.'),
  make(
    'div',
    {},
    session.parties.length === 1 && make('p', {}, 'Ingen har gitt deg fullmakt ennå.'),
    make('div', {}, button('Bruk og tilganger')),
  ),
  help,
  make('div', { role: 'status' }),
);
section.addEventListener('click', (event) => event.target.closest('button')?.toggleAttribute('data-pressed'));
document.body.append(section);
dispatchEvent(new Event('hn-ready'));
