import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/errors.js';
import type { BackendCapability } from '../../../src/backend/backend.js';
import { ACTING, ANONYMOUS, INGRID, PENDING, TERMS_DUE } from '../../support/data.js';
import { fakeBackend } from '../../support/fake-backend.js';
import { SETTINGS } from '../../support/fake-settings.js';
import {
  all,
  find,
  hasFocus,
  inColumn,
  press,
  reads,
  runsOut,
  showWidget,
  textOf,
  the,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { box, chosen, widgetOf, withSettings } from './support.js';

describe('<hn-notify-settings>', () => {
  afterEach(() => {
    sessionStorage.clear();
    document.body.removeAttribute('style');
  });

  describe('is defined', () => {
    it('shows where notices go, and whether that is confirmed', async () => {
      const widget = await widgetOf(
        withSettings({ email: { value: 'ingrid@eksempel.no', verified: false } }),
      );
      const text = textOf(widget);
      expect(text).to.include('Mobilnummer 412 34 567 Bekreftet');
      expect(text).to.include('E-post ingrid@eksempel.no Ikke bekreftet');
      expect(widget.matches(':state(ready)')).to.be.true;
    });

    it('shows which notices come, and how', async () => {
      const widget = await widgetOf(withSettings());
      expect(chosen(widget)).to.deep.equal({
        'Nye meldinger': 'Tekstmelding',
        Timeavtaler: 'Tekstmelding, E-post',
        'Utførte hjemmebesøk': '',
      });
      expect((the(widget, 'combobox', 'Språk i varslene') as HTMLSelectElement).value).to.equal('nb');
    });

    it('says which notice always comes', async () => {
      const widget = await widgetOf(withSettings());
      const rule = the(widget, 'group', 'Nye meldinger');
      const { id } = rule.querySelector('[id^=about-]')!;
      expect(rule.getAttribute('aria-describedby')?.split(' ')).to.include(id);
      expect(rule.textContent).to.include('Du får alltid dette varselet, og velger hvordan.');
      expect(the(widget, 'group', 'Timeavtaler').textContent).to.not.include('alltid');
    });

    it('shows what each notice looks like, as the text that it is', async () => {
      const [first, ...others] = SETTINGS.rules;
      const preview = { sms: '<b>Hei</b> & logg inn', email: 'Ny melding\n\nLogg inn' };
      const widget = await widgetOf(withSettings({ rules: [{ ...first!, preview }, ...others] }));
      const details = the(widget, 'group', 'Nye meldinger').querySelector('details')!;
      expect(details.open).to.be.false;
      details.querySelector('summary')!.click();
      expect(details.open).to.be.true;
      await reads(widget, '<b>Hei</b> & logg inn');
      expect(details.querySelectorAll('b')).to.have.length(0);
    });

    it('gives each preview a name of its own', async () => {
      const widget = await widgetOf(withSettings());
      const names = [...widget.shadowRoot!.querySelectorAll('summary')].map((one) => one.ariaLabel);
      expect(names).to.deep.equal([
        'Slik ser varselet ut: Nye meldinger',
        'Slik ser varselet ut: Timeavtaler',
        'Slik ser varselet ut: Utførte hjemmebesøk',
      ]);
    });
  });

  describe('accessibility', () => {
    const states: Record<string, () => Promise<Element>> = {
      'what is set': () => widgetOf(withSettings()),
      'nothing set': () => widgetOf(withSettings({ mobile: null, email: null })),
      'addresses kept elsewhere': () =>
        widgetOf(withSettings({ managedAt: { label: 'Registeret', url: 'https://register.example/' } })),
      'acting for another': () => widgetOf(Object.assign(withSettings(), { session: ACTING })),
      'not logged in': () => showWidget('hn-notify-settings', fakeBackend({ session: ANONYMOUS })),
      'terms due': () => showWidget('hn-notify-settings', fakeBackend({ session: TERMS_DUE })),
      pending: () => showWidget('hn-notify-settings', fakeBackend({ session: PENDING })),
      public: () => showWidget('hn-notify-settings', fakeBackend({ session: ANONYMOUS }), { public: '' }),
    };
    for (const [state, shown] of Object.entries(states)) {
      it(`has no findings: ${state}`, async () => {
        await expect(await shown()).to.be.accessible();
      });
    }

    it('stays in a column of 320 pixels, also where an address is long', async () => {
      inColumn(320);
      const value = `${'langt.navn.'.repeat(9)}@eksempel.no`;
      const widget = await widgetOf(withSettings({ email: { value, verified: true } }));
      expect(runsOut(widget)).to.be.false;
    });

    it('stays in it with text of twice the size', async () => {
      inColumn(320);
      document.body.style.setProperty('--hn-font-size-base', '32px');
      const widget = await widgetOf(withSettings());
      expect(runsOut(widget)).to.be.false;
      document.body.style.removeProperty('--hn-font-size-base');
    });
  });

  describe('loading data', () => {
    it('asks with the session, and once', async () => {
      const backend = withSettings();
      await widgetOf(backend);
      expect(backend.calls.filter((call) => call === 'getNotificationSettings')).to.have.length(1);
    });

    it('says what to do when it fails, and shows them when tried again', async () => {
      let broken = true;
      const backend = withSettings();
      backend.before.getNotificationSettings = () =>
        broken ? Promise.reject(new BackendError('unavailable', { status: 503 })) : undefined;
      const widget = await showWidget('hn-notify-settings', backend);
      expect(widget.matches(':state(error)')).to.be.true;
      await reads(widget, 'Tjenesten svarer ikke akkurat nå. Prøv igjen om litt.');
      await expect(widget).to.be.accessible();
      broken = false;
      await press(widget, 'button', 'Prøv igjen');
      await reads(widget, 'Bekreftet');
    });

    it('says where to turn where the backend has no settings', async () => {
      const backend = withSettings();
      (backend.capabilities as Set<BackendCapability>).delete('notification-settings');
      const widget = await showWidget('hn-notify-settings', backend);
      expect(widget.matches(':state(empty)')).to.be.true;
      await reads(widget, 'Du kan ikke velge varsler her. Spør kommunen');
      expect(all(widget, 'link', '800HELSE (800 43 573)')).to.have.length(2);
      expect(backend.calls).to.not.include('getNotificationSettings');
      await expect(widget).to.be.accessible();
    });

    it('says what one needs to log in for, and nothing of that where it is public', async () => {
      const anonymous = await showWidget('hn-notify-settings', fakeBackend({ session: ANONYMOUS }));
      await reads(anonymous, 'Da kan du velge hvilke varsler du får, og hvor de skal komme.');
      const backend = fakeBackend({ session: ANONYMOUS });
      const open = await showWidget('hn-notify-settings', backend, { public: '' });
      await reads(open, 'Logg inn for å velge hvilke varsler du får.');
      expect(backend.calls).to.not.include('getNotificationSettings');
    });
  });

  describe('acting for another', () => {
    const acting = () => Object.assign(withSettings(), { session: ACTING });

    it('says whose the addresses are, and whom the notices are about', async () => {
      const widget = await widgetOf(acting());
      await reads(
        widget,
        'Dette er ditt eget mobilnummer og din egen e-postadresse. Varsler du velger for Ingrid Solberg, kommer hit.',
      );
      await find(widget, 'heading', 'Varsler for Ingrid Solberg');
      expect(all(widget, 'heading', 'Varslene dine')).to.have.length(0);
    });

    it('shows nothing of it when one is oneself again', async () => {
      const backend = acting();
      const widget = await widgetOf(backend);
      backend.settings = { ...SETTINGS, mobile: null, version: '9' };
      await press(widget, 'button', 'Tilbake til deg selv');
      await find(widget, 'heading', 'Varslene dine');
      await reads(widget, 'Mobilnummer Ikke lagt inn');
      expect(textOf(widget)).to.not.include('Ingrid Solberg');
    });

    it('says why one may not, and the way back', async () => {
      const actingFor = { ...INGRID, relation: 'proxy' as const, scopes: ['messages' as const] };
      const backend = Object.assign(withSettings(), { session: { ...ACTING, actingFor } });
      const widget = await showWidget('hn-notify-settings', backend);
      await reads(widget, 'Fullmakten du har fra Ingrid Solberg, gjelder ikke varsler.');
      expect(widget.matches(':state(empty)')).to.be.true;
      await expect(widget).to.be.accessible();
      await press(widget, 'button', 'Tilbake til deg selv');
      await find(widget, 'heading', 'Varslene dine');
    });

    it('says so of a child as well', async () => {
      const actingFor = { ...INGRID, name: 'Sander', relation: 'child' as const, scopes: [] };
      const backend = Object.assign(withSettings(), { session: { ...ACTING, actingFor } });
      const widget = await showWidget('hn-notify-settings', backend);
      await reads(widget, 'Tilgangen du har som forelder til Sander, gjelder ikke varsler.');
    });
  });

  describe('a channel without a confirmed address', () => {
    it('says what is missing and leads there', async () => {
      const widget = await widgetOf(
        withSettings({ mobile: null, email: { value: 'ingrid@eksempel.no', verified: false } }),
      );
      await reads(widget, 'Du får ikke tekstmeldinger før du har lagt inn og bekreftet mobilnummeret ditt.');
      await press(widget, 'link', 'Gå til mobilnummeret');
      await hasFocus(widget, 'Legg til Mobilnummer');
      await press(widget, 'link', 'Gå til e-postadressen');
      await hasFocus(widget, 'Bekreft E-post');
      expect(location.hash).to.equal('');
    });

    it('says nothing where all are confirmed', async () => {
      expect(textOf(await widgetOf(withSettings()))).to.not.include('Du får ikke');
    });
  });

  describe('localization', () => {
    for (const [lang, words] of [
      ['nn', ['Utførte heimebesøk', 'Stadfesta', 'Språk i varsla']],
      ['en', ['Completed home visits', 'Confirmed', 'Language of the notifications']],
    ] as const) {
      it(`speaks ${lang}`, async () => {
        const widget = await widgetOf(withSettings(), { lang });
        for (const word of words) expect(textOf(widget)).to.include(word);
        expect(widget.shadowRoot!.querySelectorAll('.base [lang=nb]:not(option, .bubble)')).to.have.length(0);
      });
    }

    it('marks what Northern Sámi lacks', async () => {
      const widget = await widgetOf(withSettings(), { lang: 'se' });
      expect(box(widget, 'Ođđa dieđáhusat', 'SMS').checked).to.be.true;
      expect(widget.shadowRoot!.querySelector('#rules[lang=nb]')?.textContent).to.equal('Varslene dine');
      expect(widget.shadowRoot!.querySelector('summary')?.lang).to.equal('nb');
      await expect(widget).to.be.accessible();
    });

    it('marks the language of the notices themselves', async () => {
      const widget = await widgetOf(withSettings({ language: 'en' }));
      const langs = [...widget.shadowRoot!.querySelectorAll<HTMLElement>('.bubble')].map(({ lang }) => lang);
      expect(new Set(langs)).to.deep.equal(new Set(['en']));
    });

    it('names each language in that language', async () => {
      const widget = await widgetOf(withSettings());
      const options = [...widget.shadowRoot!.querySelectorAll('option')];
      expect(options.map(({ lang, text }) => `${lang} ${text}`)).to.deep.equal([
        'nb Bokmål',
        'nn Nynorsk',
        'en English',
        'se Davvisámegiella',
      ]);
    });

    it('shows the language that is chosen, from the first and after a choice', async () => {
      const widget = await widgetOf(withSettings({ language: 'en' }));
      const select = widget.shadowRoot!.querySelector('select')!;
      expect(select.value).to.equal('en');
      for (const language of ['se', 'nb', 'nn']) {
        select.value = language;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        await widget.updateComplete;
        expect(select.value).to.equal(language);
      }
    });
  });

  describe('embedding', () => {
    it('follows the page in headings', async () => {
      const widget = await widgetOf(withSettings(), { 'heading-level': '4' });
      const levels = [...widget.shadowRoot!.querySelectorAll('h4, h5')].map(({ localName }) => localName);
      expect(levels).to.deep.equal(['h4', 'h5', 'h5']);
    });

    it('shows what another widget of the backend changes, at once', async () => {
      const backend = withSettings();
      const one = await widgetOf(backend);
      const other = document.createElement('hn-notify-settings');
      other.backend = backend;
      one.after(other);
      await find(other, 'combobox', /./);
      box(one, 'Timeavtaler', 'E-post').click();
      await press(one, 'button', 'Lagre');
      await waitUntil(() => chosen(other).Timeavtaler === 'Tekstmelding');
    });

    it('gives parts to the page', async () => {
      const widget = await widgetOf(withSettings());
      const count = (part: string): number => widget.shadowRoot!.querySelectorAll(`[part~=${part}]`).length;
      expect([count('channel'), count('rule'), count('preview')]).to.deep.equal([2, 3, 3]);
    });
  });
});
