import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/backend/errors.js';
import type { HnContactsElement } from '../../../src/elements/contacts/contacts.js';
import type { HnBeforeMessageSendEvent, HnMessageSentEvent } from '../../../src/elements/events.js';
import { ACTING, ACTIVE, ANONYMOUS, HOME_CARE, MARTE } from '../../support/data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import {
  all,
  attach,
  find,
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

const TITLE = `Ny melding til ${HOME_CARE.name}`;

/** A widget in which somebody has pressed *Ny melding til Hjemmetjenesten Østensjø*. */
async function compose(
  backend: FakeBackend,
  attributes: Record<string, string> = {},
): Promise<HnContactsElement> {
  const widget = await show(backend, attributes);
  await press(widget, 'button', new RegExp(`^(Ny melding|Fortsett på meldingen) til ${HOME_CARE.name}$`));
  await find(widget, 'textbox', 'Melding');
  return widget;
}

function fillIn(widget: HnContactsElement, subject = 'Tidspunkt', body = 'Kan dere komme klokka ni?'): void {
  write(the(widget, 'textbox', 'Emne'), subject);
  write(the(widget, 'textbox', 'Melding'), body);
}

const file = (name: string, type: string, size = 10): File => new File(['x'.repeat(size)], name, { type });

describe('<hn-contacts> composer', () => {
  afterEach(() => {
    sessionStorage.clear();
    document.body.style.removeProperty('inline-size');
  });

  describe('accessibility', () => {
    for (const width of [1000, 288]) {
      it(`has no findings while one writes at ${width} px, with errors, and when sent`, async () => {
        inColumn(width);
        const widget = await compose(fakeBackend());
        await expect(widget).to.be.accessible();
        await press(widget, 'button', 'Send');
        await reads(widget, 'Meldingen er ikke sendt ennå.');
        await expect(widget).to.be.accessible();
        attach(widget, file('a.pdf', 'application/pdf'), file('b.exe', 'application/x-msdownload'));
        await reads(widget, 'b.exe');
        await expect(widget).to.be.accessible();
        await press(widget, 'button', 'Fjern b.exe');
        fillIn(widget);
        await press(widget, 'button', 'Send');
        await reads(widget, 'Meldingen er sendt');
        await expect(widget).to.be.accessible();
        expect(runsOut(widget)).to.be.false;
      });
    }

    it('moves focus to the composer, to what is wrong, to the field, and to the confirmation', async () => {
      const widget = await compose(fakeBackend());
      await hasFocus(widget, TITLE);
      await press(widget, 'button', 'Send');
      await hasFocus(
        widget,
        'Meldingen er ikke sendt ennå. Rett dette først: Skriv et emne. Skriv en melding.',
      );
      the(widget, 'link', 'Skriv en melding.').click();
      await hasFocus(widget, 'Melding');
      expect(the(widget, 'textbox', 'Melding').getAttribute('aria-invalid')).to.equal('true');
      fillIn(widget);
      await press(widget, 'button', 'Send');
      await hasFocus(widget, 'Meldingen er sendt');
      await press(widget, 'button', 'Tilbake til helsekontaktene');
      await hasFocus(widget, TITLE);
    });
  });

  describe('the emergency box', () => {
    it('stands beside, with nothing around it that a page can reach', async () => {
      const widget = await compose(fakeBackend());
      const box = the(widget, 'note');
      expect(box.parentNode).to.equal(widget.shadowRoot);
      for (const number of ['113', '116117']) {
        expect(box.querySelector(`a[href="tel:${number}"]`), number).to.exist;
      }
      expect(box.querySelector('[part], slot')).to.not.exist;
      await press(widget, 'button', 'Lukk');
      await waitUntil(() => all(widget, 'note').length === 0);
    });

    it('stays on top when a part is laid over the whole window', async () => {
      const widget = await compose(fakeBackend());
      const sheet = new CSSStyleSheet();
      sheet.insertRule(
        'hn-contacts::part(base) { position: fixed; inset: 0; z-index: 2147483647; background: #fff }',
      );
      const own = [...document.adoptedStyleSheets];
      document.adoptedStyleSheets = [...own, sheet];
      const link = the(widget, 'note').querySelector('a')!;
      const { left, top, width, height } = link.getBoundingClientRect();
      const hit = widget.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
      document.adoptedStyleSheets = own;
      expect(hit).to.equal(link);
    });

    it('stays readable when every part is hidden and every token hostile', async () => {
      const widget = await compose(fakeBackend());
      const parts = new Set(
        [...widget.shadowRoot!.querySelectorAll('[part]')].flatMap((one) => [...one.part]),
      );
      const sheet = new CSSStyleSheet();
      for (const part of parts) sheet.insertRule(`hn-contacts::part(${part}) { display: none !important }`);
      const own = [...document.adoptedStyleSheets];
      document.adoptedStyleSheets = [...own, sheet];
      const css = [...widget.shadowRoot!.adoptedStyleSheets].flatMap((one) =>
        [...one.cssRules].map((rule) => rule.cssText),
      );
      const tokens = new Set(css.join().match(/--hn-[a-z-]+/g));
      expect(tokens.size).to.be.greaterThan(30);
      for (const token of tokens) {
        widget.style.setProperty(
          token,
          token.includes('color') ? '#fff' : token.includes('font-family') ? 'none' : '-999em',
        );
      }
      for (const [name, value] of Object.entries({
        'font-size': '0',
        'line-height': '0',
        visibility: 'hidden',
        color: '#fff',
        'letter-spacing': '-9em',
        'text-indent': '-99em',
        'white-space': 'nowrap',
      }))
        widget.style.setProperty(name, value);
      const box = widget.shadowRoot!.querySelector('.emergency')!;
      const style = getComputedStyle(box);
      expect(style.visibility).to.equal('visible');
      expect(style.backgroundColor).to.equal('rgb(255, 255, 255)');
      for (const link of box.querySelectorAll('a')) {
        const { width, height } = link.getBoundingClientRect();
        expect(Math.min(width, height), link.textContent).to.be.at.least(44);
        const { color, fontSize, visibility, letterSpacing } = getComputedStyle(link);
        expect({ color, fontSize, visibility, letterSpacing }).to.deep.equal({
          color: 'rgb(163, 22, 43)',
          fontSize: '16px',
          visibility: 'visible',
          letterSpacing: 'normal',
        });
        const { left, top } = link.getBoundingClientRect();
        const hit = widget.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
        expect(hit).to.equal(link);
      }
      document.adoptedStyleSheets = own;
    });
  });

  describe('writing', () => {
    it('says who reads, what to write, and by when to expect an answer', async () => {
      const widget = await compose(fakeBackend());
      const text = textOf(widget);
      expect(text).to.include('Bare ansatte som har rett til å se opplysninger om deg, leser meldingen.');
      expect(text).to.include('Ikke skriv fødselsnummer');
      expect(text).to.include('Du kan forvente svar innen onsdag 25. november 2026.');
    });

    it('counts what people count, and says when little is left', async () => {
      const widget = await compose(fakeBackend());
      const said = listen(widget);
      write(the(widget, 'textbox', 'Emne'), '👩‍⚕️š'.normalize('NFC'));
      await reads(widget, '75 tegn igjen');
      write(the(widget, 'textbox', 'Emne'), 'a'.repeat(80));
      await reads(widget, '0 tegn igjen');
      await waitUntil(() => said.length > 0, 'it is said');
      expect(said).to.deep.equal(['0 tegn igjen']);
    });

    it('refuses a text one character too long, and loses nothing of it', async () => {
      const backend = fakeBackend();
      const widget = await compose(backend);
      const body = 'b'.repeat(2001);
      fillIn(widget, 'Emne', body);
      await press(widget, 'button', 'Send');
      await reads(widget, 'Meldingen er 1 tegn for lang. Gjør den kortere, eller del den i to.');
      expect((the(widget, 'textbox', 'Melding') as HTMLTextAreaElement).value).to.equal(body);
      expect(backend.sent).to.have.length(0);
    });
  });

  describe('attachments', () => {
    it('uploads files as soon as they are chosen, and sends them along', async () => {
      const backend = fakeBackend();
      const widget = await compose(backend);
      const said = listen(widget);
      attach(widget, file('epikrise.pdf', 'application/pdf'));
      await waitUntil(() => said.includes('epikrise.pdf er lastet opp'));
      fillIn(widget);
      await press(widget, 'button', 'Send');
      await reads(widget, 'Meldingen er sendt');
      expect(backend.sent[0]!.thread.attachmentIds).to.deep.equal(['file-epikrise.pdf']);
    });

    it('refuses before a byte is sent what is too large, of a wrong type, empty or too many', async () => {
      const backend = fakeBackend();
      const widget = await compose(backend);
      attach(
        widget,
        file('stor.pdf', 'application/pdf', 1024 * 1024 + 1),
        file('program.exe', 'application/x-msdownload'),
        file('tom.pdf', 'application/pdf', 0),
        file('a.pdf', 'application/pdf'),
        file('b.pdf', 'application/pdf'),
        file('c.pdf', 'application/pdf'),
      );
      await reads(widget, 'Filen er for stor. Den kan være høyst 1 MB.');
      await reads(widget, 'Du kan ikke legge ved denne filen. Bruk PDF, JPEG og PNG.');
      await reads(widget, 'Filen er tom.');
      await reads(widget, 'Du kan legge ved høyst 2 filer. Fjern en annen først.');
      expect(backend.calls.filter((name) => name === 'upload')).to.have.length(2);
    });

    it('shows how far a file has come, and can take it away', async () => {
      const backend = fakeBackend({ before: { upload: () => new Promise<never>(() => undefined) } });
      const widget = await compose(backend);
      attach(widget, file('bilde.png', 'image/png'));
      await find(widget, 'progressbar', 'bilde.png');
      fillIn(widget);
      await press(widget, 'button', 'Send');
      await reads(widget, 'Vent til filene er lastet opp, eller fjern dem.');
      await press(widget, 'button', 'Fjern bilde.png');
      await waitUntil(() => all(widget, 'progressbar').length === 0);
      await press(widget, 'button', 'Send');
      await reads(widget, 'Meldingen er sendt');
    });

    it('says so when the server finds a program in a .pdf, and when the network is lost', async () => {
      const errors = [new BackendError('attachment-rejected', { status: 422 }), new BackendError('offline')];
      const backend = fakeBackend({
        before: {
          upload: () => {
            const error = errors.shift();
            return error ? Promise.reject(error) : undefined;
          },
        },
      });
      const widget = await compose(backend);
      attach(widget, file('virus.pdf', 'application/pdf'));
      await reads(widget, 'Du kan ikke legge ved denne filen.');
      expect(all(widget, 'button', 'Prøv igjen virus.pdf')).to.have.length(0);
      await press(widget, 'button', 'Fjern virus.pdf');
      attach(widget, file('svar.pdf', 'application/pdf'));
      await press(widget, 'button', 'Prøv igjen svar.pdf');
      await waitUntil(() => !textOf(widget).includes('ble ikke lastet opp'));
    });
  });

  describe('sending', () => {
    it('sends once, says by when to expect an answer, and offers to write again', async () => {
      const backend = fakeBackend();
      const widget = await compose(backend);
      write(the(widget, 'combobox', /Hva gjelder det/), 'time');
      fillIn(widget, ' Tidspunkt ', 'Hei\n');
      const button = the(widget, 'button', 'Send');
      button.click();
      button.click();
      await reads(widget, 'Meldingen er sendt');
      await reads(widget, 'Du kan forvente svar innen onsdag 25. november 2026.');
      expect(backend.sent.map(({ thread }) => thread)).to.deep.equal([
        { contactId: HOME_CARE.id, topicId: 'time', subject: 'Tidspunkt', body: 'Hei', attachmentIds: [] },
      ]);
      await press(widget, 'button', 'Skriv en ny melding');
      await hasFocus(widget, TITLE);
      expect((the(widget, 'textbox', 'Melding') as HTMLTextAreaElement).value).to.equal('');
    });

    it('tries again by itself on the same key', async () => {
      const keys: unknown[] = [];
      const backend = fakeBackend();
      backend.before.createThread = (_thread: never, { idempotencyKey }: { idempotencyKey: string }) => {
        keys.push(idempotencyKey);
        return keys.length === 1 ? Promise.reject(new BackendError('timeout')) : undefined;
      };
      const widget = await compose(backend);
      fillIn(widget);
      await press(widget, 'button', 'Send');
      await reads(widget, 'Sender …');
      await reads(widget, 'Meldingen er sendt');
      expect(keys).to.have.length(2);
      expect(keys[0]).to.equal(keys[1]);
      expect(backend.sent).to.have.length(1);
    });

    it('sends what was on its way when the page went, on the same key', async () => {
      let drop: ((error: BackendError) => void) | undefined;
      const keys: unknown[] = [];
      const backend = fakeBackend();
      backend.before.createThread = (_thread: never, { idempotencyKey }: { idempotencyKey: string }) => {
        keys.push(idempotencyKey);
        return keys.length === 1 ? new Promise((_, reject) => (drop = reject)) : undefined;
      };
      const widget = await compose(backend);
      fillIn(widget);
      await press(widget, 'button', 'Send');
      await waitUntil(() => keys.length === 1);
      widget.remove();
      // As its connection goes with a page.
      drop?.(new BackendError('unavailable', { retryAfter: 3_600_000 }));
      // The same backend in a page of its own: nothing of the first one's memory is there.
      const later = fakeBackend();
      Object.assign(later, { id: backend.id });
      later.before = backend.before;
      const again = await show(later);
      await press(again, 'button', `Fortsett på meldingen til ${HOME_CARE.name}`);
      await reads(again, 'Meldingen er sendt');
      expect(keys).to.have.length(2);
      expect(keys[0]).to.equal(keys[1]);
    });

    it('says why it was not sent and keeps the text', async () => {
      const backend = fakeBackend({
        before: { createThread: () => Promise.reject(new BackendError('scope-missing', { status: 403 })) },
      });
      const widget = await compose(backend);
      fillIn(widget);
      await press(widget, 'button', 'Send');
      await reads(widget, 'Ikke sendt – prøv igjen');
      await reads(widget, 'Du har ikke tilgang til dette.');
      expect((the(widget, 'textbox', 'Emne') as HTMLInputElement).value).to.equal('Tidspunkt');
    });

    it('points to the field that the backend refuses', async () => {
      const backend = fakeBackend({
        before: {
          createThread: () =>
            Promise.reject(
              new BackendError('invalid', {
                status: 422,
                errors: [{ pointer: '/subject', code: 'too-long' }],
              }),
            ),
        },
      });
      const widget = await compose(backend);
      fillIn(widget);
      await press(widget, 'button', 'Send');
      await find(widget, 'link', 'Dette ble ikke godtatt. Endre det, og send på nytt.');
      expect(the(widget, 'textbox', 'Emne').getAttribute('aria-invalid')).to.equal('true');
    });

    it('tells what arrived when the text was changed after a lost answer', async () => {
      const backend = fakeBackend({
        before: {
          createThread: () => Promise.reject(new BackendError('idempotency-mismatch', { status: 422 })),
        },
      });
      const widget = await compose(backend);
      fillIn(widget);
      await press(widget, 'button', 'Send');
      await reads(widget, 'Meldingen kom fram da du sendte den først.');
      backend.before = {};
      await press(widget, 'button', 'Send som en ny melding');
      await reads(widget, 'Meldingen er sendt');
    });
  });

  describe('events', () => {
    it('asks the page before it opens a composer', async () => {
      const widget = await show(fakeBackend());
      let contactId = '';
      widget.addEventListener('hn-compose', (event) => {
        event.preventDefault();
        ({ contactId } = event);
      });
      await press(widget, 'button', TITLE);
      await waitUntil(() => contactId === HOME_CARE.id);
      expect(all(widget, 'textbox')).to.have.length(0);
    });

    it('asks the page before it sends, and tells it afterwards, without a word of the message', async () => {
      const backend = fakeBackend();
      const widget = await compose(backend);
      const seen: (HnBeforeMessageSendEvent | HnMessageSentEvent)[] = [];
      let stop = true;
      widget.addEventListener('hn-before-message-send', (event) => {
        seen.push(event);
        if (stop) event.preventDefault();
      });
      widget.addEventListener('hn-message-sent', (event) => void seen.push(event));
      fillIn(widget);
      await press(widget, 'button', 'Send');
      await waitUntil(() => seen.length === 1);
      expect(backend.sent).to.have.length(0);
      stop = false;
      await press(widget, 'button', 'Send');
      await waitUntil(() => seen.length === 3);
      expect(seen[2]).to.include({ type: 'hn-message-sent', contactId: HOME_CARE.id, threadId: 'thread-1' });
      for (const event of seen) {
        expect(event.bubbles && event.composed).to.be.true;
        expect(JSON.stringify(Object.entries(event)))
          .to.not.include('Tidspunkt')
          .and.to.not.include('Kan dere');
      }
    });
  });

  describe('drafts', () => {
    it('keeps what is begun, and takes it up again', async () => {
      const backend = fakeBackend();
      const widget = await compose(backend);
      fillIn(widget);
      attach(widget, file('a.pdf', 'application/pdf'));
      await reads(widget, 'a.pdf');
      await press(widget, 'button', 'Lukk');
      await press(widget, 'button', `Fortsett på meldingen til ${HOME_CARE.name}`);
      await reads(widget, 'Vi har tatt vare på det du skrev sist.');
      expect((the(widget, 'textbox', 'Melding') as HTMLTextAreaElement).value).to.equal(
        'Kan dere komme klokka ni?',
      );
      await reads(widget, 'a.pdf');
    });

    it('names the files that were not yet uploaded', async () => {
      const backend = fakeBackend({ before: { upload: () => new Promise<never>(() => undefined) } });
      const widget = await compose(backend);
      fillIn(widget);
      attach(widget, file('bilde.png', 'image/png'));
      await find(widget, 'progressbar', 'bilde.png');
      await press(widget, 'button', 'Lukk');
      await press(widget, 'button', `Fortsett på meldingen til ${HOME_CARE.name}`);
      await reads(widget, 'Disse filene ble ikke lastet opp. Legg dem ved på nytt: bilde.png.');
    });

    it('stores no word of it that can be read, and nothing with draft-storage="none"', async () => {
      const kept = (): string => JSON.stringify(Object.entries(sessionStorage));
      const widget = await compose(fakeBackend());
      fillIn(widget);
      await press(widget, 'button', 'Lukk');
      await find(widget, 'button', `Fortsett på meldingen til ${HOME_CARE.name}`);
      expect(kept()).to.include('hn:draft:');
      expect(kept()).to.not.match(/Tidspunkt|klokka|ingrid|home-care/i);
      sessionStorage.clear();
      const other = await compose(fakeBackend(), { 'draft-storage': 'none' });
      fillIn(other);
      await press(other, 'button', 'Lukk');
      await find(other, 'button', `Fortsett på meldingen til ${HOME_CARE.name}`);
      expect(kept()).to.not.include('hn:draft:');
    });

    it('deletes the draft only after a question', async () => {
      const widget = await compose(fakeBackend());
      fillIn(widget);
      await press(widget, 'button', 'Slett utkastet');
      const dialog = await find(widget, 'dialog', 'Vil du slette utkastet?');
      the(dialog, 'button', 'Avbryt').click();
      await hasFocus(widget, 'Slett utkastet');
      await waitUntil(() => all(widget, 'dialog').length === 0);
      await press(widget, 'button', 'Slett utkastet');
      await press(await find(widget, 'dialog', 'Vil du slette utkastet?'), 'button', 'Slett');
      await hasFocus(widget, TITLE);
      expect(all(widget, 'textbox')).to.have.length(0);
    });

    it('does not promise to keep what it may not store', async () => {
      const backend = fakeBackend();
      const widget = await compose(backend, { 'draft-storage': 'none' });
      fillIn(widget);
      backend.session = ANONYMOUS;
      await widget.refresh();
      await reads(widget, 'Du er logget ut');
      expect(textOf(widget)).to.not.include('er her når du logger inn igjen');
    });

    it('keeps the text for the same person over a session that ran out, and from another', async () => {
      const backend = fakeBackend();
      const widget = await compose(backend);
      fillIn(widget);
      backend.session = ANONYMOUS;
      await widget.refresh();
      await reads(widget, 'Du er logget ut');
      expect(textOf(widget)).to.include('Hadde du begynt å skrive noe, er det her når du logger inn igjen.');
      expect(all(widget, 'textbox', 'Melding')).to.have.length(0);
      backend.session = ACTIVE;
      await widget.refresh();
      await find(widget, 'textbox', 'Melding');
      expect((the(widget, 'textbox', 'Melding') as HTMLTextAreaElement).value).to.equal(
        'Kan dere komme klokka ni?',
      );
      backend.session = { ...ACTIVE, user: MARTE, parties: [MARTE] };
      await widget.refresh();
      await waitUntil(() => all(widget, 'textbox', 'Melding').length === 0);
      expect(all(widget, 'button', TITLE)).to.have.length(1);
      await press(widget, 'button', TITLE);
      const field = (await find(widget, 'textbox', 'Melding')) as HTMLTextAreaElement;
      expect(field.value).to.equal('');
    });

    it('keeps what is written on behalf of another apart from what is written for oneself', async () => {
      const backend = fakeBackend({ session: ACTING });
      const widget = await compose(backend);
      fillIn(widget);
      await press(widget, 'button', 'Tilbake til deg selv');
      await waitUntil(() => all(widget, 'textbox', 'Melding').length === 0);
      await press(widget, 'button', /til Hjemmetjenesten/);
      const field = (await find(widget, 'textbox', 'Melding')) as HTMLTextAreaElement;
      expect(field.value).to.equal('');
    });
  });

  describe('keyboard', () => {
    it('writes and sends without a mouse', async () => {
      const backend = fakeBackend();
      const widget = await show(backend);
      the(widget, 'button', TITLE).focus();
      await sendKeys({ press: 'Enter' });
      await hasFocus(widget, TITLE);
      await find(widget, 'textbox', 'Emne');
      for (let n = 0; n < 3; n++) await sendKeys({ press: 'Tab' });
      await hasFocus(widget, 'Emne');
      await sendKeys({ type: 'Besøk' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'Hei' });
      for (let n = 0; n < 2; n++) await sendKeys({ press: 'Tab' });
      await hasFocus(widget, 'Send');
      await sendKeys({ press: 'Enter' });
      await hasFocus(widget, 'Meldingen er sendt');
      expect(backend.sent[0]!.thread).to.include({ subject: 'Besøk', body: 'Hei' });
    });
  });
});
