import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/backend/errors.js';
import type { HnNotifySettingsElement } from '../../../src/elements/notify-settings/notify-settings.js';
import { hasFocus, listen, press, preventOnce, reads, textOf, the, write } from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { box, chosen, widgetOf, withSettings } from './support.js';

const told = (widget: HnNotifySettingsElement): string[] => {
  const events: string[] = [];
  for (const name of ['hn-before-settings-save', 'hn-settings-saved', 'hn-error'])
    widget.addEventListener(name, () => events.push(name));
  return events;
};

describe('<hn-notify-settings>: to save', () => {
  afterEach(() => sessionStorage.clear());

  describe('actions', () => {
    it('sends all rules and the language once, with the version that was seen, and says so once', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      const said = listen(widget);
      const events = told(widget);
      box(widget, 'Utførte hjemmebesøk', 'Tekstmelding').click();
      write(the(widget, 'combobox', 'Språk i varslene'), 'nn');
      await reads(widget, 'Du har endringer som ikke er lagret.');
      await press(widget, 'button', 'Lagre');
      await reads(widget, 'Varslene er lagret');
      expect(backend.saves).to.deep.equal([
        {
          version: '1',
          change: {
            rules: [
              { event: 'message', channels: ['sms'] },
              { event: 'appointment', channels: ['sms', 'email'] },
              { event: 'visit-completed', channels: ['sms'] },
            ],
            language: 'nn',
          },
        },
      ]);
      expect(textOf(widget)).to.not.include('Du har endringer');
      await widget.refresh();
      expect(said).to.deep.equal(['Lagrer …', 'Varslene er lagret']);
      expect(events).to.deep.equal(['hn-before-settings-save', 'hn-settings-saved']);
      await hasFocus(widget, 'Lagre');
      await expect(widget).to.be.accessible();
    });

    it('says that there is nothing to save', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      const said = listen(widget);
      await press(widget, 'button', 'Lagre');
      await waitUntil(() => said.length > 0);
      expect(said).to.deep.equal(['Det er ingen endringer å lagre']);
      expect(backend.saves).to.deep.equal([]);
    });

    it('undoes what is not saved', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      box(widget, 'Timeavtaler', 'E-post').click();
      await press(widget, 'button', 'Angre endringene');
      await waitUntil(() => chosen(widget).Timeavtaler === 'Tekstmelding, E-post');
      await hasFocus(widget, 'Lagre');
      expect(textOf(widget)).to.not.include('Du har endringer');
    });

    it('has nothing unsaved when one has changed it back', async () => {
      const widget = await widgetOf(withSettings());
      box(widget, 'Timeavtaler', 'E-post').click();
      await reads(widget, 'Du har endringer som ikke er lagret.');
      box(widget, 'Timeavtaler', 'E-post').click();
      await waitUntil(() => !textOf(widget).includes('Du har endringer'));
    });

    it('does not let one turn off what always comes, only choose how', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      const said = listen(widget);
      box(widget, 'Nye meldinger', 'Tekstmelding').click();
      await reads(widget, 'Velg minst én måte å få varselet på.');
      await waitUntil(() => said.length > 0);
      expect(said).to.deep.equal(['Velg minst én måte å få varselet på.']);
      await expect(widget).to.be.accessible();
      await press(widget, 'button', 'Lagre');
      await hasFocus(widget, 'Tekstmelding');
      expect(backend.saves).to.deep.equal([]);
      box(widget, 'Nye meldinger', 'E-post').click();
      await press(widget, 'button', 'Lagre');
      await waitUntil(() => backend.saves.length === 1);
      expect(backend.saves[0]?.change.rules[0]).to.deep.equal({ event: 'message', channels: ['email'] });
    });

    it('lets one save other choices where no way is confirmed at all', async () => {
      const backend = withSettings({ mobile: null, email: null });
      const widget = await widgetOf(backend);
      box(widget, 'Nye meldinger', 'Tekstmelding').click();
      await press(widget, 'button', 'Lagre');
      await waitUntil(() => backend.saves.length === 1);
    });

    it('keeps what one chooses while it is being saved', async () => {
      const backend = withSettings();
      let answer = (): void => undefined;
      backend.before.saveNotificationSettings = () => new Promise((resolve) => (answer = resolve));
      const widget = await widgetOf(backend);
      box(widget, 'Timeavtaler', 'E-post').click();
      await press(widget, 'button', 'Lagre');
      await waitUntil(() => backend.calls.includes('saveNotificationSettings'));
      box(widget, 'Utførte hjemmebesøk', 'E-post').click();
      answer();
      await waitUntil(
        () => backend.saves.length === 1 && the(widget, 'button', 'Lagre').ariaDisabled !== 'true',
      );
      expect(chosen(widget)).to.include({ Timeavtaler: 'Tekstmelding', 'Utførte hjemmebesøk': 'E-post' });
      expect(textOf(widget)).to.include('Du har endringer som ikke er lagret.');
      backend.before = {};
      await press(widget, 'button', 'Lagre');
      await reads(widget, 'Varslene er lagret');
      expect(backend.saves[1]?.version).to.equal('2');
    });

    it('says what to do when it fails, keeps the choices, and saves them when tried again', async () => {
      const backend = withSettings();
      backend.before.saveNotificationSettings = () => Promise.reject(new BackendError('offline'));
      const widget = await widgetOf(backend);
      const events = told(widget);
      box(widget, 'Timeavtaler', 'E-post').click();
      const said = listen(widget);
      await press(widget, 'button', 'Lagre');
      await reads(widget, 'Ikke lagret – prøv igjen');
      await reads(widget, 'Vi får ikke kontakt med tjenesten. Sjekk nettforbindelsen, og prøv igjen.');
      await expect(widget).to.be.accessible();
      expect(chosen(widget).Timeavtaler).to.equal('Tekstmelding');
      backend.before = {};
      await press(widget, 'button', 'Prøv igjen');
      await reads(widget, 'Varslene er lagret');
      expect(said).to.deep.equal([
        'Lagrer …',
        'Vi får ikke kontakt med tjenesten. Sjekk nettforbindelsen, og prøv igjen.',
        'Lagrer …',
        'Varslene er lagret',
      ]);
      expect(events).to.deep.equal([
        'hn-before-settings-save',
        'hn-error',
        'hn-before-settings-save',
        'hn-settings-saved',
      ]);
    });

    it('finds that an attempt whose answer was lost had arrived', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      backend.before.saveNotificationSettings = () => {
        const [message, appointment, ...others] = backend.settings.rules;
        backend.settings = {
          ...backend.settings,
          rules: [message!, { ...appointment!, channels: ['sms'] }, ...others],
          version: '2',
        };
        return Promise.reject(new BackendError('timeout'));
      };
      box(widget, 'Timeavtaler', 'E-post').click();
      await press(widget, 'button', 'Lagre');
      await reads(widget, 'Ikke lagret – prøv igjen');
      backend.before = {};
      await press(widget, 'button', 'Prøv igjen');
      await reads(widget, 'Varslene er lagret');
      expect(backend.settings.version).to.equal('2');
    });
  });

  describe('events', () => {
    it('sends nothing where the page prevents it', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      const asked = preventOnce(widget, 'hn-before-settings-save');
      box(widget, 'Timeavtaler', 'E-post').click();
      await press(widget, 'button', 'Lagre');
      await waitUntil(() => asked() === 1);
      expect(textOf(widget)).to.include('Du har endringer som ikke er lagret.');
      await press(widget, 'button', 'Lagre');
      await reads(widget, 'Varslene er lagret');
      expect(asked()).to.equal(2);
      expect(backend.saves).to.have.length(1);
    });
  });

  describe('keyboard', () => {
    it('is done by keyboard alone', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      box(widget, 'Utførte hjemmebesøk', 'Tekstmelding').focus();
      await sendKeys({ press: ' ' });
      await waitUntil(() => chosen(widget)['Utførte hjemmebesøk'] === 'Tekstmelding');
      await sendKeys({ press: 'Tab' });
      await hasFocus(widget, 'E-post');
      const save = the(widget, 'button', 'Lagre');
      while (widget.shadowRoot!.activeElement !== save) await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await reads(widget, 'Varslene er lagret');
    });
  });
});
