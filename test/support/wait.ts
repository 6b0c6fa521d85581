import { waitUntil as wait } from '@open-wc/testing';

/** As that of `@open-wc/testing`, with patience for a busy machine: what is waited for comes, or the test fails. */
export const waitUntil: typeof wait = (predicate, message, options) =>
  wait(predicate, message, { timeout: 10_000, ...options });
