/** Where the household gets notices, and which: until people set it themselves. */
import type { Language, NoticeChannel, NoticeEvent } from '../../../src/backend/types.js';
import type { NoticeRuleRow, NoticeSettingsRow } from '../../storage/notices.js';
import { exampleNumber } from '../example-numbers.js';
import { words } from '../words.js';

/** The household's own part of the series that is given to nobody. */
const mobile = (index: number): string => exampleNumber(950_000 + index).replaceAll(' ', '');

interface Reader {
  mobile?: string;
  /** The local part. */
  email?: string;
  language: Language;
  managedAt?: NoticeSettingsRow['managedAt'];
  /** By resident: how this reader hears of what. */
  rules: Readonly<Record<string, Partial<Record<NoticeEvent, NoticeChannel[]>>>>;
}

const readers: Readonly<Record<string, Reader>> = {
  'ingrid-solberg': {
    mobile: mobile(1),
    email: 'ingrid.solberg',
    language: 'nb',
    rules: {
      'ingrid-solberg': {
        message: ['sms', 'email'],
        appointment: ['sms'],
        'visit-completed': ['email'],
      },
    },
  },
  'marte-solberg': {
    mobile: mobile(2),
    email: 'marte.solberg',
    language: 'nb',
    rules: {
      'marte-solberg': { message: ['sms'] },
      'nora-solberg': { message: ['email'] },
    },
  },
  'jonas-solberg': { mobile: mobile(3), language: 'nn', rules: { 'jonas-solberg': { message: ['sms'] } } },
  'ailu-somby': {
    mobile: mobile(4),
    email: 'ailu.somby',
    language: 'se',
    rules: { 'ailu-somby': { message: ['sms', 'email'] } },
  },
  'liv-strand': { mobile: mobile(5), language: 'nb', rules: { 'liv-strand': { message: ['sms'] } } },
  'ragnhild-oygard': {
    email: 'ragnhild.oygard',
    language: 'nn',
    rules: { 'ragnhild-oygard': { message: ['email'] } },
  },
  'kari-lie': { mobile: mobile(6), language: 'nb', rules: { 'kari-lie': { message: ['sms'] } } },
  'per-aas': {
    email: 'per.aas',
    language: 'en',
    managedAt: {
      label: words('kontaktregisteret', 'kontaktregisteret', 'the contact register'),
      url: 'https://kontaktregister.example/',
    },
    rules: { 'per-aas': { message: ['email'] } },
  },
};

export const noticeSettings: readonly NoticeSettingsRow[] = Object.entries(readers).map(
  ([readerId, reader]) => ({
    readerId,
    mobile: reader.mobile ?? null,
    mobileVerified: reader.mobile !== undefined,
    email: reader.email === undefined ? null : `${reader.email}@post.example`,
    emailVerified: reader.email !== undefined,
    language: reader.language,
    managedAt: reader.managedAt ?? null,
  }),
);

export const noticeRules: readonly NoticeRuleRow[] = Object.entries(readers).flatMap(
  ([readerId, { rules }]) =>
    Object.entries(rules).flatMap(([personId, events]) =>
      (Object.entries(events) as [NoticeEvent, NoticeChannel[]][]).map(([event, channels]) => ({
        readerId,
        personId,
        event,
        channels,
      })),
    ),
);
