import type { Clock } from '../../domain/clock.js';
import { BackendError } from '../errors.js';

export interface RestOptions {
  /** Base address of the contract (`https://helse.example.no/api`), absolute or relative to the page. */
  url: string;
  /** With it requests carry `Authorization: Bearer` and no cookies. Asked again once when a token is refused. */
  getToken?: () => Promise<string>;
  fetch?: typeof fetch;
  /** The local clock, corrected by the server's `Date`. */
  clock?: Clock;
  /** Milliseconds until a request is given up, its answer's body included. 30 seconds when left out. */
  timeout?: number;
  /** Milliseconds before a safe request goes out again; doubled for the second time. 400 when left out. */
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

/** How far the local clock may be off the server's before it is corrected, in milliseconds: `Date` has whole seconds. */
const CLOCK_SLACK = 2_000;
/** Attempts at a safe request. */
const ATTEMPTS = 3;
/** Longer waits that the server asks for are left to whoever asked, in milliseconds. */
const LONGEST_WAIT = 5_000;

/** Carries requests to one backend: credentials, time limits, and attempts where they are safe. */
export class RestTransport {
  /** Without a slash at the end. */
  readonly url: string;
  readonly options: RestOptions;
  /** The opaque id of who is logged in, as far as a session has answered. */
  user = '';
  #offset = 0;

  constructor(options: RestOptions) {
    this.options = options;
    this.url = new URL(options.url, globalThis.document?.baseURI).href.replace(/\/+$/, '');
  }

  /** Tells bearer and cookie mode apart: they may be different people. */
  get id(): string {
    return `rest:${this.url}${this.options.getToken ? '#token' : ''}`;
  }

  now(): number {
    return (this.options.clock ?? Date).now() + this.#offset;
  }

  /**
   * The answer, taken in by `take` within the time limit; again after a
   * failure on the way if the request is safe.
   */
  async request<T>(request: RestRequest, take: (response: Response) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(request, take);
      } catch (error) {
        const { code, retryAfter } = error as BackendError;
        const passing = code === 'offline' || (retryAfter !== null && retryAfter <= LONGEST_WAIT);
        if (!(error instanceof BackendError) || !passing || !request.safe || attempt === ATTEMPTS)
          throw error;
        const delay = (this.options.retryDelay ?? 400) * attempt * (0.5 + Math.random() / 2);
        await pause(retryAfter ?? delay, request.signal);
      }
    }
  }

  /** What every request to the backend carries. */
  async headers(more?: Record<string, string>): Promise<Record<string, string>> {
    const { getToken } = this.options;
    let token: string | undefined;
    try {
      token = await getToken?.();
    } catch (cause) {
      throw new BackendError('unauthenticated', { cause });
    }
    return {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...more,
    };
  }

  async #once<T>(request: RestRequest, take: (response: Response) => Promise<T>): Promise<T> {
    const { signal, timeout = this.options.timeout ?? 30_000 } = request;
    signal?.throwIfAborted();
    const controller = new AbortController();
    const abort = (): void => controller.abort(signal!.reason);
    signal?.addEventListener('abort', abort);
    const timer = timeout && setTimeout(() => controller.abort(new BackendError('timeout')), timeout);
    // Whatever hangs, a token of the page's own included, ends with the signal.
    const aborted = new Promise<never>((_, reject) => {
      controller.signal.onabort = () => reject(controller.signal.reason as Error);
    });
    try {
      return await Promise.race([aborted, this.#send(request, controller.signal).then(take)]);
    } catch (cause) {
      if (controller.signal.aborted) throw controller.signal.reason;
      throw cause instanceof BackendError ? cause : new BackendError('offline', { cause });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  async #send({ path, method, headers, body }: RestRequest, signal: AbortSignal): Promise<Response> {
    const { getToken, clock = Date, fetch = globalThis.fetch } = this.options;
    const ask = async (): Promise<Response> =>
      fetch(this.url + path, {
        method,
        body,
        signal,
        headers: await this.headers(headers),
        credentials: getToken ? 'omit' : 'include',
        redirect: 'error',
      });
    const asked = clock.now();
    let response = await ask();
    // The token may have run out just now: the page gets one chance to give a new one.
    if (response.status === 401 && getToken) response = await ask();
    const date = Date.parse(response.headers.get('Date') ?? '');
    // An answer that a cache kept would tell an old time.
    if (date && /no-store/.test(response.headers.get('Cache-Control') ?? '')) {
      const offset = date + 500 - (asked + clock.now()) / 2;
      if (Math.abs(offset - this.#offset) > CLOCK_SLACK)
        this.#offset = Math.abs(offset) > CLOCK_SLACK ? offset : 0;
    }
    return response;
  }
}

/** Waits, or rejects with the signal's reason. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop);
  });
}
