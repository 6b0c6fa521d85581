/** From rows of conversations to what goes over the wire. */
import type { AccessLogEntry, Attachment, Language, Message, Thread } from '../../../src/backend/types.js';
import { toInstant } from '../../../src/domain/oslo.js';
import { replyAction, type ActionReader } from '../../rules/actions.js';
import { excerptOf } from '../../rules/messages.js';
import { inLanguage, inLanguageOrNull } from '../../rules/words.js';
import type {
  AccessRow,
  AttachmentRow,
  LastMessage,
  LocalText,
  MessageRow,
  ThreadView,
} from '../../storage/storage.js';
import { contactRef } from './contact.js';

export const attachmentOf = ({ id, name, mediaType, size }: AttachmentRow): Attachment => ({
  id,
  name,
  mediaType,
  size,
});

export function topicOf({ contact, topicId }: ThreadView, lang: Language) {
  const topic = contact?.topics.find(({ id }) => id === topicId);
  return topic ? { id: topic.id, label: inLanguage(topic.label, lang) } : null;
}

export const lastMessageOf = (last: LastMessage): Thread['lastMessage'] => ({
  id: last.id,
  sentAt: toInstant(last.sentAt),
  direction: last.direction,
  excerpt: excerptOf(last.beginning),
});

export const threadOf = (thread: ThreadView, reader: ActionReader): Thread => ({
  id: thread.id,
  contact: thread.contact && contactRef(thread.contact, reader.lang),
  subject: thread.subject,
  topic: topicOf(thread, reader.lang),
  reply: replyAction(thread, thread.last.direction, thread.contact, reader),
  folder: thread.folder,
  unread: thread.unread,
  lastMessage: lastMessageOf(thread.last),
  replyBy: thread.replyBy,
});

export const messageOf = (
  message: MessageRow,
  attachments: readonly AttachmentRow[],
  readerId: string,
  lang: Language,
): Message => ({
  id: message.id,
  threadId: message.threadId,
  direction: message.direction,
  author: {
    name: message.authorName,
    role: inLanguageOrNull(message.authorRole, lang),
    onBehalfOf: message.onBehalfOf,
    self: message.authorId === readerId,
  },
  body: message.body,
  sentAt: toInstant(message.sentAt),
  attachments: attachments.filter(({ messageId }) => messageId === message.id).map(attachmentOf),
});

/** What was done, in words: northern Sámi falls back to Bokmål, as every text not yet reviewed. */
const DEEDS: Record<AccessRow['what'], LocalText> = {
  'thread-opened': { nb: 'Åpnet samtalen', nn: 'Opna samtalen', en: 'Opened the conversation' },
  'thread-read': { nb: 'Leste meldingene', nn: 'Las meldingane', en: 'Read the messages' },
  'message-sent': { nb: 'Sendte en melding', nn: 'Sende ei melding', en: 'Sent a message' },
  'attachment-read': { nb: 'Åpnet et vedlegg', nn: 'Opna eit vedlegg', en: 'Opened an attachment' },
  'thread-closed': { nb: 'Avsluttet samtalen', nn: 'Avslutta samtalen', en: 'Closed the conversation' },
  'thread-reopened': {
    nb: 'Åpnet samtalen igjen',
    nn: 'Opna samtalen igjen',
    en: 'Opened the conversation again',
  },
  'thread-limited': {
    nb: 'Begrenset samtalen til svar',
    nn: 'Avgrensa samtalen til svar',
    en: 'Limited the conversation to answers',
  },
  'appointments-read': { nb: 'Så timeavtalene', nn: 'Såg timeavtalane', en: 'Saw the appointments' },
  'appointment-opened': { nb: 'Åpnet en timeavtale', nn: 'Opna ein timeavtale', en: 'Opened an appointment' },
  'appointment-asked': { nb: 'Ba om en time', nn: 'Bad om ein time', en: 'Asked for an appointment' },
  'appointment-withdrawn': {
    nb: 'Trakk tilbake ønsket om en time',
    nn: 'Trekte tilbake ønsket om ein time',
    en: 'Withdrew a request for an appointment',
  },
  'appointment-booked': { nb: 'Avtalte en time', nn: 'Avtalte ein time', en: 'Booked an appointment' },
  'appointment-moved': { nb: 'Endret en time', nn: 'Endra ein time', en: 'Changed an appointment' },
  'appointment-move-asked': {
    nb: 'Ba om å endre en time',
    nn: 'Bad om å endre ein time',
    en: 'Asked to change an appointment',
  },
  'appointment-cancelled': {
    nb: 'Ba om å avlyse en time',
    nn: 'Bad om å avlyse ein time',
    en: 'Asked to cancel an appointment',
  },
  'appointment-decided': {
    nb: 'Svarte på et ønske om en time',
    nn: 'Svarte på eit ønske om ein time',
    en: 'Answered a request about an appointment',
  },
  'appointment-called-off': {
    nb: 'Avlyste en time',
    nn: 'Avlyste ein time',
    en: 'Called off an appointment',
  },
  'no-show-registered': {
    nb: 'Registrerte at du ikke møtte',
    nn: 'Registrerte at du ikkje møtte',
    en: 'Registered that you did not come',
  },
  'visit-registered': {
    nb: 'Registrerte et utført besøk',
    nn: 'Registrerte eit utført besøk',
    en: 'Registered a completed visit',
  },
  'proxy-given': { nb: 'Ga en fullmakt', nn: 'Gav ei fullmakt', en: 'Gave a power of attorney' },
  'proxy-changed': { nb: 'Endret en fullmakt', nn: 'Endra ei fullmakt', en: 'Changed a power of attorney' },
  'proxy-ended': { nb: 'Avsluttet en fullmakt', nn: 'Avslutta ei fullmakt', en: 'Ended a power of attorney' },
  'notices-changed': {
    nb: 'Endret hvilke varsler som sendes',
    nn: 'Endra kva varsel som blir sende',
    en: 'Changed which notices are sent',
  },
  'address-verified': {
    nb: 'Bekreftet mobilnummer eller e-postadresse',
    nn: 'Stadfesta mobilnummer eller e-postadresse',
    en: 'Confirmed a mobile number or email address',
  },
  'address-removed': {
    nb: 'Fjernet mobilnummer eller e-postadresse',
    nn: 'Fjerna mobilnummer eller e-postadresse',
    en: 'Removed a mobile number or email address',
  },
  'contacts-read': { nb: 'Så helsekontaktene', nn: 'Såg helsekontaktane', en: 'Saw the health contacts' },
};

export const accessLogEntry = (row: AccessRow, lang: Language): AccessLogEntry => ({
  at: toInstant(row.at),
  who: row.who,
  role: inLanguageOrNull(row.role, lang),
  what: inLanguage(DEEDS[row.what], lang),
  onBehalfOf: row.onBehalfOf,
});
