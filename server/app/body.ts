/** Reads bodies, never more than fits. */
import { Problem } from './problem.js';

/** Beyond the longest message in its most wordy JSON (`\ud83d\ude00` is 12 bytes a code point). */
export const JSON_LIMIT = 256 * 1024;

/**
 * The body's bytes.
 *
 * @throws Problem `too-large`, before reading when `Content-Length` says so, else at the first byte too many
 */
export async function readLimited(
  request: Request,
  limit: number,
  told = limit,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new Problem('too-large', { limit: told });
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** The media type without its parameters. */
const mediaTypeOf = (request: Request): string =>
  (request.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * The letters and the value of a JSON body.
 *
 * @throws Problem `media-type`, `too-large`, `malformed`
 */
export async function readJson(request: Request): Promise<{ text: string; value: unknown }> {
  if (mediaTypeOf(request) !== 'application/json') throw new Problem('media-type');
  const bytes = await readLimited(request, JSON_LIMIT);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    throw new Problem('malformed');
  }
}

/** Room for the parts' headers and boundaries. */
const MULTIPART_ROOM = 16 * 1024;

/**
 * The one file of a form.
 *
 * @throws Problem `media-type`, `too-large` (with `limit`), `malformed`, `invalid`
 */
export async function readFile(
  request: Request,
  limit: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (mediaTypeOf(request) !== 'multipart/form-data') throw new Problem('media-type');
  const whole = await readLimited(request, limit + MULTIPART_ROOM, limit);
  let form: FormData;
  try {
    form = await new Response(whole, {
      headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' },
    }).formData();
  } catch {
    throw new Problem('malformed');
  }
  const files = form.getAll('file');
  const [file] = files;
  if (files.length > 1) throw new Problem('invalid', { errors: [{ pointer: '/file', code: 'too-many' }] });
  if (!(file instanceof Blob))
    throw new Problem('invalid', { errors: [{ pointer: '/file', code: 'required' }] });
  if (file.size > limit) throw new Problem('too-large', { limit });
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
