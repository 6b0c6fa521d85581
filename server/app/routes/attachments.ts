/** Files: taken in by their content, given out as downloads to who may read the message. */
import { fileTypeFromBuffer } from 'file-type';
import { routes } from '../../contract/routes/index.js';
import { judgeFile, UNUSED_LIFE } from '../../rules/attachments.js';
import type { AttachmentRow, Store } from '../../storage/storage.js';
import { logResident } from '../access-log.js';
import { readFile } from '../body.js';
import type { Call, Mount } from '../endpoint.js';
import { attachmentOf } from '../present/thread.js';
import { Problem } from '../problem.js';
import { asResident } from '../visitor.js';

export function mountAttachments(mount: Mount): void {
  mount(routes.uploadAttachment, async (call) => {
    const { party, person } = asResident(call.visitor);
    const row = await takeFile(call, { uploaderId: person.id, personId: party.personId });
    return {
      status: 201,
      headers: { Location: `/api/attachments/${encodeURIComponent(row.id)}` },
      body: attachmentOf(row),
    };
  });

  mount(routes.getAttachment, async (call) =>
    call.services.storage.transaction(async (store) => {
      const { party, person } = asResident(call.visitor);
      const row = await store.getAttachment(call.params.id);
      if (row?.personId !== party.personId) throw new Problem('not-found');
      if (row.messageId === null) {
        // Not sent yet: its own uploader may look at it, as long as it lives.
        if (!isOwnUnused(row, person.id, call.now)) throw new Problem('not-found');
        return download(store, call, row);
      }
      const message = await store.getMessage(row.messageId);
      const threadId = message?.threadId ?? null;
      await logResident(store, call, { what: 'attachment-read', personId: party.personId, threadId });
      return download(store, call, row);
    }),
  );
}

/**
 * Keeps the one file of a form, for a message to the person or from them.
 *
 * @throws Problem what is wrong with the file
 */
export async function takeFile(
  { services, change, c, now }: Pick<Call, 'services' | 'change' | 'c' | 'now'>,
  whose: Pick<AttachmentRow, 'uploaderId' | 'personId'>,
): Promise<AttachmentRow> {
  const { limits } = services.settings;
  const { name, bytes } = await readFile(c.req.raw, limits.attachmentSize);
  const detected = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  const judged = judgeFile({ name, bytes, detected }, limits.mediaTypes);
  if (typeof judged === 'string') throw new Problem(judged);
  const row: AttachmentRow = {
    ...judged,
    ...whose,
    id: services.newId(),
    messageId: null,
    size: bytes.byteLength,
    createdAt: now,
  };
  await change((store) => store.insertAttachment(row, bytes));
  return row;
}

/** Uploaded by this user, gone with no message yet, and still living. */
export const isOwnUnused = (row: AttachmentRow, userId: string, now: number): boolean =>
  row.messageId === null && row.uploaderId === userId && row.createdAt >= now - UNUSED_LIFE;

/** The bytes, so that no browser ever shows or runs them in the service's name. */
export async function download(store: Store, call: Pick<Call, 'c'>, row: AttachmentRow): Promise<Response> {
  const bytes = await store.getAttachmentBytes(row.id);
  if (!bytes) throw new Problem('not-found');
  return call.c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': row.mediaType,
    'Content-Length': String(bytes.byteLength),
    'Content-Disposition': contentDisposition(row.name),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
  });
}

/** RFC 6266 with the name in UTF-8 (RFC 8187), and an ASCII likeness for who cannot read that. */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
