import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/errors.js';
import { SLOTS, at } from '../../support/appointment-data.js';
import type { FakeBackend } from '../../support/fake-backend.js';
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
import { widgetOf, withAppointments } from './support.js';

const asking = async (backend: FakeBackend) => {
  const widget = await widgetOf(backend);
  await press(widget, 'button', 'Be om ny time');
  await hasFocus(widget, 'Be om ny time');
  await find(widget, 'button', /^Konsultasjon/);
  return widget;
};

const moving = async (backend: FakeBackend) => {
  const widget = await widgetOf(backend);
  await find(widget, 'combobox', 'Tjeneste');
  await press(widget, 'button', /^Detaljer Fysioterapi/);
  await press(widget, 'button', 'Endre time Fysioterapi');
  await hasFocus(widget, 'Endre time');
  await find(widget, 'radio', /^08:00/);
  return widget;
};

describe('<hn-appointments>: another time', () => {
  afterEach(() => {
    sessionStorage.clear();
    document.body.removeAttribute('style');
  });

  it('moves an appointment to a free time, and shows it there', async () => {
    const backend = withAppointments();
    const widget = await moving(backend);
    const said = listen(widget);
    expect(all(widget, 'group', 'Torsdag 26. november')).to.have.length(1);
    await press(widget, 'radio', /^10:00/);
    await press(widget, 'button', 'Velg timen');
    await reads(widget, /Fredag 27\. november 10:00–10:45 Fysioterapi/);
    expect(backend.asked.map(({ id, change }) => [id, change])).to.deep.equal([
      ['physio', { slotId: 'slot-27-10:00' }],
    ]);
    await hasFocus(widget, 'Detaljer Fysioterapi Fredag 27. november 10:00–10:45');
    await waitUntil(() => said.includes('Du har fått timen'));
  });

  it('gives fresh times where somebody else was faster, and keeps what is filled in', async () => {
    const backend = withAppointments();
    const widget = await moving(backend);
    await press(widget, 'button', 'Ingen av timene passer');
    write(await find(widget, 'textbox', 'Hva ønsker du?'), 'Helst tidlig');
    await press(widget, 'button', 'Velg en ledig time');
    await press(widget, 'radio', /^08:00/);
    backend.slots = SLOTS.slice(1);
    await press(widget, 'button', 'Velg timen');
    await reads(widget, 'Noen andre tok den timen nettopp.');
    await waitUntil(() => all(widget, 'radio').length === 2);
    await press(widget, 'button', 'Ingen av timene passer');
    expect((the(widget, 'textbox', 'Hva ønsker du?') as HTMLTextAreaElement).value).to.equal('Helst tidlig');
  });

  it('takes wishes instead, which keep the old time until there is an answer', async () => {
    const backend = withAppointments();
    const widget = await moving(backend);
    await press(widget, 'button', 'Ingen av timene passer');
    await hasFocus(widget, 'Hva ønsker du?');
    await reads(widget, 'Timen du har, gjelder til tjenesten har svart.');
    await reads(widget, '116 117');
    await press(widget, 'button', 'Send ønsket');
    await reads(widget, 'Skriv hva du ønsker.');
    write(the(widget, 'textbox', 'Hva ønsker du?'), 'Helst tidlig');
    write(the(widget.shadowRoot!.querySelector('.wished')!, 'combobox', 'Tid på dagen'), 'morning');
    write(widget.shadowRoot!.querySelector<HTMLElement>('#day-0')!, '2026-11-27');
    await press(widget, 'button', 'Send ønsket');
    await reads(widget, 'Ønske om ny tid sendt');
    expect(backend.asked[0]?.change).to.deep.equal({
      wishes: 'Helst tidlig',
      preferred: [{ from: at(27, '08:00'), to: at(27, '12:00') }],
    });
  });

  it('asks for a new one by wishes where a service has no free times, and says why others take none', async () => {
    const backend = withAppointments();
    const widget = await asking(backend);
    await reads(widget, 'Hjemmetjenesten Østensjø. Tjenesten tar ikke imot noe nytt nå. 23 43 85 00');
    await press(widget, 'button', /^Vaksinasjon/);
    write(await find(widget, 'textbox', 'Hva ønsker du?'), 'Vaksine mot influensa');
    await press(widget, 'button', 'Send ønsket');
    await reads(widget, 'Ny time');
    expect(backend.asked[0]?.change).to.deep.equal({
      contactId: 'vaccination',
      kind: 'vaccination',
      wishes: 'Vaksine mot influensa',
      preferred: [],
    });
    expect(backend.asked[0]?.key).to.match(/^[\da-f-]{36}$/);
  });

  it('is tried again on the same key, and keeps what is filled in over leaving', async () => {
    const backend = withAppointments();
    const keys: (string | undefined)[] = [];
    backend.before.requestAppointment = (...[, options]: [never?, { idempotencyKey?: string }?]) => {
      keys.push(options?.idempotencyKey);
      return keys.length < 2 ? Promise.reject(new BackendError('offline')) : undefined;
    };
    const widget = await asking(backend);
    await press(widget, 'button', /^Vaksinasjon/);
    write(await find(widget, 'textbox', 'Hva ønsker du?'), 'Vaksine');
    await press(widget, 'button', 'Send ønsket');
    await reads(widget, 'Vi får ikke kontakt med tjenesten.');
    await press(widget, 'button', 'Avbryt');
    await hasFocus(widget, 'Be om ny time');
    await press(widget, 'button', 'Be om ny time');
    expect(((await find(widget, 'textbox', 'Hva ønsker du?')) as HTMLTextAreaElement).value).to.equal(
      'Vaksine',
    );
    await press(widget, 'button', 'Send ønsket');
    await reads(widget, 'Ny time');
    expect(new Set(keys).size).to.equal(1);
  });

  it('tells the page before and after, and sends nothing where the page prevents it', async () => {
    const backend = withAppointments();
    const widget = await moving(backend);
    const told: string[] = [];
    widget.addEventListener('hn-appointment-rescheduled', ({ status }) => told.push(status));
    const asked = preventOnce(widget, 'hn-before-appointment-reschedule');
    await press(widget, 'radio', /^10:00/);
    await press(widget, 'button', 'Velg timen');
    await waitUntil(() => asked() === 1);
    await press(widget, 'button', 'Velg timen');
    await waitUntil(() => told.join() === 'booked');
    expect(asked()).to.equal(2);
    expect(backend.asked).to.have.length(1);
  });

  for (const width of [1000, 288]) {
    it(`has no findings at ${width} px`, async () => {
      inColumn(width);
      const widget = await asking(withAppointments());
      await expect(widget).to.be.accessible();
      await press(widget, 'button', /^Konsultasjon/);
      await find(widget, 'radio', /^08:00/);
      await expect(widget).to.be.accessible();
      await press(widget, 'button', 'Ingen av timene passer');
      await find(widget, 'textbox', 'Hva ønsker du?');
      await expect(widget).to.be.accessible();
      expect(runsOut(widget)).to.be.false;
      expect(textOf(widget)).to.include('113');
    });
  }
});
