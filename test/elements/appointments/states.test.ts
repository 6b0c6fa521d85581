/** Every state of the widget as people meet it: what axe finds, in every language, and what a page does around it. */
import { expect, fixture, html } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/errors.js';
import type { Appointment } from '../../../src/backend/types.js';
import type { HnAppointmentsElement } from '../../../src/elements/appointments/appointments.js';
import { SLOTS } from '../../support/appointment-data.js';
import { visit } from '../../support/appointments.js';
import { ACTING, ACTIVE, ANONYMOUS, NO_SERVICE, TERMS_DUE, no } from '../../support/data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { all, find, inColumn, nodesOf, press, reads, runsOut, textOf, write } from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { widgetOf, withAppointments } from './support.js';

type Show = () => Promise<HnAppointmentsElement>;

const failing = (error: BackendError, of: Partial<FakeBackend> = {}): FakeBackend =>
  Object.assign(withAppointments({ before: { listAppointments: () => Promise.reject(error) } }), of);

const booking = async (backend = withAppointments()): Promise<HnAppointmentsElement> => {
  const widget = await widgetOf(backend);
  await find(widget, 'combobox', 'Tjeneste');
  await press(widget, 'button', /^Detaljer Fysioterapi/);
  await press(widget, 'button', 'Endre time Fysioterapi');
  await find(widget, 'radio', /^08:00/);
  return widget;
};

const cancelling = async (backend = withAppointments()): Promise<HnAppointmentsElement> => {
  const widget = await widgetOf(backend);
  await press(widget, 'button', /^Avlys time Morgenstell/);
  await press(widget, 'radio', 'Jeg er syk');
  return widget;
};

const confirm = (widget: HnAppointmentsElement): void =>
  widget.shadowRoot!.querySelector<HTMLElement>('dialog [type=submit]')!.click();

/** What every state is called, and how one comes to it. */
const STATES: Record<string, Show> = {
  'not logged in': () => widgetOf(fakeBackend({ session: ANONYMOUS })),
  public: () => widgetOf(fakeBackend({ session: ANONYMOUS }), { public: '' }),
  'terms not accepted': () => widgetOf(fakeBackend({ session: TERMS_DUE })),
  pending: () =>
    widgetOf(
      fakeBackend({ session: { ...ACTIVE, access: 'pending', activeFrom: '2026-11-25T10:00:00+01:00' } }),
    ),
  'receives no service': () => widgetOf(fakeBackend({ session: NO_SERVICE })),
  empty: () => widgetOf(withAppointments({ appointments: [] })),
  loading: async () => {
    const wrapper = await fixture(html`<div></div>`);
    const widget = document.createElement('hn-appointments');
    widget.backend = withAppointments({
      before: { listAppointments: () => new Promise<never>(() => undefined) },
    });
    wrapper.append(widget);
    await waitUntil(() => widget.shadowRoot?.querySelector('[part~=heading]') != null);
    return widget;
  },
  failing: () => widgetOf(failing(new BackendError('unavailable', { status: 503 }))),
  offline: () => widgetOf(failing(new BackendError('offline'))),
  'not up to date': async () => {
    const backend = withAppointments();
    const widget = await widgetOf(backend);
    backend.before.listAppointments = () => Promise.reject(new BackendError('offline'));
    await widget.refresh();
    await reads(widget, 'kan være gammelt');
    return widget;
  },
  'acting for another': () => widgetOf(withAppointments({ session: ACTING })),
  list: async () => {
    const widget = await widgetOf(withAppointments());
    await find(widget, 'button', 'Liste');
    return widget;
  },
  details: async () => {
    const widget = await widgetOf(withAppointments(), { appointment: 'request' });
    await reads(widget, 'Du skrev Helst etter lunsj.');
    return widget;
  },
  'too late': async () => {
    const widget = await widgetOf(withAppointments(), { appointment: 'evening' });
    await reads(widget, 'Fristen for å avlyse eller endre timen har gått ut. Ring');
    return widget;
  },
  'not accepted': async () => {
    const widget = await widgetOf(withAppointments(), { appointment: 'help' });
    await reads(widget, 'Ikke godtatt: Vi rekker ikke å omdisponere.');
    return widget;
  },
  'one that no list shows': async () => {
    const widget = await widgetOf(withAppointments(), { appointment: 'cancelled' });
    await reads(widget, 'Avlyst');
    return widget;
  },
  earlier: async () => {
    const widget = await widgetOf(withAppointments());
    await press(widget, 'button', 'Vis tidligere timeavtaler');
    await reads(widget, 'Utført i går');
    return widget;
  },
  'no earlier': async () => {
    const widget = await widgetOf(withAppointments({ appointments: [] }));
    await press(widget, 'button', 'Vis tidligere timeavtaler');
    await reads(widget, 'Du har ingen tidligere timeavtaler.');
    return widget;
  },
  'a calendar that cannot be fetched': async () => {
    const widget = await widgetOf(failing(new BackendError('unavailable', { status: 503 })), {
      view: 'month',
    });
    await find(widget, 'button', 'Prøv igjen');
    return widget;
  },
  'cancelling, without a reason': async () => {
    const widget = await widgetOf(withAppointments());
    await press(widget, 'button', /^Avlys time Morgenstell/);
    await find(widget, 'radio', 'Jeg er syk');
    confirm(widget);
    await reads(widget, 'Velg en årsak.');
    return widget;
  },
  'cancelling, not sent': async () => {
    const backend = withAppointments({
      before: { cancelAppointment: () => Promise.reject(new BackendError('offline')) },
    });
    const widget = await cancelling(backend);
    confirm(widget);
    await reads(widget, 'Ikke sendt – prøv igjen');
    return widget;
  },
  'cancelling, changed meanwhile': async () => {
    const backend = withAppointments();
    const widget = await cancelling(backend);
    backend.appointments = backend.appointments.map((one) => ({ ...one, version: '2' }));
    confirm(widget);
    await reads(widget, 'Timen er endret siden du åpnet den.');
    return widget;
  },
  'cancelling, too late by then': async () => {
    const backend = withAppointments({
      before: { cancelAppointment: () => Promise.reject(new BackendError('too-late', { status: 409 })) },
    });
    const widget = await cancelling(backend);
    backend.appointments = backend.appointments.map((one) => ({ ...one, cancel: no('too-late') }));
    confirm(widget);
    await reads(widget, 'Fristen for å avlyse eller endre timen har gått ut.');
    return widget;
  },
  'the time was just taken': async () => {
    const backend = withAppointments();
    const widget = await booking(backend);
    await press(widget, 'radio', /^08:00/);
    backend.slots = SLOTS.slice(1);
    await press(widget, 'button', 'Velg timen');
    await reads(widget, 'Noen andre tok den timen nettopp.');
    return widget;
  },
  'no time is chosen': async () => {
    const widget = await booking();
    await press(widget, 'button', 'Velg timen');
    await reads(widget, 'Velg en tid.');
    return widget;
  },
  'no free times': async () => {
    const widget = await widgetOf(withAppointments({ slots: [] }));
    await press(widget, 'button', 'Be om ny time');
    await press(widget, 'button', /^Konsultasjon/);
    await reads(widget, 'Det er ingen ledige timer nå.');
    return widget;
  },
  'wishes, changed meanwhile': async () => {
    const backend = withAppointments();
    const widget = await booking(backend);
    await press(widget, 'button', 'Ingen av timene passer');
    write(await find(widget, 'textbox', 'Hva ønsker du?'), 'Helst tidlig');
    backend.appointments = backend.appointments.map((one) => ({ ...one, version: '2' }));
    await press(widget, 'button', 'Send ønsket');
    await reads(widget, 'Timen er endret siden du åpnet den.');
    return widget;
  },
  'wishes, without a word': async () => {
    const widget = await booking();
    await press(widget, 'button', 'Ingen av timene passer');
    await press(widget, 'button', 'Send ønsket');
    await reads(widget, 'Skriv hva du ønsker.');
    return widget;
  },
};

/** 3,000 over five years, 200 of them in November 2026. */
const MANY: Appointment[] = Array.from({ length: 3_000 }, (_, n) => {
  const inMonth = n < 200;
  const away = Math.floor(n / 2) % 900;
  const days = inMonth ? n % 30 : n % 2 ? 30 + away : -1 - away;
  const at = Date.parse('2026-11-01T07:00:00+01:00') + days * 86_400_000 + (n % 36) * 900_000;
  const instant = (ms: number): string => new Date(ms).toISOString();
  return visit({ id: `many-${n}`, title: `Besøk ${n}`, start: instant(at), end: instant(at + 3_600_000) });
});

describe('<hn-appointments> in every state', () => {
  afterEach(() => {
    sessionStorage.clear();
    document.body.removeAttribute('style');
  });

  describe('accessibility', () => {
    for (const [name, show] of Object.entries(STATES)) {
      it(`has no findings and fits: ${name}`, async () => {
        for (const width of [1280, 320]) {
          inColumn(width);
          const widget = await show();
          await expect(widget).to.be.accessible();
          expect(runsOut(widget), `${width} px`).to.be.false;
          widget.remove();
          sessionStorage.clear();
        }
      });
    }
  });

  describe('localization', () => {
    for (const [lang, title, next, ask] of [
      ['nb', 'Timeavtaler', 'Neste time · I dag, tirsdag 24. november', 'Be om ny time'],
      ['nn', 'Timeavtalar', 'Neste time · I dag, tysdag 24. november', 'Be om ein ny time'],
      ['en', 'Appointments', 'Next appointment · Today, Tuesday 24 November', 'Request new appointment'],
    ] as const) {
      it(`speaks ${lang} in the list and in what comes on demand`, async () => {
        const widget = await widgetOf(withAppointments(), { lang });
        await find(widget, 'button', ask);
        expect(all(widget, 'heading', title)).to.have.length(1);
        expect(textOf(widget)).to.include(next);
        for (const said of widget.shadowRoot!.querySelectorAll('[lang]'))
          expect((said as HTMLElement).lang).to.equal(lang);
      });
    }

    it('speaks Northern Sámi as far as that goes, and says so of the rest', async () => {
      const widget = await widgetOf(withAppointments(), { lang: 'se' });
      await find(widget, 'button', /^Bivdde ođđa diimmu$/);
      expect(all(widget, 'heading', 'Diimmut')).to.have.length(1);
      expect(textOf(widget)).to.include('maŋŋebárga 24. b. skábmamánu Neste time · Odne, maŋŋebárga');
      const ofBokmal = [...widget.shadowRoot!.querySelectorAll<HTMLElement>('[lang=nb]')];
      expect(ofBokmal.map(({ textContent }) => textContent.trim())).to.include('Neste time');
      // What is said in Sámi is not marked as anything else.
      expect(ofBokmal.filter(({ textContent }) => /[áčđŋšŧž]/.test(textContent))).to.deep.equal([]);
    });
  });

  describe('embedding', () => {
    it('gives its slots to the page', async () => {
      const widget = await widgetOf(withAppointments({ appointments: [] }));
      for (const [slot, text] of [
        ['heading', 'Timene mine'],
        ['empty', 'Her er det tomt.'],
        ['help', 'Ring oss på 22 22 22 22'],
        ['footer', 'Helt nederst'],
      ] as const) {
        const own = document.createElement('p');
        Object.assign(own, { slot, textContent: text });
        widget.append(own);
        await reads(widget, text);
      }
      expect(textOf(widget)).to.not.match(/800HELSE|Du har ingen kommende/);
    });

    it('keeps its looks when it moves to another document', async () => {
      const widget = await STATES.list!();
      const looksRight = (): boolean => {
        const button = widget.shadowRoot!.querySelector('.button');
        return !!button && widget.ownerDocument.defaultView!.getComputedStyle(button).cursor === 'pointer';
      };
      const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Another page"></iframe>`);
      frame.contentDocument!.body.append(widget);
      await waitUntil(looksRight, 'in the other document');
      document.body.append(widget);
      await waitUntil(looksRight, 'back again');
      widget.remove();
    });

    it('shows what is of ours in a page that styles everything', async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { display: none !important; color: transparent !important } table, td, dialog { position: fixed !important }',
      );
      const own = [...document.adoptedStyleSheets];
      const widget = await widgetOf(withAppointments(), { view: 'month' });
      const grid = await find(widget, 'grid');
      document.adoptedStyleSheets = [...own, sheet];
      widget.style.setProperty('display', 'block', 'important');
      const { display, position } = getComputedStyle(grid);
      document.adoptedStyleSheets = own;
      expect([display, position]).to.deep.equal(['table', 'static']);
    });

    it('takes 3,000 appointments: a request a month, at most 1,000 nodes, at most 10 listeners', async () => {
      const backend = fakeBackend({ appointments: MANY });
      const filters: string[] = [];
      backend.before.listAppointments = (filter: { from?: string; to?: string }) => {
        filters.push(`${filter.from?.slice(0, 10)} ${filter.to?.slice(0, 10)}`);
        return undefined;
      };
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      let listeners = 0;
      EventTarget.prototype.addEventListener = function (this: EventTarget, ...args) {
        if (this instanceof Node && this.getRootNode() instanceof ShadowRoot) listeners += 1;
        addEventListener.apply(this, args);
      };
      EventTarget.prototype.removeEventListener = function (this: EventTarget, ...args) {
        if (this instanceof Node && this.getRootNode() instanceof ShadowRoot) listeners -= 1;
        removeEventListener.apply(this, args);
      };
      try {
        const widget = await widgetOf(backend);
        await find(widget, 'button', 'Liste');
        const expectLight = (what: string): void => {
          expect(nodesOf(widget), `nodes: ${what}`).to.be.at.most(1_000);
          expect(listeners, `listeners: ${what}`).to.be.at.most(10);
        };
        expectLight('list');
        for (let more = 0; more < 3; more += 1) {
          const before = textOf(widget);
          await press(widget, 'button', 'Vis flere');
          await waitUntil(() => textOf(widget) !== before);
        }
        expectLight('further in the list');
        await press(widget, 'button', 'Vis tidligere timeavtaler');
        await find(widget, 'heading', 'Tidligere timeavtaler');
        await reads(widget, 'Vis flere');
        expectLight('earlier');

        filters.length = 0;
        await press(widget, 'button', 'Måned');
        await find(widget, 'grid', 'November 2026');
        await find(widget, 'gridcell', /^tirsdag 24\. november, \d timeavtaler$/);
        const told = all(widget, 'gridcell').map(({ textContent }) =>
          Number(/(\d+) timeavtaler/.exec(textContent)?.[1] ?? 0),
        );
        expect(told.reduce((sum, count) => sum + count, 0)).to.equal(200);
        expectLight('month');
        await press(widget, 'button', 'Neste måned');
        await find(widget, 'grid', 'Desember 2026');
        await waitUntil(() => filters.length === 2);
        expect(filters).to.deep.equal(['2026-11-01 2026-12-01', '2026-12-01 2027-01-01']);
        // Back again: what was fetched is asked about once more at most.
        await press(widget, 'button', 'Forrige måned');
        await find(widget, 'gridcell', /^tirsdag 24\. november, \d timeavtaler$/);
        expect(filters.length).to.be.at.most(3);

        filters.length = 0;
        await press(widget, 'button', 'Uke');
        await find(widget, 'grid', /^Uke 48/);
        await find(widget, 'gridcell', /^tirsdag 24\. november, \d timeavtaler$/);
        expect(filters).to.have.length(1);
        expectLight('week');
      } finally {
        Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      }
    });
  });
});
