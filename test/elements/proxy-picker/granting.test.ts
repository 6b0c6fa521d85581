import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError, type BackendErrorCode } from '../../../src/backend/errors.js';
import { checkDigits } from '../../../src/domain/national-id.js';
import type { HnProxyPickerElement } from '../../../src/elements/proxy-picker/proxy-picker.js';
import type {
  HnBeforeProxyGrantEvent,
  HnProxyGrantedEvent,
} from '../../../src/elements/proxy-picker/proxy-picker.events.js';
import { ACTIVE } from '../../support/data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { PROXIES } from '../../support/fake-proxies.js';
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
  textOf,
  the,
  write,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { widgetOf } from './support.js';

/** An invented person's, born 2 August 1977: the month has 80 added. */
const NUMBER = `028877100${checkDigits('028877100')!}`;

const backendOf = (of: Parameters<typeof fakeBackend>[0] = {}): FakeBackend =>
  fakeBackend({ proxies: [...PROXIES], ...of });

const begun = async (backend: FakeBackend): Promise<HnProxyPickerElement> => {
  const widget = await widgetOf(backend);
  await press(widget, 'button', 'Gi fullmakt');
  await find(widget, 'dialog', 'Hvem vil du gi fullmakt til?');
  return widget;
};

const number = (widget: HnProxyPickerElement): Promise<HTMLElement> =>
  find(widget, 'textbox', 'Fødselsnummer eller D-nummer');

/** Fills in who gets it. */
async function toPowers(widget: HnProxyPickerElement, of = NUMBER): Promise<void> {
  write(await number(widget), of);
  write(await find(widget, 'textbox', 'Etternavn'), 'Solberg');
  await press(widget, 'button', 'Neste');
  await find(widget, 'dialog', 'Hva skal fullmakten gjelde?');
}

async function toSummary(widget: HnProxyPickerElement): Promise<void> {
  await toPowers(widget);
  (await find(widget, 'checkbox', /^Meldinger/)).click();
  await press(widget, 'button', 'Neste');
  await find(widget, 'dialog', 'Stemmer dette?');
}

/** Sets a last day; engines do not agree on the role of a field for dates. */
async function until(widget: HnProxyPickerElement, date: string): Promise<void> {
  (await find(widget, 'radio', 'Til og med en dato')).click();
  await widget.updateComplete;
  write(widget.shadowRoot!.querySelector<HTMLElement>('#valid-to')!, date);
}

const give = async (widget: HnProxyPickerElement): Promise<void> =>
  press(the(widget, 'dialog'), 'button', /^(Gi|Endre) fullmakt/);

/** Everything of the page and the tab that could keep the number. */
function kept(widget: HnProxyPickerElement): string {
  const fields = [...widget.shadowRoot!.querySelectorAll('input')].map(({ value }) => value);
  const stored = [sessionStorage, localStorage].map((storage) => JSON.stringify(storage));
  return [
    widget.shadowRoot!.innerHTML,
    ...fields,
    ...stored,
    location.href,
    JSON.stringify(history.state),
  ].join(' ');
}

describe('<hn-proxy-picker> giving a power of attorney', () => {
  afterEach(() => {
    sessionStorage.clear();
    document.body.removeAttribute('style');
  });

  describe('actions', () => {
    it('leads step by step to a summary, and gives it only then', async () => {
      const backend = backendOf();
      const widget = await begun(backend);
      await hasFocus(widget, 'Hvem vil du gi fullmakt til?');
      const said = listen(widget);
      await reads(widget, 'Steg 1 av 3');
      await toPowers(widget);
      await hasFocus(widget, 'Hva skal fullmakten gjelde?');
      (await find(widget, 'checkbox', /^Timeavtaler/)).click();
      await until(widget, '2027-01-31');
      await press(widget, 'button', 'Neste');
      const dialog = await find(widget, 'dialog', 'Stemmer dette?');
      expect(dialog.innerText.replace(/\s+/g, ' ')).to.include('Solberg, født 2. august 1977');
      expect(dialog.innerText).to.include('Timeavtaler').and.include('Ikke meldinger og varsler');
      expect(dialog.innerText).to.include('Gyldig til og med 31. januar 2027');
      expect(backend.calls).to.not.include('grantProxy');
      await give(widget);
      await waitUntil(() => all(widget, 'dialog').length === 0);
      expect(backend.granted.map(({ grant }) => grant)).to.deep.equal([
        {
          person: { nationalId: NUMBER, familyName: 'Solberg' },
          scopes: ['appointments'],
          validTo: '2027-01-31',
        },
      ]);
      await hasFocus(widget, 'Endre Marte Solberg født 1977');
      await reads(widget, 'Gyldig til og med 31. januar 2027');
      await waitUntil(() => said.length > 1);
      expect(said).to.deep.equal(['Sender …', 'Marte Solberg har fått fullmakt']);
    });

    it('says at each field what is wrong with it, and leads there', async () => {
      const backend = backendOf();
      const widget = await begun(backend);
      write(await number(widget), '12345678901');
      await press(widget, 'button', 'Neste');
      await hasFocus(widget, 'Fødselsnummer eller D-nummer');
      const field = await number(widget);
      expect(field.ariaInvalid ?? field.getAttribute('aria-invalid')).to.equal('true');
      await reads(widget, 'Skriv et gyldig fødselsnummer eller D-nummer, 11 siffer.');
      await reads(widget, 'Skriv etternavnet.');
      await expect(widget).to.be.accessible();
      write(field, NUMBER);
      await press(widget, 'button', 'Neste');
      await hasFocus(widget, 'Etternavn');
      await toPowers(widget);
      (await find(widget, 'radio', 'Til og med en dato')).click();
      await press(widget, 'button', 'Neste');
      await reads(widget, 'Velg minst ett område.');
      await reads(widget, 'Velg en dato fra og med i dag.');
      await waitUntil(() => focused(widget).startsWith('Meldinger'));
      await expect(widget).to.be.accessible();
    });

    it('takes a number with spaces, and one of a person who is not settled here', async () => {
      const dNumber = `428877100${checkDigits('428877100')!}`;
      const backend = backendOf();
      const widget = await begun(backend);
      await toPowers(widget, `${dNumber.slice(0, 6)} ${dNumber.slice(6)}`);
      (await find(widget, 'checkbox', /^Meldinger/)).click();
      await press(widget, 'button', 'Neste');
      await find(widget, 'dialog', 'Stemmer dette?');
      await give(widget);
      await waitUntil(() => backend.granted.length > 0);
      expect(backend.granted[0]!.grant).to.have.nested.property('person.nationalId', dNumber);
    });

    it('goes back to a step with what was filled in', async () => {
      const widget = await begun(backendOf());
      await toSummary(widget);
      await press(widget, 'button', 'Tilbake');
      await hasFocus(widget, 'Hva skal fullmakten gjelde?');
      expect(((await find(widget, 'checkbox', /^Meldinger/)) as HTMLInputElement).checked).to.be.true;
      await press(widget, 'button', 'Tilbake');
      await hasFocus(widget, 'Hvem vil du gi fullmakt til?');
      expect(((await number(widget)) as HTMLInputElement).value).to.equal(NUMBER);
    });

    for (const [code, words, field] of [
      ['person-unknown', 'Vi finner ingen med dette fødselsnummeret og etternavnet', true],
      ['proxy-too-young', 'Den som får fullmakt, må ha fylt 18 år.', true],
      ['proxy-self', 'Du kan ikke gi fullmakt til deg selv.', true],
      ['grantor-too-young', 'Du må ha fylt 16 år for å gi fullmakt.', false],
      ['offline', 'Vi får ikke kontakt med tjenesten.', false],
    ] as [BackendErrorCode, string, boolean][]) {
      it(`says what ${code} means ${field ? 'at its field' : 'above the fields'}`, async () => {
        const backend = backendOf();
        backend.before.grantProxy = () => Promise.reject(new BackendError(code, { status: 422 }));
        const widget = await begun(backend);
        await toSummary(widget);
        const error = oneEvent(widget, 'hn-error');
        await give(widget);
        await reads(widget, words);
        expect(await error).to.include({ code });
        await find(widget, 'dialog', 'Hvem vil du gi fullmakt til?');
        if (field) await hasFocus(widget, 'Fødselsnummer eller D-nummer');
        else await waitUntil(() => focused(widget).startsWith(words));
        await expect(widget).to.be.accessible();
      });
    }

    it('says when one can try again after too many attempts', async () => {
      const backend = backendOf();
      backend.before.grantProxy = () =>
        Promise.reject(new BackendError('too-many-attempts', { status: 429, retryAfter: 22.5 * 3_600_000 }));
      const widget = await begun(backend);
      await toSummary(widget);
      await give(widget);
      await reads(widget, 'Du har prøvd for mange ganger. Du kan prøve igjen i morgen kl. 08:30.');
    });

    it('says of a field what the service says of it alone', async () => {
      const backend = backendOf();
      backend.before.grantProxy = () =>
        Promise.reject(
          new BackendError('invalid', { status: 422, errors: [{ pointer: '/validTo', code: 'too-early' }] }),
        );
      const widget = await begun(backend);
      await toPowers(widget);
      (await find(widget, 'checkbox', /^Meldinger/)).click();
      await until(widget, '2027-01-31');
      await press(widget, 'button', 'Neste');
      await find(widget, 'dialog', 'Stemmer dette?');
      await give(widget);
      await find(widget, 'dialog', 'Hva skal fullmakten gjelde?');
      await reads(widget, 'Velg en dato fra og med i dag.');
      await waitUntil(() => widget.shadowRoot!.activeElement?.id === 'valid-to');
    });

    it('gives it once when the first answer was lost', async () => {
      const backend = backendOf();
      const keys: (string | undefined)[] = [];
      backend.before.grantProxy = (...[, options]: [unknown?, { idempotencyKey?: string }?]) => {
        keys.push(options?.idempotencyKey);
        return keys.length < 2 ? Promise.reject(new BackendError('offline')) : undefined;
      };
      const widget = await begun(backend);
      await toSummary(widget);
      await give(widget);
      await reads(widget, 'Vi får ikke kontakt med tjenesten.');
      write(await number(widget), NUMBER);
      for (const title of ['Hva skal fullmakten gjelde?', 'Stemmer dette?']) {
        await press(widget, 'button', 'Neste');
        await find(widget, 'dialog', title);
      }
      await give(widget);
      await waitUntil(() => backend.granted.length === 1);
      expect(keys).to.have.length(2);
      expect(new Set(keys).size).to.equal(1);
    });

    it('changes a power: areas and time stand as they were, and the old one goes', async () => {
      const backend = backendOf();
      const widget = await widgetOf(backend);
      await press(widget, 'button', 'Endre Marte Solberg født 1977');
      await find(widget, 'dialog', 'Endre fullmakten til Marte Solberg');
      expect(all(widget, 'textbox')).to.have.length(0);
      const ticked = (): string[] =>
        all(widget, 'checkbox')
          .filter((one) => (one as HTMLInputElement).checked)
          .map((one) => (one as HTMLInputElement).value);
      expect(ticked()).to.deep.equal(['messages', 'appointments']);
      (await find(widget, 'checkbox', /^Varsler/)).click();
      await press(widget, 'button', 'Neste');
      await reads(widget, 'Fullmakten du har gitt før, blir avsluttet når du endrer den.');
      const said = listen(widget);
      await give(widget);
      await waitUntil(() => all(widget, 'dialog').length === 0);
      expect(backend.granted.map(({ grant }) => grant)).to.deep.equal([
        { replaces: 'to-marte', scopes: ['messages', 'appointments', 'notifications'], validTo: null },
      ]);
      expect(all(widget, 'button', 'Endre Marte Solberg født 1977')).to.have.length(1);
      await waitUntil(() => said.length > 1);
      expect(said).to.deep.equal(['Sender …', 'Fullmakten til Marte Solberg er endret']);
    });
  });

  describe('the identity number', () => {
    it('is asked for in a field that browsers keep nothing of', async () => {
      const field = await number(await begun(backendOf()));
      expect(field.getAttribute('autocomplete')).to.equal('off');
      expect(field.inputMode).to.equal('numeric');
      expect(field.hasAttribute('name')).to.be.false;
    });

    it('stands in its field alone until the request, and nowhere after it, done or refused', async () => {
      const backend = backendOf();
      let refuse = true;
      backend.before.grantProxy = () =>
        refuse ? Promise.reject(new BackendError('person-unknown', { status: 422 })) : undefined;
      const widget = await begun(backend);
      const told: unknown[] = [];
      for (const type of ['hn-before-proxy-grant', 'hn-proxy-granted', 'hn-error'] as const) {
        widget.addEventListener(type, (event) => told.push(Object.entries(event)));
      }
      const words: unknown[] = [];
      const { log, warn, error } = console;
      const note = (...args: unknown[]): number => words.push(...args);
      Object.assign(console, { log: note, warn: note, error: note });
      await toSummary(widget);
      const field = widget.shadowRoot!.querySelector<HTMLInputElement>('#national-id')!;
      expect(kept(widget).split(NUMBER)).to.have.length(2);
      await give(widget);
      await reads(widget, 'Vi finner ingen med dette fødselsnummeret');
      expect(field.value).to.equal('');
      expect(kept(widget)).to.not.include(NUMBER);
      refuse = false;
      write(field, NUMBER);
      for (const title of ['Hva skal fullmakten gjelde?', 'Stemmer dette?']) {
        await press(widget, 'button', 'Neste');
        await find(widget, 'dialog', title);
      }
      await give(widget);
      await waitUntil(() => all(widget, 'dialog').length === 0);
      Object.assign(console, { log, warn, error });
      expect(field.value).to.equal('');
      expect(kept(widget)).to.not.include(NUMBER);
      expect(JSON.stringify(told)).to.not.include(NUMBER);
      expect(words.join(' ')).to.not.include(NUMBER);
      expect(told).to.have.length(4);
    });

    it('is gone when the dialog is closed, and when it is opened again', async () => {
      const widget = await begun(backendOf());
      write(await number(widget), NUMBER);
      const field = widget.shadowRoot!.querySelector<HTMLInputElement>('#national-id')!;
      await press(the(widget, 'dialog'), 'button', 'Avbryt');
      await waitUntil(() => all(widget, 'dialog').length === 0);
      expect(field.value).to.equal('');
      await press(widget, 'button', 'Gi fullmakt');
      expect(((await number(widget)) as HTMLInputElement).value).to.equal('');
    });

    it('is typed anew when the dialog is opened again, with all else as it was', async () => {
      const widget = await begun(backendOf());
      await toSummary(widget);
      await press(the(widget, 'dialog'), 'button', 'Avbryt');
      await waitUntil(() => all(widget, 'dialog').length === 0);
      await press(widget, 'button', 'Gi fullmakt');
      expect(((await number(widget)) as HTMLInputElement).value).to.equal('');
      expect(((await find(widget, 'textbox', 'Etternavn')) as HTMLInputElement).value).to.equal('Solberg');
    });

    it('goes with the person: nobody else sees the dialog', async () => {
      const backend = backendOf();
      const widget = await begun(backend);
      write(await number(widget), NUMBER);
      write(await find(widget, 'textbox', 'Etternavn'), 'Solberg');
      const field = widget.shadowRoot!.querySelector<HTMLInputElement>('#national-id')!;
      const other = { ...ACTIVE.user!, id: 'kari', name: 'Kari Lie' };
      backend.session = { ...ACTIVE, user: other, parties: [other] };
      await widget.refresh();
      await waitUntil(() => all(widget, 'dialog').length === 0);
      expect(field.value).to.equal('');
      await press(widget, 'button', 'Gi fullmakt');
      expect(((await find(widget, 'textbox', 'Etternavn')) as HTMLInputElement).value).to.equal('');
    });
  });

  describe('events', () => {
    it('tells the page before and after, and sends nothing where the page prevents it', async () => {
      const backend = backendOf();
      const widget = await begun(backend);
      await toSummary(widget);
      widget.addEventListener('hn-before-proxy-grant', (event) => event.preventDefault(), { once: true });
      await give(widget);
      await widget.updateComplete;
      expect(backend.calls).to.not.include('grantProxy');
      const before = oneEvent<HnBeforeProxyGrantEvent>(widget, 'hn-before-proxy-grant');
      const after = oneEvent<HnProxyGrantedEvent>(widget, 'hn-proxy-granted');
      await give(widget);
      expect(await before).to.deep.include({ scopes: ['messages'], validTo: null, replaces: null });
      expect(await after).to.deep.include({ proxyId: 'new-1', scopes: ['messages'], validTo: null });
    });
  });

  describe('keyboard', () => {
    it('gives one without a mouse', async () => {
      const backend = backendOf();
      const widget = await begun(backend);
      (await number(widget)).focus();
      // One at a time: WebKit's driver leaves out the second of two equal ones.
      for (const press of NUMBER) await sendKeys({ press });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'Solberg' });
      await sendKeys({ press: 'Enter' });
      await hasFocus(widget, 'Hva skal fullmakten gjelde?');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: ' ' });
      await sendKeys({ press: 'Enter' });
      await hasFocus(widget, 'Stemmer dette?');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => backend.granted.length === 1);
    });
  });

  describe('accessibility', () => {
    for (const width of [1280, 320]) {
      it(`has no findings in any step at ${width} px`, async () => {
        inColumn(width);
        const widget = await begun(backendOf());
        await expect(widget).to.be.accessible();
        await toPowers(widget);
        (await find(widget, 'radio', 'Til og med en dato')).click();
        await widget.updateComplete;
        await expect(widget).to.be.accessible();
        (await find(widget, 'radio', 'Inntil videre')).click();
        (await find(widget, 'checkbox', /^Varsler/)).click();
        await press(widget, 'button', 'Neste');
        await find(widget, 'dialog', 'Stemmer dette?');
        await expect(widget).to.be.accessible();
        expect(runsOut(widget)).to.be.false;
        expect(textOf(widget)).to.include('Fullmakten gjelder med en gang.');
      });
    }
  });
});
