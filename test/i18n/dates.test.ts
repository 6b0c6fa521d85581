import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/backend/types.js';
import { addDays, weekdayOf } from '../../src/domain/oslo.js';
import {
  type Catalogue,
  changeDeadlineText,
  formatDate,
  formatNumber,
  formatTime,
  formatWeekdays,
  loadCatalogue,
  momentWords,
  openingText,
  plain,
  relativeDay,
  timeWords,
  weekdayName,
  withCatalogue,
} from '../../src/i18n/index.js';
import { APPOINTMENT_STRINGS } from './appointment-strings.js';
import { DATE_STRINGS } from './date-strings.js';

const LANGUAGES: readonly Language[] = ['nb', 'nn', 'en', 'se'];
/** Node has the whole of ICU: an oracle where CLDR writes dates as we do. */
const ORACLES = { nb: 'nb', nn: 'nn', en: 'en-GB' } as const;

let catalogues: Record<Language, Catalogue>;

beforeAll(async () => {
  const loaded = await Promise.all(LANGUAGES.map(async (lang) => [lang, await loadCatalogue(lang)] as const));
  catalogues = Object.fromEntries(loaded) as Record<Language, Catalogue>;
});

describe.each(LANGUAGES)('in %s', (lang) => {
  it.each([...DATE_STRINGS, ...APPOINTMENT_STRINGS])('%s', (_name, say, expected) => {
    expect(withCatalogue(catalogues[lang], say)).toBe(expected[lang]);
  });
});

describe.each(Object.entries(ORACLES))('in %s, as ICU has it', (lang, locale) => {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return (date: string) => formatter.format(Date.parse(date));
  };
  const days = Array.from({ length: 366 }, (_, n) => addDays('2028-01-01', n));
  const inLanguage = <T>(fn: () => T) => withCatalogue(catalogues[lang as Language], fn);

  it.each([
    ['long', { dateStyle: 'long' }],
    ['short', { dateStyle: 'medium' }],
    ['day', { day: 'numeric', month: 'long' }],
  ] as const)('writes every %s date of a year', (style, options) => {
    const icu = format(options);
    expect(inLanguage(() => days.map((date) => formatDate(date, style)))).toEqual(days.map(icu));
  });

  it('names the weekdays', () => {
    const icu = format({ weekday: 'long' });
    const week = days.slice(0, 7);
    expect(inLanguage(() => week.map((date) => weekdayName(weekdayOf(date))))).toEqual(week.map(icu));
  });

  it('writes numbers', () => {
    const icu = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const numbers = [0, 7, 999, 1000, 1234.56, 99_999.94, 10_000_000];
    expect(inLanguage(() => numbers.map((n) => formatNumber(n)))).toEqual(numbers.map((n) => icu.format(n)));
  });
});

describe('formatTime', () => {
  it('is Oslo time, whatever the zone and the season', () => {
    expect(formatTime(Date.parse('2026-07-01T06:05:00Z'))).toBe('08:05');
    expect(formatTime(Date.parse('2026-10-25T01:30:00Z'))).toBe('02:30');
    expect(formatTime('24:00')).toBe('24:00');
  });
});

describe('relativeDay', () => {
  it('knows no other days than the three', () => {
    expect(relativeDay('2026-11-25', '2026-11-23')).toBeNull();
    expect(relativeDay('2026-11-21', '2026-11-23')).toBeNull();
  });
});

describe('formatWeekdays', () => {
  it('names one and two days, and says nothing of none', () => {
    expect(formatWeekdays(['sun'])).toBe('søndag');
    expect(formatWeekdays(['sat', 'sun'])).toBe('lørdag og søndag');
    expect(formatWeekdays([])).toBe('');
  });
});

describe('openingText', () => {
  const noon = Date.parse('2026-05-17T12:00:00+02:00');
  const noonOf18 = Date.parse('2026-05-18T12:00:00+02:00');
  const closed = (label: string | null, now: number) =>
    plain(openingText({ open: false, opensAt: now + 20 * 3_600_000, closed: { label } }, now));

  it('says why a service is closed today, the service’s own reason first', () => {
    const when = 'Åpner i morgen kl. 08:00';
    expect(closed(null, noon)).toBe(`Stengt i dag: grunnlovsdagen. ${when}`);
    expect(closed('Planleggingsdag', noon)).toBe(`Stengt i dag: Planleggingsdag. ${when}`);
    expect(closed(null, noonOf18)).toBe(`Stengt i dag. ${when}`);
  });

  it('says what it knows where it knows little', () => {
    expect(openingText({ open: true, closesAt: null }, noon)).toBe('Åpent hele døgnet');
    expect(openingText({ open: false, opensAt: null, closed: null }, noon)).toBe('Stengt');
    expect(openingText({ open: false, opensAt: noon + 3_600_000, closed: null }, noon)).toBe(
      'Åpner kl. 13:00',
    );
  });
});

describe('timeWords', () => {
  it('says nothing where no time is set, and knows no other times than these', () => {
    const appointment = { start: null, end: null, window: false, kind: 'video' as const };
    expect(timeWords(appointment)).toBe('');
    expect(momentWords(appointment, 0)).toBe('');
  });

  it('lets nobody come to where one is to go', () => {
    const vaccination = {
      start: '2026-11-25T09:00:00+01:00',
      end: '2026-11-25T11:00:00+01:00',
      window: true,
      kind: 'vaccination' as const,
    };
    expect(timeWords(vaccination, 'comes')).toBe('Mellom 09:00 og 11:00');
  });
});

describe('changeDeadlineText', () => {
  const now = Date.parse('2026-11-24T10:00:00+01:00');
  const text = (until: string | null, allowed = true) =>
    changeDeadlineText({ cancel: { allowed, until }, reschedule: { allowed: false, until: null } }, now);

  it('is nothing where it may not be done, or at any time', () => {
    expect(text(null)).toBeNull();
    expect(text('2026-11-26T09:00:00+01:00', false)).toBeNull();
  });

  it.each(['23:59:59.999+01:00', '23:59:59+01:00'])('says the day that counts whole, ended at %s', (end) => {
    expect(text(`2026-11-26T${end}`)).toBe('Du kan avlyse timen til og med torsdag 26. november.');
  });

  it('says midnight as the day before, and a minute before it as a time', () => {
    expect(text('2026-11-27T00:00:00+01:00')).toBe('Du kan avlyse timen til og med torsdag 26. november.');
    expect(text('2026-11-26T23:59:00+01:00')).toBe(
      'Du kan avlyse timen fram til torsdag 26. november kl. 23:59.',
    );
  });

  it('says the year where it is another one', () => {
    expect(text('2027-01-01T23:59:59+01:00')).toBe('Du kan avlyse timen til og med fredag 1. januar 2027.');
  });

  it('says which of the hour that comes twice', () => {
    const autumn = '2027-10-31T02:30:00+01:00';
    expect(text(autumn)).toBe('Du kan avlyse timen fram til søndag 31. oktober 2027 kl. 02:30 (vintertid).');
  });
});
