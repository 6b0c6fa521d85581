/** All that widgets show: each state with what is shown in it, and what one comes to from there. */
import { fixtureCleanup } from '@open-wc/testing';
import type { HnElement } from '../../src/elements/base.js';
import { BackendError } from '../../src/backend/errors.js';
import { checkDigits } from '../../src/domain/national-id.js';
import { APPOINTMENTS, SERVICES, SLOTS } from './appointment-data.js';
import { ACTING, ACTIVE, ANONYMOUS, CONVERSATIONS, HOME_CARE, INGRID, MARTE, TERMS_DUE } from './data.js';
import { fakeBackend, type FakeBackend } from './fake-backend.js';
import { PROXIES } from './fake-proxies.js';
import { CODE, SETTINGS } from './fake-settings.js';
import { find, press, reads, showWidget, the, write } from './page.js';
import { waitUntil } from './wait.js';

export const TAGS = [
  'hn-contacts',
  'hn-appointments',
  'hn-inbox',
  'hn-proxy-picker',
  'hn-notify-settings',
] as const;
export type Tag = (typeof TAGS)[number];

/** Looks at a widget as it stands; the scene goes on when that is done. */
export type Look = (widget: HnElement) => void | Promise<void>;
type Scene = (look: Look) => Promise<void>;
type Given = NonNullable<Parameters<typeof fakeBackend>[0]>;

const CHILD = { ...INGRID, id: 'nora', name: 'Nora Solberg', relation: 'child' } as const;

/** What there is to show in each. */
const FULL: Record<Tag, Given> = {
  'hn-contacts': {},
  'hn-appointments': { contacts: SERVICES, appointments: [...APPOINTMENTS], slots: [...SLOTS] },
  'hn-inbox': { conversations: [...CONVERSATIONS] },
  'hn-proxy-picker': {
    session: { ...ACTIVE, user: MARTE, parties: [MARTE, { ...INGRID, relation: 'proxy' }, CHILD] },
    proxies: [...PROXIES],
    log: [
      {
        at: '2026-11-24T08:14:00+01:00',
        who: 'Amina Yusuf',
        role: 'Sykepleier',
        what: 'Leste',
        onBehalfOf: null,
      },
    ],
  },
  'hn-notify-settings': {},
};

/** Steps on the way in, which are the same in every widget. */
const common = (tag: Tag): Scene[] => {
  const shown = (given: Given = {}, attributes = {}): Promise<HnElement> =>
    showWidget(tag, fakeBackend({ ...FULL[tag], ...given }), attributes);
  const failing = (): Promise<never> => Promise.reject(new BackendError('timeout'));
  return [
    async (look) => {
      const widget = document.createElement(tag);
      widget.backend = fakeBackend({ before: { getSession: () => new Promise(() => undefined) } });
      document.body.append(widget);
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=heading]'));
      await look(widget);
      widget.remove();
    },
    async (look) => {
      const widget = await shown({ session: ANONYMOUS });
      await find(widget, 'button', 'Logg inn');
      await look(widget);
    },
    async (look) => {
      const widget = await shown({ session: TERMS_DUE, before: { acceptTerms: failing } });
      await press(widget, 'button', 'Godta');
      await reads(widget, 'Tjenesten svarer ikke');
      await look(widget);
    },
    async (look) => look(await shown({ before: { getSession: failing } })),
    async (look) =>
      look(await shown({ session: ACTIVE, contacts: [], appointments: [], conversations: [], proxies: [] })),
    async (look) => {
      const widget = await shown({}, { public: '' });
      await widget.summonDesk();
      await widget.updateComplete;
      await look(widget);
    },
    async (look) => {
      const widget = await shown();
      await press(widget, 'button', 'Bruksvilkår');
      await press(await find(widget, 'dialog', 'Bruksvilkår'), 'button', 'Trekk tilbake samtykke');
      await find(widget, 'dialog', 'Vil du trekke tilbake samtykket?');
      await look(widget);
    },
    async (look) => {
      const backend = fakeBackend({ ...FULL[tag], session: ACTING, before: { endSession: failing } });
      await backend.actFor('ingrid');
      const widget = await showWidget(tag, backend);
      await reads(widget, 'på vegne av Ingrid Solberg');
      await press(widget, 'button', 'Logg ut');
      await reads(widget, 'Tjenesten svarer ikke');
      await look(widget);
      backend.before.getSession = () =>
        backend.actingFor ? Promise.reject(new BackendError('forbidden', { status: 403 })) : undefined;
      await widget.refresh();
      await reads(widget, 'Du har ikke lenger tilgang');
      await look(widget);
      backend.before.getSession = failing;
      await widget.refresh();
      await find(widget, 'button', 'Prøv igjen');
      await look(widget);
    },
  ];
};

function attach(widget: HnElement): void {
  const chosen = new DataTransfer();
  chosen.items.add(new File(['x'], 'bilde.png', { type: 'image/png' }));
  const input = widget.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
  input.files = chosen.files;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

const backendOf = (tag: Tag): FakeBackend => fakeBackend(FULL[tag]);

/** What each has of its own. */
const OWN: Record<Tag, Scene[]> = {
  'hn-contacts': [
    async (look) => {
      const widget = await showWidget('hn-contacts', backendOf('hn-contacts'), { contact: HOME_CARE.id });
      await reads(widget, 'Ryensvingen 1');
      await look(widget);
      await press(widget, 'button', `Ny melding til ${HOME_CARE.name}`);
      await find(widget, 'textbox', 'Melding');
      await press(widget, 'button', 'Send');
      attach(widget);
      await find(widget, 'button', 'Fjern bilde.png');
      await look(widget);
      write(the(widget, 'textbox', 'Emne'), 'Tidspunkt');
      write(the(widget, 'textbox', 'Melding'), 'Kan dere komme klokka ni?');
      await press(widget, 'button', 'Send');
      await find(widget, 'button', 'Skriv en ny melding');
      await look(widget);
    },
    async (look) => {
      const widget = await showWidget('hn-contacts', fakeBackend({ session: ANONYMOUS }), { public: '' });
      await find(widget, 'searchbox');
      await look(widget);
    },
  ],
  'hn-appointments': [
    async (look) => {
      const widget = await showWidget('hn-appointments', backendOf('hn-appointments'));
      await find(widget, 'combobox', 'Tjeneste');
      await look(widget);
      await press(widget, 'button', /^Avlys time Morgenstell/);
      await find(widget, 'radio', 'Jeg er syk');
      widget.shadowRoot!.querySelector<HTMLElement>('dialog [type=submit]')!.click();
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=field-error]'));
      await look(widget);
    },
    async (look) => {
      const widget = await showWidget('hn-appointments', backendOf('hn-appointments'));
      await find(widget, 'combobox', 'Tjeneste');
      await press(widget, 'button', 'Be om ny time');
      await press(widget, 'button', /^Konsultasjon/);
      await find(widget, 'radio', /^08:00/);
      await look(widget);
      await press(widget, 'button', 'Ingen av timene passer');
      await find(widget, 'textbox', 'Hva ønsker du?');
      await press(widget, 'button', 'Send ønsket');
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=field-error]'));
      await look(widget);
    },
    async (look) => {
      const widget = await showWidget('hn-appointments', backendOf('hn-appointments'), { view: 'month' });
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=calendar]'));
      await look(widget);
    },
  ],
  'hn-inbox': [
    async (look) => {
      const widget = await showWidget('hn-inbox', backendOf('hn-inbox'));
      await find(widget, 'searchbox');
      await look(widget);
      await press(widget, 'button', 'Ny melding');
      await press(widget, 'button', HOME_CARE.name);
      await find(widget, 'textbox', 'Melding');
      await press(widget, 'button', 'Send');
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=field-error]'));
      attach(widget);
      await find(widget, 'button', 'Fjern bilde.png');
      await look(widget);
      write(the(widget, 'textbox', 'Emne'), 'Nøkkel');
      write(the(widget, 'textbox', 'Melding'), 'Nøkkelen er borte.');
      await press(widget, 'button', 'Send');
      await reads(widget, 'Meldingen er sendt');
      await look(widget);
    },
    async (look) => {
      const widget = await showWidget('hn-inbox', backendOf('hn-inbox'), { thread: 't1' });
      write(await find(widget, 'textbox', 'Svar'), 'Ja, det passer.');
      await look(widget);
    },
  ],
  'hn-proxy-picker': [
    async (look) => {
      const widget = await showWidget('hn-proxy-picker', backendOf('hn-proxy-picker'));
      await press(widget, 'button', 'Bruk og tilganger');
      await reads(widget, 'Leste');
      await look(widget);
    },
    async (look) => {
      const widget = await showWidget('hn-proxy-picker', backendOf('hn-proxy-picker'));
      await find(widget, 'button', 'Gi fullmakt');
      await look(widget);
      await press(widget, 'button', 'Gi fullmakt');
      write(
        await find(widget, 'textbox', 'Fødselsnummer eller D-nummer'),
        `028877100${checkDigits('028877100')!}`,
      );
      write(await find(widget, 'textbox', 'Etternavn'), 'Solberg');
      await look(widget);
      await press(widget, 'button', 'Neste');
      await find(widget, 'dialog', 'Hva skal fullmakten gjelde?');
      await press(widget, 'button', 'Neste');
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=field-error]'));
      await look(widget);
    },
  ],
  'hn-notify-settings': [
    async (look) => {
      const widget = await showWidget('hn-notify-settings', backendOf('hn-notify-settings'));
      await find(widget, 'combobox', /./);
      await look(widget);
      await press(widget, 'button', 'Endre Mobilnummer');
      write(await find(widget, 'textbox', 'Nytt mobilnummer'), '1');
      await press(widget, 'button', 'Send kode');
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=field-error]'));
      await look(widget);
      write(the(widget, 'textbox', 'Nytt mobilnummer'), '901 23 456');
      await press(widget, 'button', 'Send kode');
      write(await find(widget, 'textbox', 'Kode'), CODE);
      await look(widget);
    },
    async (look) => {
      const backend = fakeBackend({ settings: SETTINGS });
      const widget = await showWidget('hn-notify-settings', backend);
      await find(widget, 'combobox', /./);
      widget.shadowRoot!.querySelector<HTMLElement>('#appointment-sms')!.click();
      await press(widget, 'button', /^Lagre/);
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part~=notice-success]'));
      await look(widget);
    },
  ],
};

/** Plays all scenes of a widget; `look` is called at each halt. */
export async function playAll(tag: Tag, look: Look): Promise<void> {
  for (const scene of [...common(tag), ...OWN[tag]]) {
    sessionStorage.clear();
    await scene(look);
    fixtureCleanup();
  }
}
