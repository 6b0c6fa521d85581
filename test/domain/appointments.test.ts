import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRestBackend } from '../../src/backend/rest/rest.js';
import type { Appointment, AppointmentStatus } from '../../src/backend/types.js';
import { type AppointmentDay, agenda, byDay } from '../../src/domain/appointments.js';
import { toInstant } from '../../src/domain/oslo.js';
import { visit } from '../support/appointments.js';
import { clockChanges, dateAt, startOf } from '../support/oslo-rules.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Tuesday. */
const NOON = Date.parse('2026-11-24T12:00:00+01:00');

const at = (id: string, start: string, end: string, of: Partial<Appointment> = {}) =>
  visit({ id, start, end, ...of });
const seen = (days: readonly AppointmentDay[]) =>
  days.map(({ date, appointments }) => [date, ...appointments.map(({ id }) => id)].join(' '));
/** What stands where, in short. */
const sorted = (appointments: readonly Appointment[], now = NOON) => {
  const { waiting, next, coming, earlier } = agenda(appointments, now);
  return {
    waiting: waiting.map(({ id }) => id),
    next: next?.id ?? null,
    coming: seen(coming),
    earlier: seen(earlier),
  };
};

const yesterday = at('yesterday', '2026-11-23T09:00:00+01:00', '2026-11-23T11:00:00+01:00', {
  status: 'completed',
  completedAt: '2026-11-23T09:40:00+01:00',
});
const morning = at('morning', '2026-11-24T09:00:00+01:00', '2026-11-24T11:00:00+01:00');
const evening = at('evening', '2026-11-24T19:00:00+01:00', '2026-11-24T21:00:00+01:00');
const tomorrow = at('tomorrow', '2026-11-25T09:00:00+01:00', '2026-11-25T11:00:00+01:00');

describe('agenda', () => {
  it('groups by day: the earliest coming one first, the latest earlier one first', () => {
    const before = at('before', '2026-11-21T09:00:00+01:00', '2026-11-21T11:00:00+01:00', {
      status: 'completed',
    });
    const noon = at('noon', '2026-11-24T12:30:00+01:00', '2026-11-24T13:00:00+01:00');
    expect(sorted([tomorrow, before, evening, yesterday, noon])).toEqual({
      waiting: [],
      next: 'noon',
      coming: ['2026-11-24 noon evening', '2026-11-25 tomorrow'],
      earlier: ['2026-11-23 yesterday', '2026-11-21 before'],
    });
  });

  it('keeps what nobody has done or called off among the coming ones until the day is over', () => {
    expect(sorted([morning, evening])).toMatchObject({
      next: 'evening',
      coming: ['2026-11-24 morning evening'],
    });
    expect(sorted([morning], startOf('2026-11-25') - 1)).toMatchObject({
      next: null,
      coming: ['2026-11-24 morning'],
    });
    expect(sorted([morning], startOf('2026-11-25'))).toMatchObject({
      coming: [],
      earlier: ['2026-11-24 morning'],
    });
  });

  it('has the visit that may begin any minute as the next one', () => {
    expect(sorted([morning, evening], NOON - 2 * HOUR).next).toBe('morning');
    expect(sorted([morning, evening], NOON - HOUR).next).toBe('evening');
  });

  it.each<AppointmentStatus>(['completed', 'cancelled', 'no-show'])(
    'puts what is %s today among the earlier ones',
    (status) => {
      expect(sorted([{ ...morning, status }, evening])).toMatchObject({
        coming: ['2026-11-24 evening'],
        earlier: ['2026-11-24 morning'],
      });
    },
  );

  it('leaves what is called off on its day to come, so that nobody waits for it, and never next', () => {
    expect(sorted([{ ...tomorrow, status: 'cancelled' }])).toEqual({
      waiting: [],
      next: null,
      coming: ['2026-11-25 tomorrow'],
      earlier: [],
    });
  });

  it.each<AppointmentStatus>(['cancel-requested', 'reschedule-requested'])(
    'has one that is %s as next until somebody has decided',
    (status) => {
      expect(sorted([{ ...evening, status }, tomorrow]).next).toBe('evening');
    },
  );

  it('lists what has no time yet by itself, and once it is declined on the day of the decision', () => {
    const asked = visit({ id: 'asked', start: null, end: null, status: 'requested' });
    const declined = visit({
      ...asked,
      id: 'declined',
      status: 'declined',
      decision: { outcome: 'declined', reason: 'Tom for vaksine', at: '2026-11-20T08:00:00+01:00' },
    });
    expect(sorted([asked, declined])).toEqual({
      waiting: ['asked'],
      next: null,
      coming: [],
      earlier: ['2026-11-20 declined'],
    });
  });

  it('puts a visit whose window runs over midnight on the day on which it begins', () => {
    const night = at('night', '2026-11-24T23:00:00+01:00', '2026-11-25T01:00:00+01:00');
    const expected = { next: 'night', coming: ['2026-11-24 night'], earlier: [] };
    expect(sorted([night], Date.parse('2026-11-24T22:00:00+01:00'))).toMatchObject(expected);
    expect(sorted([night], Date.parse('2026-11-25T00:30:00+01:00'))).toMatchObject(expected);
    expect(sorted([night], startOf('2026-11-26'))).toMatchObject({ earlier: ['2026-11-24 night'] });
    expect(
      sorted([{ ...night, status: 'completed' }], Date.parse('2026-11-25T00:30:00+01:00')),
    ).toMatchObject({
      coming: [],
      earlier: ['2026-11-24 night'],
    });
  });

  it('ends with its day what ends at midnight', () => {
    const late = at('late', '2026-11-24T22:00:00+01:00', '2026-11-25T00:00:00+01:00');
    expect(sorted([late], startOf('2026-11-25')).earlier).toEqual(['2026-11-24 late']);
  });

  it('takes the later of two with the same id, as pages overlap', () => {
    expect(sorted([evening, { ...evening, status: 'cancelled' }])).toMatchObject({
      next: null,
      coming: [],
      earlier: ['2026-11-24 evening'],
    });
  });

  it('goes by the day in Oslo on both nights on which the clocks change', () => {
    // The window is one hour of waiting in March, and three in October.
    const spring = at('spring', '2026-03-29T01:00:00+01:00', '2026-03-29T03:00:00+02:00');
    const autumn = at('autumn', '2026-10-25T01:00:00+02:00', '2026-10-25T03:00:00+01:00');
    expect(sorted([spring], Date.parse('2026-03-29T01:59:59+01:00')).next).toBe('spring');
    expect(sorted([spring], Date.parse('2026-03-29T03:00:00+02:00')).next).toBeNull();
    expect(sorted([autumn], Date.parse('2026-10-25T02:30:00+01:00')).next).toBe('autumn');
    expect(sorted([autumn], startOf('2026-10-26') - 1).coming).toEqual(['2026-10-25 autumn']);
    expect(sorted([autumn], startOf('2026-10-26')).earlier).toEqual(['2026-10-25 autumn']);
  });

  const instants = fc.oneof(
    fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 11, 31) }),
    fc
      .tuple(fc.integer({ min: 1990, max: 2060 }), fc.boolean(), fc.integer({ min: -DAY, max: DAY }))
      .map(([year, summer, off]) => clockChanges(year)[summer ? 'summer' : 'winter'] + off),
  );

  it('loses none and doubles none, and dates each by the rules of summer time', () => {
    const status = fc.constantFrom<AppointmentStatus>('booked', 'completed', 'cancelled', 'cancel-requested');
    const rows = fc.array(
      fc.tuple(fc.integer({ min: -3 * DAY, max: 3 * DAY }), fc.integer({ min: 0, max: 30 * HOUR }), status),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(instants, rows, (now, drawn) => {
        const all = drawn.map(([off, length, of], n) =>
          at(String(n), toInstant(now + off), toInstant(now + off + length), { status: of }),
        );
        const { coming, earlier, next } = agenda(all, now);
        const days = [...coming, ...earlier];
        const flat = days.flatMap((day) => day.appointments);
        expect(flat.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
        for (const { date, appointments } of days) {
          for (const { start } of appointments) expect(dateAt(Date.parse(start!))).toBe(date);
        }
        const dates = coming.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].sort());
        const past = earlier.map(({ date }) => date);
        expect(past).toEqual([...new Set(past)].sort().reverse());
        const open = all
          .filter(({ status: is, end }) => /^(booked|cancel-r)/.test(is) && Date.parse(end!) > now)
          .map(({ start }) => Date.parse(start!));
        expect(next && Date.parse(next.start!)).toBe(open.length ? Math.min(...open) : null);
      }),
    );
  });
});

describe('byDay', () => {
  it('keeps the order in which they come', () => {
    expect(seen(byDay([tomorrow, evening, morning]))).toEqual([
      '2026-11-25 tomorrow',
      '2026-11-24 evening morning',
    ]);
    expect(byDay([])).toEqual([]);
  });
});

describe('a device whose clock is a day wrong', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['ahead', DAY],
    ['behind', -DAY],
  ])('shows the same day when it is %s', async (_, wrong) => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOON + wrong });
    const backend = createRestBackend({
      url: 'https://helse.example/api',
      fetch: () =>
        Promise.resolve(
          new Response('{"items":[],"next":null}', {
            headers: {
              'Content-Type': 'application/json',
              'Cache-Control': 'no-store',
              Date: new Date(NOON).toUTCString(),
            },
          }),
        ),
    });
    await backend.listAppointments({});
    expect(Math.abs(backend.now() - NOON)).toBeLessThan(1000);
    expect(agenda([yesterday, morning, evening, tomorrow], backend.now())).toEqual(
      agenda([yesterday, morning, evening, tomorrow], NOON),
    );
    expect(sorted([yesterday, evening, tomorrow], backend.now()).next).toBe('evening');
  });
});
