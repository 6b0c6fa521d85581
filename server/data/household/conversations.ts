/**
 * Conversations that are there already, told as what was written how many
 * working days ago, so that they are as fresh whenever the demo is started.
 */
import type { TimeOfDay } from '../../../src/backend/types.js';
import { osloDate, osloToMs } from '../../../src/domain/oslo.js';
import { addWorkingDays, answerBy } from '../../../src/domain/working-days.js';
import type { AttachmentRow, LocalText, MessageRow, ThreadRow } from '../../storage/storage.js';
import { roles } from '../words.js';
import { pdf } from './pdf.js';
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
  files?: { name: string; lines: string[] }[];
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
  /** Readers who have it in their archive. */
  archivedBy?: readonly string[];
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
        files: [
          {
            name: 'Øvelser for hoften.pdf',
            lines: [
              'Eksempeldata',
              'Reis deg fra stolen: 5 ganger, 2 runder',
              'Løft kneet: 8 ganger på hver side',
            ],
          },
        ],
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
    id: 'ingrid-stairs',
    personId: 'ingrid-solberg',
    contactId: 'ostensjo-home-care',
    subject: 'Rekkverk i trappen',
    topicId: 'aids',
    state: 'open',
    messages: [
      {
        by: 'marte-solberg',
        direction: 'out',
        daysAgo: 12,
        time: '20:34',
        body: 'Hei. Rekkverket i trappen hos mamma er løst. Jeg har lagt ved et par bilder og tilbudet fra snekkeren. Kan hun få hjelp til dette?',
        files: [
          { name: 'Trappen ovenfra.pdf', lines: ['Eksempeldata', 'Bilde av trappen'] },
          { name: 'Tilbud fra snekker.pdf', lines: ['Eksempeldata', 'Nytt rekkverk: 4 200 kr'] },
        ],
      },
      {
        by: 'amina-yusuf',
        direction: 'in',
        daysAgo: 11,
        time: '08:25',
        body: 'Hei, Marte. Takk for bildene. En ergoterapeut kommer hjem til Ingrid og ser på trappen. Dere får beskjed om dagen.',
      },
      {
        by: 'ingrid-solberg',
        direction: 'out',
        daysAgo: 11,
        time: '10:50',
        body: 'Så fint. Jeg er hjemme hver dag fram til klokken to.',
      },
      {
        by: 'amina-yusuf',
        direction: 'in',
        daysAgo: 9,
        time: '12:15',
        body: 'Da er det avtalt. Skjemaet under fyller dere ut sammen med henne.',
        files: [{ name: 'Søknad om hjelpemidler.pdf', lines: ['Eksempeldata', 'Søknad om hjelpemidler'] }],
      },
    ],
    readBy: { 'ingrid-solberg': 4, 'marte-solberg': 3, 'amina-yusuf': 4 },
  },
  {
    id: 'ingrid-training-group',
    personId: 'ingrid-solberg',
    contactId: 'ostensjo-physiotherapy',
    subject: 'Plass i treningsgruppen',
    topicId: null,
    state: 'reply-only',
    messages: [
      {
        by: 'henrik-dahl',
        direction: 'in',
        daysAgo: 15,
        time: '09:40',
        body: 'Hei, Ingrid. Det er ledig plass i treningsgruppen på tirsdager klokken 11. Vil du være med? Svar her med ja eller nei.',
      },
      {
        by: 'ingrid-solberg',
        direction: 'out',
        daysAgo: 15,
        time: '13:05',
        body: 'Ja takk, det vil jeg gjerne!',
      },
    ],
    readBy: { 'ingrid-solberg': 2, 'henrik-dahl': 2 },
  },
  {
    id: 'ingrid-key-box',
    personId: 'ingrid-solberg',
    contactId: 'ostensjo-home-care',
    subject: 'Ny kode til nøkkelboksen',
    topicId: null,
    state: 'open',
    messages: [
      {
        by: 'ingrid-solberg',
        direction: 'out',
        daysAgo: 41,
        time: '16:20',
        body: 'Nøkkelboksen er byttet. Kan dere komme innom, så får dere den nye koden av meg?',
      },
      {
        by: 'amina-yusuf',
        direction: 'in',
        daysAgo: 40,
        time: '08:10',
        body: 'Takk for at du sier fra. Vi tar det ved besøket i kveld. Skriv aldri koden i en melding.',
      },
    ],
    readBy: { 'ingrid-solberg': 2, 'amina-yusuf': 2 },
    archivedBy: ['ingrid-solberg'],
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
  archivedBy: readonly string[];
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
    replyBy: last.direction === 'out' && conversation.state === 'open' ? answerBy(last.sentAt, 1) : null,
    lastMessageId: last.id,
    lastMessageAt: last.sentAt,
  };
  return {
    thread,
    messages,
    files: conversation.messages.flatMap((message, index) => {
      const row = messages[index];
      return (message.files ?? []).flatMap((file, place) =>
        row ? [fileOf(file, place, row, conversation.personId)] : [],
      );
    }),
    readMarks: Object.entries(conversation.readBy).flatMap(([readerId, count]) => {
      const at = messages[count - 1]?.sentAt;
      return at === undefined ? [] : [{ readerId, at }];
    }),
    archivedBy: conversation.archivedBy ?? [],
  };
}

function fileOf(
  file: { name: string; lines: string[] },
  place: number,
  message: MessageRow,
  personId: string,
) {
  const bytes = pdf(file.lines);
  return {
    bytes,
    row: {
      id: place === 0 ? `${message.id}-file` : `${message.id}-file-${place + 1}`,
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
