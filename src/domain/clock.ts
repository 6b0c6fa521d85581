/** Where the time comes from: passed in, so that tests and the demo set it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}
