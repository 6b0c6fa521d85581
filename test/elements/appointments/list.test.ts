import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/errors.js';
import type { Appointment } from '../../../src/backend/types.js';
import { APPOINTMENTS, consultation, request } from '../../support/appointment-data.js';
import { ACTING, ANONYMOUS } from '../../support/data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { all, find, hasFocus, listen, press, reads, textOf, the, write } from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { widgetOf, withAppointments } from './support.js';

/** One consultation a day, from tomorrow on. */
const many = (count: number): Appointment[] =>
  Array.from({ length: count }, (_, n) => {
    const start = new Date(Date.parse('2026-11-25T09:00:00+01:00') + n * 86_400_000);
    return consultation({
      id: `many-${n}`,
      title: `Time ${n}`,
      start: start.toISOString(),
      end: new Date(start.getTime() + 3_600_000).toISOString(),
    });
  });

/** Titles in the order in which they stand. */
const titles = (root: Element): string[] =>
  [...root.shadowRoot!.querySelectorAll('[part~=appointment] > div > strong')].map((one) => one.textContent);

describe('<hn-appointments>', () => {
  afterEach(() => {
    sessionStorage.clear();
    document.body.removeAttribute('style');
  });

  describe('is defined', () => {
    it('shows the next one first and largest, and the others day by day', async () => {
      const widget = await widgetOf(withAppointments());
      const text = textOf(widget);
      expect(text).to.include(
        'Neste time · I dag, tirsdag 24. november Kommer mellom 09:00 og 11:00 Morgenstell',
      );
      const order = [
        'Neste time',
        'Venter på svar',
        'I dag, tirsdag 24. november Mellom',
        'I morgen, onsdag 25. november',
        'Torsdag 26. november',
        'Mandag 30. november',
      ];
      expect(order.map((words) => text.indexOf(words)).every((at, n, all) => at > (all[n - 1] ?? -1))).to.be
        .true;
      const size = (part: string): number =>
        parseFloat(getComputedStyle(widget.shadowRoot!.querySelector(part)!).fontSize);
      expect(size('.next [part=appointment-time]')).to.be.above(size('.row [part=appointment-time]') * 1.4);
    });

    it('says who comes and where, and never an exact time that is not known', async () => {
      const text = textOf(await widgetOf(withAppointments()));
      expect(text).to.include('Mellom 18:00 og 20:00 Kveldsbesøk Sykepleier Amina Yusuf · Hjemme hos deg');
      expect(text).to.include('14:30–15:15 Fysioterapi Fysioterapeut Henrik Dahl · Østensjø helsesenter');
      expect(text).to.not.match(/09:00–|kl\. 09:00/);
    });

    it('says how each stands in words, with its reason', async () => {
      const text = textOf(await widgetOf(withAppointments()));
      expect(text).to.include('Ønske om time sendt');
      expect(text).to.include('Ikke godtatt: Vi rekker ikke å omdisponere.');
      expect(text).to.include('Ønske om avlysing sendt');
    });
  });

  describe('loading data', () => {
    it('says what to do when it fails, and shows the list when tried again', async () => {
      let broken = true;
      const backend = withAppointments({
        before: {
          listAppointments: () =>
            broken ? Promise.reject(new BackendError('unavailable', { status: 503 })) : undefined,
        },
      });
      const widget = await widgetOf(backend);
      expect(widget.matches(':state(error)')).to.be.true;
      await reads(widget, 'Tjenesten svarer ikke akkurat nå. Prøv igjen om litt.');
      broken = false;
      await press(widget, 'button', 'Prøv igjen');
      await reads(widget, 'Morgenstell');
    });

    it('says that there are none', async () => {
      const widget = await widgetOf(fakeBackend());
      expect(widget.matches(':state(empty)')).to.be.true;
      await reads(widget, 'Du har ingen kommende timeavtaler.');
    });

    it('shows those of one contact alone where the page says so', async () => {
      const widget = await widgetOf(withAppointments(), { contact: 'physio' });
      await find(widget, 'button', 'Liste');
      expect(titles(widget)).to.deep.equal(['Fysioterapi', 'Videosamtale']);
      expect(all(widget, 'combobox', 'Tjeneste')).to.have.length(0);
    });

    it('shows a long list a stretch at a time, and goes on where one was', async () => {
      const widget = await widgetOf(fakeBackend({ appointments: many(150) }));
      expect(titles(widget)).to.have.length(30);
      for (const next of [30, 45, 60]) {
        await press(widget, 'button', 'Vis flere');
        await waitUntil(() => titles(widget).includes(`Time ${next}`));
        expect(the(widget, 'button', new RegExp(`^Detaljer Time ${next} `)).matches(':focus')).to.be.true;
      }
      expect(titles(widget).length).to.be.at.most(30);
      expect(textOf(widget)).to.not.include('Neste time');
      await press(widget, 'button', 'Vis de forrige');
      await waitUntil(() => titles(widget).includes('Time 44'));
      expect(titles(widget).length).to.be.at.most(30);
    });

    it('says so when more do not come, and goes on when they do', async () => {
      const backend = fakeBackend({ appointments: many(60) });
      const widget = await widgetOf(backend);
      const said = listen(widget);
      const codes: string[] = [];
      widget.addEventListener('hn-error', ({ code }) => codes.push(code));
      backend.before.listAppointments = () =>
        Promise.reject(new BackendError('unavailable', { status: 503 }));
      await press(widget, 'button', 'Vis flere');
      await waitUntil(() => said.some((words) => words.startsWith('Tjenesten svarer ikke akkurat nå.')));
      await reads(widget, 'Tjenesten svarer ikke akkurat nå.');
      expect(codes).to.deep.equal(['unavailable']);
      backend.before = {};
      await press(widget, 'button', 'Vis flere');
      await waitUntil(() => titles(widget).includes('Time 30'));
    });

    it('shows nothing of the last person when another acts', async () => {
      const backend = withAppointments({ session: ACTING });
      const widget = await widgetOf(backend);
      await reads(widget, 'Du bruker tjenesten på vegne av Ingrid Solberg');
      backend.appointments = many(1);
      await press(widget, 'button', 'Tilbake til deg selv');
      await reads(widget, 'Time 0');
      expect(textOf(widget)).to.not.include('Morgenstell');
    });

    it('says what one needs to log in for, and nothing of that where it is public', async () => {
      const anonymous = await widgetOf(fakeBackend({ session: ANONYMOUS }));
      await reads(anonymous, 'Da kan du se, endre og avlyse timeavtalene dine.');
      const open = await widgetOf(fakeBackend({ session: ANONYMOUS }), { public: '' });
      await reads(open, 'Logg inn for å se timeavtalene dine.');
    });
  });

  describe('actions', () => {
    it('opens and closes the details of one, which the page can follow', async () => {
      const widget = await widgetOf(withAppointments());
      await find(widget, 'button', 'Liste');
      await press(widget, 'button', /^Detaljer Kveldsbesøk/);
      expect(widget.appointment).to.equal('evening');
      await reads(widget, 'Fristen for å avlyse eller endre timen har gått ut. Ring 23 43 85 00');
      expect(the(widget, 'button', /^Detaljer Kveldsbesøk/).ariaExpanded).to.equal('true');
      await press(widget, 'button', /^Detaljer Kveldsbesøk/);
      expect(widget.appointment).to.equal(null);
    });

    it('shows what was wished for', async () => {
      const widget = await widgetOf(withAppointments(), { appointment: 'request' });
      await reads(widget, 'Du skrev Helst etter lunsj.');
      await reads(widget, 'Torsdag 26. november 2026, 12:00–16:00');
    });

    it('opens the one that the page names, also where no list shows it, and says so of one that is not there', async () => {
      const widget = await widgetOf(withAppointments(), { appointment: 'cancelled' });
      await reads(widget, /Fredag 20\. november 10:00–10:45 Fysioterapi .* Avlyst/);
      await press(widget, 'button', 'Lukk');
      await waitUntil(() => widget.appointment === null);
      widget.appointment = 'unknown';
      await reads(widget, 'Vi finner ikke det du ser etter.');
    });

    it('shows earlier ones when asked, with when they were done, and goes back', async () => {
      const backend = withAppointments();
      const orders: (string | undefined)[] = [];
      backend.before.listAppointments = ({ order }: { order?: string }) => {
        orders.push(order);
        return undefined;
      };
      const widget = await widgetOf(backend);
      await find(widget, 'button', 'Vis tidligere timeavtaler');
      expect(orders.length).to.be.above(0);
      expect(orders).to.not.include('desc');
      await press(widget, 'button', 'Vis tidligere timeavtaler');
      await hasFocus(widget, 'Tidligere timeavtaler');
      await reads(
        widget,
        /I går, mandag 23\. november .* Utført i går kl\. 09:20 .* Fredag 20\. november .* Avlyst/,
      );
      await press(widget, 'button', 'Vis kommende timeavtaler');
      await hasFocus(widget, 'Vis tidligere timeavtaler');
      expect(textOf(widget)).to.include('Neste time');
    });

    it('has no day for one that was taken back before anybody answered', async () => {
      const backend = withAppointments();
      backend.appointments = [
        ...backend.appointments,
        request({ id: 'taken-back', title: 'Tatt tilbake', status: 'cancelled' }),
      ];
      const widget = await widgetOf(backend);
      await press(widget, 'button', 'Vis tidligere timeavtaler');
      await reads(widget, /I går, mandag 23\. november .* Uten tid Tatt tilbake .*Avlyst/);
      expect(textOf(widget)).to.not.include('1970');
    });

    it('shows the appointments with the service that one chooses', async () => {
      const widget = await widgetOf(withAppointments());
      const choice = (await find(widget, 'combobox', 'Tjeneste')) as HTMLSelectElement;
      write(choice, 'physio');
      await waitUntil(() => titles(widget).join() === 'Fysioterapi,Videosamtale');
      write(choice, '');
      await waitUntil(() => titles(widget).length === APPOINTMENTS.length - 2);
    });
  });

  describe('changes that come', () => {
    const live = (backend: FakeBackend): Promise<void> =>
      waitUntil(() => backend.watched, 'it listens', { timeout: 5000 });

    it('show by themselves, and are said once', async () => {
      const backend = withAppointments();
      const widget = await widgetOf(backend);
      await live(backend);
      const said = listen(widget);
      backend.appointments = backend.appointments.map((one) =>
        one.id === 'video' ? { ...one, status: 'cancelled', version: '2' } : one,
      );
      for (let times = 0; times < 2; times += 1) {
        backend.hint({ type: 'appointment', partyId: null, id: 'video' });
        await widget.refresh();
      }
      await reads(widget, 'Avlyst');
      await waitUntil(() => said.length > 0);
      expect(said).to.deep.equal(['Timeavtalen er endret: Videosamtale']);
    });
  });
});
