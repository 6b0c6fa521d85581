/** Where the household gets notices, and which: until people set it themselves. */
import type { Language, NoticeChannel } from '../../../src/backend/types.js';
import type { NoticeRuleRow, NoticeSettingsRow } from '../../storage/notices.js';
import { exampleNumber } from '../example-numbers.js';

/** The household's own part of the series that is given to nobody. */
const mobile = (index: number): string => exampleNumber(950_000 + index).replaceAll(' ', '');

interface Reader {
  mobile?: string;
  /** The local part. */
  email?: string;
  language: Language;
  /** By resident: how this reader hears of messages. */
  messages: Readonly<Record<string, NoticeChannel[]>>;
}

const readers: Readonly<Record<string, Reader>> = {
  'ingrid-solberg': {
    mobile: mobile(1),
    email: 'ingrid.solberg',
    language: 'nb',
    messages: { 'ingrid-solberg': ['sms', 'email'] },
  },
  'marte-solberg': {
    mobile: mobile(2),
    email: 'marte.solberg',
    language: 'nb',
    messages: { 'marte-solberg': ['sms'], 'ingrid-solberg': ['email'], 'nora-solberg': ['email'] },
  },
  'jonas-solberg': { mobile: mobile(3), language: 'nn', messages: { 'jonas-solberg': ['sms'] } },
  'ailu-somby': {
    mobile: mobile(4),
    email: 'ailu.somby',
    language: 'se',
    messages: { 'ailu-somby': ['sms', 'email'] },
  },
  'liv-strand': { mobile: mobile(5), language: 'nb', messages: { 'liv-strand': ['sms'] } },
  'ragnhild-oygard': { email: 'ragnhild.oygard', language: 'nn', messages: { 'ragnhild-oygard': ['email'] } },
  'kari-lie': { mobile: mobile(6), language: 'nb', messages: { 'kari-lie': ['sms'] } },
  'per-aas': { email: 'per.aas', language: 'en', messages: { 'per-aas': ['email'] } },
};

export const noticeSettings: readonly NoticeSettingsRow[] = Object.entries(readers).map(
  ([readerId, reader]) => ({
    readerId,
    mobile: reader.mobile ?? null,
    mobileVerified: reader.mobile !== undefined,
    email: reader.email === undefined ? null : `${reader.email}@post.example`,
    emailVerified: reader.email !== undefined,
    language: reader.language,
  }),
);

export const noticeRules: readonly NoticeRuleRow[] = Object.entries(readers).flatMap(([readerId, reader]) =>
  Object.entries(reader.messages).map(([personId, channels]) => ({
    readerId,
    personId,
    event: 'message' as const,
    channels,
  })),
);
