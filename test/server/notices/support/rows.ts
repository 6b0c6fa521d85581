/** Notices for tests, who gets them, and what tests run them with. */
import { createKeyedHash } from '../../../../server/app/crypto.js';
import type { Language, Scope } from '../../../../src/backend/types.js';
import type { Log, LogFields } from '../../../../server/log.js';
import type { NewNotice } from '../../../../server/storage/notices.js';
import type { Storage } from '../../../../server/storage/storage.js';
import { SECRET } from '../../app/support/world.js';
import { person, power } from '../../storage/conformance/rows.js';
import { reader } from './readers.js';

export const languages: readonly Language[] = ['nb', 'nn', 'en', 'se'];

/** 24 November 2026, nine in the morning in Oslo. */
export const nine = Date.UTC(2026, 10, 24, 8);

/** Longer than a worker holds a notice. */
export const HOLD = 120_000;

export const hash = createKeyedHash(SECRET);

/** Ingrid, and Marte, who hears of all that is hers and reads Nynorsk. */
export async function putReaders(storage: Storage): Promise<void> {
  for (const id of ['ingrid', 'marte']) await storage.putPerson(person(id));
  await storage.putPower(power('power', 'ingrid', 'marte', { scopes: EVERYTHING }));
  await reader(storage, 'ingrid', { mobile: '+4701950001', mobileVerified: true });
  await reader(storage, 'marte', { mobile: '+4701950002', mobileVerified: true, language: 'nn' });
  for (const readerId of ['ingrid', 'marte'])
    for (const event of ['message', 'appointment', 'visit-completed'] as const)
      await storage.putNoticeRule({ readerId, personId: 'ingrid', event, channels: ['sms', 'email'] });
}

export const EVERYTHING: Scope[] = ['messages', 'appointments', 'notifications'];

/** To Ingrid, of something of hers. */
export function notice(id: string, given: Partial<NewNotice> = {}): NewNotice {
  return {
    id,
    event: 'message',
    causeId: `message-${id}`,
    readerId: 'ingrid',
    personId: 'ingrid',
    channel: 'sms',
    address: given.channel === 'email' ? 'ingrid@post.example' : '+4701950001',
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
