/** Notices for tests, and what tests run them with. */
import type { Language } from '../../../../src/backend/types.js';
import type { Log, LogFields } from '../../../../server/log.js';
import type { NewNotice } from '../../../../server/storage/notices.js';

export const languages: readonly Language[] = ['nb', 'nn', 'en', 'se'];

/** 24 November 2026, nine in the morning in Oslo. */
export const nine = Date.UTC(2026, 10, 24, 8);

/** Longer than a worker holds a notice. */
export const HOLD = 120_000;

export function notice(id: string, given: Partial<NewNotice> = {}): NewNotice {
  return {
    id,
    event: 'message',
    causeId: `message-${id}`,
    channel: 'sms',
    address: '+4701950001',
    language: 'nb',
    forOther: false,
    createdAt: nine,
    ...given,
  };
}

export function notingLog(): Log & { lines: { event: string; fields: LogFields }[] } {
  const lines: { event: string; fields: LogFields }[] = [];
  const note = (event: string, fields: LogFields = {}) => void lines.push({ event, fields });
  return { info: note, warn: note, error: note, lines };
}

export function settableClock(start = nine) {
  let now = start;
  return { now: () => now, pass: (ms: number) => void (now += ms) };
}
