/**
 * How much fits: the numbers of the contract in one place.
 *
 * Lengths of what people write are Unicode code points, as JSON Schema counts
 * them, so that an emoji or a letter outside the basic plane counts as one for
 * everybody. The name of a municipality that is searched for and the version of
 * terms, which have no such letters, are counted in UTF-16 units.
 */
import type { Limits } from '../../src/backend/types.js';

/** What a message may hold; a session tells clients the same. */
export const messageLimits: Limits = {
  messageLength: 10_000,
  subjectLength: 100,
  attachments: 5,
  attachmentSize: 10 * 1024 * 1024,
  mediaTypes: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'],
};

/** Rows to a page of a list. */
export const pageLimits = { default: 50, max: 200 };

/** Code points of what else a person writes. */
export const textLimits = {
  /** A search word. */
  query: 100,
  /** Wishes for an appointment. */
  wishes: 1000,
  /** A message that goes with a cancellation. */
  cancelMessage: 1000,
  /** Why a service accepts or declines. */
  decision: 1000,
  /** What an appointment is called, or where it is. */
  title: 100,
  /** What a resident is to do before an appointment. */
  preparation: 1000,
  /** A family name. */
  name: 100,
  /** A mobile number or e-mail address. */
  target: 254,
};

/** Periods that may go with the wishes for an appointment. */
export const preferredPeriods = 10;

/** Longest id or cursor that is looked at; nothing longer was ever given out. */
export const opaqueLength = 512;
