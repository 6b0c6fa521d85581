/** What has gone wrong in the service of a story, or on the way to it. */
import type { Storage } from '../server/storage/storage.js';

/** The answer to what Ingrid sent got lost: it stands there, and the next key is already that of another text. */
export async function answerLost(storage: Storage, now: number): Promise<void> {
  const threadId = 'ingrid-exercises';
  const row = {
    id: 'sent-first',
    threadId,
    direction: 'out' as const,
    authorId: 'ingrid-solberg',
    authorName: 'Ingrid Solberg',
    authorRole: null,
    onBehalfOf: null,
    body: 'Takk! Da begynner jeg i morgen.',
    sentAt: now,
  };
  await storage.insertMessage(row);
  await storage.updateThread(threadId, { lastMessageId: row.id, lastMessageAt: now });
  const { claimIdempotency } = storage;
  storage.claimIdempotency = async (claim) => {
    storage.claimIdempotency = claimIdempotency;
    return { ...claim, bodyHash: 'of another text', answer: { status: 201, headers: {}, body: '{}' } };
  };
}

/** Files are there, and cannot be read. */
export async function filesUnreadable(storage: Storage): Promise<void> {
  const { transaction } = storage;
  const getAttachmentBytes = (): Promise<never> => Promise.reject(new Error('The file cannot be read.'));
  storage.transaction = (work) => transaction((store) => work({ ...store, getAttachmentBytes }));
}
