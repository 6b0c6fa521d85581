import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Storage } from '../../../../server/storage/storage.js';
import type { Check } from '../conformance.js';
import { attachment, message, nine, person, putThread, thread } from './rows.js';

const bytes = Uint8Array.of(0, 255, 127, 10);
const claimOf = (ids: string[]) => ({
  ids,
  uploaderId: 'marte',
  personId: 'ingrid',
  messageId: 'm',
  notBefore: nine,
});

export function files(check: Check): void {
  check('gives a file and its bytes back as they were put', async (storage) => {
    await conversation(storage);
    const row = attachment('a', { personId: 'ingrid', messageId: 'm', size: 12_000_000 });
    await storage.insertAttachment(row, bytes);
    expect(await storage.getAttachment('a')).toEqual(row);
    const given = await storage.getAttachmentBytes('a');
    expect(given).toEqual(bytes);
    given?.fill(0);
    expect(await storage.getAttachmentBytes('a')).toEqual(bytes);
    expect(await storage.getAttachment('b')).toBeNull();
    expect(await storage.getAttachmentBytes('b')).toBeNull();
  });

  check('does not let the uploader change the bytes afterwards', async (storage) => {
    const mine = bytes.slice();
    await storage.insertAttachment(attachment('a'), mine);
    mine.fill(0);
    expect(await storage.getAttachmentBytes('a')).toEqual(bytes);
  });

  check('refuses a file for an unknown person or message, and a taken id', async (storage) => {
    const missing = { code: 'missing-reference' };
    const put = (given: Parameters<typeof attachment>[1]) =>
      storage.insertAttachment(attachment('a', given), bytes);
    await expect(put({ personId: 'nobody' })).rejects.toMatchObject(missing);
    await expect(put({ messageId: 'nothing' })).rejects.toMatchObject(missing);
    await put({});
    await expect(put({})).rejects.toMatchObject({ code: 'duplicate' });
  });

  check('lists the files of messages in the order in which they came', async (storage) => {
    await conversation(storage);
    await storage.insertMessage(message('n', 't'));
    const rows = [
      attachment('c', { messageId: 'm', createdAt: 1 }),
      attachment('a', { messageId: 'n', createdAt: 2 }),
      attachment('b', { messageId: 'm', createdAt: 2 }),
    ];
    for (const row of rows) await storage.insertAttachment(row, bytes);
    await storage.insertAttachment(attachment('unused'), bytes);
    expect(await storage.listAttachments(['m', 'n'])).toEqual(rows);
    expect(await storage.listAttachments(['n'])).toEqual([rows[1]]);
    expect(await storage.listAttachments([])).toEqual([]);
  });

  check('ties files to a message when all are unused, theirs and fresh', async (storage) => {
    await conversation(storage);
    for (const id of ['a', 'b']) await upload(storage, id);
    expect(await storage.claimAttachments(claimOf(['a', 'b', 'a']))).toBe(true);
    expect((await storage.listAttachments(['m'])).map((row) => row.id)).toEqual(['a', 'b']);
    expect(await storage.claimAttachments(claimOf([]))).toBe(true);
  });

  check('ties none when one is unknown, used, another’s, for another person, or too old', async (storage) => {
    await conversation(storage);
    await upload(storage, 'good');
    await upload(storage, 'used', { messageId: 'm' });
    await upload(storage, 'anothers', { uploaderId: 'ingrid' });
    await upload(storage, 'other-person', { personId: 'marte' });
    await upload(storage, 'nobody', { personId: null });
    await upload(storage, 'old', { createdAt: nine - 1 });
    for (const bad of ['unknown', 'used', 'anothers', 'other-person', 'nobody', 'old']) {
      expect(await storage.claimAttachments(claimOf(['good', bad]))).toBe(false);
      expect((await storage.getAttachment('good'))?.messageId).toBeNull();
    }
    expect(await storage.claimAttachments({ ...claimOf(['nobody']), personId: null })).toBe(true);
    const missing = storage.claimAttachments({ ...claimOf(['good']), messageId: 'nothing' });
    await expect(missing).rejects.toMatchObject({ code: 'missing-reference' });
  });

  check('gives each file to one of those who claim it at once', async (storage) => {
    await conversation(storage);
    const ids = ['a', 'b', 'c', 'd'];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }), { minLength: 2, maxLength: 5 }),
        async (wanted) => {
          const prefix = `run${run++}-`;
          for (const id of ids) await upload(storage, prefix + id);
          const claims = wanted.map((some, i) => ({
            ids: some.map((id) => prefix + id),
            messageId: `${prefix}m${i}`,
          }));
          for (const { messageId } of claims) await storage.insertMessage(message(messageId, 't'));
          const won = await Promise.all(
            claims.map((claim) =>
              storage.claimAttachments({ ...claimOf(claim.ids), messageId: claim.messageId }),
            ),
          );
          expect(won).toContain(true);
          for (const [i, claim] of claims.entries()) {
            const got = (await storage.listAttachments([claim.messageId])).map((row) => row.id);
            expect(got.sort()).toEqual(won[i] ? claim.ids.sort() : []);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  check('deletes unused files that are too old, with their bytes', async (storage) => {
    await conversation(storage);
    await upload(storage, 'old', { createdAt: nine - 1 });
    await upload(storage, 'used', { createdAt: nine - 1, messageId: 'm' });
    await upload(storage, 'fresh');
    expect(await storage.deleteUnusedAttachments(nine)).toBe(1);
    expect(await storage.getAttachment('old')).toBeNull();
    expect(await storage.getAttachmentBytes('old')).toBeNull();
    expect(await storage.getAttachmentBytes('used')).toEqual(bytes);
    expect(await storage.getAttachmentBytes('fresh')).toEqual(bytes);
  });
}

/** Ingrid, Marte, and the conversation `t` with the message `m`. */
async function conversation(storage: Storage): Promise<void> {
  for (const id of ['ingrid', 'marte']) await storage.putPerson(person(id));
  await storage.transaction((store) => putThread(store, thread('t', 'ingrid', { lastMessageId: 'm' })));
}

function upload(storage: Storage, id: string, given: Parameters<typeof attachment>[1] = {}): Promise<void> {
  return storage.insertAttachment(attachment(id, { personId: 'ingrid', ...given }), bytes);
}
