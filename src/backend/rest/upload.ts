import type { UploadOptions } from '../backend.js';
import { BackendError } from '../errors.js';
import { platform } from '../platform.js';
import type { Attachment } from '../types.js';
import { readResponse } from './answers.js';
import type { RestCore } from './core.js';

/** An upload that stands still this long is given up, in milliseconds. */
const STALLED = 60_000;

/**
 * Sends a file. By `XMLHttpRequest`, which tells in every browser how far it has come, and follows redirects: only
 * afterwards is it known that the answer is from elsewhere. The page's `connect-src` stops it before.
 */
export async function upload(
  { transport, acting }: RestCore,
  file: File,
  { signal, onProgress }: UploadOptions = {},
): Promise<Attachment> {
  const { url, options } = transport;
  const body = new FormData();
  body.set('file', file);
  const headers = { ...acting(), Accept: 'application/json' };
  // A `fetch` of the page's own is how it wants its requests made, and outside browsers there is no other.
  if (options.fetch || !platform.XMLHttpRequest) {
    const sent = await transport.request(
      { method: 'POST', path: '/attachments', headers, body, signal, timeout: 0 },
      (response) => readResponse(response, 'id', url),
    );
    onProgress?.(file.size, file.size);
    return sent as Attachment;
  }
  const attempt = async (): Promise<XMLHttpRequest> =>
    send(`${url}/attachments`, body, await transport.headers(headers), !options.getToken, {
      signal,
      onProgress,
    });
  let xhr = await attempt();
  // The token may have run out just now: the page gets one chance to give a new one.
  if (xhr.status === 401 && options.getToken) xhr = await attempt();
  const answer = new Response(xhr.responseText || null, { status: xhr.status });
  for (const name of ['Content-Type', 'Retry-After']) {
    answer.headers.set(name, xhr.getResponseHeader(name) ?? '');
  }
  return (await readResponse(answer, 'id', url)) as Attachment;
}

function send(
  url: string,
  body: FormData,
  headers: Record<string, string>,
  withCredentials: boolean,
  { signal, onProgress }: UploadOptions,
): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const xhr = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout>;
    const end = (error?: Error | null): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      if (error) reject(error);
    };
    const giveUp = (error: Error): void => {
      end(error);
      xhr.abort();
    };
    const abort = (): void => giveUp(signal?.reason as Error);
    const moving = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(new BackendError('timeout')), STALLED);
    };
    xhr.open('POST', url);
    xhr.withCredentials = withCredentials;
    for (const header of Object.entries(headers)) xhr.setRequestHeader(...header);
    xhr.upload.onprogress = (event) => {
      moving();
      onProgress?.(event.loaded, event.total);
    };
    xhr.onprogress = moving;
    xhr.onerror = () => end(new BackendError('offline'));
    xhr.onload = () => {
      // An answer from elsewhere, after a redirect, is not this backend's.
      end(xhr.responseURL.replace(/[?#].*/, '') === url ? null : new BackendError('bad-response'));
      resolve(xhr);
    };
    signal?.addEventListener('abort', abort);
    moving();
    xhr.send(body);
  });
}
