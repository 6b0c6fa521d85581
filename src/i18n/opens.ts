import { osloDate } from '../domain/oslo.js';
import { formatTime, momentInSentence } from './dates.js';
import { msg, str } from './msg.js';

/** When a service opens (`at` and `now` in milliseconds since the epoch): «Åpner kl. 08:00», «Åpner i morgen kl. 08:00». */
export const opensText = (at: number, now: number): string =>
  osloDate(at) === osloDate(now)
    ? msg(str`Åpner kl. ${formatTime(at)}`, { id: 'opening.opensAt', desc: 'A time later today' })
    : msg(str`Åpner ${momentInSentence(at, now)}`, { id: 'opening.opens', desc: 'A day and a time' });
