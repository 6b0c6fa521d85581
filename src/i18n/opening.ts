import { type HolidayId, holidayOn } from '../domain/holiday-names.js';
import type { Opening } from '../domain/opening-hours.js';
import { osloDate } from '../domain/oslo.js';
import { formatTime } from './dates.js';
import { msg, str, together } from './msg.js';
import { opensText } from './opens.js';

/** The name of a public holiday, within a sentence. */
export function holidayName(id: HolidayId): string {
  switch (id) {
    case 'new-year':
      return msg('første nyttårsdag', { id: 'holiday.newYear' });
    case 'maundy-thursday':
      return msg('skjærtorsdag', { id: 'holiday.maundyThursday' });
    case 'good-friday':
      return msg('langfredag', { id: 'holiday.goodFriday' });
    case 'easter-sunday':
      return msg('første påskedag', { id: 'holiday.easterSunday' });
    case 'easter-monday':
      return msg('andre påskedag', { id: 'holiday.easterMonday' });
    case 'labour-day':
      return msg('arbeidernes dag', { id: 'holiday.labourDay', desc: '1 May' });
    case 'constitution-day':
      return msg('grunnlovsdagen', { id: 'holiday.constitutionDay', desc: '17 May' });
    case 'ascension-day':
      return msg('Kristi himmelfartsdag', { id: 'holiday.ascensionDay' });
    case 'whit-sunday':
      return msg('første pinsedag', { id: 'holiday.whitSunday' });
    case 'whit-monday':
      return msg('andre pinsedag', { id: 'holiday.whitMonday' });
    case 'christmas-day':
      return msg('første juledag', { id: 'holiday.christmasDay' });
    case 'second-christmas-day':
      return msg('andre juledag', { id: 'holiday.secondChristmasDay', desc: '26 December' });
  }
}

/**
 * Whether a service is open at `now` (milliseconds since the epoch), and when that changes: «Åpent nå,
 * stenger kl. 15:30», «Åpner i morgen kl. 08:00», «Stengt i dag: grunnlovsdagen. Åpner …».
 */
export function openingText(opening: Opening, now: number): string {
  if (opening.open) {
    const { closesAt } = opening;
    return closesAt === null
      ? msg('Åpent hele døgnet', { id: 'opening.always' })
      : msg(str`Åpent nå, stenger kl. ${formatTime(closesAt)}`, { id: 'opening.open' });
  }
  const { opensAt, closed } = opening;
  const when = opensAt === null ? '' : opensText(opensAt, now);
  if (!closed) return when || msg('Stengt', { id: 'opening.closed' });
  const holiday = holidayOn(osloDate(now));
  const why = closed.label ?? (holiday && holidayName(holiday));
  const text = why
    ? msg(str`Stengt i dag: ${why}.`, { id: 'opening.closedFor', desc: 'Why' })
    : msg('Stengt i dag.', { id: 'opening.closedToday' });
  return when ? together(text, ' ', when) : text;
}
