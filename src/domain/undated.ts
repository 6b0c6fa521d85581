import type { Appointment } from '../backend/types.js';

/** Whether one that is over has no day at all: asked for, and taken back before anybody set a time or decided. */
export const isUndated = ({ start, decision, status }: Appointment): boolean =>
  !start && !decision && status !== 'requested';
