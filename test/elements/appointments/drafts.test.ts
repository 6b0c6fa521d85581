import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/errors.js';
import type { HnAppointmentsElement } from '../../../src/elements/appointments/appointments.js';
import { ACTING, ACTIVE, ANONYMOUS, MARTE } from '../../support/data.js';
import type { FakeBackend } from '../../support/fake-backend.js';
import {
  all,
  asksBeforeLeaving,
  find,
  isKept,
  press,
  reads,
  stored,
  textOf,
  the,
  write,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { widgetOf, withAppointments } from './support.js';

const WISHES = 'Helst tidlig, for da er Bjarne hjemme.';
const MESSAGE = 'Jeg skal i bryllup i Tromsø.';
const RESTORED = 'Vi har tatt vare på det du skrev sist.';

const wishes = (widget: HnAppointmentsElement): Promise<HTMLElement> =>
  find(widget, 'textbox', 'Hva ønsker du?');
const message = (widget: HnAppointmentsElement): Promise<HTMLElement> =>
  find(widget, 'textbox', /^Melding til tjenesten/);
const valueOf = (field: HTMLElement): string => (field as HTMLTextAreaElement).value;

async function ask(widget: HnAppointmentsElement): Promise<void> {
  await press(widget, 'button', 'Be om ny time');
  await press(widget, 'button', /^Vaksinasjon/);
  await wishes(widget);
}

async function move(widget: HnAppointmentsElement): Promise<void> {
  await find(widget, 'combobox', 'Tjeneste');
  await press(widget, 'button', /^Detaljer Fysioterapi/);
  await press(widget, 'button', 'Endre time Fysioterapi');
}

async function cancel(widget: HnAppointmentsElement): Promise<void> {
  await press(widget, 'button', /^Avlys time Morgenstell/);
  await message(widget);
}

/** The same backend on a page that has been loaded again: nothing is in memory. */
function reloaded(backend: FakeBackend, of: Partial<FakeBackend> = {}): FakeBackend {
  document.querySelector('hn-appointments')?.remove();
  const { appointments, slots, session } = backend;
  return Object.assign(withAppointments(), { id: backend.id, appointments, slots, session }, of);
}

describe('<hn-appointments>: what is not sent yet', () => {
  afterEach(() => sessionStorage.clear());

  it('is there again after a reload: wishes for a new appointment, with the days', async () => {
    const backend = withAppointments();
    const widget = await widgetOf(backend);
    await ask(widget);
    write(await wishes(widget), WISHES);
    write(widget.shadowRoot!.querySelector<HTMLElement>('#day-0')!, '2026-11-27');
    await isKept();
    window.dispatchEvent(new Event('pagehide'));
    const again = await widgetOf(reloaded(backend));
    await press(again, 'button', 'Be om ny time');
    expect(valueOf(await wishes(again))).to.equal(WISHES);
    expect(again.shadowRoot!.querySelector<HTMLInputElement>('#day-0')!.value).to.equal('2026-11-27');
    expect(textOf(again)).to.include(RESTORED).and.to.include('Vaksinasjon');
    await expect(again).to.be.accessible();
  });

  it('is there again after a reload: wishes for another time, apart for each appointment', async () => {
    const backend = withAppointments();
    const widget = await widgetOf(backend);
    await move(widget);
    await press(widget, 'button', 'Ingen av timene passer');
    write(await wishes(widget), WISHES);
    await press(widget, 'button', 'Avbryt');
    await isKept();
    const again = await widgetOf(reloaded(backend));
    await press(again, 'button', 'Be om ny time');
    await find(again, 'button', /^Vaksinasjon/);
    await press(again, 'button', 'Avbryt');
    await move(again);
    expect(valueOf(await wishes(again))).to.equal(WISHES);
  });

  it('is there again after a reload: why one cancels', async () => {
    const backend = withAppointments();
    const widget = await widgetOf(backend);
    await cancel(widget);
    write(await message(widget), MESSAGE);
    await press(widget, 'radio', 'Jeg er bortreist');
    await press(widget, 'button', 'Behold timen');
    await isKept();
    const again = await widgetOf(reloaded(backend));
    await cancel(again);
    await reads(again, RESTORED);
    expect(valueOf(await message(again))).to.equal(MESSAGE);
    expect((the(again, 'radio', 'Jeg er bortreist') as HTMLInputElement).checked).to.be.true;
    await expect(again).to.be.accessible();
  });

  it('is stored so that nobody can read it, and is gone when it is sent', async () => {
    const backend = withAppointments();
    const widget = await widgetOf(backend);
    await ask(widget);
    write(await wishes(widget), WISHES);
    await isKept();
    expect(stored()).to.not.match(/tidlig|Bjarne|vaccination|ingrid/i);
    await press(widget, 'button', 'Send ønsket');
    await reads(widget, 'Ny time');
    expect(stored()).to.not.include('hn:draft:');
    await cancel(widget);
    write(await message(widget), MESSAGE);
    await press(widget, 'radio', 'Jeg er syk');
    await isKept();
    expect(stored()).to.not.match(/bryllup|ill|visit/);
    widget.shadowRoot!.querySelector<HTMLElement>('dialog [type=submit]')!.click();
    await waitUntil(() => !widget.shadowRoot!.querySelector('dialog'));
    expect(stored()).to.not.include('hn:draft:');
    await press(widget, 'button', 'Be om ny time');
    await find(widget, 'button', /^Vaksinasjon/);
  });

  it('goes on the same key after a reload where the answer was lost', async () => {
    const backend = withAppointments();
    const keys: (string | undefined)[] = [];
    const lose = (...[, options]: [never?, { idempotencyKey?: string }?]): Promise<never> => {
      keys.push(options?.idempotencyKey);
      return Promise.reject(new BackendError('timeout'));
    };
    backend.before.requestAppointment = lose;
    const widget = await widgetOf(backend);
    await ask(widget);
    write(await wishes(widget), WISHES);
    await press(widget, 'button', 'Send ønsket');
    await waitUntil(() => keys.length === 1);
    await isKept();
    const next = reloaded(backend);
    const again = await widgetOf(next);
    await press(again, 'button', 'Be om ny time');
    await wishes(again);
    await press(again, 'button', 'Send ønsket');
    await waitUntil(() => next.asked.length === 1);
    expect(next.asked[0]?.key).to.equal(keys[0]);
  });

  it('is there over a session that ran out, for the same person and nobody else', async () => {
    const backend = withAppointments();
    const widget = await widgetOf(backend);
    await ask(widget);
    write(await wishes(widget), WISHES);
    backend.session = ANONYMOUS;
    await widget.refresh();
    await reads(widget, 'Hadde du begynt å skrive noe, er det her når du logger inn igjen.');
    expect(all(widget, 'textbox')).to.have.length(0);
    backend.session = ACTIVE;
    await widget.refresh();
    expect(valueOf(await wishes(widget))).to.equal(WISHES);
    backend.session = { ...ACTIVE, user: MARTE, parties: [MARTE] };
    await widget.refresh();
    await press(widget, 'button', 'Be om ny time');
    await press(widget, 'button', /^Vaksinasjon/);
    expect(valueOf(await wishes(widget))).to.equal('');
  });

  it('is not shown for oneself when it was written on behalf of another', async () => {
    const widget = await widgetOf(withAppointments({ session: ACTING }));
    await cancel(widget);
    write(await message(widget), MESSAGE);
    await press(widget, 'button', 'Behold timen');
    await ask(widget);
    write(await wishes(widget), WISHES);
    await press(widget, 'button', 'Tilbake til deg selv');
    await waitUntil(() => all(widget, 'textbox').length === 0);
    await cancel(widget);
    expect(valueOf(await message(widget))).to.equal('');
    await press(widget, 'button', 'Behold timen');
    await ask(widget);
    expect(valueOf(await wishes(widget))).to.equal('');
  });

  it('is deleted at log-out, also where the form is still open', async () => {
    const backend = withAppointments();
    const widget = await widgetOf(backend);
    await ask(widget);
    write(await wishes(widget), WISHES);
    await isKept();
    backend.session = ANONYMOUS;
    await press(widget, 'button', 'Logg ut');
    await waitUntil(() => !stored().includes('hn:draft:'));
    expect(asksBeforeLeaving()).to.be.false;
    backend.session = ACTIVE;
    await widget.refresh();
    await ask(widget);
    expect(valueOf(await wishes(widget))).to.equal('');
  });

  it('makes the page ask before it closes, as long as it is there and not on the way to log in', async () => {
    const widget = await widgetOf(withAppointments());
    await ask(widget);
    expect(asksBeforeLeaving()).to.be.false;
    write(await wishes(widget), WISHES);
    expect(asksBeforeLeaving()).to.be.true;
    widget.dispatchEvent(new Event('hn-login-required', { bubbles: true, composed: true }));
    expect(asksBeforeLeaving()).to.be.false;
    write(await wishes(widget), `${WISHES} `);
    expect(asksBeforeLeaving()).to.be.true;
    await press(widget, 'button', 'Avbryt');
    await waitUntil(() => all(widget, 'textbox').length === 0);
    expect(asksBeforeLeaving()).to.be.false;
    await cancel(widget);
    write(await message(widget), MESSAGE);
    expect(asksBeforeLeaving()).to.be.true;
    widget.remove();
    expect(asksBeforeLeaving()).to.be.false;
  });

  it('goes along when one asks for something else', async () => {
    const widget = await widgetOf(withAppointments());
    await ask(widget);
    write(await wishes(widget), WISHES);
    await press(widget, 'button', 'Velg noe annet');
    await press(widget, 'button', /^Konsultasjon/);
    await press(widget, 'button', 'Ingen av timene passer');
    expect(valueOf(await wishes(widget))).to.equal(WISHES);
  });
});
