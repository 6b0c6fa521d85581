import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/backend/errors.js';
import type { Appointment } from '../../../src/backend/types.js';
import type { HnAppointmentsElement } from '../../../src/elements/appointments/appointments.js';
import { consultation } from '../../support/appointment-data.js';
import { visit } from '../../support/appointments.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
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
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { widgetOf, withAppointments } from './support.js';
import { inChromium } from '../../support/browser.js';

const WIDTHS = [1280, 320];

/** 200 visits of 2026-11, six or seven a day. */
const BUSY: Appointment[] = Array.from({ length: 200 }, (_, n) => {
  const day = String((n % 30) + 1).padStart(2, '0');
  const hour = 7 + Math.floor(n / 30) * 2;
  const at = (h: number): string => `2026-11-${day}T${String(h).padStart(2, '0')}:00:00+01:00`;
  return visit({ id: `busy-${n}`, title: `Besøk ${n}`, start: at(hour), end: at(hour + 1) });
});

/** What the backend was asked for: from and to. */
const asked = (backend: FakeBackend): string[] => {
  const seen: string[] = [];
  backend.before = {
    listAppointments: ({ from, to }: { from?: string; to?: string }) => {
      seen.push(`${from} ${to}`);
      return undefined;
    },
  };
  return seen;
};

const shownAs = async (
  view: 'week' | 'month',
  backend: FakeBackend = withAppointments(),
): Promise<HnAppointmentsElement> => {
  const widget = await widgetOf(backend, { view });
  await find(widget, 'grid');
  return widget;
};

const cell = (widget: HnAppointmentsElement, name: string | RegExp): Promise<HTMLElement> =>
  find(widget, 'gridcell', name);

const keys = async (...names: string[]): Promise<void> => {
  for (const press of names) await sendKeys({ press });
};

describe('<hn-appointments> as a week and as a month', () => {
  afterEach(() => {
    sessionStorage.clear();
    document.body.removeAttribute('style');
  });

  describe('is defined', () => {
    it('shows a month by days, each named in words, and the chosen day in a list', async () => {
      const widget = await shownAs('month');
      const grid = await find(widget, 'grid', 'November 2026');
      expect(grid.part.contains('calendar')).to.be.true;
      const today = await cell(widget, 'tirsdag 24. november, 2 timeavtaler');
      expect(today.ariaCurrent).to.equal('date');
      expect(all(widget, 'gridcell').filter((one) => one.ariaCurrent)).to.deep.equal([today]);
      expect(all(widget, 'columnheader').map((one) => one.ariaLabel ?? one.textContent)).to.deep.equal(
        'Uke mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' '),
      );
      the(widget, 'gridcell', 'søndag 1. november, ingen timeavtaler');
      the(widget, 'gridcell', 'fredag 20. november, 1 avlyst');
      expect(all(widget, 'rowheader').map((one) => one.textContent)).to.deep.equal(
        '44 45 46 47 48 49'.split(' '),
      );
      await reads(
        widget,
        /I dag, tirsdag 24\. november, 2 timeavtaler Mellom 09:00 og 11:00 Morgenstell .* Kveldsbesøk/,
      );
      expect(all(widget, 'listitem')).to.have.length(2);
    });

    it('shows a week, and all of it in a list', async () => {
      const widget = await shownAs('week');
      await find(widget, 'grid', /^Uke 48, 23\..*29\. november 2026$/);
      await cell(widget, 'tirsdag 24. november, 2 timeavtaler');
      expect(all(widget, 'gridcell')).to.have.length(7);
      await reads(
        widget,
        /I går, mandag 23\. november, 1 timeavtale .* I dag, tirsdag .* I morgen, onsdag 25\. november, 1 timeavtale 14:30–15:15 Fysioterapi .* Torsdag 26\. november, 1 timeavtale/,
      );
    });

    it('gives a window no exact time', async () => {
      const widget = await shownAs('month');
      await cell(widget, /2 timeavtaler$/);
      expect(textOf(widget)).to.not.match(/09:00 Morgenstell|09:00–11:00/);
      await reads(widget, '14:30 Fysioterapi');
    });

    it('opens on the day of the appointment that was open', async () => {
      const widget = await widgetOf(withAppointments(), { appointment: 'video' });
      await find(widget, 'button', /^Detaljer Videosamtale/);
      await press(widget, 'button', 'Måned');
      const day = await cell(widget, 'mandag 30. november, 1 timeavtale');
      expect(day.ariaSelected).to.equal('true');
      expect(the(widget, 'button', /^Detaljer Videosamtale/).ariaExpanded).to.equal('true');
    });
  });

  describe('accessibility', () => {
    for (const view of ['week', 'month'] as const) {
      for (const width of WIDTHS) {
        it(`holds as a ${view} at ${width} px`, async () => {
          inColumn(width);
          const widget = await shownAs(view);
          await cell(widget, /2 timeavtaler$/);
          await expect(widget).to.be.accessible();
          expect(runsOut(widget)).to.be.false;
        });
      }
    }

    it('gives what one presses room for a finger where it is narrow', async () => {
      inColumn(320);
      for (const view of ['week', 'month'] as const) {
        const widget = await shownAs(view);
        await cell(widget, /2 timeavtaler$/);
        for (const one of [...all(widget, 'gridcell', /\d/), ...all(widget, 'button')]) {
          const { width, height } = one.getBoundingClientRect();
          expect(Math.min(width, height), one.outerHTML).to.be.at.least(44);
        }
      }
    });

    it('marks today and the chosen day without colours too', async () => {
      const widget = await shownAs('month');
      const today = await cell(widget, 'tirsdag 24. november, 2 timeavtaler');
      // The other engines' drivers cannot take the colours away.
      if (inChromium) await emulateMedia({ forcedColors: 'active' });
      const { outlineStyle, boxShadow } = getComputedStyle(today);
      expect(inChromium ? outlineStyle : boxShadow).to.not.equal('none');
      await expect(widget).to.be.accessible();
      if (inChromium) await emulateMedia({ forcedColors: 'none' });
    });
  });

  describe('loading data', () => {
    it('asks once for a month, from its first instant in Oslo to its last, across summer time', async () => {
      const backend = withAppointments();
      const seen = asked(backend);
      const widget = await shownAs('month', backend);
      await cell(widget, /2 timeavtaler$/);
      expect(seen).to.deep.equal(['2026-11-01T00:00:00+01:00 2026-12-01T00:00:00+01:00']);
      for (let n = 0; n < 4; n++) {
        await press(widget, 'button', 'Neste måned');
        await waitUntil(() => seen.length === n + 2);
      }
      expect(seen.at(-1)).to.equal('2027-03-01T00:00:00+01:00 2027-04-01T00:00:00+02:00');
      await find(widget, 'grid', 'Mars 2027');
      expect(all(widget, 'gridcell', /mars/)).to.have.length(31);
    });

    it('asks for a week by its own instants', async () => {
      const backend = withAppointments();
      const seen = asked(backend);
      const widget = await shownAs('week', backend);
      await cell(widget, /2 timeavtaler$/);
      expect(seen).to.deep.equal(['2026-11-23T00:00:00+01:00 2026-11-30T00:00:00+01:00']);
    });

    it('asks on where a month has more than a backend gives at once', async () => {
      const more = Array.from({ length: 30 }, (_, n) => consultation({ id: `more-${n}` }));
      const backend = fakeBackend({ appointments: [...BUSY, ...more] });
      const seen = asked(backend);
      const widget = await shownAs('month', backend);
      await cell(widget, 'onsdag 25. november, 36 timeavtaler');
      expect(seen).to.have.length(2);
    });

    it('does not call a day empty before it is known, and says what to do when it fails', async () => {
      let broken = true;
      const widget = await shownAs(
        'month',
        withAppointments({
          before: {
            listAppointments: () =>
              broken ? Promise.reject(new BackendError('unavailable', { status: 503 })) : undefined,
          },
        }),
      );
      await reads(widget, 'Tjenesten svarer ikke akkurat nå. Prøv igjen om litt.');
      the(widget, 'gridcell', 'tirsdag 24. november');
      broken = false;
      await press(widget, 'button', 'Prøv igjen');
      await cell(widget, 'tirsdag 24. november, 2 timeavtaler');
    });

    it('stays light with 200 appointments in the month', async () => {
      for (const view of ['month', 'week'] as const) {
        const listeners: string[] = [];
        const { addEventListener } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: unknown[]) {
          if (this instanceof Node && this.getRootNode() instanceof ShadowRoot)
            listeners.push(String(args[0]));
          Reflect.apply(addEventListener, this, args);
        };
        const widget = await shownAs(view, fakeBackend({ appointments: BUSY }));
        await cell(widget, /^tirsdag 24\. november, \d timeavtaler$/);
        EventTarget.prototype.addEventListener = addEventListener;
        expect(widget.shadowRoot!.querySelectorAll('*').length, view).to.be.at.most(1000);
        expect(listeners.length, listeners.join()).to.be.at.most(10);
      }
    });
  });

  describe('actions', () => {
    it('turns to another month and back to today, and says it once', async () => {
      const widget = await shownAs('month');
      await cell(widget, /2 timeavtaler$/);
      const said = listen(widget);
      await press(widget, 'button', 'Neste måned');
      await waitUntil(() => said.length > 0);
      await hasFocus(widget, 'Neste måned');
      await press(widget, 'button', 'I dag');
      await waitUntil(() => said.length > 1);
      expect(said).to.deep.equal([
        'Desember 2026, ingen timeavtaler',
        'November 2026, 6 timeavtaler og 1 avlyst',
      ]);
    });

    it('lists the day that is pressed, and leads to it', async () => {
      const widget = await shownAs('month');
      (await cell(widget, 'onsdag 25. november, 1 timeavtale')).click();
      await hasFocus(widget, 'I morgen, onsdag 25. november, 1 timeavtale');
      expect(all(widget, 'listitem')).to.have.length(1);
      (await cell(widget, 'fredag 27. november, ingen timeavtaler')).click();
      await reads(widget, 'Fredag 27. november Ingen timeavtaler denne dagen.');
    });

    it('opens the details of one, and cancels it', async () => {
      const widget = await shownAs('month');
      await press(widget, 'button', /^Detaljer Morgenstell/);
      await press(widget, 'button', /^Avlys time/);
      (await find(widget, 'radio', 'Jeg er syk')).click();
      const [dialog] = all(widget, 'dialog');
      await press(dialog!, 'button', 'Avlys time');
      await reads(widget, 'Ønske om avlysing sendt');
    });

    it('shows a single service where one is chosen', async () => {
      const widget = await shownAs('month');
      const choice = (await find(widget, 'combobox', 'Tjeneste')) as HTMLSelectElement;
      choice.value = 'physio';
      choice.dispatchEvent(new Event('input', { bubbles: true }));
      await cell(widget, 'tirsdag 24. november, ingen timeavtaler');
    });

    it('shows what others change', async () => {
      const backend = withAppointments();
      const widget = await shownAs('month', backend);
      await cell(widget, 'onsdag 25. november, 1 timeavtale');
      await waitUntil(() => backend.watched, 'it listens', { timeout: 5000 });
      backend.appointments = backend.appointments.map((one) =>
        one.id === 'physio' ? { ...one, status: 'cancelled' } : one,
      );
      backend.hint({ type: 'appointment', partyId: null, id: 'physio' });
      await cell(widget, 'onsdag 25. november, 1 avlyst');
    });
  });

  describe('keyboard', () => {
    const walk = async (view: 'week' | 'month'): Promise<HnAppointmentsElement> => {
      const widget = await shownAs(view);
      (await cell(widget, 'tirsdag 24. november, 2 timeavtaler')).focus();
      return widget;
    };

    it('has one tab stop', async () => {
      const widget = await walk('month');
      expect(all(widget, 'gridcell').filter((one) => one.tabIndex === 0)).to.have.length(1);
      await keys('ArrowRight');
      await hasFocus(widget, 'onsdag 25. november, 1 timeavtale');
      expect(all(widget, 'gridcell').filter((one) => one.tabIndex === 0)).to.have.length(1);
    });

    it('walks by days and weeks, and to the ends of the week', async () => {
      const widget = await walk('month');
      for (const [key, day] of [
        ['ArrowLeft', 'mandag 23. november, 1 timeavtale'],
        ['ArrowDown', 'mandag 30. november, 1 timeavtale'],
        ['ArrowUp', 'mandag 23. november, 1 timeavtale'],
        ['End', 'søndag 29. november, ingen timeavtaler'],
        ['Home', 'mandag 23. november, 1 timeavtale'],
      ] as const) {
        await keys(key);
        await hasFocus(widget, day);
      }
    });

    it('goes on in the next month, on the right day', async () => {
      const widget = await walk('month');
      const said = listen(widget);
      await keys('ArrowDown');
      await hasFocus(widget, 'tirsdag 1. desember, ingen timeavtaler');
      await waitUntil(() => said.length > 0);
      await keys('ArrowLeft');
      await hasFocus(widget, 'mandag 30. november, 1 timeavtale');
      await waitUntil(() => said.length > 1);
      expect(said).to.deep.equal([
        'Desember 2026, ingen timeavtaler',
        'November 2026, 6 timeavtaler og 1 avlyst',
      ]);
    });

    it('turns months by page, and from January 31 to the last day of February', async () => {
      const widget = await walk('month');
      await keys('PageDown');
      await hasFocus(widget, 'torsdag 24. desember, ingen timeavtaler');
      await keys('PageDown');
      await hasFocus(widget, 'søndag 24. januar, ingen timeavtaler');
      await keys('ArrowDown');
      await hasFocus(widget, 'søndag 31. januar, ingen timeavtaler');
      await keys('PageDown');
      await hasFocus(widget, 'søndag 28. februar, ingen timeavtaler');
      await keys('PageUp');
      await hasFocus(widget, 'torsdag 28. januar, ingen timeavtaler');
    });

    it('keeps Home and End within the month', async () => {
      const widget = await walk('month');
      await keys('ArrowDown');
      await hasFocus(widget, 'tirsdag 1. desember, ingen timeavtaler');
      await keys('Home');
      await hasFocus(widget, 'tirsdag 1. desember, ingen timeavtaler');
    });

    for (const key of ['Enter', ' ']) {
      it(`leads to the list by "${key}"`, async () => {
        const widget = await walk('month');
        await keys('ArrowRight');
        await hasFocus(widget, 'onsdag 25. november, 1 timeavtale');
        await keys(key);
        await hasFocus(widget, 'I morgen, onsdag 25. november, 1 timeavtale');
        await keys('Tab');
        expect(focused(widget)).to.match(/^Detaljer Fysioterapi/);
      });
    }

    it('turns weeks by page and by arrow', async () => {
      inColumn(1000);
      const widget = await walk('week');
      await keys('PageDown');
      await hasFocus(widget, 'tirsdag 1. desember, ingen timeavtaler');
      await keys('ArrowUp');
      await hasFocus(widget, 'tirsdag 24. november, 2 timeavtaler');
      await keys('Home', 'ArrowLeft');
      await hasFocus(widget, 'søndag 22. november, ingen timeavtaler');
    });

    it('walks down the days where they stand below each other', async () => {
      inColumn(320);
      const widget = await walk('week');
      await keys('ArrowDown');
      await hasFocus(widget, 'onsdag 25. november, 1 timeavtale');
      await keys('ArrowUp');
      await hasFocus(widget, 'tirsdag 24. november, 2 timeavtaler');
    });
  });

  describe('localization', () => {
    for (const [lang, month, day] of [
      ['nn', 'November 2026', 'tysdag 24. november, 2 timeavtalar'],
      ['en', 'November 2026', 'Tuesday 24 November, 2 appointments'],
    ] as const) {
      it(`speaks ${lang}`, async () => {
        const widget = await widgetOf(withAppointments(), { view: 'month', lang });
        await find(widget, 'grid', month);
        await cell(widget, day);
      });
    }
  });
});
