/** What receipts for powers of attorney say, to either side and in each one's language. */
import type { Language, OsloDate, Scope } from '../../src/backend/types.js';

/** Who writes them, in every language: the service's own name. */
export const SERVICE_NAME = 'Helsekontakter';

export interface Receipt {
  subject: string;
  body: string;
}

/** What happened to a power of attorney, told to its giver or receiver. */
export interface ReceiptOf {
  what: 'given' | 'changed' | 'ended';
  to: 'giver' | 'receiver';
  /** The other side's name. */
  other: string;
  /** With `ended`: whether it was the one who is told. */
  byReader: boolean;
  scopes: readonly Scope[];
  validTo: OsloDate | null;
}

interface Words {
  scopes: Record<Scope, string>;
  and: string;
  months: readonly string[];
  date(day: string, month: string, year: string): string;
  until(date: string | null): string;
  subject: Record<ReceiptOf['what'], Record<ReceiptOf['to'], (other: string) => string>>;
  given: Record<ReceiptOf['to'], (other: string, covers: string) => string>;
  changed: Record<ReceiptOf['to'], (other: string, covers: string) => string>;
  /** Ended by the reader, or by the other side. */
  ended: Record<ReceiptOf['to'], { self(other: string): string; other(other: string): string }>;
}

const norwegianMonths = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

const words: Record<Exclude<Language, 'se'>, Words> = {
  nb: {
    scopes: { messages: 'meldinger', appointments: 'timeavtaler', notifications: 'varsler' },
    and: 'og',
    months: norwegianMonths,
    date: (day, month, year) => `${day}. ${month} ${year}`,
    until: (date) => (date === null ? 'inntil videre' : `til og med ${date}`),
    subject: {
      given: {
        giver: (other) => `Kvittering: fullmakt til ${other}`,
        receiver: (other) => `Kvittering: fullmakt fra ${other}`,
      },
      changed: {
        giver: (other) => `Kvittering: endret fullmakt til ${other}`,
        receiver: (other) => `Kvittering: endret fullmakt fra ${other}`,
      },
      ended: {
        giver: (other) => `Kvittering: avsluttet fullmakt til ${other}`,
        receiver: (other) => `Kvittering: avsluttet fullmakt fra ${other}`,
      },
    },
    given: {
      giver: (other, covers) =>
        `Du har gitt ${other} fullmakt til ${covers}. Du kan avslutte fullmakten når som helst.`,
      receiver: (other, covers) =>
        `${other} har gitt deg fullmakt til ${covers}. Du kan avslutte fullmakten når som helst.`,
    },
    changed: {
      giver: (other, covers) =>
        `Du har endret fullmakten til ${other}. Den gjelder nå ${covers}. Du kan avslutte fullmakten når som helst.`,
      receiver: (other, covers) =>
        `${other} har endret fullmakten du har fått. Den gjelder nå ${covers}. Du kan avslutte fullmakten når som helst.`,
    },
    ended: {
      giver: {
        self: (other) =>
          `Du har avsluttet fullmakten til ${other}, som ikke lenger kan bruke tjenesten på vegne av deg.`,
        other: (other) =>
          `${other} har avsluttet fullmakten fra deg, og kan ikke lenger bruke tjenesten på vegne av deg.`,
      },
      receiver: {
        self: (other) =>
          `Du har avsluttet fullmakten fra ${other}. Du kan ikke lenger bruke tjenesten på vegne av ${other}.`,
        other: (other) =>
          `${other} har avsluttet fullmakten du hadde. Du kan ikke lenger bruke tjenesten på vegne av ${other}.`,
      },
    },
  },
  nn: {
    scopes: { messages: 'meldingar', appointments: 'timeavtalar', notifications: 'varsel' },
    and: 'og',
    months: norwegianMonths,
    date: (day, month, year) => `${day}. ${month} ${year}`,
    until: (date) => (date === null ? 'inntil vidare' : `til og med ${date}`),
    subject: {
      given: {
        giver: (other) => `Kvittering: fullmakt til ${other}`,
        receiver: (other) => `Kvittering: fullmakt frå ${other}`,
      },
      changed: {
        giver: (other) => `Kvittering: endra fullmakt til ${other}`,
        receiver: (other) => `Kvittering: endra fullmakt frå ${other}`,
      },
      ended: {
        giver: (other) => `Kvittering: avslutta fullmakt til ${other}`,
        receiver: (other) => `Kvittering: avslutta fullmakt frå ${other}`,
      },
    },
    given: {
      giver: (other, covers) =>
        `Du har gitt ${other} fullmakt til ${covers}. Du kan avslutte fullmakta når som helst.`,
      receiver: (other, covers) =>
        `${other} har gitt deg fullmakt til ${covers}. Du kan avslutte fullmakta når som helst.`,
    },
    changed: {
      giver: (other, covers) =>
        `Du har endra fullmakta til ${other}. Fullmakta gjeld no ${covers}. Du kan avslutte fullmakta når som helst.`,
      receiver: (other, covers) =>
        `${other} har endra fullmakta du har fått. Fullmakta gjeld no ${covers}. Du kan avslutte fullmakta når som helst.`,
    },
    ended: {
      giver: {
        self: (other) =>
          `Du har avslutta fullmakta til ${other}, som ikkje lenger kan bruke tenesta på vegner av deg.`,
        other: (other) =>
          `${other} har avslutta fullmakta frå deg, og kan ikkje lenger bruke tenesta på vegner av deg.`,
      },
      receiver: {
        self: (other) =>
          `Du har avslutta fullmakta frå ${other}. Du kan ikkje lenger bruke tenesta på vegner av ${other}.`,
        other: (other) =>
          `${other} har avslutta fullmakta du hadde. Du kan ikkje lenger bruke tenesta på vegner av ${other}.`,
      },
    },
  },
  en: {
    scopes: { messages: 'messages', appointments: 'appointments', notifications: 'notifications' },
    and: 'and',
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    date: (day, month, year) => `${day} ${month} ${year}`,
    until: (date) => (date === null ? 'until further notice' : `up to and including ${date}`),
    subject: {
      given: {
        giver: (other) => `Receipt: power of attorney to ${other}`,
        receiver: (other) => `Receipt: power of attorney from ${other}`,
      },
      changed: {
        giver: (other) => `Receipt: changed power of attorney to ${other}`,
        receiver: (other) => `Receipt: changed power of attorney from ${other}`,
      },
      ended: {
        giver: (other) => `Receipt: ended power of attorney to ${other}`,
        receiver: (other) => `Receipt: ended power of attorney from ${other}`,
      },
    },
    given: {
      giver: (other, covers) =>
        `You have given ${other} power of attorney for ${covers}. You can end it at any time.`,
      receiver: (other, covers) =>
        `${other} has given you power of attorney for ${covers}. You can end it at any time.`,
    },
    changed: {
      giver: (other, covers) =>
        `You have changed the power of attorney of ${other}. It now covers ${covers}. You can end it at any time.`,
      receiver: (other, covers) =>
        `${other} has changed the power of attorney you were given. It now covers ${covers}. You can end it at any time.`,
    },
    ended: {
      giver: {
        self: (other) =>
          `You have ended the power of attorney of ${other}, who can no longer use the service on your behalf.`,
        other: (other) =>
          `${other} has ended the power of attorney from you, and can no longer use the service on your behalf.`,
      },
      receiver: {
        self: (other) =>
          `You have ended the power of attorney from ${other}. You can no longer use the service on behalf of ${other}.`,
        other: (other) =>
          `${other} has ended the power of attorney you had. You can no longer use the service on behalf of ${other}.`,
      },
    },
  },
};

/** Northern Sámi is in Bokmål until a translation has been reviewed. */
export function receiptText(receipt: ReceiptOf, language: Language): Receipt {
  const { what, to, other, byReader } = receipt;
  const say = words[language === 'se' ? 'nb' : language];
  const subject = say.subject[what][to](other);
  if (what === 'ended') return { subject, body: say.ended[to][byReader ? 'self' : 'other'](other) };
  const covers = `${listed(receipt.scopes, say)} ${say.until(inWords(receipt.validTo, say))}`;
  return { subject, body: say[what][to](other, covers) };
}

function listed(scopes: readonly Scope[], say: Words): string {
  const names = scopes.map((scope) => say.scopes[scope]);
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} ${say.and} ${last}` : last;
}

function inWords(date: OsloDate | null, say: Words): string | null {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  return date && say.date(String(Number(day)), say.months[Number(month) - 1] ?? '', year);
}
