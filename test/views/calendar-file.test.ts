import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Appointment, Language } from '../../src/backend/types.js';
import { toInstant } from '../../src/domain/oslo.js';
import { loadCatalogue, withCatalogue } from '../../src/i18n/index.js';
import { calendarFile } from '../../src/views/calendar-file.js';
import { visit } from '../support/appointments.js';
import { readCalendar } from '../support/calendar-event.js';
import { clockChanges } from '../support/oslo-rules.js';

const NOW = Date.parse('2026-11-24T10:00:00+01:00');
const HOUR = 3_600_000;

const fileOf = (of: Partial<Appointment> = {}) => calendarFile(visit({ window: false, ...of }), NOW);
const read = (start: string, end: string) => {
  const event = readCalendar(fileOf({ start, end }));
  return [toInstant(event.start), toInstant(event.end), event.zone];
};

describe('calendarFile', () => {
  it('says when, in the zone of Oslo', () => {
    const times = ['2026-11-25T09:00:00+01:00', '2026-11-25T11:00:00+01:00'] as const;
    expect(read(...times)).to.deep.equal([...times, 'Europe/Oslo']);
    const event = readCalendar(fileOf());
    expect(event.stamp).to.equal(NOW);
    expect(event.status).to.equal('CONFIRMED');
  });

  it('says nothing of what it is for', () => {
    const file = fileOf({
      title: 'Sårstell',
      preparation: 'Møt fastende',
      wishes: 'Helst om morgenen',
      place: { type: 'clinic', text: 'Helsestasjonen, Ryensvingen 1', url: 'https://video.example/rom' },
      decision: { outcome: 'accepted', reason: 'Legen er frisk', at: '2026-11-20T09:00:00+01:00' },
    });
    expect(readCalendar(file).properties.sort()).to.deep.equal([
      'class',
      'dtend',
      'dtstamp',
      'dtstart',
      'status',
      'summary',
      'uid',
    ]);
    expect(file).to.contain('SUMMARY:Avtale\r\n').and.contain('CLASS:PRIVATE\r\n');
    expect(file).not.to.match(/Sår|fastende|morgenen|Ryens|Hjemme|Amina|Syke|video|frisk|home|visit-/i);
  });

  it('says of a window that it is one', () => {
    const event = readCalendar(fileOf({ window: true }));
    expect(event.description).to.equal('Mellom 09:00 og 11:00');
    expect(event.end - event.start).to.equal(2 * HOUR);
  });

  const TITLES: readonly [Language, string][] = [
    ['nb', 'Avtale'],
    ['nn', 'Avtale'],
    ['en', 'Appointment'],
    ['se', 'Diibmu'],
  ];
  for (const [lang, title] of TITLES) {
    it(`has its title in ${lang}`, async () => {
      const catalogue = await loadCatalogue(lang);
      expect(withCatalogue(catalogue, () => readCalendar(fileOf()).summary)).to.equal(title);
    });
  }

  it('is the same appointment in every file, whatever became of it', () => {
    const before = readCalendar(fileOf({ version: '1' }));
    const after = readCalendar(
      calendarFile(
        visit({ version: 'b7', status: 'cancelled', start: '2026-12-01T09:00:00+01:00' }),
        NOW + HOUR,
      ),
    );
    expect(after.uid).to.equal(before.uid);
    expect(after.stamp).to.be.greaterThan(before.stamp);
    expect(after.status).to.equal('CANCELLED');
    expect(readCalendar(fileOf({ id: 'other' })).uid).not.to.equal(before.uid);
  });

  it('takes any id as it is and no line from it', () => {
    const file = fileOf({ id: 'a\r\nLOCATION:Klinikken;x=1' });
    expect(file).not.to.contain('\nLOCATION');
    expect(readCalendar(file).properties).not.to.contain('location');
  });

  it('has an exact time without an end as a moment', () => {
    const event = readCalendar(fileOf({ end: null }));
    expect(event.end).to.equal(event.start);
  });

  it('is right across both nights on which the clocks change', () => {
    for (const [start, end] of [
      ['2026-03-29T01:30:00+01:00', '2026-03-29T03:30:00+02:00'],
      ['2026-03-28T23:00:00+01:00', '2026-03-29T05:00:00+02:00'],
      ['2026-10-25T01:30:00+02:00', '2026-10-25T02:30:00+02:00'],
      ['2026-10-25T01:30:00+02:00', '2026-10-25T03:00:00+01:00'],
      ['2026-10-24T23:00:00+02:00', '2026-10-25T05:00:00+01:00'],
    ] as const) {
      expect(read(start, end)).to.deep.equal([start, end, 'Europe/Oslo']);
    }
    // The hour that comes twice can be said in UTC alone.
    const [first, second] = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'] as const;
    expect(read(first, second)).to.deep.equal([first, second, 'UTC']);
    expect(read(second, second)).to.deep.equal([second, second, 'UTC']);
  });

  it('is right on February 29 and over the end of a year', () => {
    for (const [start, end] of [
      ['2028-02-29T09:00:00+01:00', '2028-02-29T11:00:00+01:00'],
      ['2028-02-29T23:00:00+01:00', '2028-03-01T01:00:00+01:00'],
      ['2026-12-31T23:00:00+01:00', '2027-01-01T01:00:00+01:00'],
    ] as const) {
      expect(read(start, end)).to.deep.equal([start, end, 'Europe/Oslo']);
    }
  });

  it('says the instants that were meant, from 2000 to 2060', () => {
    const minutes = (ms: number) => ms - (ms % 60_000);
    const starts = fc.oneof(
      fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 11, 31) }),
      fc
        .tuple(
          fc.integer({ min: 2000, max: 2060 }),
          fc.boolean(),
          fc.integer({ min: -4 * HOUR, max: 4 * HOUR }),
        )
        .map(([year, summer, off]) => clockChanges(year)[summer ? 'summer' : 'winter'] + off),
    );
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 12 * HOUR }), (from, length) => {
        const [start, end] = [minutes(from), minutes(from + length)];
        const event = readCalendar(fileOf({ start: toInstant(start), end: toInstant(end) }));
        expect([event.start, event.end]).to.deep.equal([start, end]);
      }),
    );
  });
});
