/** What the routes share, and what one request carries through the application. */
import type { KeyedHash } from './crypto.js';
import type { HintBus } from './hint-bus.js';
import type { RateLimiter } from './rate-limit.js';
import type { AppOptions, RequestEnvironment } from './options.js';

export interface Services extends Omit<Required<AppOptions>, 'randomId' | 'hintsMs'> {
  newId: () => string;
  hash: KeyedHash;
  bus: HintBus;
  limiter: RateLimiter;
  /** Aborted when the application closes. */
  closing: AbortSignal;
}

export type AppEnv = {
  Bindings: RequestEnvironment;
  Variables: {
    requestId: string;
    /** The pattern of the operation, for the log; unset where there is none. */
    route?: string;
  };
};
