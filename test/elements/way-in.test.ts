import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { BackendError } from '../../src/backend/errors.js';
import type { HnContactsElement } from '../../src/elements/contacts/contacts.js';
import type { HnLoginRequiredEvent, HnSessionEndedEvent } from '../../src/elements/events.js';
import { ACTING, ACTIVE, ANONYMOUS, NOW, NO_SERVICE, PENDING, TERMS_DUE } from '../support/data.js';
import { fakeBackend } from '../support/fake-backend.js';
import {
  all,
  find,
  hasFocus,
  listen,
  press,
  preventOnce,
  reads,
  show,
  textOf,
  the,
} from '../support/page.js';
import { waitUntil } from '../support/wait.js';

const film = { url: 'about:blank#film', title: 'Slik bruker du tjenesten', provider: 'Filmhuset' };

describe('the way in', () => {
  afterEach(() => sessionStorage.clear());

  it('says what the service is to whoever has not logged in, with the help line', async () => {
    const widget = await show(fakeBackend({ session: ANONYMOUS }));
    expect(widget.matches(':state(locked)')).to.be.true;
    const text = textOf(widget);
    expect(text).to.include('Da ser du hvem du kan kontakte i kommunen');
    expect(text).to.include('BankID');
    expect((the(widget, 'link', '800HELSE (800 43 573)') as HTMLAnchorElement).href).to.equal('tel:80043573');
    expect(all(widget, 'button', 'Logg ut')).to.have.length(0);
  });

  it('tells the page where to log in, and goes nowhere if the page prevents it', async () => {
    const widget = await show(fakeBackend({ session: ANONYMOUS }));
    widget.addEventListener('hn-login-required', (event) => event.preventDefault(), { once: true });
    const asked = oneEvent<HnLoginRequiredEvent>(widget, 'hn-login-required');
    await press(widget, 'button', 'Logg inn');
    const { loginUrl } = await asked;
    const back = new URL(loginUrl!).searchParams.get('return_to');
    expect(back).to.equal(location.origin + location.pathname);
  });

  it('says plainly that a log-in did not arrive, and leads to the portal', async () => {
    const backend = fakeBackend({ session: ANONYMOUS });
    sessionStorage.setItem(`hn:login:${backend.id}`, '1');
    const widget = await show(backend);
    await reads(widget, 'Innloggingen når ikke fram til denne siden');
    const link = the(widget, 'link', 'Gå til tjenestens egen side') as HTMLAnchorElement;
    expect(link.href).to.equal('https://helse.example/');
  });

  it('shows the terms as short points, and goes on when they are accepted', async () => {
    const backend = fakeBackend({ session: TERMS_DUE });
    const widget = await show(backend);
    await reads(widget, 'Du får svar på nett, ikke i posten.');
    expect((the(widget, 'link', 'Les hele bruksvilkårene') as HTMLAnchorElement).href).to.equal(
      TERMS_DUE.terms!.url,
    );
    expect(all(widget, 'checkbox')).to.have.length(0);
    await press(widget, 'button', 'Godta');
    await find(widget, 'button', /^Ny melding til Hjemmetjenesten/);
    await hasFocus(widget, 'Helsekontakter');
  });

  it('has no link to terms whose address is not one', async () => {
    const terms = { ...TERMS_DUE.terms!, url: '' };
    const widget = await show(fakeBackend({ session: { ...TERMS_DUE, terms } }));
    await reads(widget, 'Du får svar på nett, ikke i posten.');
    expect(all(widget, 'link', 'Les hele bruksvilkårene')).to.have.length(0);
  });

  it('takes its name, and the focus of a step, to a heading that the page has given', async () => {
    const backend = fakeBackend({ session: TERMS_DUE });
    const widget = await show(backend);
    const own = document.createElement('h2');
    own.slot = 'heading';
    own.textContent = 'Tjenestene dine';
    widget.append(own);
    await press(widget, 'button', 'Godta');
    await find(widget, 'button', /^Ny melding til Hjemmetjenesten/);
    await waitUntil(() => widget.shadowRoot?.activeElement?.contains(own.assignedSlot) ?? false, 'focus');
    expect(all(widget, 'region', 'Helsekontakter')).to.have.length(0);
    expect(widget.shadowRoot?.querySelector('[aria-labelledby=name] #name slot')).to.equal(own.assignedSlot);
  });

  it('says from when a pending person may use it, and lets them withdraw', async () => {
    const backend = fakeBackend({ session: PENDING });
    const widget = await show(backend);
    await reads(widget, 'Du kan bruke tilbudet fra onsdag 25. november 2026 kl. 10:00');
    await press(widget, 'button', 'Bruksvilkår og samtykke');
    await press(await find(widget, 'dialog', 'Bruksvilkår'), 'button', 'Trekk tilbake samtykke');
    const dialog = await find(widget, 'dialog', 'Vil du trekke tilbake samtykket?');
    await press(dialog, 'button', 'Trekk tilbake');
    await find(widget, 'button', 'Godta');
    expect(backend.calls).to.include('withdrawTerms');
    await waitUntil(() => all(widget, 'dialog').length === 0);
  });

  it('says whom to turn to for whoever receives no service', async () => {
    const widget = await show(fakeBackend({ session: NO_SERVICE }));
    await reads(widget, 'Du har ingen tjenester fra kommunen nå');
    await reads(widget, 'Helsekontakter i Oslo kommune');
  });

  it('says on whose behalf one acts, with the way back', async () => {
    const backend = fakeBackend({ session: ACTING });
    const widget = await show(backend);
    expect(textOf(widget)).to.match(/^Du bruker tjenesten på vegne av Ingrid Solberg/);
    const events: string[] = [];
    widget.addEventListener('hn-before-acting-for-change', ({ type, partyId, relation }) =>
      events.push(`${type} ${partyId} ${relation}`),
    );
    widget.addEventListener('hn-acting-for-change', ({ type, partyId }) => events.push(`${type} ${partyId}`));
    await press(widget, 'button', 'Tilbake til deg selv');
    await waitUntil(() => !textOf(widget).includes('på vegne av'));
    await waitUntil(() => events.length === 2);
    expect(events).to.deep.equal(['hn-before-acting-for-change marte self', 'hn-acting-for-change marte']);
    expect(textOf(widget)).to.not.include('ikke lenger tilgang');
    await hasFocus(widget, 'Helsekontakter');
  });

  it('says why one is back with oneself when one may no longer act for another', async () => {
    const backend = fakeBackend({ session: ACTING });
    await backend.actFor('ingrid');
    backend.session = ACTING;
    const widget = await show(backend);
    await reads(widget, 'på vegne av Ingrid Solberg');
    const said = listen(widget);
    backend.before.getSession = () =>
      backend.actingFor ? Promise.reject(new BackendError('forbidden', { status: 403 })) : undefined;
    await widget.refresh();
    await reads(widget, 'Du har ikke lenger tilgang til å bruke tjenesten på vegne av Ingrid Solberg.');
    expect(all(widget, 'button', 'Tilbake til deg selv')).to.have.length(0);
    await waitUntil(() => said.length > 0);
    expect(said).to.deep.equal([
      'Du har ikke lenger tilgang til å bruke tjenesten på vegne av Ingrid Solberg.',
    ]);
  });

  it('stays as it is when the page prevents the change', async () => {
    const backend = fakeBackend({ session: ACTING });
    const widget = await show(backend);
    const asked = preventOnce(widget, 'hn-before-acting-for-change');
    await press(widget, 'button', 'Tilbake til deg selv');
    await waitUntil(() => asked() === 1);
    const changed = oneEvent(widget, 'hn-acting-for-change');
    await press(widget, 'button', 'Tilbake til deg selv');
    await changed;
    expect(asked()).to.equal(2);
    expect(backend.calls.filter((call) => call === 'actFor')).to.have.length(1);
  });

  it('warns before the session ends, in one widget of the page, and goes on', async () => {
    const soon = { ...ACTIVE, expiresAt: new Date(NOW + 90_000).toISOString() };
    const backend = fakeBackend({ session: soon });
    const widgets = [await show(backend), await show(backend)];
    const open = (): HTMLElement[] =>
      widgets.flatMap((widget) => all(widget, 'dialog', /logget ut automatisk/));
    await waitUntil(() => open().length > 0, 'the warning', { timeout: 10_000 });
    expect(open()).to.have.length(1);
    expect(open()[0]!.textContent).to.include('10:01');
    backend.session = ACTIVE;
    await press(open()[0]!, 'button', 'Fortsett');
    await waitUntil(() => open().length === 0);
    expect(backend.calls).to.include('extendSession');
  });

  it('says when the session has ended, and offers to log in', async () => {
    const backend = fakeBackend();
    const widget = await show(backend);
    await widget.summonDesk();
    const said = listen(widget);
    const ended = oneEvent<HnSessionEndedEvent>(widget, 'hn-session-ended');
    backend.session = ANONYMOUS;
    await widget.refresh();
    expect((await ended).expiresAt).to.equal(ACTIVE.expiresAt);
    await reads(widget, 'Det gikk for lang tid uten at du gjorde noe.');
    expect(all(widget, 'button', 'Logg inn')).to.have.length(1);
    await waitUntil(() => said.length > 0);
    expect(said).to.deep.equal(['Du er logget ut']);
  });

  it('logs out, and does not call that a session that ended', async () => {
    const backend = fakeBackend();
    const widget = await show(backend);
    backend.before.endSession = () => {
      backend.session = ANONYMOUS;
      return undefined;
    };
    await press(widget, 'button', 'Logg ut');
    await reads(widget, 'Logg inn for å se tjenestene dine');
    expect(textOf(widget)).to.not.include('Du er logget ut');
    await hasFocus(widget, 'Logg inn for å se tjenestene dine');
  });

  it('asks nothing of the film’s site before consent, and names whose it is', async () => {
    const widget = await show(fakeBackend({ session: { ...ACTIVE, film } }));
    await press(widget, 'button', 'Se hjelpefilm');
    const dialog = await find(widget, 'dialog', film.title);
    expect(dialog.textContent).to.include('Filmen ligger hos Filmhuset.');
    expect(widget.shadowRoot!.querySelector('iframe')).to.not.exist;
    await expect(widget).to.be.accessible();
    await press(dialog, 'button', 'Vis filmen fra Filmhuset');
    await waitUntil(() => widget.shadowRoot!.querySelector('iframe'));
    expect(widget.shadowRoot!.querySelector('iframe')!.title).to.equal(film.title);
  });

  it('gives focus back when a dialog closes', async () => {
    const widget = await show(fakeBackend());
    await press(widget, 'button', 'Bruksvilkår');
    await press(await find(widget, 'dialog', 'Bruksvilkår'), 'button', 'Lukk');
    await hasFocus(widget, 'Bruksvilkår');
    expect(all(widget, 'dialog')).to.have.length(0);
  });

  it('says what went wrong with a step, in words and as an event', async () => {
    const backend = fakeBackend({ session: TERMS_DUE });
    backend.before.acceptTerms = () => Promise.reject(new BackendError('offline'));
    const widget = await show(backend);
    const told = oneEvent(widget, 'hn-error');
    await press(widget, 'button', 'Godta');
    expect(await told).to.include({ code: 'offline', status: 0, retryable: true });
    await reads(widget, 'Vi får ikke kontakt med tjenesten. Sjekk nettforbindelsen, og prøv igjen.');
    await hasFocus(widget, 'Vi får ikke kontakt med tjenesten. Sjekk nettforbindelsen, og prøv igjen.');
  });

  it('says when the backend fails from the start, and comes in when tried again', async () => {
    let broken = true;
    const backend = fakeBackend({
      before: { getSession: () => (broken ? Promise.reject(new BackendError('timeout')) : undefined) },
    });
    const widget = await show(backend);
    expect(widget.matches(':state(error)')).to.be.true;
    await reads(widget, 'Tjenesten svarer ikke akkurat nå.');
    await expect(widget).to.be.accessible();
    broken = false;
    await press(widget, 'button', 'Prøv igjen');
    await find(widget, 'button', /^Ny melding til Hjemmetjenesten/);
  });

  describe('without a backend', () => {
    let warned: string[];
    const { warn } = console;
    beforeEach(() => {
      warned = [];
      console.warn = (...words: unknown[]) => warned.push(words.join(' '));
    });
    afterEach(() => {
      console.warn = warn;
    });

    it('shows the page’s own fallback, and tells the editor the tag and the fix once', async () => {
      const widget = await fixture<HnContactsElement>(
        html`<hn-contacts><p>Ring kommunen på 800 43 573.</p></hn-contacts>`,
      );
      await reads(widget, 'Ring kommunen på 800 43 573.');
      expect(widget.matches(':state(locked)')).to.be.true;
      widget.requestUpdate();
      await widget.updateComplete;
      expect(warned).to.have.length(1);
      expect(warned[0]).to.include('<hn-contacts').and.to.include('backend-url="https://…"');
      await expect(widget).to.be.accessible();
    });

    it('waits for a backend that the page’s script sets', async () => {
      const widget = await fixture<HnContactsElement>(html`<hn-contacts></hn-contacts>`);
      widget.backend = fakeBackend();
      await find(widget, 'button', /^Ny melding til Hjemmetjenesten/);
      expect(warned).to.deep.equal([]);
    });

    it('says so for an address that is none', async () => {
      const widget = await fixture<HnContactsElement>(
        html`<hn-contacts backend-url="ftp://x"></hn-contacts>`,
      );
      await reads(widget, 'Tjenesten er ikke tilgjengelig her nå.');
      expect(warned).to.have.length(1);
    });
  });
});
