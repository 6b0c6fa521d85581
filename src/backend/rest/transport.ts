import type { Clock } from '../../domain/clock.js';
import { BackendError } from '../errors.js';
import { platform } from '../platform.js';

export interface RestOptions {
  /** Base address of the contract (`https://helse.example.no/api`), absolute or relative to the page. */
  url: string;
  /** With it requests carry `Authorization: Bearer` and no cookies. Asked again once when a token is refused. */
  getToken?: () => Promise<string>;
  fetch?: typeof fetch;
  /** The local clock, corrected by the server's `Date`. */
  clock?: Clock;
  /** Milliseconds until a request is given up, further attempts and the answer's body included. 30 seconds. */
  timeout?: number;
  /** Milliseconds before a safe request goes out again; doubled for the second time. 400. */
  retryDelay?: number;
}

/** One request of the contract. */
export interface RestRequest {
  /** Below the base address, with its query. */
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | FormData;
  signal?: AbortSignal;
  /** Milliseconds until it is given up; 0 is never. */
  timeout?: number;
  /** May go out again when it is not known whether it arrived. */
  safe?: boolean;
}

/** Carries requests to one backend: credentials, time limits, and attempts where they are safe. */
export interface RestTransport {
  readonly options: RestOptions;
  /** Without a slash at the end. */
  readonly url: string;
  /** Tells bearer and cookie mode apart: they may be different people. */
  readonly id: string;
  /** The opaque id of who is logged in, as far as a session has answered. */
  user: string;
  now(): number;
  /** `more` and, in bearer mode, the token. */
  headers(more?: Record<string, string>): Promise<Record<string, string>>;
  /**
   * The answer, taken in by `take` within the time limit; again after a
   * failure on the way if the request is safe.
   */
  request<T>(request: RestRequest, take: (response: Response) => Promise<T>): Promise<T>;
}

/** How far the clock may be off the server's before it is corrected, in milliseconds: `Date` has whole seconds. */
const CLOCK_SLACK = 2_000;
/** Attempts at a safe request. */
const ATTEMPTS = 3;
/** Longer waits that the server asks for are left to whoever asked, in milliseconds. */
const LONGEST_WAIT = 5_000;

export function createTransport(options: RestOptions): RestTransport {
  const { getToken, clock = Date } = options;
  const url = new URL(options.url, platform.document?.baseURI).href.replace(/\/+$/, '');
  let offset = 0;

  const headers: RestTransport['headers'] = async (more) => {
    const token = await getToken?.().catch((cause: unknown) => {
      throw new BackendError('unauthenticated', { cause });
    });
    return token ? { ...more, Authorization: `Bearer ${token}` } : { ...more };
  };

  const send = async (request: RestRequest, signal: AbortSignal): Promise<Response> => {
    const { method, body } = request;
    const ask = async (): Promise<Response> =>
      (options.fetch ?? fetch)(url + request.path, {
        method,
        body,
        signal,
        // Without a token it leaves at once, before anything is drawn.
        headers: getToken ? await headers(request.headers) : request.headers,
        credentials: getToken ? 'omit' : 'include',
        redirect: 'error',
      });
    const asked = clock.now();
    let response = await ask();
    // The token may have run out just now: the page gets one chance to give a new one.
    if (response.status === 401 && getToken) response = await ask();
    const date = Date.parse(response.headers.get('Date') ?? '');
    // An answer that a cache has kept tells an old time.
    if ((response.headers.get('Cache-Control') ?? '').includes('no-store')) {
      const off = date + 500 - (asked + clock.now()) / 2;
      if (Math.abs(off - offset) > CLOCK_SLACK) offset = off;
    }
    return response;
  };

  return {
    options,
    url,
    id: `rest:${url}${getToken ? '#token' : ''}`,
    user: '',
    now: () => clock.now() + offset,
    headers,
    async request(request, take) {
      const { signal, safe, timeout = options.timeout ?? 30_000 } = request;
      signal?.throwIfAborted();
      const controller = new AbortController();
      const ended = controller.signal;
      // Whatever hangs, a token of the page's own included, ends with the signal.
      const end = new Promise<never>((_, reject) => {
        ended.onabort = () => reject(ended.reason as Error);
      });
      const abort = (): void => controller.abort(signal?.reason);
      signal?.addEventListener('abort', abort);
      const timer = timeout && setTimeout(() => controller.abort(new BackendError('timeout')), timeout);
      try {
        for (let attempt = 1; ; attempt++) {
          try {
            return await Promise.race([end, send(request, ended).then(take)]);
          } catch (cause) {
            if (ended.aborted) throw ended.reason;
            const error = cause instanceof BackendError ? cause : new BackendError('offline', { cause });
            const { code, retryAfter } = error;
            const passing = retryAfter ? retryAfter <= LONGEST_WAIT : code === 'offline';
            if (!safe || !passing || attempt === ATTEMPTS) throw error;
            const delay = (options.retryDelay ?? 400) * attempt * (0.5 + Math.random() / 2);
            const pause = new Promise((resolve) => setTimeout(resolve, retryAfter ?? delay));
            await Promise.race([end, pause]);
          }
        }
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      }
    },
  };
}
