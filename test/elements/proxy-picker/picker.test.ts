import { expect, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/backend/errors.js';
import { ANONYMOUS, NO_SERVICE } from '../../support/data.js';
import { fakeBackend } from '../../support/fake-backend.js';
import {
  all,
  find,
  hasFocus,
  inColumn,
  listen,
  press,
  preventOnce,
  reads,
  runsOut,
  textOf,
  the,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { FAMILY, MOTHER, widgetOf, withFamily } from './support.js';
import { inChromium } from '../../support/browser.js';

/** Who is pressed in the list. */
const chosen = (widget: Element): string[] =>
  all(widget, 'button')
    .filter((one) => one.ariaPressed === 'true')
    .map((one) => one.textContent.replace(/\s+/g, ' ').trim());

describe('<hn-proxy-picker>', () => {
  afterEach(() => {
    sessionStorage.clear();
    document.body.removeAttribute('style');
  });

  describe('is defined', () => {
    it('lists oneself first, then givers of powers and children, each with its areas in words', async () => {
      const widget = await widgetOf(withFamily());
      expect(textOf(widget)).to.include(
        'Hvem vil du bruke tjenesten for? Marte Solberg Deg selv ' +
          'Ingrid Solberg Har gitt deg fullmakt Meldinger Timeavtaler Ikke varsler ' +
          'Sander Solberg Barnet ditt Timeavtaler Ikke meldinger og varsler ' +
          'Nora Solberg Barnet ditt Meldinger Timeavtaler Varsler',
      );
      expect(chosen(widget)).to.deep.equal(['Marte Solberg Deg selv']);
    });

    it('lists the powers in force, given and received, with areas and until when', async () => {
      const widget = await widgetOf(withFamily());
      const text = textOf(widget);
      expect(text).to.include(
        'Fullmakter du har gitt Marte Solberg født 1977 Meldinger Timeavtaler Ikke varsler Gjelder inntil videre',
      );
      expect(text).to.include(
        'Fullmakter du har fått Áilu Somby født 1992 Varsler Ikke meldinger og timeavtaler ' +
          'Gyldig til og med 31. desember 2026',
      );
      expect(text).to.not.include('Per Aas');
    });

    it('has a part for each party, power, area', async () => {
      const root = (await widgetOf(withFamily())).shadowRoot!;
      const count = (part: string): number => root.querySelectorAll(`[part~=${part}]`).length;
      expect([count('party'), count('grant'), count('scope')]).to.deep.equal([4, 2, 9]);
    });

    it('shows the one or the other where the page says so', async () => {
      const backend = withFamily();
      const picker = await widgetOf(backend, { mode: 'picker' });
      expect(textOf(picker)).to.include('Hvem vil du bruke').and.not.include('Fullmakter du har');
      expect(backend.calls).to.not.include('listProxies');
      const manage = await widgetOf(backend, { mode: 'manage' });
      expect(textOf(manage)).to.include('Fullmakter du har gitt').and.not.include('Hvem vil du bruke');
    });

    it('says so where nobody has given a power yet', async () => {
      const widget = await widgetOf(fakeBackend());
      expect(widget.matches(':state(empty)')).to.be.true;
      await reads(widget, 'Ingen har gitt deg fullmakt ennå.');
      await reads(widget, 'Du har ikke gitt noen fullmakt.');
    });
  });

  describe('accessibility', () => {
    const states = {
      ready: () => widgetOf(withFamily()),
      picker: () => widgetOf(withFamily(), { mode: 'picker' }),
      empty: () => widgetOf(fakeBackend()),
      acting: () => widgetOf(withFamily({ session: { ...FAMILY, actingFor: MOTHER } })),
      locked: () => widgetOf(fakeBackend({ session: ANONYMOUS })),
      public: () => widgetOf(withFamily(), { public: '' }),
      'no service': () => widgetOf(fakeBackend({ session: NO_SERVICE })),
      error: () =>
        widgetOf(
          withFamily({
            before: { listProxies: () => Promise.reject(new BackendError('unavailable', { status: 503 })) },
          }),
        ),
    };
    for (const width of [1280, 320]) {
      for (const [name, make] of Object.entries(states)) {
        it(`has no findings when ${name} at ${width} px`, async () => {
          inColumn(width);
          const widget = await make();
          await widget.summonDesk();
          await widget.updateComplete;
          await expect(widget).to.be.accessible();
          expect(runsOut(widget)).to.be.false;
        });
      }
    }

    it('tells by more than colour who is chosen, also without colours', async () => {
      const widget = await widgetOf(withFamily());
      await widget.summonDesk();
      if (inChromium) await emulateMedia({ forcedColors: 'active' });
      const mark = (pressed: string): string =>
        getComputedStyle(widget.shadowRoot!.querySelector(`[aria-pressed=${pressed}] > .mark`)!)
          .borderTopWidth;
      expect(mark('true')).to.not.equal(mark('false'));
      if (inChromium) await emulateMedia({ forcedColors: 'none' });
    });

    it('gives what one presses room for a finger', async () => {
      inColumn(320);
      const widget = await widgetOf(withFamily());
      await find(widget, 'button', 'Bruk og tilganger');
      for (const one of all(widget, 'button').filter((button) => !button.closest('.help'))) {
        const { width, height } = one.getBoundingClientRect();
        expect(Math.min(width, height), one.outerHTML).to.be.at.least(44);
      }
    });
  });

  describe('loading data', () => {
    it('says what to do when the powers do not come, and shows them when tried again', async () => {
      let broken = true;
      const backend = withFamily({
        before: {
          listProxies: () =>
            broken ? Promise.reject(new BackendError('unavailable', { status: 503 })) : undefined,
        },
      });
      const widget = await widgetOf(backend);
      expect(widget.matches(':state(error)')).to.be.true;
      await reads(widget, 'Tjenesten svarer ikke akkurat nå. Prøv igjen om litt.');
      // Whom to act for is known all the same.
      expect(textOf(widget)).to.include('Ingrid Solberg Har gitt deg fullmakt');
      broken = false;
      await press(widget, 'button', 'Prøv igjen');
      await reads(widget, 'Áilu Somby født 1992');
    });

    it('leaves powers out, and says where to turn, where the backend has none', async () => {
      const backend = withFamily();
      (backend.capabilities as Set<string>).delete('proxies');
      const widget = await widgetOf(backend);
      await reads(widget, 'Her kan du ikke gi eller avslutte fullmakter på nett. Ta kontakt med kommunen.');
      expect(all(widget, 'link', '800HELSE (800 43 573)').length).to.be.at.least(1);
      expect(all(widget, 'button', 'Gi fullmakt')).to.have.length(0);
      expect(backend.calls).to.not.include('listProxies');
    });

    it('follows what is given and ended elsewhere, and says so', async () => {
      const backend = withFamily();
      const widget = await widgetOf(backend);
      await widget.summonDesk();
      await waitUntil(() => backend.watched, 'it listens', { timeout: 5000 });
      const said = listen(widget);
      backend.proxies = backend.proxies.map((one) =>
        one.id === 'from-ailu' ? { ...one, status: 'ended', endedAt: '2026-11-24T10:00:00+01:00' } : one,
      );
      backend.session = { ...FAMILY, parties: FAMILY.parties.filter(({ id }) => id !== 'nora') };
      backend.hint({ type: 'proxy', partyId: 'marte', id: 'from-ailu' });
      await waitUntil(() => textOf(widget).includes('Du har ikke fått noen fullmakt'));
      await waitUntil(() => !textOf(widget).includes('Nora'));
      await waitUntil(() => said.length > 0);
      expect(said).to.deep.equal(['Fullmaktene er endret']);
    });

    it('asks again when the last day of a power is over', async () => {
      const backend = withFamily();
      backend.time = Date.parse('2026-12-31T23:59:59.500+01:00');
      backend.session = { ...FAMILY, expiresAt: '2027-01-01T00:29:00+01:00' };
      const widget = await widgetOf(backend);
      await widget.summonDesk();
      await widget.updateComplete;
      backend.proxies = backend.proxies.map((one) =>
        one.id === 'from-ailu' ? { ...one, status: 'expired' } : one,
      );
      await waitUntil(() => textOf(widget).includes('Du har ikke fått noen fullmakt'), 'it has expired', {
        timeout: 4000,
      });
    });
  });

  describe('actions', () => {
    it('acts for another and back, says it once, and leads to the choice', async () => {
      const backend = withFamily();
      const widget = await widgetOf(backend);
      await widget.summonDesk();
      const said = listen(widget);
      await press(widget, 'button', /^Ingrid Solberg/);
      await reads(widget, 'Du bruker tjenesten på vegne av Ingrid Solberg');
      expect(backend.actingFor).to.equal('ingrid');
      await hasFocus(widget, 'Ingrid Solberg Har gitt deg fullmakt');
      expect(chosen(widget)).to.deep.equal(['Ingrid Solberg Har gitt deg fullmakt']);
      await press(widget, 'button', /^Marte Solberg/);
      await waitUntil(() => !textOf(widget).includes('på vegne av'));
      await hasFocus(widget, 'Marte Solberg Deg selv');
      expect(backend.actingFor).to.equal(null);
      await waitUntil(() => said.length > 1);
      expect(said).to.deep.equal([
        'Du bruker tjenesten på vegne av Ingrid Solberg',
        'Du bruker tjenesten som deg selv',
      ]);
    });

    it('shows no powers while one acts for another, and says how to come to them', async () => {
      const widget = await widgetOf(withFamily({ session: { ...FAMILY, actingFor: MOTHER } }));
      await reads(widget, 'Fullmakter styrer du bare som deg selv.');
      expect(textOf(widget)).to.not.include('Áilu').and.not.include('Gi fullmakt');
      await press(widget, 'button', 'Tilbake til deg selv');
      await find(widget, 'button', 'Gi fullmakt');
    });

    it('does nothing when who is chosen is pressed again', async () => {
      const backend = withFamily();
      const widget = await widgetOf(backend);
      await press(widget, 'button', /^Marte Solberg/);
      await widget.summonDesk();
      await widget.updateComplete;
      expect(backend.calls).to.not.include('actFor');
    });

    it('says so when the service no longer lets one act for somebody', async () => {
      const backend = withFamily();
      const widget = await widgetOf(backend);
      const changed: string[] = [];
      widget.addEventListener('hn-acting-for-change', ({ partyId }) => changed.push(partyId));
      backend.before.getSession = () =>
        backend.actingFor ? Promise.reject(new BackendError('forbidden', { status: 403 })) : undefined;
      await press(widget, 'button', /^Ingrid Solberg/);
      await reads(widget, 'Du har ikke lenger tilgang til å bruke tjenesten på vegne av Ingrid Solberg.');
      expect(backend.actingFor).to.equal(null);
      expect(changed).to.deep.equal([]);
    });

    it('stays where it is when the change fails', async () => {
      const backend = withFamily();
      const widget = await widgetOf(backend);
      backend.before.actFor = () => Promise.reject(new BackendError('offline'));
      await press(widget, 'button', /^Ingrid Solberg/);
      await reads(widget, 'Vi får ikke kontakt med tjenesten.');
      expect(textOf(widget)).to.not.include('på vegne av Ingrid');
    });
  });

  describe('events', () => {
    it('asks the page before whom one acts for changes, and tells it after', async () => {
      const backend = withFamily();
      const widget = await widgetOf(backend);
      const told: string[] = [];
      for (const type of ['hn-before-acting-for-change', 'hn-acting-for-change'] as const) {
        document.body.addEventListener(
          type,
          (event) => told.push(`${type} ${event.partyId} ${event.relation}`),
          {
            once: true,
          },
        );
      }
      await press(widget, 'button', /^Sander Solberg/);
      await waitUntil(() => told.length === 2);
      expect(told).to.deep.equal([
        'hn-before-acting-for-change sander child',
        'hn-acting-for-change sander child',
      ]);
    });

    it('stays as it is when the page prevents it', async () => {
      const backend = withFamily();
      const widget = await widgetOf(backend);
      const asked = preventOnce(widget, 'hn-before-acting-for-change');
      await press(widget, 'button', /^Nora Solberg/);
      await waitUntil(() => asked() === 1);
      expect(chosen(widget)).to.deep.equal(['Marte Solberg Deg selv']);
      const changed = oneEvent(widget, 'hn-acting-for-change');
      await press(widget, 'button', /^Nora Solberg/);
      await changed;
      expect(asked()).to.equal(2);
      expect(backend.calls.filter((call) => call === 'actFor')).to.have.length(1);
    });
  });

  describe('keyboard', () => {
    it('chooses with Enter and space, in the order in which they stand', async () => {
      const widget = await widgetOf(withFamily());
      await widget.summonDesk();
      (await find(widget, 'button', /^Marte Solberg/)).focus();
      await sendKeys({ press: 'Tab' });
      await hasFocus(widget, 'Ingrid Solberg Har gitt deg fullmakt');
      await sendKeys({ press: 'Enter' });
      await reads(widget, 'på vegne av Ingrid Solberg');
      await hasFocus(widget, 'Ingrid Solberg Har gitt deg fullmakt');
      await sendKeys({ press: 'Tab' });
      await hasFocus(widget, 'Sander Solberg Barnet ditt');
      await sendKeys({ press: ' ' });
      await reads(widget, 'på vegne av Sander Solberg');
    });
  });

  describe('localization', () => {
    for (const [lang, words] of [
      [
        'nn',
        ['Kven vil du bruke tenesta for?', 'Fullmakter du har gitt', 'Gyldig til og med 31. desember 2026'],
      ],
      [
        'en',
        [
          'Powers of attorney',
          'Has granted you power of attorney',
          'Valid up to and including 31 December 2026',
        ],
      ],
      ['se', ['Gustovaš juovlamánu 31. b. 2026 rádjai', 'Atte fápmudusa']],
    ] as const) {
      it(`speaks ${lang}`, async () => {
        const widget = await widgetOf(withFamily(), { lang });
        for (const word of words) await reads(widget, word);
        await expect(widget).to.be.accessible();
      });
    }

    it('marks what is not translated', async () => {
      const widget = await widgetOf(withFamily(), { lang: 'se' });
      const self = [...widget.shadowRoot!.querySelectorAll('[lang=nb]')].map((one) => one.textContent);
      expect(self).to.include('Deg selv');
    });
  });

  describe('embedding', () => {
    it('asks in one wave: session and powers', async () => {
      const backend = withFamily();
      await widgetOf(backend);
      expect(backend.calls.slice(0, 2).sort()).to.deep.equal(['getSession', 'listProxies']);
    });

    it('takes the page’s own words where there is nothing', async () => {
      const backend = fakeBackend();
      const widget = await widgetOf(backend, { mode: 'picker' });
      await widget.summonDesk();
      widget.innerHTML = '<p slot="empty">Ring servicetorget.</p>';
      await reads(widget, 'Ring servicetorget.');
      expect(textOf(widget)).to.not.include('Ingen har gitt deg fullmakt');
      the(widget, 'heading', 'Fullmakter');
    });
  });
});
