import { expect, oneEvent } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/errors.js';
import type { AccessLogEntry } from '../../../src/backend/types.js';
import type { HnProxyPickerElement } from '../../../src/elements/proxy-picker/proxy-picker.js';
import type {
  HnBeforeProxyEndEvent,
  HnProxyEndedEvent,
} from '../../../src/elements/proxy-picker/proxy-picker.events.js';
import { no } from '../../support/data.js';
import type { FakeBackend } from '../../support/fake-backend.js';
import { proxy } from '../../support/fake-proxies.js';
import {
  all,
  find,
  focused,
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

const GIVEN = 'Avslutt fullmakt Marte Solberg født 1977';
const RECEIVED = 'Avslutt fullmakt Áilu Somby født 1992';

const entry = (of: Partial<AccessLogEntry> = {}): AccessLogEntry => ({
  at: '2026-11-24T08:14:00+01:00',
  who: 'Amina Yusuf',
  role: 'Sykepleier',
  what: 'Leste meldingene',
  onBehalfOf: null,
  ...of,
});

const ending = async (backend: FakeBackend, name: string): Promise<HnProxyPickerElement> => {
  const widget = await widgetOf(backend);
  await press(widget, 'button', name);
  await find(widget, 'dialog', 'Vil du avslutte fullmakten?');
  return widget;
};

const end = (widget: HnProxyPickerElement): Promise<void> =>
  press(the(widget, 'dialog'), 'button', 'Avslutt fullmakt');

describe('<hn-proxy-picker> ending a power of attorney', () => {
  afterEach(() => sessionStorage.clear());

  it('says what it means, ends it, and leaves it in the history with its date', async () => {
    const backend = withFamily();
    const widget = await ending(backend, GIVEN);
    const dialog = the(widget, 'dialog');
    expect(dialog.innerText.replace(/\s+/g, ' ')).to.include(
      'Fra deg til Marte Solberg Meldinger Timeavtaler',
    );
    expect(dialog.innerText).to.include(
      'Marte Solberg mister tilgangen med en gang, også på sider som er åpne nå.',
    );
    await expect(widget).to.be.accessible();
    const said = listen(widget);
    await end(widget);
    await reads(widget, 'Du har ikke gitt noen fullmakt.');
    await hasFocus(widget, 'Fullmakter');
    await press(widget, 'button', 'Tidligere fullmakter');
    await reads(widget, 'Gitt av deg 1. mars 2026. Avsluttet 24. november 2026.');
    await waitUntil(() => said.length > 1);
    expect(said).to.deep.equal(['Sender …', 'Fullmakten er avsluttet']);
  });

  it('can be done by who has received it, too', async () => {
    const backend = withFamily();
    const widget = await ending(backend, RECEIVED);
    await reads(widget, 'Du mister med en gang tilgangen til å bruke tjenesten på vegne av Áilu Somby.');
    await end(widget);
    await reads(widget, 'Du har ikke fått noen fullmakt.');
    // Whom one may act for is asked for again.
    expect(backend.calls.filter((name) => name === 'getSession').length).to.be.above(1);
  });

  it('keeps it when one thinks better of it', async () => {
    const backend = withFamily();
    const widget = await ending(backend, GIVEN);
    await press(widget, 'button', 'Behold fullmakten');
    await hasFocus(widget, GIVEN);
    expect(backend.calls).to.not.include('endProxy');
  });

  it('says why and keeps the dialog when it fails, and sends the same again', async () => {
    const backend = withFamily();
    const keys: unknown[] = [];
    backend.before.endProxy = (...[, options]: [unknown?, { idempotencyKey?: string }?]) => {
      keys.push(options?.idempotencyKey);
      return keys.length < 2 ? Promise.reject(new BackendError('offline')) : undefined;
    };
    const widget = await ending(backend, GIVEN);
    await end(widget);
    await reads(widget, 'Vi får ikke kontakt med tjenesten.');
    await waitUntil(() => focused(widget).startsWith('Vi får ikke kontakt'));
    await expect(widget).to.be.accessible();
    await press(the(widget, 'dialog'), 'button', 'Prøv igjen');
    await reads(widget, 'Du har ikke gitt noen fullmakt.');
    expect(new Set(keys).size).to.equal(1);
  });

  it('says why where it may not be done', async () => {
    const backend = withFamily({
      proxies: [proxy({ id: 'fixed', end: no('not-offered', { text: 'Ring servicetorget.' }) })],
    });
    const widget = await ending(backend, GIVEN);
    const dialog = the(widget, 'dialog');
    expect(dialog.innerText).to.include('Ring servicetorget.');
    expect(all(dialog, 'button').map((one) => one.textContent)).to.deep.equal(['Lukk']);
  });

  it('tells the page before and after, and sends nothing where the page prevents it', async () => {
    const backend = withFamily();
    const widget = await ending(backend, GIVEN);
    const asked = preventOnce(widget, 'hn-before-proxy-end');
    await end(widget);
    await waitUntil(() => asked() === 1);
    const before = oneEvent<HnBeforeProxyEndEvent>(widget, 'hn-before-proxy-end');
    const after = oneEvent<HnProxyEndedEvent>(widget, 'hn-proxy-ended');
    await end(widget);
    expect(await before).to.include({ proxyId: 'to-marte', direction: 'given' });
    expect(await after).to.include({ proxyId: 'to-marte', direction: 'given' });
  });
});

describe('<hn-proxy-picker> history', () => {
  afterEach(() => sessionStorage.clear());

  it('has the ended and the expired, with who gave them and when they ended', async () => {
    const widget = await widgetOf(withFamily());
    await press(widget, 'button', 'Tidligere fullmakter');
    await hasFocus(widget, 'Tidligere fullmakter');
    await reads(widget, 'Gitt av deg 1. mars 2025. Avsluttet 28. februar 2026.');
    await reads(
      widget,
      'Per Aas født 1981 Meldinger Timeavtaler Ikke varsler Gitt til deg 1. januar 2025. Utløpt 31. desember 2025.',
    );
    expect(all(widget, 'button', /^Avslutt fullmakt/)).to.have.length(2);
    await expect(widget).to.be.accessible();
    await press(widget, 'button', 'Tidligere fullmakter');
    await waitUntil(() => !textOf(widget).includes('Per Aas'));
  });
});

describe('<hn-proxy-picker> use and access', () => {
  const LOG = [
    entry(),
    entry({
      at: '2026-11-24T07:00:00+01:00',
      who: 'Marte Solberg',
      role: null,
      onBehalfOf: 'Ingrid Solberg',
      what: 'Sendte en melding',
    }),
    entry({ at: '2026-11-23T15:00:00+01:00', what: 'Åpnet samtalen' }),
  ];

  afterEach(() => {
    sessionStorage.clear();
    document.body.removeAttribute('style');
  });

  for (const width of [1280, 320]) {
    it(`says by day who did what, in which role and on whose behalf, at ${width} px`, async () => {
      inColumn(width);
      const widget = await widgetOf(withFamily({ log: LOG }));
      await press(widget, 'button', 'Bruk og tilganger');
      await hasFocus(widget, 'Bruk og tilganger');
      await reads(
        widget,
        'I dag, tirsdag 24. november Amina Yusuf, sykepleier Leste meldingene · 08:14 ' +
          'Marte Solberg på vegne av Ingrid Solberg Sendte en melding · 07:00 ' +
          'I går, mandag 23. november Amina Yusuf, sykepleier Åpnet samtalen · 15:00',
      );
      expect(widget.shadowRoot!.querySelector('[part~=log]')).to.exist;
      await expect(widget).to.be.accessible();
      expect(runsOut(widget)).to.be.false;
      await press(widget, 'button', 'Tilbake til fullmakter');
      await hasFocus(widget, 'Bruk og tilganger');
    });
  }

  it('goes on past the first page', async () => {
    const log = Array.from({ length: 70 }, (_, n) => entry({ what: `Oppslag ${n}` }));
    const widget = await widgetOf(withFamily({ log }));
    await press(widget, 'button', 'Bruk og tilganger');
    await reads(widget, 'Oppslag 29');
    expect(textOf(widget)).to.not.include('Oppslag 30');
    await press(widget, 'button', 'Vis flere');
    await reads(widget, 'Oppslag 59');
    await waitUntil(() => focused(widget).includes('Oppslag 30'));
    await press(widget, 'button', 'Vis flere');
    await reads(widget, 'Oppslag 69');
    await waitUntil(() => focused(widget).includes('Oppslag 60'));
    expect(all(widget, 'button', 'Vis flere')).to.have.length(0);
  });

  it('says that there is nothing, and what to do when it fails', async () => {
    const backend = withFamily();
    const widget = await widgetOf(backend);
    await press(widget, 'button', 'Bruk og tilganger');
    await reads(widget, 'Ingen har brukt eller lest noe ennå.');
    await press(widget, 'button', 'Tilbake til fullmakter');
    const broken = await widgetOf(
      withFamily({ before: { listAccessLog: () => Promise.reject(new BackendError('timeout')) } }),
    );
    await press(broken, 'button', 'Bruk og tilganger');
    await reads(broken, 'Tjenesten svarer ikke akkurat nå.');
  });

  it('is left out where the backend has none, and of those whose messages one may not read', async () => {
    const backend = withFamily();
    (backend.capabilities as Set<string>).delete('access-log');
    const widget = await widgetOf(backend);
    await find(widget, 'button', 'Tidligere fullmakter');
    expect(all(widget, 'button', 'Bruk og tilganger')).to.have.length(0);
    const sander = FAMILY.parties.find(({ id }) => id === 'sander')!;
    const acting = await widgetOf(withFamily({ session: { ...FAMILY, actingFor: sander } }));
    await reads(acting, 'Fullmakter styrer du bare som deg selv.');
    expect(all(acting, 'button', 'Bruk og tilganger')).to.have.length(0);
    const mother = await widgetOf(withFamily({ session: { ...FAMILY, actingFor: MOTHER } }));
    await find(mother, 'button', 'Bruk og tilganger');
  });
});
