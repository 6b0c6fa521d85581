/**
 * The texts of `attack.test.ts` in every field that a backend fills for `hn-appointments`: list, details,
 * calendar, the dialog that cancels, the choice of service and of free times, and files for a calendar.
 */
import { expect } from '@open-wc/testing';
import type { Backend } from '../../src/backend/backend.js';
import type { Appointment } from '../../src/backend/types.js';
import type { HnElement } from '../../src/elements/base.js';
import { calendarFile } from '../../src/views/calendar-file.js';
import { ATTACKS } from '../support/attack-corpus.js';
import {
  $,
  $$,
  backendOf,
  batches,
  expectRead,
  indices,
  isSafe,
  page,
  rootOf,
  until,
} from '../support/attack-page.js';
import { ANSWERS, Attacked, fieldsOf, type Kind } from '../support/attacked.js';
import { readCalendar } from '../support/calendar-event.js';
import { ACTIVE, NOW, YES } from '../support/data.js';
import { showWidget } from '../support/page.js';
import { structureOf, trap, unsafeIn, type Trap } from '../support/trap.js';

const attacked = new Attacked();
const withLinks = { links: true };

/** Comes before all others, so that they stand in the list and not first and largest. */
const FIRST = { ...ANSWERS.APPOINTMENT, id: 'first', start: '2026-11-24T12:00:00+01:00' };

/** With and without a link to a room. */
const HARMLESS: Appointment[] = [
  { ...ANSWERS.APPOINTMENT, id: 'with' },
  { ...ANSWERS.APPOINTMENT, id: 'without', place: { ...ANSWERS.APPOINTMENT.place, url: null } },
];

const backendWith = (appointments: () => Appointment[], contacts: unknown[] = []): Backend =>
  backendOf({
    session: () => ACTIVE,
    contacts: () => page(contacts),
    appointments: () => page(appointments()),
    slots: () => page(indices.map((index) => attacked.make('SLOT', index, withLinks))),
  });

/** The `n`th by time, as they are listed. */
const inOrder = (appointment: Appointment, n: number): Appointment => ({
  ...appointment,
  start: `2026-11-26T09:${String(n).padStart(2, '0')}:00+01:00`,
});

const close = async (widget: HnElement): Promise<void> => {
  $(widget, 'dialog [data-do=close]').click();
  await until(() => !$$(widget, 'dialog').length, 'closed');
};

describe('attacks in every field of appointments', function () {
  this.timeout(180_000);
  let watch: Trap;
  beforeEach(() => {
    sessionStorage.clear();
    watch = trap();
  });
  afterEach(async () => {
    // What a handler of a broken picture would do comes a little later.
    for (let turn = 0; turn < 5; turn += 1) await new Promise(requestAnimationFrame);
    watch.stop();
    expect(watch.ran, 'what ran').to.deep.equal([]);
    expect(watch.asked, 'what was asked for').to.deep.equal([]);
    sessionStorage.clear();
  });

  it('of the list and of details are text, and their files have a name of ours', async () => {
    const harmless = new Set<string>();
    for (const batch of [[], ...batches]) {
      const shown = batch.length
        ? batch.map((index) => attacked.make('APPOINTMENT', index, withLinks))
        : HARMLESS;
      const widget = await showWidget(
        'hn-appointments',
        backendWith(() => [FIRST, ...shown.map(inOrder)]),
      );
      await until(() => $$(widget, '.row').length === shown.length, 'all rows');
      await until(() => $$(widget, '[data-do=ask]').length === 1, 'the desk');
      for (const [row, line] of $$(widget, '.row').entries()) {
        line.querySelector<HTMLElement>('[data-do=details]')!.click();
        await until(() => !!line.querySelector('.details'), 'details');
        const index = batch[row];
        if (index === undefined) harmless.add(structureOf(line));
        else {
          expect(structureOf(line), ATTACKS[index]).to.be.oneOf([...harmless]);
          expectRead(attacked, line, 'APPOINTMENT', index);
          const saved = watch.saved.length;
          line.querySelector<HTMLElement>('[data-do=keep]')!.click();
          await until(() => watch.saved.length > saved, 'the file');
          expect(watch.saved.at(-1)!.name).to.equal('avtale.ics');
          expect(watch.saved.at(-1)!.href).to.match(/^blob:/);
        }
        expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
      }
      widget.remove();
    }
    expect(harmless.size).to.equal(2);
  });

  it('of the next one and of the dialog that cancels it are text', async () => {
    let next: Appointment = ANSWERS.APPOINTMENT;
    const reasons = indices.map((index) => ({ id: attacked.id(index), label: ATTACKS[index] }));
    for (const index of indices) {
      for (const path of ['cancelReasons[].label', 'cancelReasons[].id'])
        attacked.note('CONTACT', path, index);
    }
    const contact = { ...ANSWERS.CONTACT, cancelReasons: reasons };
    const backend = backendWith(
      () => [{ ...next, contact: { ...next.contact, id: 'c' }, cancel: YES }],
      [contact],
    );
    const widget = await showWidget('hn-appointments', backend);
    await until(() => $$(widget, '[data-do=cancel]').length === 1, 'the way to cancel');
    const look = async (): Promise<string> => {
      $(widget, '[data-do=cancel]').click();
      await until(() => $$(widget, '[data-input=cancel-reason]').length === reasons.length, 'the reasons');
      return structureOf($(widget, 'dialog')) + structureOf($(widget, '.next'));
    };
    const harmless = new Set<string>();
    for (next of HARMLESS) {
      await widget.refresh();
      harmless.add(await look());
      await close(widget);
    }
    for (const index of indices) {
      next = attacked.make('APPOINTMENT', index, withLinks);
      await widget.refresh();
      expect(await look(), ATTACKS[index]).to.be.oneOf([...harmless]);
      expectRead(attacked, $(widget, '.next'), 'APPOINTMENT', index, /^(contact|wishes|cancel)/);
      expectRead(attacked, $(widget, 'dialog'), 'APPOINTMENT', index, /^(?!title|contact\.name)/);
      expect($$(widget, '.choice').map(({ textContent }) => textContent)).to.deep.equal([...ATTACKS]);
      expect(
        $$(widget, '[data-input=cancel-reason]').map((one) => (one as HTMLInputElement).value),
      ).to.deep.equal(
        // A browser takes out what no value of a field may hold.
        reasons.map(({ id }) => id),
      );
      expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
      await close(widget);
    }
  });

  it('of a month and a week are text', async () => {
    for (const [view, most] of [
      ['month', 60],
      ['week', 28],
    ] as const) {
      let harmless = '';
      for (let from = -1; from < ATTACKS.length; from += from < 0 ? 1 : most) {
        const batch = from < 0 ? [] : indices.slice(from, from + most);
        // As many a day as a day has lines.
        const first = view === 'month' ? 1 : 23;
        const onDay = (one: Appointment, n: number): Appointment => {
          const day = first + Math.floor(n / (view === 'month' ? 2 : 4));
          const start = `2026-11-${String(day).padStart(2, '0')}T09:00:00+01:00`;
          return { ...one, id: `${n}`, start, end: start.replace('T09', 'T11') };
        };
        const shown =
          from < 0
            ? Array.from({ length: most }, () => ANSWERS.APPOINTMENT)
            : batch.map((index) => attacked.make('APPOINTMENT', index, withLinks));
        const widget = await showWidget(
          'hn-appointments',
          backendWith(() => shown.map(onDay)),
          { view },
        );
        // When each is stands before it; places that nothing stands in are empty.
        const titles = (): Element[] => $$(widget, 'span.line').filter(({ textContent }) => textContent);
        await until(() => titles().length === shown.length, 'all lines');
        const lines = titles();
        if (from < 0) harmless = structureOf(lines[0]!);
        for (const [n, index] of batch.entries()) {
          const line = lines[n]!;
          expect(structureOf(line), ATTACKS[index]).to.equal(harmless);
          expectRead(attacked, line, 'APPOINTMENT', index, /^(?!title)/);
        }
        expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
        widget.remove();
      }
    }
  });

  it('of services to ask, what they offer, and free times are text', async () => {
    const harmless = new Set<string>();
    const contacts = [
      ANSWERS.CONTACT,
      ...indices.map((index) => attacked.make('CONTACT', index, { links: true })),
    ];
    const offers = indices.map((index) => {
      attacked.note('CONTACT', 'requests[].label', index);
      return { kind: 'video', label: ATTACKS[index], slots: true };
    });
    const taking = { ...ANSWERS.CONTACT, id: 'taking', appointments: YES, requests: offers };
    const backend = backendWith(() => [FIRST], [...contacts, taking]);
    const widget = await showWidget('hn-appointments', backend);
    await until(() => $$(widget, '[data-do=ask]').length === 1, 'the desk');
    $(widget, '[data-do=ask]').click();
    await until(() => $$(widget, '[data-do=ask-kind]').length === offers.length, 'all offers');
    for (const [n, closed] of $$(widget, 'p.small').slice(0, contacts.length).entries()) {
      if (!n) harmless.add(structureOf(closed));
      else {
        expect(structureOf(closed), ATTACKS[n - 1]).to.be.oneOf([...harmless]);
        expectRead(attacked, closed, 'CONTACT', n - 1, /^(?!name$|appointments\.text|phones\[\]\.number)/);
      }
    }
    const labels = $$(widget, '[data-do=ask-kind]').map((one) => one.firstChild?.textContent?.trim());
    expect(labels.length).to.equal(ATTACKS.length);
    for (const [index, button] of $$(widget, '[data-do=ask-kind]').entries()) {
      expect(button.textContent).to.include(ATTACKS[index]);
    }
    expect(new Set($$(widget, '[data-do=ask-kind]').map(structureOf)).size).to.equal(1);
    expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);

    $(widget, '[data-do=ask-kind]').click();
    const slots = (): HTMLElement[] => $$(widget, '[data-input=slot]');
    await until(() => slots().length > 0, 'free times');
    while ($$(widget, '[data-do=more-slots]').length) {
      const before = slots().length;
      $(widget, '[data-do=more-slots]').click();
      await until(() => slots().length > before, 'further times');
    }
    expect(slots().map((one) => (one as HTMLInputElement).value)).to.deep.equal(
      indices.map((index) => attacked.id(index)),
    );
    const times = $$(widget, '[part~=slot]');
    expect(new Set(times.map(structureOf)).size).to.equal(1);
    for (const [index, time] of times.entries()) expectRead(attacked, time, 'SLOT', index);
    expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
  });

  it('of an appointment stay out of its file for a calendar, which has no line of theirs', () => {
    const names = (file: string): string[] => readCalendar(file).properties.sort();
    const harmless = calendarFile(ANSWERS.APPOINTMENT, NOW);
    for (const index of indices) {
      const file = calendarFile(attacked.make('APPOINTMENT', index, withLinks), NOW);
      expect(names(file), ATTACKS[index]).to.deep.equal(names(harmless));
      const { uid, summary, description } = readCalendar(file);
      expect(uid).to.equal(`${encodeURIComponent(attacked.id(index))}@hn-widgets`);
      expect([summary, description]).to.deep.equal(['Avtale', 'Mellom 09:00 og 11:00']);
      // But for the id all is as it was.
      const rest = (text: string): string => text.replace(/\r\n[ \t]/g, '').replace(/UID:.*/, '');
      expect(rest(file)).to.equal(rest(harmless));
    }
  });

  it('have stood in every field', () => {
    const kinds: Kind[] = ['APPOINTMENT', 'SLOT'];
    const fields = kinds.flatMap((kind) => fieldsOf(kind).map((path) => `${kind} ${path}`));
    fields.push('CONTACT requests[].label', 'CONTACT cancelReasons[].label', 'CONTACT cancelReasons[].id');
    const left = fields.filter((field) => attacked.done.get(field)?.size !== ATTACKS.length);
    expect(left, 'fields in which not every attack has stood').to.deep.equal([]);
  });
});
