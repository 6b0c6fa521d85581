import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/backend/errors.js';
import type { HnNotifySettingsElement } from '../../../src/elements/notify-settings/notify-settings.js';
import type { FakeBackend } from '../../support/fake-backend.js';
import { CODE, SETTINGS } from '../../support/fake-settings.js';
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
  write,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { box, widgetOf, withSettings } from './support.js';

const NUMBER = '901 23 456';

/** As far as to where the code is typed. */
async function codeSent(backend: FakeBackend): Promise<HnNotifySettingsElement> {
  const widget = await widgetOf(backend);
  await press(widget, 'button', 'Endre Mobilnummer');
  write(await find(widget, 'textbox', 'Nytt mobilnummer'), NUMBER);
  await press(widget, 'button', 'Send kode');
  await find(widget, 'textbox', 'Kode');
  return widget;
}

const enter = async (widget: HnNotifySettingsElement, code: string): Promise<void> => {
  write(await find(widget, 'textbox', 'Kode'), code);
  await press(widget, 'button', 'Bekreft');
};

const dialogOf = (widget: HnNotifySettingsElement): HTMLDialogElement | null =>
  widget.shadowRoot!.querySelector('dialog');

describe('<hn-notify-settings>: addresses', () => {
  afterEach(() => {
    sessionStorage.clear();
    document.body.removeAttribute('style');
  });

  describe('a new one', () => {
    it('is typed, and stands as confirmed once its code is', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      const said = listen(widget);
      let saved = 0;
      widget.addEventListener('hn-settings-saved', () => (saved += 1));
      await press(widget, 'button', 'Endre Mobilnummer');
      await hasFocus(widget, 'Nytt mobilnummer');
      await expect(widget).to.be.accessible();
      write(the(widget, 'textbox', 'Nytt mobilnummer'), NUMBER);
      await press(widget, 'button', 'Send kode');
      await hasFocus(widget, 'Kode');
      await reads(widget, 'Vi har sendt en kode til 901 23 456. Den gjelder til kl. 10:10.');
      const field = the(widget, 'textbox', 'Kode') as HTMLInputElement;
      expect([field.inputMode, field.getAttribute('autocomplete')]).to.deep.equal([
        'numeric',
        'one-time-code',
      ]);
      await expect(widget).to.be.accessible();
      await enter(widget, '123 456');
      await reads(widget, 'Mobilnummer 901 23 456 Bekreftet');
      await hasFocus(widget, 'Endre Mobilnummer');
      expect(backend.codes.map(({ channel, to }) => [channel, to])).to.deep.equal([['sms', NUMBER]]);
      expect(said).to.deep.equal(['Koden er sendt', 'Mobilnummeret er bekreftet']);
      expect(saved).to.equal(1);
      expect(all(widget, 'textbox')).to.have.length(0);
    });

    it('comes with a version on which one saves', async () => {
      const backend = withSettings();
      const widget = await codeSent(backend);
      box(widget, 'Timeavtaler', 'E-post').click();
      await enter(widget, CODE);
      await reads(widget, 'Mobilnummer 901 23 456 Bekreftet');
      expect(textOf(widget))
        .to.include('Du har endringer som ikke er lagret.')
        .and.to.not.include('et annet sted');
      await press(widget, 'button', 'Lagre');
      await reads(widget, 'Varslene er lagret');
      expect(backend.saves[0]?.version).to.equal('2');
    });

    it('is no news, also where the backend tells of it before it answers', async () => {
      const backend = withSettings();
      const widget = await codeSent(backend);
      await waitUntil(() => backend.watched);
      const said = listen(widget);
      const asks = (): number => backend.calls.filter((call) => call === 'getNotificationSettings').length;
      backend.before.completeVerification = async () => {
        const before = asks();
        backend.settings = { ...backend.settings, version: '2' };
        backend.hint({ type: 'settings', partyId: null, id: null });
        await waitUntil(() => asks() > before);
        await widget.updateComplete;
      };
      await enter(widget, CODE);
      await reads(widget, 'Mobilnummer 901 23 456 Bekreftet');
      await widget.refresh();
      expect(said).to.deep.equal(['Mobilnummeret er bekreftet']);
    });

    it('is an e-mail address as well', async () => {
      const backend = withSettings({ email: null });
      const widget = await widgetOf(backend);
      await press(widget, 'button', 'Legg til E-post');
      const field = (await find(widget, 'textbox', 'Ny e-postadresse')) as HTMLInputElement;
      expect([field.type, field.autocomplete]).to.deep.equal(['email', 'email']);
      write(field, 'ny@eksempel.no');
      await press(widget, 'button', 'Send kode');
      await enter(widget, CODE);
      await reads(widget, 'E-post ny@eksempel.no Bekreftet');
    });

    it('is the one that stands there, where it is not confirmed', async () => {
      const widget = await widgetOf(withSettings({ mobile: { value: NUMBER, verified: false } }));
      await press(widget, 'button', 'Bekreft Mobilnummer');
      expect(((await find(widget, 'textbox', 'Nytt mobilnummer')) as HTMLInputElement).value).to.equal(
        NUMBER,
      );
    });

    for (const [channel, name, words] of [
      ['Mobilnummer', 'Nytt mobilnummer', 'Skriv et mobilnummer med åtte siffer, eller med landkode.'],
      ['E-post', 'Ny e-postadresse', 'Skriv en e-postadresse, for eksempel navn@eksempel.no.'],
    ] as const) {
      it(`must be one that can be: ${channel}`, async () => {
        const backend = withSettings();
        const widget = await widgetOf(backend);
        await press(widget, 'button', `Endre ${channel}`);
        write(await find(widget, 'textbox', name), '1234');
        await press(widget, 'button', 'Send kode');
        await reads(widget, words);
        await hasFocus(widget, name);
        expect(the(widget, 'textbox', name).ariaInvalid).to.equal('true');
        await expect(widget).to.be.accessible();
        expect(backend.codes).to.deep.equal([]);
      });
    }

    it('is not taken when the backend does not take it', async () => {
      const backend = withSettings();
      backend.before.startVerification = () => Promise.reject(new BackendError('invalid', { status: 422 }));
      const widget = await widgetOf(backend);
      await press(widget, 'button', 'Endre Mobilnummer');
      write(await find(widget, 'textbox', 'Nytt mobilnummer'), NUMBER);
      await press(widget, 'button', 'Send kode');
      await reads(widget, 'Skriv et mobilnummer med åtte siffer, eller med landkode.');
    });

    it('is let go of', async () => {
      const widget = await codeSent(withSettings());
      await press(widget, 'button', 'Endre nummeret');
      expect(((await find(widget, 'textbox', 'Nytt mobilnummer')) as HTMLInputElement).value).to.equal(
        NUMBER,
      );
      await press(widget, 'button', 'Avbryt');
      await hasFocus(widget, 'Endre Mobilnummer');
      expect(all(widget, 'textbox')).to.have.length(0);
    });

    it('stays in a column of 320 pixels', async () => {
      inColumn(320);
      expect(runsOut(await codeSent(withSettings()))).to.be.false;
    });

    it('is done by keyboard alone', async () => {
      const widget = await widgetOf(withSettings());
      the(widget, 'button', 'Endre Mobilnummer').focus();
      await sendKeys({ press: 'Enter' });
      await hasFocus(widget, 'Nytt mobilnummer');
      await sendKeys({ type: '90123456' });
      await sendKeys({ press: 'Enter' });
      await hasFocus(widget, 'Kode');
      await sendKeys({ type: CODE });
      await sendKeys({ press: 'Enter' });
      await reads(widget, 'Mobilnummer 901 23 456 Bekreftet');
    });
  });

  describe('a code', () => {
    it('that is wrong is said to be, and can be typed again', async () => {
      const backend = withSettings();
      const widget = await codeSent(backend);
      const said = listen(widget);
      await enter(widget, '000000');
      await reads(widget, 'Koden er ikke riktig. Skriv den siste koden du har fått.');
      await hasFocus(widget, 'Kode');
      await expect(widget).to.be.accessible();
      expect(said).to.deep.equal(['Koden er ikke riktig. Skriv den siste koden du har fått.']);
      await enter(widget, CODE);
      await reads(widget, 'Mobilnummer 901 23 456 Bekreftet');
    });

    it('is digits', async () => {
      const backend = withSettings();
      const widget = await codeSent(backend);
      await enter(widget, 'koden');
      await reads(widget, 'Skriv koden med bare siffer.');
      expect(backend.calls).to.not.include('completeVerification');
    });

    it('that is too old leads to a new one', async () => {
      const backend = withSettings();
      const widget = await codeSent(backend);
      const said = listen(widget);
      backend.before.completeVerification = () =>
        Promise.reject(new BackendError('code-expired', { status: 422 }));
      await enter(widget, CODE);
      await reads(widget, 'Koden gjelder ikke lenger. Be om en ny kode.');
      await hasFocus(widget, 'Send ny kode');
      await expect(widget).to.be.accessible();
      backend.before = {};
      backend.time += 60_000;
      await press(widget, 'button', 'Send ny kode');
      await reads(widget, 'Den gjelder til kl. 10:11.');
      await hasFocus(widget, 'Kode');
      await enter(widget, CODE);
      await reads(widget, 'Mobilnummer 901 23 456 Bekreftet');
      expect(new Set(backend.codes.map(({ key }) => key)).size).to.equal(2);
      expect(said).to.deep.equal([
        'Koden gjelder ikke lenger. Be om en ny kode.',
        'En ny kode er sendt',
        'Mobilnummeret er bekreftet',
      ]);
    });

    it('that was tried too often says when one may go on', async () => {
      const backend = withSettings();
      const widget = await codeSent(backend);
      backend.before.completeVerification = () =>
        Promise.reject(new BackendError('too-many-attempts', { status: 429, retryAfter: 420_000 }));
      await enter(widget, CODE);
      await reads(widget, 'Du har prøvd for mange ganger. Du kan prøve igjen i dag kl. 10:07.');
      await expect(widget).to.be.accessible();
    });

    it('that was asked for too often says when one may ask again', async () => {
      const backend = withSettings();
      const widget = await codeSent(backend);
      backend.before.startVerification = () =>
        Promise.reject(new BackendError('too-many-attempts', { status: 429, retryAfter: 86_400_000 }));
      await press(widget, 'button', 'Send ny kode');
      await reads(widget, 'Du har prøvd for mange ganger. Du kan prøve igjen i morgen kl. 10:00.');
      expect(all(widget, 'textbox', 'Kode')).to.have.length(1);
    });

    it('is asked for on the same key when the answer was lost', async () => {
      const keys: (string | undefined)[] = [];
      const backend = withSettings();
      let lost = true;
      backend.before.startVerification = (...[, options]: [never?, { idempotencyKey?: string }?]) => {
        keys.push(options?.idempotencyKey);
        return lost ? Promise.reject(new BackendError('timeout')) : undefined;
      };
      const widget = await widgetOf(backend);
      await press(widget, 'button', 'Endre Mobilnummer');
      write(await find(widget, 'textbox', 'Nytt mobilnummer'), NUMBER);
      await press(widget, 'button', 'Send kode');
      await reads(widget, 'Tjenesten svarer ikke akkurat nå.');
      lost = false;
      await press(widget, 'button', 'Send kode');
      await find(widget, 'textbox', 'Kode');
      expect(keys).to.have.length(2);
      expect(new Set(keys).size).to.equal(1);
    });

    it('is asked for again after a reload', async () => {
      const backend = withSettings();
      const widget = await codeSent(backend);
      await waitUntil(() => Object.keys(sessionStorage).some((key) => key.startsWith('hn:draft:')));
      widget.remove();
      const { id, codes } = backend;
      const again = await widgetOf(Object.assign(withSettings(), { id, codes }));
      await enter(again, CODE);
      await reads(again, 'Mobilnummer 901 23 456 Bekreftet');
    });
  });

  describe('to remove one', () => {
    it('says what does not come any more, removes it, and says so', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      await press(widget, 'button', 'Fjern Mobilnummer');
      await waitUntil(() => !!dialogOf(widget)?.open);
      await reads(widget, 'Vil du fjerne mobilnummeret? 412 34 567');
      const text = dialogOf(widget)!.textContent.replace(/\s+/g, ' ');
      expect(text).to.include('Varsler om nye meldinger kommer da som e-post.');
      expect(text).to.not.include('Du får ikke lenger varsler');
      await expect(widget).to.be.accessible();
      const said = listen(widget);
      await press(dialogOf(widget)!, 'button', 'Fjern');
      await reads(widget, 'Mobilnummer Ikke lagt inn');
      await hasFocus(widget, 'Legg til Mobilnummer');
      expect(said).to.deep.equal(['Lagrer …', 'Mobilnummeret er fjernet']);
      expect(backend.saves).to.deep.equal([
        {
          version: '1',
          change: {
            rules: [
              { event: 'message', channels: ['email'] },
              { event: 'appointment', channels: ['sms', 'email'] },
              { event: 'visit-completed', channels: [] },
            ],
            language: 'nb',
            mobile: null,
          },
        },
      ]);
    });

    it('says what it means where it is the last way for what always comes', async () => {
      const widget = await widgetOf(withSettings({ email: null }));
      await press(widget, 'button', 'Fjern Mobilnummer');
      await reads(
        widget,
        'Da kan vi ikke varsle deg om nye meldinger, som du ellers alltid får varsel om. Du må selv logge inn for å se om det har kommet noe. Du får ikke lenger varsler om timeavtaler.',
      );
    });

    it('says so in Northern Sámi too, of notices whose names it does not have yet', async () => {
      const rules = SETTINGS.rules.map((rule) =>
        rule.event === 'visit-completed' ? { ...rule, channels: ['sms' as const] } : rule,
      );
      const widget = await widgetOf(withSettings({ email: null, rules }), { lang: 'se' });
      await press(widget, 'button', 'Fjern Mobiilatelefonnummir');
      await reads(widget, /utførte hjemmebesøk\./);
    });

    it('says nothing of notices where it was not confirmed', async () => {
      const widget = await widgetOf(withSettings({ mobile: { value: '41234567', verified: false } }));
      await press(widget, 'button', 'Fjern Mobilnummer');
      await reads(widget, 'Vil du fjerne mobilnummeret?');
      expect(dialogOf(widget)!.textContent).to.not.match(/Da kan vi|ikke lenger|kommer da/);
    });

    it('keeps it when one thinks better of it', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      await press(widget, 'button', 'Fjern E-post');
      await press(widget, 'button', 'Avbryt');
      await waitUntil(() => !dialogOf(widget));
      await hasFocus(widget, 'Fjern E-post');
      expect(backend.saves).to.deep.equal([]);
    });

    it('keeps what else is not saved', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      box(widget, 'Timeavtaler', 'Tekstmelding').click();
      await reads(widget, 'Du har endringer som ikke er lagret.');
      await press(widget, 'button', 'Fjern Mobilnummer');
      await press(await find(widget, 'dialog'), 'button', 'Fjern');
      await reads(widget, 'Mobilnummer Ikke lagt inn');
      expect(textOf(widget))
        .to.include('Du har endringer som ikke er lagret.')
        .and.to.not.include('et annet sted');
      expect(backend.saves[0]?.change.rules[1]?.channels).to.deep.equal(['sms', 'email']);
    });

    it('says what to do when it fails', async () => {
      const backend = withSettings();
      backend.before.saveNotificationSettings = () => Promise.reject(new BackendError('offline'));
      const widget = await widgetOf(backend);
      await press(widget, 'button', 'Fjern Mobilnummer');
      await press(await find(widget, 'dialog'), 'button', 'Fjern');
      await reads(widget, 'Vi får ikke kontakt med tjenesten. Sjekk nettforbindelsen, og prøv igjen.');
      await expect(widget).to.be.accessible();
      backend.before = {};
      await press(dialogOf(widget)!, 'button', 'Fjern');
      await waitUntil(() => !dialogOf(widget));
    });

    it('asks again when the settings are others by now', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      await press(widget, 'button', 'Fjern Mobilnummer');
      backend.settings = { ...backend.settings, version: '2', language: 'nn' };
      await press(await find(widget, 'dialog'), 'button', 'Fjern');
      await waitUntil(() => dialogOf(widget)?.textContent.includes('Innstillingene er endret et annet sted'));
      await press(dialogOf(widget)!, 'button', 'Fjern');
      await waitUntil(() => !dialogOf(widget));
      expect(backend.saves[1]).to.deep.include({ version: '2' });
      expect(backend.settings.language).to.equal('nn');
    });

    it('sends nothing where the page prevents it', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      const asked = preventOnce(widget, 'hn-before-settings-save');
      await press(widget, 'button', 'Fjern Mobilnummer');
      await press(await find(widget, 'dialog'), 'button', 'Fjern');
      await waitUntil(() => asked() === 1);
      await press(dialogOf(widget)!, 'button', 'Fjern');
      await waitUntil(() => !dialogOf(widget));
      expect(asked()).to.equal(2);
      expect(backend.saves).to.have.length(1);
    });
  });

  describe('kept elsewhere', () => {
    it('are shown, with the way to where they are changed', async () => {
      const managedAt = { label: 'Kontaktregisteret', url: 'https://register.example/' };
      const widget = await widgetOf(withSettings({ managedAt }));
      await reads(widget, 'Mobilnummer og e-post er hentet fra Kontaktregisteret. Endre dem der.');
      expect((the(widget, 'link', 'Gå til Kontaktregisteret') as HTMLAnchorElement).href).to.equal(
        managedAt.url,
      );
      expect(all(widget, 'button', /^(Endre|Fjern|Legg til|Bekreft) /)).to.have.length(0);
    });

    it('without an address that may be followed have no link', async () => {
      const widget = await widgetOf(withSettings({ managedAt: { label: 'Kontaktregisteret', url: '' } }));
      await reads(widget, 'hentet fra Kontaktregisteret');
      expect(all(widget, 'link', /Kontaktregisteret/)).to.have.length(0);
    });
  });
});
