/** Brotli for what is served from files: each version is squeezed once and kept. */
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';

const squeeze = promisify(brotliCompress);
const WORTH_IT = 512;
/** Versions kept; more than the files of one build. */
const KEPT = 300;

/** Needs an `ETag` on the answer, to know a version again; so it stands outside of the `etag` middleware. */
export function brotli(): MiddlewareHandler {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return async (c, next) => {
    await next();
    const { res } = c;
    const tag = res.headers.get('ETag');
    if (tag === null || !/^(text\/|application\/json|image\/svg)/.test(res.headers.get('Content-Type') ?? ''))
      return;
    c.header('Vary', 'Accept-Encoding', { append: true });
    if (c.req.method !== 'GET' || res.status !== 200 || c.req.header('Range') !== undefined) return;
    const encoding = accepts(c, { header: 'Accept-Encoding', supports: ['br'], default: 'identity' });
    if (encoding !== 'br' || Number(res.headers.get('Content-Length')) < WORTH_IT) return;

    const body = await res.arrayBuffer();
    let smaller = kept.get(tag);
    if (!smaller) {
      smaller = squeeze(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).then(
        (bytes) => new Uint8Array(bytes),
      );
      kept.set(tag, smaller);
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    }
    const bytes = await smaller;
    const headers = new Headers(c.res.headers);
    headers.set('Content-Encoding', 'br');
    headers.set('Content-Length', String(bytes.byteLength));
    c.res = undefined;
    c.res = new Response(bytes, { headers });
  };
}
