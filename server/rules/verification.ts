/**
 * Proving that a number or address is the reader's: a code goes there and comes back. Source: the HTTP contract.
 * How long and how often is our design: five guesses at a million codes, of which a reader can have ten a day.
 */
import { z } from '@hono/zod-openapi';
import type { NoticeChannel } from '../../src/backend/types.js';
import type { AttemptLimit } from './attempts.js';

const MINUTE = 60_000;

/** How long a code can be used, in milliseconds. */
export const CODE_LIFE = 10 * MINUTE;
/** After so many wrong tries a code can be used no more. */
export const MOST_WRONG = 5;

/** How many codes go out in how many milliseconds. */
export const CODE_LIMITS = {
  /** To one number or address, whoever asks. */
  target: { most: 5, within: 60 * MINUTE },
  /** Of one reader, wherever to. */
  reader: { most: 10, within: 24 * 60 * MINUTE },
} as const satisfies Record<string, AttemptLimit>;

const DIGITS = 6;

/** Six digits of a keyed hash, in base64url, of which eight characters are far more than are needed. */
export function codeFrom(hash: string): string {
  const base64 = hash.slice(0, 8).replaceAll('-', '+').replaceAll('_', '/');
  let number = 0;
  for (const letter of atob(base64)) number = number * 256 + letter.charCodeAt(0);
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** What people write between digits. */
const BETWEEN = /[\s().\-\u2010-\u2013]/g;

/** A Norwegian number when it has no country code; else null. Whether it is anybody's shows when the code comes. */
function mobileOf(written: string): string | null {
  const bare = written.replaceAll(BETWEEN, '').replace(/^00/, '+');
  const whole = bare.startsWith('+') ? bare : `+47${bare}`;
  const isNorwegian = whole.startsWith('+47');
  return z.e164().safeParse(whole).success && (!isNorwegian || whole.length === 11) ? whole : null;
}

/** In small letters: no two notices go to one address that is written in two ways. */
function emailOf(written: string): string | null {
  const email = written.trim().toLowerCase();
  const [, local = '', domain = ''] = /^(.+)@([^@]+)$/.exec(email) ?? [];
  return local.length <= 64 && z.email().safeParse(`${local}@${asciiHost(domain)}`).success ? email : null;
}

/** `øygard.no` as the domain name system has it; empty for what is no name. */
function asciiHost(domain: string): string {
  const isName = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && URL.canParse(`http://${domain}`);
  return isName ? new URL(`http://${domain}`).hostname : '';
}

/** As notices are sent to; null when it cannot be one. */
export const addressOf = (channel: NoticeChannel, written: string): string | null =>
  channel === 'sms' ? mobileOf(written) : emailOf(written);
