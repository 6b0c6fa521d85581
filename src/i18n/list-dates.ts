import { osloDate, osloTime } from '../domain/oslo.js';
import { formatDate, nearDay } from './dates.js';

/** When something came, as short as a list wants it (both milliseconds since the epoch): «08:14», «i går», «12. nov. 2026». */
export function listDate(at: number, now: number): string {
  const date = osloDate(at);
  const today = osloDate(now);
  return date === today ? osloTime(at) : (nearDay(date, today) ?? formatDate(date, 'short'));
}
