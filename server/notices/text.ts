/**
 * What a notice says: that there is something, and where to log in. Nothing of
 * whom or what it is about or who wrote it: a notice is seen by whoever holds
 * the phone.
 */
import type { Language, NoticeEvent } from '../../src/backend/types.js';
import { CODE_LIFE } from '../rules/verification.js';
import type { NoticeRow } from '../storage/notices.js';

interface Words {
  subject: string;
  /** To the one whose message or appointment it is. */
  own: string;
  /** To somebody who may see another's. */
  other: string;
}

type Written = Exclude<Language, 'se'>;

const words: Record<NoticeEvent, Record<Written, Words>> = {
  message: {
    nb: {
      subject: 'Ny melding',
      own: 'Du har en ny melding fra kommunen. Logg inn for å lese den.',
      other: 'En du kan lese meldinger for, har fått en ny melding fra kommunen. Logg inn for å lese den.',
    },
    nn: {
      subject: 'Ny melding',
      own: 'Du har ei ny melding frå kommunen. Logg inn for å lese meldinga.',
      other:
        'Ein du kan lese meldingar for, har fått ei ny melding frå kommunen. Logg inn for å lese meldinga.',
    },
    en: {
      subject: 'New message',
      own: 'You have a new message from the municipality. Log in to read it.',
      other: 'Someone you can read messages for has a new message from the municipality. Log in to read it.',
    },
  },
  appointment: {
    nb: {
      subject: 'Nytt om en timeavtale',
      own: 'Det er nytt om en timeavtale du har med kommunen. Logg inn for å se det.',
      other: 'Det er nytt om en timeavtale til en du kan se timeavtaler for. Logg inn for å se det.',
    },
    nn: {
      subject: 'Nytt om ein timeavtale',
      own: 'Det er nytt om ein timeavtale du har med kommunen. Logg inn for å sjå det.',
      other: 'Det er nytt om ein timeavtale til ein du kan sjå timeavtalar for. Logg inn for å sjå det.',
    },
    en: {
      subject: 'News about an appointment',
      own: 'There is news about an appointment you have with the municipality. Log in to see it.',
      other: 'There is news about an appointment of someone you can see appointments for. Log in to see it.',
    },
  },
  'visit-completed': {
    nb: {
      subject: 'Et besøk er utført',
      own: 'Et besøk fra kommunen er utført. Logg inn for å se det.',
      other: 'Et besøk fra kommunen hos en du får varsler for, er utført. Logg inn for å se det.',
    },
    nn: {
      subject: 'Eit besøk er utført',
      own: 'Eit besøk frå kommunen er utført. Logg inn for å sjå det.',
      other: 'Eit besøk frå kommunen hos ein du får varsel for, er utført. Logg inn for å sjå det.',
    },
    en: {
      subject: 'A visit has been completed',
      own: 'A visit from the municipality has been completed. Log in to see it.',
      other:
        'A visit from the municipality to someone you get notifications for has been completed. Log in to see it.',
    },
  },
};

const MINUTES = CODE_LIFE / 60_000;

/** No link: whoever waits for a code has the page open, and nobody learns to follow links to enter one. */
const codeWords: Record<Written, { subject: string; text: (code: string) => string }> = {
  nb: {
    subject: 'Kode for varsler fra kommunen',
    text: (code) =>
      `${code} er koden din for varsler fra kommunen. Koden gjelder i ${MINUTES} minutter. Har du ikke bedt om en kode, kan du se bort fra meldingen.`,
  },
  nn: {
    subject: 'Kode for varsel frå kommunen',
    text: (code) =>
      `${code} er koden din for varsel frå kommunen. Koden gjeld i ${MINUTES} minutt. Har du ikkje bede om ein kode, kan du sjå bort frå meldinga.`,
  },
  en: {
    subject: 'Code for notifications from the municipality',
    text: (code) =>
      `${code} is your code for notifications from the municipality. It is valid for ${MINUTES} minutes. If you did not ask for a code, you can ignore this message.`,
  },
};

const noReply: Record<Written, string> = {
  nb: 'Du kan ikke svare på denne e-posten.',
  nn: 'Du kan ikkje svare på denne e-posten.',
  en: 'You cannot reply to this e-mail.',
};

/** A proposal, for review by a native speaker (docs/languages.md); no sentence is made of single words. */
const NEW_MESSAGE_SE = 'Ođđa dieđáhus';

export interface NoticeText {
  /** What it begins in: Northern Sámi only where there are words for it. */
  language: Language;
  /** Of an e-mail. */
  subject: string | null;
  text: string;
}

type Said = Pick<NoticeRow, 'channel' | 'language' | 'forOther'> & { event: NoticeEvent };

/** `publicUrl` is the address people see, the same for everybody. */
export function noticeText({ event, channel, language, forOther }: Said, publicUrl: string): NoticeText {
  const written = writtenIn(language);
  const { subject, own, other } = words[event][written];
  const inSami = language === 'se' && event === 'message' ? NEW_MESSAGE_SE : null;
  const lines = [...(inSami ? [inSami] : []), forOther ? other : own, `${publicUrl}/`];
  const begins = inSami ? 'se' : written;
  return channel === 'sms'
    ? { language: begins, subject: null, text: lines.join('\n') }
    : {
        language: begins,
        subject: inSami ?? subject,
        text: [...lines, noReply[written]].join('\n\n'),
      };
}

/** What somebody who sets up notices sees beforehand: an e-mail with its subject above it. */
export function noticePreview(
  said: Omit<Said, 'channel'>,
  publicUrl: string,
): { sms: string; email: string } {
  const mail = noticeText({ ...said, channel: 'email' }, publicUrl);
  return {
    sms: noticeText({ ...said, channel: 'sms' }, publicUrl).text,
    email: `${mail.subject}\n\n${mail.text}`,
  };
}

/** The code that proves an address. */
export function codeText({
  channel,
  language,
  code,
}: Pick<NoticeRow, 'channel' | 'language'> & { code: string }): NoticeText {
  const written = writtenIn(language);
  const { subject, text } = codeWords[written];
  return channel === 'sms'
    ? { language: written, subject: null, text: text(code) }
    : { language: written, subject, text: [text(code), noReply[written]].join('\n\n') };
}

const writtenIn = (language: Language): Written => (language === 'se' ? 'nb' : language);
