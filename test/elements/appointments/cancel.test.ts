import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/backend/errors.js';
import { no } from '../../support/data.js';
import type { FakeBackend } from '../../support/fake-backend.js';
import {
  all,
  find,
  hasFocus,
  listen,
  press,
  preventOnce,
  reads,
  textOf,
  the,
  write,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { widgetOf, withAppointments } from './support.js';

const opened = async (backend: FakeBackend) => {
  const widget = await widgetOf(backend);
  await press(widget, 'button', /^Avlys time Morgenstell/);
  await find(widget, 'radio', 'Jeg er syk');
  return widget;
};

const dialogOf = (root: Element): HTMLDialogElement | null => root.shadowRoot!.querySelector('dialog');
const confirm = (root: Element): void => dialogOf(root)!.querySelector<HTMLElement>('[type=submit]')!.click();

describe('<hn-appointments>: to cancel', () => {
  afterEach(() => sessionStorage.clear());

  it('asks why, sends it once, says so, and shows how it stands', async () => {
    const backend = withAppointments();
    const widget = await opened(backend);
    expect(textOf(widget)).to.include('Vil du avlyse timen?').and.to.include('I dag, tirsdag 24. november');
    // Not 113, which stands first in the dialog and rings at the next Enter.
    await hasFocus(widget, 'Vil du avlyse timen?');
    const said = listen(widget);
    const told: string[] = [];
    widget.addEventListener('hn-appointment-cancelled', ({ appointmentId, status }) =>
      told.push(`${appointmentId} ${status}`),
    );
    await press(widget, 'radio', 'Jeg er bortreist');
    write(the(widget, 'textbox', /^Melding til tjenesten/), 'Tilbake på fredag.');
    confirm(widget);
    await waitUntil(() => !dialogOf(widget));
    await reads(widget, 'Ønske om avlysing sendt');
    await hasFocus(widget, 'Detaljer Morgenstell');
    expect(backend.asked.map(({ change }) => change)).to.deep.equal([
      { reasonId: 'away', message: 'Tilbake på fredag.' },
    ]);
    expect(told).to.deep.equal(['visit cancel-requested']);
    await waitUntil(() => said.length === 2);
    expect(said).to.deep.equal(['Sender …', 'Ønsket om avlysing er sendt']);
  });

  it('needs a reason', async () => {
    const backend = withAppointments();
    const widget = await opened(backend);
    confirm(widget);
    await reads(widget, 'Velg en årsak.');
    await hasFocus(widget, 'Jeg er syk');
    expect(backend.asked).to.deep.equal([]);
  });

  it('keeps what is filled in when the dialog is closed, and gives focus back', async () => {
    const widget = await opened(withAppointments());
    write(the(widget, 'textbox', /^Melding til tjenesten/), 'Ikke ferdig');
    await press(widget, 'button', 'Behold timen');
    await hasFocus(widget, 'Avlys time Morgenstell');
    await press(widget, 'button', /^Avlys time Morgenstell/);
    const field = (await find(widget, 'textbox', /^Melding til tjenesten/)) as HTMLTextAreaElement;
    await waitUntil(() => field.value === 'Ikke ferdig', 'it is there again');
  });

  it('is tried again on the same key when the answer was lost', async () => {
    let lost = true;
    const backend = withAppointments();
    const keys: (string | undefined)[] = [];
    backend.before.cancelAppointment = (...[, , options]: [never?, never?, { idempotencyKey?: string }?]) => {
      keys.push(options?.idempotencyKey);
      return lost ? Promise.reject(new BackendError('timeout')) : undefined;
    };
    const widget = await opened(backend);
    await press(widget, 'radio', 'Jeg er syk');
    confirm(widget);
    await reads(widget, 'Ikke sendt – prøv igjen');
    lost = false;
    confirm(widget);
    await waitUntil(() => !dialogOf(widget));
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
  });

  it('shows what is now when somebody else was there first, and keeps what is filled in', async () => {
    const backend = withAppointments();
    const widget = await opened(backend);
    write(the(widget, 'textbox', /^Melding til tjenesten/), 'Hei');
    await press(widget, 'radio', 'Jeg er syk');
    backend.appointments = backend.appointments.map((one) =>
      one.id === 'visit' ? { ...one, end: '2026-11-24T12:00:00+01:00', version: '2' } : one,
    );
    confirm(widget);
    await reads(widget, 'Timen er endret siden du åpnet den.');
    expect(dialogOf(widget)!.textContent).to.include('Mellom 09:00 og 12:00');
    expect((the(widget, 'textbox', /^Melding til tjenesten/) as HTMLTextAreaElement).value).to.equal('Hei');
    confirm(widget);
    await waitUntil(() => !dialogOf(widget));
    expect(backend.appointments.find(({ id }) => id === 'visit')?.status).to.equal('cancel-requested');
  });

  it('gives the phone where it is too late by then', async () => {
    const backend = withAppointments();
    const widget = await opened(backend);
    await press(widget, 'radio', 'Jeg er syk');
    backend.before.cancelAppointment = () => Promise.reject(new BackendError('too-late', { status: 409 }));
    backend.appointments = backend.appointments.map((one) =>
      one.id === 'visit' ? { ...one, cancel: no('too-late'), version: '2' } : one,
    );
    confirm(widget);
    await reads(widget, 'Fristen for å avlyse eller endre timen har gått ut. Ring 23 43 85 00');
    await press(widget, 'button', 'Lukk');
    await waitUntil(() => !dialogOf(widget));
  });

  it('sends nothing where the page prevents it', async () => {
    const backend = withAppointments();
    const widget = await opened(backend);
    const asked = preventOnce(widget, 'hn-before-appointment-cancel');
    await press(widget, 'radio', 'Jeg er syk');
    confirm(widget);
    await waitUntil(() => asked() === 1);
    confirm(widget);
    await waitUntil(() => !dialogOf(widget));
    expect(asked()).to.equal(2);
    expect(backend.asked).to.have.length(1);
  });

  it('has 113 and 116117 beside what one writes, and no findings', async () => {
    const widget = await opened(withAppointments());
    expect(all(widget, 'link', '113')).to.have.length(1);
    await expect(widget).to.be.accessible();
  });

  it('is done by keyboard alone', async () => {
    const backend = withAppointments();
    const widget = await widgetOf(backend);
    (await find(widget, 'button', /^Avlys time Morgenstell/)).focus();
    await sendKeys({ press: 'Enter' });
    const first = await find(widget, 'radio', 'Jeg er syk');
    while (widget.shadowRoot!.activeElement !== first) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    const send = dialogOf(widget)!.querySelector<HTMLElement>('[type=submit]')!;
    while (widget.shadowRoot!.activeElement !== send) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => backend.asked.length === 1);
    expect(backend.asked[0]?.change).to.deep.equal({ reasonId: 'away' });
    await hasFocus(widget, 'Detaljer Morgenstell');
  });
});
