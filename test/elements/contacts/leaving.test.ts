import { expect } from '@open-wc/testing';
import type { HnContactsElement } from '../../../src/elements/contacts/contacts.js';
import { ACTIVE, ANONYMOUS, HOME_CARE } from '../../support/data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { all, asksBeforeLeaving, find, isKept, press, reads, show, the, write } from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';

const BEGIN = new RegExp(`^(Ny melding|Fortsett på meldingen) til ${HOME_CARE.name}$`);

/** In a file of its own: what one test leaves unsent would still be so in the next. */
describe('a page with an unsent message', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  async function begun(
    backend: FakeBackend,
    attributes: Record<string, string> = {},
  ): Promise<HnContactsElement> {
    const widget = await show(backend, attributes);
    await press(widget, 'button', BEGIN);
    await find(widget, 'textbox', 'Melding');
    expect(asksBeforeLeaving()).to.be.false;
    write(the(widget, 'textbox', 'Emne'), 'Tidspunkt');
    write(the(widget, 'textbox', 'Melding'), 'Kan dere komme klokka ni?');
    await reads(widget, '71 tegn igjen');
    return widget;
  }

  it('asks before it closes until that is sent', async () => {
    const widget = await begun(fakeBackend());
    expect(asksBeforeLeaving()).to.be.true;
    await press(widget, 'button', 'Send');
    await reads(widget, 'Meldingen er sendt');
    expect(asksBeforeLeaving()).to.be.false;
  });

  it('asks also once the form has been left, until the draft is deleted', async () => {
    const widget = await begun(fakeBackend());
    await press(widget, 'button', 'Lukk');
    await find(widget, 'button', `Fortsett på meldingen til ${HOME_CARE.name}`);
    expect(asksBeforeLeaving()).to.be.true;
    await press(widget, 'button', BEGIN);
    await press(widget, 'button', 'Slett utkastet');
    await press(await find(widget, 'dialog'), 'button', 'Slett');
    await find(widget, 'button', `Ny melding til ${HOME_CARE.name}`);
    expect(asksBeforeLeaving()).to.be.false;
  });

  it('does not ask on the way to log in, where the message is there again afterwards', async () => {
    const widget = await begun(fakeBackend());
    await isKept();
    const leave = (): boolean =>
      widget.dispatchEvent(new Event('hn-login-required', { bubbles: true, composed: true }));
    leave();
    expect(asksBeforeLeaving()).to.be.false;
    await press(widget, 'button', 'Lukk');
    await find(widget, 'button', `Fortsett på meldingen til ${HOME_CARE.name}`);
    expect(asksBeforeLeaving()).to.be.true;
    leave();
    expect(asksBeforeLeaving()).to.be.false;
  });

  it('has nothing of it left after log-out', async () => {
    const backend = fakeBackend();
    const widget = await begun(backend);
    await isKept();
    backend.session = ANONYMOUS;
    await press(widget, 'button', 'Logg ut');
    await waitUntil(() => !asksBeforeLeaving(), 'it does not ask');
    backend.session = ACTIVE;
    await widget.refresh();
    await find(widget, 'textbox', 'Melding');
    await waitUntil(() => !all(widget, 'textbox', 'Melding').some((one) => (one as HTMLInputElement).value));
  });

  it('asks on the way to log in where that loses it', async () => {
    const widget = await begun(fakeBackend({ session: { ...ACTIVE, draftKey: null } }));
    widget.dispatchEvent(new Event('hn-login-required', { bubbles: true, composed: true }));
    expect(asksBeforeLeaving()).to.be.true;
    await press(widget, 'button', 'Lukk');
    await find(widget, 'button', `Fortsett på meldingen til ${HOME_CARE.name}`);
    widget.dispatchEvent(new Event('hn-login-required', { bubbles: true, composed: true }));
    expect(asksBeforeLeaving()).to.be.true;
  });
});
