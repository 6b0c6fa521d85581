/**
 * What a notice says: that there is a message, and where to log in. Nothing of
 * whom or what it is about or who wrote it: a notice is seen by whoever holds
 * the phone.
 */
import type { Language } from '../../src/backend/types.js';
import type { NoticeRow } from '../storage/notices.js';

interface Words {
  subject: string;
  /** To the one whose message it is. */
  own: string;
  /** To somebody who may read another's messages. */
  other: string;
  noReply: string;
}

const nb: Words = {
  subject: 'Ny melding',
  own: 'Du har en ny melding fra kommunen. Logg inn for å lese den.',
  other: 'En du kan lese meldinger for, har fått en ny melding fra kommunen. Logg inn for å lese den.',
  noReply: 'Du kan ikke svare på denne e-posten.',
};

const words: Record<Exclude<Language, 'se'>, Words> = {
  nb,
  nn: {
    subject: 'Ny melding',
    own: 'Du har ei ny melding frå kommunen. Logg inn for å lese meldinga.',
    other:
      'Ein du kan lese meldingar for, har fått ei ny melding frå kommunen. Logg inn for å lese meldinga.',
    noReply: 'Du kan ikkje svare på denne e-posten.',
  },
  en: {
    subject: 'New message',
    own: 'You have a new message from the municipality. Log in to read it.',
    other: 'Someone you can read messages for has a new message from the municipality. Log in to read it.',
    noReply: 'You cannot reply to this email.',
  },
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
  { channel, language, forOther }: Pick<NoticeRow, 'channel' | 'language' | 'forOther'>,
  publicUrl: string,
): NoticeText {
  const { subject, own, other, noReply } = language === 'se' ? nb : words[language];
  const heading = language === 'se' ? NEW_MESSAGE_SE : subject;
  const sentence = forOther ? other : own;
  const lines = [...(language === 'se' ? [heading] : []), sentence, `${publicUrl}/`];
  return channel === 'sms'
    ? { subject: null, text: lines.join('\n') }
    : { subject: heading, text: [...lines, noReply].join('\n\n') };
}
