/**
 * What a notice says: that there is something, and where to log in. Nothing of
 * whom or what it is about or who wrote it: a notice is seen by whoever holds
 * the phone.
 */
import type { Language, NoticeEvent } from '../../src/backend/types.js';
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
      subject: 'Et besøk er gjennomført',
      own: 'Et besøk fra kommunen er gjennomført. Logg inn for å se det.',
      other: 'Et besøk fra kommunen hos en du får varsler for, er gjennomført. Logg inn for å se det.',
    },
    nn: {
      subject: 'Eit besøk er gjennomført',
      own: 'Eit besøk frå kommunen er gjennomført. Logg inn for å sjå det.',
      other: 'Eit besøk frå kommunen hos ein du får varsel for, er gjennomført. Logg inn for å sjå det.',
    },
    en: {
      subject: 'A visit has been completed',
      own: 'A visit from the municipality has been completed. Log in to see it.',
      other:
        'A visit from the municipality to someone you get notices for has been completed. Log in to see it.',
    },
  },
};

const noReply: Record<Written, string> = {
  nb: 'Du kan ikke svare på denne e-posten.',
  nn: 'Du kan ikkje svare på denne e-posten.',
  en: 'You cannot reply to this email.',
};

/** From glossary.md, for review by a native speaker; no sentence is made of single words. */
const NEW_MESSAGE_SE = 'Ođđa dieđáhus';

export interface NoticeText {
  /** Of an e-mail. */
  subject: string | null;
  text: string;
}

/** `publicUrl` is the address people see, the same for everybody. */
export function noticeText(
  { event, channel, language, forOther }: Pick<NoticeRow, 'event' | 'channel' | 'language' | 'forOther'>,
  publicUrl: string,
): NoticeText {
  const written = language === 'se' ? 'nb' : language;
  const { subject, own, other } = words[event][written];
  const inSami = language === 'se' && event === 'message' ? NEW_MESSAGE_SE : null;
  const lines = [...(inSami ? [inSami] : []), forOther ? other : own, `${publicUrl}/`];
  return channel === 'sms'
    ? { subject: null, text: lines.join('\n') }
    : { subject: inSami ?? subject, text: [...lines, noReply[written]].join('\n\n') };
}
