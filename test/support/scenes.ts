/** All that widgets show: each state with what is shown in it, and what one comes to from there. */
import { fixtureCleanup } from '@open-wc/testing';
import type { HnElement } from '../../src/elements/base.js';
import { checkDigits } from '../../src/domain/national-id.js';
import { APPOINTMENTS, SERVICES, SLOTS } from './appointment-data.js';
import { ACTIVE, ANONYMOUS, CONVERSATIONS, HOME_CARE, INGRID, MARTE } from './data.js';
import { fakeBackend, type FakeBackend } from './fake-backend.js';
import { PROXIES } from './fake-proxies.js';
import { CODE, SETTINGS } from './fake-settings.js';
import { attach, find, press, reads, showWidget, the, write } from './page.js';
import { waitUntil } from './wait.js';
import { wayIn } from './way-in-scenes.js';

export const TAGS = [
  'hn-contacts',
  'hn-appointments',
  'hn-inbox',
  'hn-proxy-picker',
  'hn-notify-settings',
] as const;
export type Tag = (typeof TAGS)[number];

/** Looks at a widget as it stands, at a halt of this name; the scene goes on when that is done. */
export type Look = (widget: HnElement, halt: string) => void | Promise<void>;
export type Scene = (look: Look) => Promise<void>;
export type Given = NonNullable<Parameters<typeof fakeBackend>[0]>;

const CHILD = { ...INGRID, id: 'nora', name: 'Nora Solberg', relation: 'child' } as const;

const SEEN = {
  at: '2026-11-24T08:14:00+01:00',
  who: 'Amina Yusuf',
  role: 'Sykepleier',
  what: 'Leste',
  onBehalfOf: null,
};

/** What there is to show in each. */
const FULL: Record<Tag, Given> = {
  'hn-contacts': {},
  'hn-appointments': { contacts: SERVICES, appointments: [...APPOINTMENTS], slots: [...SLOTS] },
  'hn-inbox': { conversations: [...CONVERSATIONS], log: [SEEN] },
  'hn-proxy-picker': {
    session: { ...ACTIVE, user: MARTE, parties: [MARTE, { ...INGRID, relation: 'proxy' }, CHILD] },
    proxies: [...PROXIES],
    log: [SEEN],
  },
  'hn-notify-settings': {},
};

const backendOf = (tag: Tag): FakeBackend => fakeBackend(FULL[tag]);

/** What each has of its own. */
const OWN: Record<Tag, Scene[]> = {
  'hn-contacts': [
    async (look) => {
      const widget = await showWidget('hn-contacts', backendOf('hn-contacts'), { contact: HOME_CARE.id });
      await reads(widget, 'Ryensvingen 1');
      await look(widget, 'details');
      await press(widget, 'button', `Ny melding til ${HOME_CARE.name}`);
      await find(widget, 'textbox', 'Melding');
      await press(widget, 'button', 'Send');
      attach(widget, new File(['x'], 'bilde.png', { type: 'image/png' }));
      await find(widget, 'button', 'Fjern bilde.png');
      await look(widget, 'a message, something missing');
      await press(widget, 'button', 'Slett utkastet');
      const throwing = await find(widget, 'dialog', 'Vil du slette utkastet?');
      await look(widget, 'throwing a draft away');
      await press(throwing, 'button', 'Avbryt');
      write(the(widget, 'textbox', 'Emne'), 'Tidspunkt');
      write(the(widget, 'textbox', 'Melding'), 'Kan dere komme klokka ni?');
      await press(widget, 'button', 'Send');
      await find(widget, 'button', 'Skriv en ny melding');
      await look(widget, 'a message sent');
    },
    async (look) => {
      const widget = await showWidget('hn-contacts', fakeBackend({ session: ANONYMOUS }), { public: '' });
      await find(widget, 'searchbox');
      await look(widget, 'public, not logged in');
    },
  ],
  'hn-appointments': [
    async (look) => {
      const widget = await showWidget('hn-appointments', backendOf('hn-appointments'));
      await find(widget, 'combobox', 'Tjeneste');
      await look(widget, 'list');
      await press(widget, 'button', /^Avlys time Morgenstell/);
      await find(widget, 'radio', 'Jeg er syk');
      widget.shadowRoot!.querySelector<HTMLElement>('dialog [type=submit]')!.click();
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=field-error]'));
      await look(widget, 'cancelling, no reason yet');
    },
    async (look) => {
      const widget = await showWidget('hn-appointments', backendOf('hn-appointments'));
      await find(widget, 'combobox', 'Tjeneste');
      await press(widget, 'button', 'Be om ny time');
      await press(widget, 'button', /^Konsultasjon/);
      await find(widget, 'radio', /^08:00/);
      await look(widget, 'free times');
      await press(widget, 'button', 'Ingen av timene passer');
      await find(widget, 'textbox', 'Hva ønsker du?');
      await press(widget, 'button', 'Send ønsket');
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=field-error]'));
      await look(widget, 'wishes, something missing');
    },
    async (look) => {
      const widget = await showWidget('hn-appointments', backendOf('hn-appointments'), { view: 'month' });
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=calendar]'));
      await look(widget, 'month');
    },
  ],
  'hn-inbox': [
    async (look) => {
      const widget = await showWidget('hn-inbox', backendOf('hn-inbox'));
      await find(widget, 'searchbox');
      await look(widget, 'list');
      await press(widget, 'button', 'Ny melding');
      await press(widget, 'button', HOME_CARE.name);
      await find(widget, 'textbox', 'Melding');
      await press(widget, 'button', 'Send');
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=field-error]'));
      attach(widget, new File(['x'], 'bilde.png', { type: 'image/png' }));
      await find(widget, 'button', 'Fjern bilde.png');
      await look(widget, 'a new message, something missing');
      write(the(widget, 'textbox', 'Emne'), 'Nøkkel');
      write(the(widget, 'textbox', 'Melding'), 'Nøkkelen er borte.');
      await press(widget, 'button', 'Send');
      await reads(widget, 'Meldingen er sendt');
      await look(widget, 'a new message sent');
    },
    async (look) => {
      const widget = await showWidget('hn-inbox', backendOf('hn-inbox'), { thread: 't1' });
      write(await find(widget, 'textbox', 'Svar'), 'Ja, det passer.');
      await look(widget, 'a conversation');
      await press(widget, 'button', 'Hvem har sett');
      await reads(widget, 'Amina Yusuf');
      await look(widget, 'who has seen it');
    },
  ],
  'hn-proxy-picker': [
    async (look) => {
      const widget = await showWidget('hn-proxy-picker', backendOf('hn-proxy-picker'));
      await press(widget, 'button', 'Bruk og tilganger');
      await reads(widget, 'Leste');
      await look(widget, 'who has used what');
    },
    async (look) => {
      const widget = await showWidget('hn-proxy-picker', backendOf('hn-proxy-picker'));
      await find(widget, 'button', 'Gi fullmakt');
      await look(widget, 'powers of attorney');
      await press(widget, 'button', /^Avslutt fullmakt Marte/);
      const ending = await find(widget, 'dialog', 'Vil du avslutte fullmakten?');
      await look(widget, 'ending a power');
      await press(ending, 'button', 'Behold fullmakten');
      await press(widget, 'button', 'Gi fullmakt');
      write(
        await find(widget, 'textbox', 'Fødselsnummer eller D-nummer'),
        `028877100${checkDigits('028877100')!}`,
      );
      write(await find(widget, 'textbox', 'Etternavn'), 'Solberg');
      await look(widget, 'giving a power, to whom');
      await press(widget, 'button', 'Neste');
      await find(widget, 'dialog', 'Hva skal fullmakten gjelde?');
      await press(widget, 'button', 'Neste');
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=field-error]'));
      await look(widget, 'giving a power, for what');
      await press(widget, 'checkbox', /^Meldinger/);
      await press(widget, 'button', 'Neste');
      await find(widget, 'dialog', 'Stemmer dette?');
      await look(widget, 'giving a power, all of it');
    },
  ],
  'hn-notify-settings': [
    async (look) => {
      const widget = await showWidget('hn-notify-settings', backendOf('hn-notify-settings'));
      await find(widget, 'combobox', /./);
      await look(widget, 'settings');
      await press(widget, 'button', 'Fjern E-post');
      const removing = await find(widget, 'dialog', 'Vil du fjerne e-postadressen?');
      await look(widget, 'removing an address');
      await press(removing, 'button', 'Avbryt');
      await press(widget, 'button', 'Endre Mobilnummer');
      write(await find(widget, 'textbox', 'Nytt mobilnummer'), '1');
      await press(widget, 'button', 'Send kode');
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=field-error]'));
      await look(widget, 'a new address, wrong');
      write(the(widget, 'textbox', 'Nytt mobilnummer'), '901 23 456');
      await press(widget, 'button', 'Send kode');
      write(await find(widget, 'textbox', 'Kode'), CODE);
      await look(widget, 'a code');
    },
    async (look) => {
      const backend = fakeBackend({ settings: SETTINGS });
      const widget = await showWidget('hn-notify-settings', backend);
      await find(widget, 'combobox', /./);
      widget.shadowRoot!.querySelector<HTMLElement>('#appointment-sms')!.click();
      await press(widget, 'button', /^Lagre/);
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part~=notice-success]'));
      await look(widget, 'saved');
    },
  ],
};

/** Plays all scenes of a widget; `look` is called at each halt. */
export async function playAll(tag: Tag, look: Look): Promise<void> {
  for (const scene of [...wayIn(tag, FULL[tag]), ...OWN[tag]]) {
    sessionStorage.clear();
    await scene(look);
    fixtureCleanup();
  }
}
