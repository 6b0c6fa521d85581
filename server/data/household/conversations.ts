/**
 * Conversations that are there already, told as what was written how many
 * working days ago, so that they are as fresh whenever the demo is started.
 */
import type { TimeOfDay } from '../../../src/backend/types.js';
import { osloDate, osloToMs } from '../../../src/domain/oslo.js';
import { addWorkingDays, answerBy } from '../../../src/domain/working-days.js';
import type { AttachmentRow, LocalText, MessageRow, ThreadRow } from '../../storage/storage.js';
import { roles } from '../words.js';
import { nameOf, staffRole } from './people.js';

interface Written {
  /** A person or staff of the household, or the name of staff who do not log in. */
  by: string;
  role?: LocalText;
  direction: MessageRow['direction'];
  /** Working days before today. */
  daysAgo: number;
  time: TimeOfDay;
  body: string;
  file?: { name: string; lines: string[] };
}

interface Conversation {
  id: string;
  personId: string;
  contactId: string | null;
  subject: string;
  topicId: string | null;
  state: ThreadRow['state'];
  messages: readonly Written[];
  /** How many messages from the first each reader has read. */
  readBy: Readonly<Record<string, number>>;
}

const conversations: readonly Conversation[] = [
  {
    id: 'ingrid-eye-drops',
    personId: 'ingrid-solberg',
    contactId: 'ostensjo-home-care',
    subject: 'Nye øyedråper',
    topicId: 'medicines',
    state: 'open',
    messages: [
      {
        by: 'ingrid-solberg',
        direction: 'out',
        daysAgo: 3,
        time: '18:42',
        body: 'Hei!\n\nJeg var hos øyelegen på mandag og har fått nye dråper. De skal dryppes morgen og kveld. Kan dere hjelpe meg med det når dere er her?\n\nHilsen Ingrid',
      },
      {
        by: 'amina-yusuf',
        direction: 'in',
        daysAgo: 2,
        time: '09:15',
        body: 'Hei, Ingrid.\n\nDet hjelper vi deg med. La esken stå fremme på kjøkkenbenken, så ser vi på den ved neste besøk.\n\nHilsen Amina',
      },
      {
        by: 'amina-yusuf',
        direction: 'in',
        daysAgo: 1,
        time: '14:10',
        body: 'Nå står dråpene på medisinlisten din, morgen og kveld. Si fra hvis det svir eller øyet blir rødt.',
      },
    ],
    readBy: { 'ingrid-solberg': 2, 'amina-yusuf': 3 },
  },
  {
    id: 'ingrid-exercises',
    personId: 'ingrid-solberg',
    contactId: 'ostensjo-physiotherapy',
    subject: 'Øvelser for hoften',
    topicId: 'exercises',
    state: 'open',
    messages: [
      {
        by: 'ingrid-solberg',
        direction: 'out',
        daysAgo: 6,
        time: '11:05',
        body: 'Jeg gjør øvelsene hver dag, men den med å reise seg fra stolen er tung. Skal jeg fortsette med den?',
      },
      {
        by: 'henrik-dahl',
        direction: 'in',
        daysAgo: 5,
        time: '13:30',
        body: 'Så bra at du holder på! Bruk armlenene de første ukene, og ta fem om gangen. Programmet ligger ved.',
        file: {
          name: 'Øvelser for hoften.pdf',
          lines: [
            'Eksempeldata',
            'Reis deg fra stolen: 5 ganger, 2 runder',
            'Løft kneet: 8 ganger på hver side',
          ],
        },
      },
      {
        by: 'ingrid-solberg',
        direction: 'out',
        daysAgo: 1,
        time: '19:20',
        body: 'Takk! Det går bedre nå. Kan jeg begynne å sykle litt på ergometersykkelen igjen?',
      },
    ],
    readBy: { 'ingrid-solberg': 3, 'marte-solberg': 2, 'henrik-dahl': 2 },
  },
  {
    id: 'ingrid-cleaning',
    personId: 'ingrid-solberg',
    contactId: 'ostensjo-practical-help',
    subject: 'Rengjøring når mamma er bortreist',
    topicId: 'cleaning',
    state: 'closed',
    messages: [
      {
        by: 'marte-solberg',
        direction: 'out',
        daysAgo: 24,
        time: '20:11',
        body: 'Hei. Mamma er hos meg i Bergen i to uker. Kan rengjøringen vente til hun er hjemme igjen?',
      },
      {
        by: 'Torill Berg',
        role: roles.caseOfficer,
        direction: 'in',
        daysAgo: 22,
        time: '10:02',
        body: 'Hei. Det går fint. Vi har flyttet rengjøringen, og hjemmehjelpen kommer som vanlig når hun er tilbake. Denne samtalen er nå avsluttet.',
      },
    ],
    readBy: { 'ingrid-solberg': 2, 'marte-solberg': 2 },
  },
  {
    id: 'ingrid-receipt',
    personId: 'ingrid-solberg',
    contactId: null,
    subject: 'Kvittering: fullmakt til Marte Solberg',
    topicId: null,
    state: 'closed',
    messages: [
      {
        by: 'Helsekontakter',
        direction: 'in',
        daysAgo: 60,
        time: '12:00',
        body: 'Du har gitt Marte Solberg fullmakt til meldinger og timeavtaler inntil videre. Du kan avslutte fullmakten når som helst.',
      },
    ],
    readBy: { 'ingrid-solberg': 1, 'marte-solberg': 1 },
  },
  {
    id: 'nora-vaccine',
    personId: 'nora-solberg',
    contactId: 'fana-health-centre',
    subject: 'Vaksine i tredje klasse',
    topicId: 'question',
    state: 'open',
    messages: [
      {
        by: 'marte-solberg',
        direction: 'out',
        daysAgo: 8,
        time: '21:03',
        body: 'Hei! Nora var syk da klassen fikk vaksine. Når kan hun få den?',
      },
      {
        by: 'Eva Lund',
        role: roles.publicHealthNurse,
        direction: 'in',
        daysAgo: 7,
        time: '08:50',
        body: 'Hei. Hun får den på skolen neste gang jeg er der. Du får beskjed om dagen.',
      },
    ],
    readBy: { 'marte-solberg': 1 },
  },
  {
    id: 'ailu-appointment',
    personId: 'ailu-somby',
    contactId: 'karasjok-mental-health',
    subject: 'Diibmu',
    topicId: 'appointments',
    state: 'reply-only',
    messages: [
      {
        by: 'Inga Balto',
        role: roles.psychologist,
        direction: 'in',
        daysAgo: 2,
        time: '12:30',
        body: 'Bures, Áilu. Neste gang kan vi møtes på video hvis du vil. Svar meg her.',
      },
    ],
    readBy: {},
  },
];

export const conversationIds: readonly string[] = conversations.map((conversation) => conversation.id);

/** A conversation as rows of a storage. */
export interface ConversationRows {
  thread: ThreadRow;
  /** Oldest first. */
  messages: MessageRow[];
  files: { row: AttachmentRow; bytes: Uint8Array }[];
  /** Until when each reader has read. */
  readMarks: { readerId: string; at: number }[];
}

/** Around the instant `now` (ms): all was written before the Oslo day that it lies in. */
export function householdConversations(now: number): ConversationRows[] {
  return conversations.map((conversation) => rowsOf(conversation, now));
}

function rowsOf(conversation: Conversation, now: number): ConversationRows {
  const today = osloDate(now);
  const messages = conversation.messages.map((message, index): MessageRow => {
    const known = message.by.includes('-');
    const onBehalf = message.direction === 'out' && message.by !== conversation.personId;
    return {
      id: `${conversation.id}-${index + 1}`,
      threadId: conversation.id,
      direction: message.direction,
      authorId: known ? message.by : (conversation.contactId ?? 'service'),
      authorName: known ? nameOf(message.by) : message.by,
      authorRole: message.role ?? (message.direction === 'in' ? staffRole(message.by) : null),
      onBehalfOf: onBehalf ? nameOf(conversation.personId) : null,
      body: message.body,
      sentAt: osloToMs(addWorkingDays(today, -message.daysAgo), message.time),
    };
  });
  const first = messages[0];
  const last = messages.at(-1);
  if (!first || !last) throw new Error(`Nothing was written in ${conversation.id}`);
  const thread: ThreadRow = {
    id: conversation.id,
    personId: conversation.personId,
    contactId: conversation.contactId,
    subject: conversation.subject,
    topicId: conversation.topicId,
    state: conversation.state,
    createdAt: first.sentAt,
    replyBy: last.direction === 'out' ? answerBy(last.sentAt, 1) : null,
    lastMessageId: last.id,
    lastMessageAt: last.sentAt,
  };
  return {
    thread,
    messages,
    files: conversation.messages.flatMap((message, index) => {
      const row = messages[index];
      return message.file && row ? [fileOf(message.file, row, conversation.personId)] : [];
    }),
    readMarks: Object.entries(conversation.readBy).flatMap(([readerId, count]) => {
      const at = messages[count - 1]?.sentAt;
      return at === undefined ? [] : [{ readerId, at }];
    }),
  };
}

function fileOf(file: { name: string; lines: string[] }, message: MessageRow, personId: string) {
  const bytes = pdf(file.lines);
  return {
    bytes,
    row: {
      id: `${message.id}-file`,
      uploaderId: message.authorId,
      personId,
      messageId: message.id,
      name: file.name,
      mediaType: 'application/pdf',
      size: bytes.length,
      createdAt: message.sentAt,
    },
  };
}

/** A PDF of one page with some lines of text in Latin letters. */
function pdf(lines: readonly string[]): Uint8Array {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ');
  const stream = `BT /F1 16 Tf 72 760 Td 24 TL ${shown} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const end = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  text += `xref\n0 ${count}\n0000000000 65535 f \n${table}${end}`;
  // Every character is one byte: the letters used are the same in Latin-1 and WinAnsi.
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
