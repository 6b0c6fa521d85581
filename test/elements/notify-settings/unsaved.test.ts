import { expect } from '@open-wc/testing';
import type { HnNotifySettingsElement } from '../../../src/elements/notify-settings/notify-settings.js';
import { ACTING, ACTIVE, ANONYMOUS, INGRID, MARTE } from '../../support/data.js';
import type { FakeBackend } from '../../support/fake-backend.js';
import { withRules } from '../../support/fake-settings.js';
import {
  all,
  asksBeforeLeaving,
  find,
  hasFocus,
  isKept,
  listen,
  press,
  reads,
  stored,
  textOf,
  the,
  write,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { box, chosen, widgetOf, withSettings } from './support.js';

const UNSAVED = 'Du har endringer som ikke er lagret.';
const MEANWHILE =
  'Innstillingene er endret et annet sted mens du holdt på. Det du har valgt, er ikke lagret.';

/** The same backend on a page that has been loaded again: nothing is in memory. */
function reloaded(backend: FakeBackend, of: Partial<FakeBackend> = {}): FakeBackend {
  for (const widget of document.querySelectorAll('hn-notify-settings')) widget.remove();
  const { settings, session } = backend;
  return Object.assign(withSettings(), { id: backend.id, settings, session }, of);
}

const change = (widget: HnNotifySettingsElement): void => box(widget, 'Timeavtaler', 'E-post').click();

describe('<hn-notify-settings>: what is not saved yet', () => {
  afterEach(() => sessionStorage.clear());

  it('is there again after a reload, and stands in no storage that can be read', async () => {
    const backend = withSettings();
    const widget = await widgetOf(backend);
    change(widget);
    await press(widget, 'button', /^Endre E-post/);
    write(await find(widget, 'textbox', 'Ny e-postadresse'), 'hemmelig@eksempel.no');
    await isKept();
    window.dispatchEvent(new Event('pagehide'));
    await waitUntil(() => Object.keys(sessionStorage).length === 2);
    expect(stored()).to.not.match(/hemmelig|sms|email|appointment/);
    const again = await widgetOf(reloaded(backend));
    await reads(again, UNSAVED);
    expect(chosen(again).Timeavtaler).to.equal('Tekstmelding');
    expect(((await find(again, 'textbox', 'Ny e-postadresse')) as HTMLInputElement).value).to.equal(
      'hemmelig@eksempel.no',
    );
  });

  it('asks before the tab closes, and not when it is saved or undone', async () => {
    const widget = await widgetOf(withSettings());
    expect(asksBeforeLeaving()).to.be.false;
    change(widget);
    await reads(widget, UNSAVED);
    expect(asksBeforeLeaving()).to.be.true;
    await press(widget, 'button', 'Lagre');
    await reads(widget, 'Varslene er lagret');
    expect(asksBeforeLeaving()).to.be.false;
    change(widget);
    await reads(widget, UNSAVED);
    await press(widget, 'button', 'Angre endringene');
    expect(asksBeforeLeaving()).to.be.false;
  });

  it('stays with the person for whom it was chosen', async () => {
    const backend = Object.assign(withSettings(), { session: ACTING });
    const widget = await widgetOf(backend);
    change(widget);
    await reads(widget, UNSAVED);
    await press(widget, 'button', 'Tilbake til deg selv');
    await find(widget, 'heading', 'Varslene dine');
    await find(widget, 'button', 'Lagre');
    expect(textOf(widget)).to.not.include(UNSAVED);
    expect(chosen(widget).Timeavtaler).to.equal('Tekstmelding, E-post');
    expect(asksBeforeLeaving()).to.be.false;
    await backend.actFor(INGRID.id);
    await widget.refresh();
    await find(widget, 'heading', 'Varsler for Ingrid Solberg');
    await reads(widget, UNSAVED);
    expect(chosen(widget).Timeavtaler).to.equal('Tekstmelding');
  });

  it('is there when the same person logs in again, and not for another', async () => {
    const backend = withSettings();
    const widget = await widgetOf(backend);
    change(widget);
    await isKept();
    const { settings, id } = backend;
    backend.session = ANONYMOUS;
    await widget.refresh();
    await find(widget, 'button', 'Logg inn');
    expect(chosen(widget)).to.deep.equal({});
    const again = await widgetOf(reloaded(backend, { session: ACTIVE }));
    await reads(again, UNSAVED);
    const other = await widgetOf(
      reloaded(withSettings(), { id, settings, session: { ...ACTIVE, user: MARTE } }),
    );
    expect(textOf(other)).to.not.include(UNSAVED);
    expect(chosen(other).Timeavtaler).to.equal('Tekstmelding, E-post');
  });

  it('is gone when one logs out', async () => {
    const backend = withSettings();
    const widget = await widgetOf(backend);
    change(widget);
    await isKept();
    backend.before.endSession = () => {
      backend.session = ANONYMOUS;
      return undefined;
    };
    await press(widget, 'button', 'Logg ut');
    await find(widget, 'button', 'Logg inn');
    await waitUntil(() => !stored().includes('hn:draft:'));
    expect(asksBeforeLeaving()).to.be.false;
    backend.session = ACTIVE;
    await widget.refresh();
    await find(widget, 'button', 'Lagre');
    expect(textOf(widget)).to.not.include(UNSAVED);
  });

  describe('when something else is saved elsewhere', () => {
    const elsewhere = async (
      backend: FakeBackend,
      widget: HnNotifySettingsElement,
      channels: Parameters<typeof withRules>[1],
    ): Promise<void> => {
      backend.settings = withRules(backend.settings, channels);
      await waitUntil(() => backend.watched);
      backend.hint({ type: 'settings', partyId: null, id: null });
      await widget.refresh();
    };

    it('shows that, and says so once, where nothing is unsaved', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      const said = listen(widget);
      await elsewhere(backend, widget, { 'visit-completed': ['email'] });
      await waitUntil(() => chosen(widget)['Utførte hjemmebesøk'] === 'E-post');
      await widget.refresh();
      expect(said).to.deep.equal(['Innstillingene er endret et annet sted']);
    });

    it('shows both side by side, and saves neither before the person has chosen', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      box(widget, 'Timeavtaler', 'Tekstmelding').click();
      await reads(widget, UNSAVED);
      const said = listen(widget);
      await elsewhere(backend, widget, { appointment: ['sms'], 'visit-completed': ['email'] });
      await reads(widget, 'Valget ditt E-post Lagret nå Tekstmelding');
      expect(said).to.deep.equal([MEANWHILE]);
      expect(textOf(widget)).to.include(MEANWHILE);
      // What the person has not touched follows.
      expect(chosen(widget)).to.include({ Timeavtaler: 'E-post', 'Utførte hjemmebesøk': 'E-post' });
      await expect(widget).to.be.accessible();
      await press(widget, 'button', 'Lagre');
      await waitUntil(() => widget.shadowRoot!.activeElement?.id === 'meanwhile-appointment');
      expect(backend.saves).to.deep.equal([]);
      await press(widget, 'button', 'Behold valget mitt Timeavtaler');
      await hasFocus(widget, 'Tekstmelding');
      await press(widget, 'button', 'Lagre');
      await reads(widget, 'Varslene er lagret');
      expect(backend.saves.map(({ version, change }) => [version, change.rules[1]?.channels])).to.deep.equal([
        ['2', ['email']],
      ]);
    });

    it('lets the person take what is saved', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      box(widget, 'Timeavtaler', 'Tekstmelding').click();
      await reads(widget, UNSAVED);
      await elsewhere(backend, widget, { appointment: ['sms'] });
      await press(widget, 'button', 'Bruk det som er lagret Timeavtaler');
      await waitUntil(() => chosen(widget).Timeavtaler === 'Tekstmelding');
      expect(textOf(widget)).to.not.include(UNSAVED);
      expect(widget.shadowRoot!.querySelector('#settings-news')?.textContent.trim()).to.equal('');
      expect(backend.saves).to.deep.equal([]);
    });

    it('takes a new choice of the rule as an answer', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      box(widget, 'Timeavtaler', 'Tekstmelding').click();
      await reads(widget, UNSAVED);
      await elsewhere(backend, widget, { appointment: ['sms'] });
      await reads(widget, 'Hva skal gjelde?');
      box(widget, 'Timeavtaler', 'E-post').click();
      await waitUntil(() => !textOf(widget).includes('Hva skal gjelde?'));
      expect(textOf(widget)).to.include(UNSAVED);
    });

    it('asks the same of the language', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      write(the(widget, 'combobox', 'Språk i varslene'), 'en');
      await reads(widget, UNSAVED);
      backend.settings = { ...backend.settings, language: 'nn' };
      await elsewhere(backend, widget, {});
      await reads(widget, 'Valget ditt English Lagret nå Nynorsk');
      await press(widget, 'button', 'Bruk det som er lagret Språk i varslene');
      await hasFocus(widget, 'Språk i varslene');
      expect((the(widget, 'combobox', 'Språk i varslene') as HTMLSelectElement).value).to.equal('nn');
    });

    it('finds it out when it saves, too, and overwrites nothing', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      box(widget, 'Timeavtaler', 'Tekstmelding').click();
      await reads(widget, UNSAVED);
      const said = listen(widget);
      backend.settings = withRules(backend.settings, { appointment: [] });
      await press(widget, 'button', 'Lagre');
      await reads(widget, 'Valget ditt E-post Lagret nå Ingen varsler');
      await waitUntil(() => widget.shadowRoot!.activeElement?.id === 'settings-news');
      expect(said).to.deep.equal(['Lagrer …', MEANWHILE]);
      expect(backend.settings.rules[1]?.channels).to.deep.equal([]);
    });

    it('finds it out after a reload, too', async () => {
      const backend = withSettings();
      const widget = await widgetOf(backend);
      box(widget, 'Timeavtaler', 'Tekstmelding').click();
      await isKept();
      backend.settings = withRules(backend.settings, { appointment: ['sms'] });
      const again = await widgetOf(reloaded(backend));
      await reads(again, 'Valget ditt E-post Lagret nå Tekstmelding');
      expect(all(again, 'button', /^Behold valget mitt/)).to.have.length(1);
    });
  });
});
