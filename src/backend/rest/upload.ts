import type { UploadOptions } from '../backend.js';
import { BackendError } from '../errors.js';
import type { Attachment, Id } from '../types.js';
import { rawAnswer, readAnswer } from './answers.js';
import type { RawAnswer } from './answers.js';
import type { RestTransport } from './transport.js';

/** An upload that stands still this long is given up, in milliseconds. */
const STALLED = 60_000;

/** Sends a file. By `XMLHttpRequest`, which tells in every browser how far it has come. */
export async function upload(
  transport: RestTransport,
  actingFor: Id | null,
  file: File,
  { signal, onProgress }: UploadOptions = {},
): Promise<Attachment> {
  const { url, options } = transport;
  const body = new FormData();
  body.set('file', file);
  const headers = { Accept: 'application/json', ...(actingFor && { 'HN-Acting-For': actingFor }) };
  const read = (answer: RawAnswer): Attachment => readAnswer(answer, 'id', url) as Attachment;
  // A `fetch` of the page's own is how it wants its requests made, and outside browsers there is no other.
  if (options.fetch || !globalThis.XMLHttpRequest) {
    const sent = await transport.request(
      { method: 'POST', path: '/attachments', headers, body, signal, timeout: 0 },
      async (response) => read(await rawAnswer(response)),
    );
    onProgress?.(file.size, file.size);
    return sent;
  }
  const attempt = async (): Promise<RawAnswer> =>
    send(`${url}/attachments`, body, await transport.headers(headers), !options.getToken, {
      signal,
      onProgress,
    });
  let answer = await attempt();
  // The token may have run out just now: the page gets one chance to give a new one.
  if (answer.status === 401 && options.getToken) answer = await attempt();
  return read(answer);
}

function send(
  url: string,
  body: FormData,
  headers: Record<string, string>,
  withCredentials: boolean,
  { signal, onProgress }: UploadOptions,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const xhr = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout>;
    const end = (error?: unknown): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      if (error) reject(error as Error);
    };
    const giveUp = (error: unknown): void => {
      end(error);
      xhr.abort();
    };
    const abort = (): void => giveUp(signal!.reason);
    const moving = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(new BackendError('timeout')), STALLED);
    };
    xhr.open('POST', url);
    xhr.withCredentials = withCredentials;
    for (const name in headers) xhr.setRequestHeader(name, headers[name]!);
    xhr.upload.onprogress = (event) => {
      moving();
      onProgress?.(event.loaded, event.total);
    };
    xhr.onprogress = moving;
    xhr.onerror = () => end(new BackendError('offline'));
    xhr.onload = () => {
      // An answer from elsewhere, after a redirect, is not this backend's.
      if (xhr.responseURL.split(/[?#]/)[0] !== url) return end(new BackendError('bad-response'));
      end();
      resolve({
        status: xhr.status,
        type: xhr.getResponseHeader('Content-Type'),
        text: xhr.responseText,
        retryAfter: xhr.getResponseHeader('Retry-After'),
      });
    };
    signal?.addEventListener('abort', abort);
    moving();
    xhr.send(body);
  });
}
