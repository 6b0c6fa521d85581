import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/backend/errors.js';
import type { HnContactsElement } from '../../../src/elements/contacts/contacts.js';
import {
  ACTING,
  ANONYMOUS,
  CONTACTS,
  HOME_CARE,
  NO_SERVICE,
  PENDING,
  PHYSIO,
  TERMS_DUE,
  contact,
  no,
} from '../../support/data.js';
import { fakeBackend } from '../../support/fake-backend.js';
import {
  all,
  find,
  focused,
  hasFocus,
  inColumn,
  listen,
  press,
  reads,
  runsOut,
  show,
  textOf,
  the,
  write,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';

/** A promise and what settles it. */
function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

const names = (widget: HnContactsElement): string[] =>
  all(widget, 'heading')
    .filter((heading) => heading.matches('[part~=contact-name]'))
    .map((heading) => heading.textContent);

describe('<hn-contacts>', () => {
  afterEach(() => document.body.style.removeProperty('inline-size'));

  describe('is defined', () => {
    it('tells a service once, where the contact is called so', async () => {
      const named = contact({ id: 'ergo', name: 'Ergoterapi', service: 'occupational-therapy', people: [] });
      const widget = await show(fakeBackend({ contacts: [named] }));
      expect(textOf(widget)).to.include('Ergoterapi Oslo, bydel Østensjø');
    });

    it('shows the services one can reach, with who, where and when', async () => {
      const widget = await show(fakeBackend());
      expect(names(widget)).to.deep.equal(CONTACTS.map(({ name }) => name));
      const text = textOf(widget);
      expect(text).to.include('Hjemmesykepleie · Amina Yusuf · Oslo, bydel Østensjø');
      expect(text)
        .to.include('Åpent nå')
        .and.to.include('Åpner i morgen kl. 08:00')
        .and.to.include('Stengt i dag');
      expect(text).to.include('2 uleste meldinger');
      expect(
        (the(widget, 'link', 'Ring Hjemmetjenesten Østensjø: 23 43 85 00') as HTMLAnchorElement).href,
      ).to.equal('tel:23438500');
    });

    it('takes properties that were set before it was defined', async () => {
      const element = document.createElement('hn-contacts-early') as unknown as HnContactsElement;
      element.backend = fakeBackend();
      document.body.append(element);
      const { define } = await import('../../../src/define.js');
      define({ suffix: '-early' });
      await waitUntil(() => names(element).length === 3);
      element.remove();
    });

    it('begins its headings at heading-level', async () => {
      const widget = await show(fakeBackend(), { 'heading-level': '3' });
      expect(the(widget, 'heading', 'Helsekontakter').localName).to.equal('h3');
      expect(the(widget, 'heading', HOME_CARE.name).localName).to.equal('h4');
    });
  });

  describe('accessibility', () => {
    const states: Record<string, () => Promise<HnContactsElement>> = {
      loading: async () => {
        const wrapper = await fixture(html`<div></div>`);
        const widget = document.createElement('hn-contacts');
        widget.backend = fakeBackend({ before: { getSession: () => deferred().promise } });
        wrapper.append(widget);
        await widget.updateComplete;
        return widget;
      },
      complete: () => show(fakeBackend()),
      'with open details': async () => {
        const widget = await show(fakeBackend(), { contact: HOME_CARE.id });
        await reads(widget, 'Ryensvingen 1');
        return widget;
      },
      empty: () => show(fakeBackend({ contacts: [] })),
      failing: () =>
        show(
          fakeBackend({
            before: { listContacts: () => Promise.reject(new BackendError('internal', { status: 500 })) },
          }),
        ),
      anonymous: () => show(fakeBackend({ session: ANONYMOUS }), { municipality: '0301' }),
      'looking for a municipality': async () => {
        const widget = await show(fakeBackend({ session: ANONYMOUS }));
        write(await find(widget, 'searchbox', 'Hvilken kommune bor du i?'), 'her');
        await find(widget, 'button', 'Herøy, Nordland');
        return widget;
      },
      'of an unknown municipality': () => show(fakeBackend({ session: ANONYMOUS }), { municipality: '9999' }),
      public: () => show(fakeBackend({ session: ANONYMOUS }), { municipality: '0301', public: '' }),
      'at the terms': () => show(fakeBackend({ session: TERMS_DUE })),
      pending: () => show(fakeBackend({ session: PENDING })),
      'without services': () => show(fakeBackend({ session: NO_SERVICE })),
      'acting for another': () => show(fakeBackend({ session: ACTING })),
      'in the dialog of the terms': async () => {
        const widget = await show(fakeBackend());
        await press(widget, 'button', 'Bruksvilkår');
        await find(widget, 'dialog', 'Bruksvilkår');
        return widget;
      },
    };
    for (const [name, open] of Object.entries(states)) {
      for (const width of [1000, 288]) {
        it(`has no findings ${name} at ${width} px`, async () => {
          inColumn(width);
          const widget = await open();
          await expect(widget).to.be.accessible();
          expect(runsOut(widget)).to.be.false;
        });
      }
    }

    it('has targets of at least 44 px', async () => {
      const widget = await show(fakeBackend(), { contact: HOME_CARE.id });
      await reads(widget, 'Ryensvingen 1');
      const small = [...widget.shadowRoot!.querySelectorAll('button, a, input, select')].filter(
        (element) => element.getBoundingClientRect().height < 43.5,
      );
      expect(small.map((element) => element.textContent.trim())).to.deep.equal([]);
    });

    it('fits 320 px with text twice as large', async () => {
      inColumn(288);
      const widget = await show(fakeBackend(), { contact: HOME_CARE.id });
      widget.style.setProperty('--hn-font-size-base', '32px');
      await reads(widget, 'Ryensvingen 1');
      expect(runsOut(widget)).to.be.false;
    });
  });

  describe('loading data', () => {
    it('shows a skeleton until the first answer, and says so in its state', async () => {
      const wait = deferred();
      const backend = fakeBackend({ before: { listContacts: () => wait.promise } });
      const wrapper = await fixture(html`<div></div>`);
      const widget = document.createElement('hn-contacts');
      widget.backend = backend;
      const ready = oneEvent(widget, 'hn-ready');
      wrapper.append(widget);
      await widget.updateComplete;
      expect(widget.matches(':state(loading)')).to.be.true;
      expect(widget.shadowRoot!.querySelector('[part~=skeleton]')).to.exist;
      wait.resolve();
      await ready;
      expect(widget.matches(':state(ready)')).to.be.true;
      expect(widget.shadowRoot!.querySelector('[part~=skeleton]')).to.not.exist;
    });

    it('asks for session and contacts in one wave', async () => {
      const wait = deferred();
      const backend = fakeBackend({
        before: { getSession: () => wait.promise, listContacts: () => wait.promise },
      });
      const wrapper = await fixture(html`<div></div>`);
      const widget = document.createElement('hn-contacts');
      widget.backend = backend;
      wrapper.append(widget);
      await waitUntil(() => backend.calls.length === 2);
      expect(backend.calls).to.have.members(['getSession', 'listContacts']);
      wait.resolve();
    });

    it('says what to do when it fails, and shows the contacts when tried again', async () => {
      let broken = true;
      const backend = fakeBackend({
        before: {
          listContacts: () =>
            broken ? Promise.reject(new BackendError('unavailable', { status: 503 })) : undefined,
        },
      });
      const widget = await show(backend);
      expect(widget.matches(':state(error)')).to.be.true;
      await reads(widget, 'Tjenesten svarer ikke akkurat nå. Prøv igjen om litt.');
      broken = false;
      await press(widget, 'button', 'Prøv igjen');
      await reads(widget, HOME_CARE.name);
      await hasFocus(widget, 'Helsekontakter');
    });

    it('keeps what was shown and marks it when it cannot be renewed', async () => {
      const backend = fakeBackend();
      const widget = await show(backend);
      backend.before.listContacts = () => Promise.reject(new BackendError('offline'));
      await widget.refresh();
      await reads(widget, 'Vi får ikke hentet noe nytt nå.');
      expect(names(widget)).to.have.length(3);
      expect(widget.matches(':state(ready)')).to.be.true;
    });

    it('shows what is new after a hint', async () => {
      const backend = fakeBackend();
      const widget = await show(backend);
      await reads(widget, '2 uleste meldinger');
      backend.contacts = [{ ...HOME_CARE, unread: 1 }];
      await waitUntil(() => backend.calls.includes('listContacts') && backend.watched, 'the widget listens', {
        timeout: 5000,
      });
      backend.hint({ type: 'message', partyId: null, id: null });
      await reads(widget, '1 ulest melding');
    });

    it('keeps focus where it is when what is not needed at first sight comes', async () => {
      const widget = await show(fakeBackend());
      const button = the(widget, 'button', /^Ny melding til Hjemmetjenesten/);
      button.focus();
      await widget.summonDesk();
      await find(widget, 'searchbox', 'Søk i tjenester');
      expect(widget.shadowRoot!.activeElement).to.equal(button);
    });

    it('resolves refresh() when what is shown is current', async () => {
      const backend = fakeBackend();
      const widget = await show(backend);
      backend.contacts = [PHYSIO];
      await widget.refresh();
      expect(names(widget)).to.deep.equal([PHYSIO.name]);
    });

    it('shows nothing of the last person when another acts', async () => {
      const backend = fakeBackend({ session: ACTING });
      const widget = await show(backend);
      backend.contacts = [PHYSIO];
      await press(widget, 'button', 'Tilbake til deg selv');
      await waitUntil(() => names(widget).length === 1);
      expect(names(widget)).to.deep.equal([PHYSIO.name]);
    });
  });

  describe('actions', () => {
    it('searches in names, people, services and places', async () => {
      const widget = await show(fakeBackend());
      const said = listen(widget);
      const search = await find(widget, 'searchbox', 'Søk i tjenester');
      for (const [words, found] of [
        ['henrik', [PHYSIO.name]],
        ['hjemmesykepleie amina', [HOME_CARE.name]],
        ['østensjø', [HOME_CARE.name, PHYSIO.name]],
      ] as const) {
        write(search, words);
        await waitUntil(() => names(widget).join() === found.join(), words);
      }
      await waitUntil(() => said.length > 0);
      expect(said).to.deep.equal(['2 treff']);
    });

    it('shows one kind of service, and all again', async () => {
      const widget = await show(fakeBackend());
      write(await find(widget, 'combobox', 'Tjeneste'), 'vaccination');
      await waitUntil(() => names(widget).length === 1);
      write(the(widget, 'searchbox', 'Søk i tjenester'), 'finnes ikke');
      await reads(widget, 'Ingen tjenester passer med søket.');
      await press(widget, 'button', 'Nullstill');
      await waitUntil(() => names(widget).length === 3);
      await hasFocus(widget, 'Søk i tjenester');
    });

    it('opens and closes the details of a service', async () => {
      const widget = await show(fakeBackend());
      const button = the(widget, 'button', `Se detaljer ${HOME_CARE.name}`);
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      button.click();
      await reads(widget, 'Ryensvingen 1 0680 Oslo');
      const text = textOf(widget);
      expect(text).to.include('Hver dag 07:00–22:00');
      expect(text).to.include('Vakttelefon: 23 43 85 00').and.to.include('Kontor: 23 43 85 01');
      expect(text).to.include('Skriver du nå, kan du forvente svar innen onsdag 25. november 2026.');
      expect((the(widget, 'link', HOME_CARE.email!) as HTMLAnchorElement).href).to.equal(
        `mailto:${HOME_CARE.email}`,
      );
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      button.click();
      await waitUntil(() => !textOf(widget).includes('Ryensvingen'));
    });

    it('shows hours by days, closed days and why something is not offered', async () => {
      const office = contact({
        id: 'office',
        name: 'Ergoterapi',
        service: 'occupational-therapy',
        closedDays: [{ date: '2026-12-24', label: 'julaften' }],
        write: no('not-offered', { text: 'Vi svarer på telefon.' }),
        appointments: no('closed'),
        visitNotices: no('scope-missing'),
      });
      const widget = await show(fakeBackend({ contacts: [office] }), { contact: 'office' });
      await reads(widget, 'Mandag–fredag 08:00–15:30');
      const text = textOf(widget);
      expect(text).to.include('Lørdag og søndag stengt');
      expect(text).to.include('Stengt torsdag 24. desember (julaften)');
      expect(text).to.include('Meldinger: Kommunen tilbyr ikke dette her. Vi svarer på telefon.');
      expect(text).to.include('Timeavtaler: Tjenesten tar ikke imot noe nytt nå.');
      expect(text).to.include('Varsel om besøk: Du har ikke tilgang til dette.');
      expect(all(widget, 'button', /Ny melding/)).to.have.length(0);
      expect(all(widget, 'link', 'Ring Ergoterapi: 23 43 85 00')).to.have.length(1);
    });

    it('says when something opens, and gives the phone', async () => {
      const widget = await show(fakeBackend({ contacts: [PHYSIO] }));
      expect(textOf(widget)).to.include(
        'Meldinger: Kommunen åpner for dette 1. mars 2027. Ring, så hjelper vi deg.',
      );
    });

    it('shows only the services it is asked to', async () => {
      const widget = await show(fakeBackend(), { services: 'vaccination, physiotherapy' });
      expect(names(widget)).to.deep.equal(['Fysioterapi, bydel Østensjø', 'Vaksinasjonskontoret']);
    });

    it('opens `contact` from the start', async () => {
      const widget = await show(fakeBackend(), { contact: HOME_CARE.id });
      await reads(widget, 'Ryensvingen 1');
    });

    it('renews whether a service is open', async () => {
      const backend = fakeBackend({ contacts: [PHYSIO] });
      const widget = await show(backend);
      backend.time = Date.parse('2026-11-25T09:00:00+01:00');
      widget.requestUpdate();
      await reads(widget, 'Åpent nå');
    });
  });

  describe('for those who have not logged in', () => {
    it('shows the public information of a municipality, and the way in', async () => {
      const widget = await show(fakeBackend({ session: ANONYMOUS }), { municipality: '0301' });
      await reads(widget, 'Helsekontakter i Oslo kommune');
      expect(widget.matches(':state(locked)')).to.be.true;
      expect(names(widget)).to.have.length(3);
      expect(all(widget, 'button', 'Logg inn')).to.have.length(1);
      expect(all(widget, 'button', /Ny melding/)).to.have.length(0);
      expect(textOf(widget)).to.not.include('Amina Yusuf');
    });

    it('finds a municipality by name, with its county', async () => {
      const widget = await show(fakeBackend({ session: ANONYMOUS }), { public: '' });
      const said = listen(widget);
      write(await find(widget, 'searchbox', 'Hvilken kommune bor du i?'), 'herøy');
      await find(widget, 'button', 'Herøy, Møre og Romsdal');
      await waitUntil(() => said.includes('2 treff'));
      await press(widget, 'button', 'Herøy, Nordland');
      await reads(widget, 'Helsekontakter i Herøy kommune, Nordland');
      await hasFocus(widget, 'Helsekontakter i Herøy kommune, Nordland');
      expect(all(widget, 'button', 'Logg inn')).to.have.length(0);
      await press(widget, 'button', 'Velg en annen kommune');
      await hasFocus(widget, 'Hvilken kommune bor du i?');
    });

    it('says so when there is no such municipality', async () => {
      const widget = await show(fakeBackend({ session: ANONYMOUS }), { public: '' });
      write(await find(widget, 'searchbox', 'Hvilken kommune bor du i?'), 'atlantis');
      await reads(widget, 'Vi finner ingen kommune som heter «atlantis».');
    });

    it('lets people search when the page names an unknown municipality, and tells the editor', async () => {
      const warned: string[] = [];
      const { warn } = console;
      console.warn = (text: string) => warned.push(text);
      const widget = await show(fakeBackend({ session: ANONYMOUS }), { municipality: '9999' });
      await reads(widget, 'Vi finner ikke kommunen som denne siden viser til.');
      console.warn = warn;
      expect(warned).to.have.length(1);
      expect(warned[0]).to.include('<hn-contacts>').and.to.include('municipality');
      expect(all(widget, 'searchbox', 'Hvilken kommune bor du i?')).to.have.length(1);
    });

    it('tells the editor once of a contact that is not there, without its id', async () => {
      const warned: string[] = [];
      const { warn } = console;
      console.warn = (text: string) => warned.push(text);
      const widget = await show(fakeBackend(), { contact: 'gone-astray' });
      await waitUntil(() => warned.length > 0, 'the warning');
      await widget.refresh();
      console.warn = warn;
      expect(warned).to.have.length(1);
      expect(warned[0]).to.include('<hn-contacts>').and.to.include('contact="…"');
      expect(warned[0]).not.to.include('gone-astray');
    });
  });

  describe('keyboard', () => {
    it('reaches everything in the order in which it stands', async () => {
      inColumn(1000);
      const widget = await show(fakeBackend({ contacts: [HOME_CARE, PHYSIO] }));
      await find(widget, 'searchbox', 'Søk i tjenester');
      const walk: string[] = [];
      (widget.shadowRoot!.querySelector('#title') as HTMLElement).focus();
      for (let step = 0; step < 11; step++) {
        await sendKeys({ press: 'Tab' });
        walk.push(focused(widget));
      }
      expect(walk).to.deep.equal([
        'Søk i tjenester',
        'Tjeneste',
        'Ny melding til Hjemmetjenesten Østensjø',
        'Ring Hjemmetjenesten Østensjø: 23 43 85 00',
        'Se detaljer Hjemmetjenesten Østensjø',
        'Ring Fysioterapi, bydel Østensjø: 23 43 85 40',
        'Se detaljer Fysioterapi, bydel Østensjø',
        '800HELSE (800 43 573)',
        'Om kommunale tjenester',
        'Bruksvilkår',
        'Logg ut',
      ]);
    });
  });

  describe('localization', () => {
    it('speaks the language around it, and another one when that changes', async () => {
      const wrapper = await fixture(html`<div lang="en"></div>`);
      const widget = document.createElement('hn-contacts');
      widget.backend = fakeBackend();
      wrapper.append(widget);
      await reads(widget, 'Health contacts');
      expect(textOf(widget)).to.not.include('Helsekontakter');
      wrapper.setAttribute('lang', 'nn');
      await reads(widget, 'Helsekontaktar');
    });

    it('differs from its neighbour, and neither says a word of the other', async () => {
      const wrapper = await fixture(html`<div></div>`);
      const [nynorsk, english] = ['nn', 'en'].map((lang) => {
        const widget = document.createElement('hn-contacts');
        widget.backend = fakeBackend();
        widget.lang = lang;
        wrapper.append(widget);
        return widget;
      }) as [HnContactsElement, HnContactsElement];
      await reads(nynorsk, 'Helsekontaktar');
      await reads(english, 'Health contacts');
      for (const widget of [nynorsk, english, nynorsk]) {
        widget.requestUpdate();
        await widget.updateComplete;
      }
      expect(textOf(nynorsk)).to.not.include('Health contacts');
      expect(textOf(english)).to.not.include('Helsekontaktar');
    });
  });

  describe('embedding', () => {
    it('gives its slots to the page', async () => {
      const widget = await show(fakeBackend());
      const help = document.createElement('p');
      help.slot = 'help';
      help.textContent = 'Ring oss på 22 22 22 22';
      widget.append(help);
      await reads(widget, 'Ring oss på 22 22 22 22');
      expect(textOf(widget)).to.not.include('800HELSE');
    });

    it('keeps its looks when it moves to another document', async () => {
      const widget = await show(fakeBackend());
      const looksRight = (): boolean => {
        const button = widget.shadowRoot!.querySelector('.button');
        return !!button && widget.ownerDocument.defaultView!.getComputedStyle(button).cursor === 'pointer';
      };
      const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Another page"></iframe>`);
      frame.contentDocument!.body.append(widget);
      await waitUntil(looksRight, 'in the other document', { timeout: 5000 });
      document.body.append(widget);
      await waitUntil(looksRight, 'back again', { timeout: 5000 });
      widget.remove();
    });

    it('has no more listeners for more rows', async () => {
      const listeners = async (rows: number): Promise<number> => {
        const { addEventListener } = EventTarget.prototype;
        const targets: EventTarget[] = [];
        EventTarget.prototype.addEventListener = function (this: EventTarget, ...args) {
          targets.push(this);
          addEventListener.apply(this, args);
        };
        const contacts = Array.from({ length: rows }, (_, n) =>
          contact({ id: `c${n}`, name: `Tjeneste ${n}` }),
        );
        const widget = await show(fakeBackend({ contacts }));
        await reads(widget, `Tjeneste ${rows - 1}`);
        await widget.summonDesk();
        EventTarget.prototype.addEventListener = addEventListener;
        return targets.filter(
          (target) => target instanceof Node && target.getRootNode() === widget.shadowRoot,
        ).length;
      };
      expect(await listeners(2)).to.equal(3);
      expect(await listeners(60)).to.equal(3);
    });
  });
});
