import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Appointments from '../../demo/staff/appointments.js';
import { period } from '../../demo/staff/appointment-forms.js';
import { answerWith } from './answers.js';

const LIST = 'GET /api/staff/appointments';
const OPEN = `${LIST}/visit`;
const TIME = { start: '2026-11-25T09:00:00+01:00', end: '2026-11-25T10:00:00+01:00' };

/** With what the page looks at. */
const visit = (version = '1') => ({ id: 'visit', version, contact: { id: 'home-care' } });
const page = (...items: unknown[]) => ({ items, next: null });

/** Each test begins with a page that has just been opened. */
let appointments: typeof Appointments;
beforeEach(async () => {
  vi.resetModules();
  appointments = await import('../../demo/staff/appointments.js');
});
afterEach(() => vi.unstubAllGlobals());

const book = () =>
  appointments.book({ residentId: 'ingrid', contactId: 'home-care', kind: 'home-visit', ...TIME });

describe('what staff book', () => {
  it('is told as done when only the list cannot be had afterwards, and its form begins anew', async () => {
    answerWith((_, { method }) => {
      if (method === 'POST') return visit();
      throw new TypeError('offline');
    });
    await expect(book()).rejects.toMatchObject({ code: 'offline' });
    const { problem, done, made, sending } = appointments.state;
    expect({ problem, done, made, sending }).toEqual({
      problem: null,
      done: 'Timen er satt opp.',
      made: 1,
      sending: false,
    });
  });

  it('stays written when it was not sent, and goes with the same key the next time', async () => {
    let isOffline = true;
    const { keys } = answerWith((_, { method }) => {
      if (isOffline) throw new TypeError('offline');
      return method === 'POST' ? visit() : page();
    });
    expect(await book()).toBe(false);
    expect(appointments.state.problem).toMatch(/^Det ble ikke sendt/);
    expect(appointments.state.made).toBe(0);
    isOffline = false;
    expect(await book()).toBe(true);
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(appointments.state).toMatchObject({ made: 1, problem: null });
  });

  it('leaves the form of a free time as it is when another one is withdrawn', async () => {
    answerWith((_, { method }) => (method === 'DELETE' ? new Response(null, { status: 204 }) : page()));
    expect(await appointments.withdraw('slot')).toBe(true);
    expect(appointments.state.made).toBe(0);
  });
});

describe('the appointment that is open', () => {
  let listed: unknown[];
  let asked: string[];
  let current: unknown;

  beforeEach(async () => {
    current = visit();
    listed = [current];
    ({ asked } = answerWith((path) => {
      if (path.startsWith('/api/staff/slots')) return page();
      return path.includes('?') ? page(...listed) : current;
    }));
    await appointments.choose('visit');
    asked.length = 0;
  });

  it('is not asked for again as long as the list says that it is the same', async () => {
    await appointments.refresh();
    listed = [];
    await appointments.refresh();
    expect(asked).toContain(LIST);
    expect(asked).not.toContain(OPEN);
  });

  it('is asked for when the list says that it has changed, or news of it has come', async () => {
    current = visit('2');
    listed = [current];
    await appointments.refresh();
    await appointments.refresh();
    expect(asked.filter((one) => one === OPEN)).toHaveLength(1);
    expect(appointments.state.open?.version).toBe('2');
    await appointments.refresh(new Set(['another', 'visit']));
    expect(asked.filter((one) => one === OPEN)).toHaveLength(2);
  });
});

describe('a time that is filled in', () => {
  const filled = (day: string, from: string, to: string) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ day, from, to })) data.set(name, value);
    return period(data);
  };

  it.each([
    ['the next day', '2026-11-25', '2026-11-25T23:30:00+01:00', '2026-11-26T05:00:00+01:00'],
    ['the night to winter time', '2026-10-24', '2026-10-24T23:30:00+02:00', '2026-10-25T05:00:00+01:00'],
    ['the night to summer time', '2026-03-28', '2026-03-28T23:30:00+01:00', '2026-03-29T05:00:00+02:00'],
  ])('ends after midnight on %s', (_, day, start, end) => {
    expect(filled(day, '23:30', '05:00')).toEqual({ start, end });
  });
});
