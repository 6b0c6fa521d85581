/** More conversations and messages than the household has, for what long lists look like. */
import type { Storage, Store } from '../server/storage/storage.js';

const NURSE = { nb: 'Sykepleier', nn: 'Sjukepleiar', en: 'Nurse' };
const MINUTE = 60_000;
/** What each of the two writes, in turn. */
const INGRIDS = ['Hei! Kan dere komme litt senere i morgen?', 'Tusen takk. Da er jeg hjemme.'];
const AMINAS = ['Det ordner vi. Vi kommer mellom klokken 11 og 13.', 'Så fint. Da ses vi i morgen.'];

/** `messages` of Ingrid's and home care's in turn, the last of them at `at` (ms). */
async function conversation(store: Store, id: string, subject: string, messages: number, at: number) {
  const contactId = 'ostensjo-home-care';
  const last = `${id}-${messages}`;
  await store.insertThread({
    id,
    personId: 'ingrid-solberg',
    contactId,
    subject,
    topicId: null,
    state: 'open',
    createdAt: at - messages * MINUTE,
    replyBy: null,
    lastMessageId: last,
    lastMessageAt: at,
  });
  for (let n = 1; n <= messages; n += 1) {
    const own = n % 2 === 1;
    const bodies = own ? INGRIDS : AMINAS;
    await store.insertMessage({
      id: `${id}-${n}`,
      threadId: id,
      direction: own ? 'out' : 'in',
      authorId: own ? 'ingrid-solberg' : 'amina-yusuf',
      authorName: own ? 'Ingrid Solberg' : 'Amina Yusuf',
      authorRole: own ? null : NURSE,
      onBehalfOf: null,
      body: bodies[Math.floor((n - 1) / 2) % bodies.length] ?? '',
      sentAt: at - (messages - n) * MINUTE,
    });
  }
}

export const manyConversations = (storage: Storage, now: number): Promise<void> =>
  storage.transaction(async (store) => {
    for (let n = 1; n <= 75; n += 1) {
      await conversation(store, `many-${n}`, `Spørsmål ${n}`, 2, now - n * 60 * MINUTE);
    }
  });

export const manyMessages = (storage: Storage, now: number): Promise<void> =>
  storage.transaction((store) => conversation(store, 'long', 'Besøkene mine', 90, now - 60 * MINUTE));

/** Home care answers in the conversation about eye drops, while it is looked at. */
export async function answerNow(storage: Storage, now: number): Promise<void> {
  const threadId = 'ingrid-eye-drops';
  const row = {
    id: 'answered-now',
    threadId,
    direction: 'in' as const,
    authorId: 'amina-yusuf',
    authorName: 'Amina Yusuf',
    authorRole: NURSE,
    onBehalfOf: null,
    body: 'Vi tar med dråpene når vi kommer i morgen.',
    sentAt: now,
  };
  await storage.insertMessage(row);
  await storage.updateThread(threadId, { lastMessageId: row.id, lastMessageAt: now });
}
