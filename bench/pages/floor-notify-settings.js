/**
 * The floor: a page that shows the same settings with the same elements, made by hand and nothing else. One
 * listener of each kind, no state kept, one language, no part or slot to style or fill.
 */
import { make } from './make.js';

const button = (text, about) => make('button', { type: 'button', 'aria-label': `${text} ${about}` }, text);
const names = {
  message: 'Nye meldinger',
  appointment: 'Timeavtaler',
  'visit-completed': 'Utførte hjemmebesøk',
};
const channels = { sms: 'Tekstmelding', email: 'E-post' };

function addressRow(name, address) {
  const chips = make('div', {}, make('span', {}, address?.value ?? 'Ikke lagt inn'));
  if (address) chips.append(make('span', {}, address.verified ? 'Bekreftet' : 'Ikke bekreftet'));
  const acts = make(
    'div',
    {},
    button(address ? 'Endre' : 'Legg til', name),
    address && button('Fjern', name),
  );
  return make('li', {}, make('div', {}, make('strong', {}, name), chips), acts);
}

function ruleRow({ event, channels: chosen, required, preview }) {
  const id = `rule-${event}`;
  const row = make('div', { role: 'group', 'aria-labelledby': id });
  row.append(
    make(
      'div',
      {},
      make('strong', { id }, names[event]),
      make('div', {}, required && make('span', {}, 'Du får alltid dette varselet, og velger hvordan.')),
    ),
  );
  for (const [channel, name] of Object.entries(channels)) {
    const box = make('input', { type: 'checkbox' });
    box.checked = chosen.includes(channel);
    row.append(make('label', {}, box, name));
  }
  const details = make('details', {}, make('summary', {}, 'Slik ser varselet ut'));
  for (const [channel, name] of Object.entries(channels))
    details.append(make('p', {}, name), make('p', {}, preview[channel]));
  row.append(details);
  return row;
}

const get = async (path) => (await fetch(`/api${path}?lang=nb`)).json();
const [session, settings] = await Promise.all([get('/session'), get('/notification-settings')]);

const addresses = make(
  'ul',
  {},
  addressRow('Mobilnummer', settings.mobile),
  addressRow('E-post', settings.email),
);
const language = make('select', { id: 'language' });
for (const [tag, name] of Object.entries({
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
  se: 'Davvisámegiella',
}))
  language.append(make('option', { value: tag, lang: tag }, name));
language.value = settings.language;
const form = make(
  'form',
  {},
  make('h3', {}, 'Varslene dine'),
  make('div', {}, ...settings.rules.map(ruleRow)),
  make('div', {}, make('label', { for: 'language' }, 'Språk i varslene'), language),
  make('button', { type: 'submit' }, 'Lagre'),
);
const { phone, label } = session.help;
const help = make(
  'div',
  {},
  make('span', {}, 'Trenger du hjelp? ', make('a', { href: `tel:${phone}` }, label ?? phone)),
);
help.append(make('button', { type: 'button' }, 'Bruksvilkår'), make('button', { type: 'button' }, 'Logg ut'));
const section = make('section', {}, make('h2', {}, 'Kontaktinformasjon og varseloppsett'));
section.append(make('div', {}, make('h3', {}, 'Kontaktinformasjonen din'), addresses), form, help);
section.append(make('div', { role: 'status' }));
section.addEventListener('click', (event) => event.target.closest('button')?.toggleAttribute('data-pressed'));
section.addEventListener('submit', (event) => event.preventDefault());
document.body.append(section);
dispatchEvent(new Event('hn-ready'));
