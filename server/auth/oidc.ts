/**
 * Log-in over OpenID Connect: authorization code with PKCE, state and nonce
 * (OpenID Connect Core 1.0 §3.1, RFC 7636, RFC 9700), and bearer tokens (RFC
 * 9068) checked against the issuer's published keys.
 *
 * The provider is looked up in the background and again on each use until it
 * has answered once, so that the server starts, and shows what is public, while
 * the provider is down.
 */
import { createRemoteJWKSet, customFetch as jwksFetch, errors as jose, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import type { Clock } from '../../src/domain/clock.js';
import { isLoopback } from '../node/loopback.js';
import type { OidcSettings } from '../settings.js';
import { faultFields } from '../log.js';
import type { Log } from '../log.js';
import { IdentityUnavailableError, LoginRefusedError } from './identity.js';
import type { Identity, LoginAttempt } from './identity.js';

export interface OidcOptions extends OidcSettings {
  /** Who a bearer token must be for (`aud`): the address of the API. */
  audience: string;
  clock: Clock;
  log: Log;
  /** How the provider is reached; the built-in one is in this very process. */
  fetch?: typeof fetch;
}

export interface OidcIdentity extends Identity {
  /** Resolves once the provider has been found; looks again with growing pauses until then. */
  ready(): Promise<void>;
  close(): void;
}

interface Provider {
  config: oidc.Configuration;
  keys: JWTVerifyGetKey;
}

const TIMEOUT_SECONDS = 10;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Signatures that need no shared secret: with one, whoever can check could also sign. */
const ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
  'EdDSA',
  'Ed25519',
];

export function createOidcIdentity(options: OidcOptions): OidcIdentity {
  const { audience, clock, log } = options;
  const lookup = new ProviderLookup(options);

  return {
    async begin({ redirectUri }) {
      const { config } = await lookup.provider();
      const attempt: LoginAttempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, attempt };
    },

    async complete(callbackUrl, attempt) {
      const { config } = await lookup.provider();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, callbackUrl, {
          pkceCodeVerifier: attempt.codeVerifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        const subject = tokens.claims()?.sub;
        if (!subject) throw new LoginRefusedError('mismatch');
        return { subject };
      } catch (fault) {
        throw loginFault(fault, log);
      }
    },

    logoutUrl({ returnTo }) {
      const config = lookup.found?.config;
      if (!config?.serverMetadata().end_session_endpoint) return null;
      // Without `id_token_hint`: an ID token may hold an identity number, and this is an address. The library
      // names us by `client_id` (OpenID Connect RP-Initiated Logout 1.0, section 2).
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo }).href;
    },

    async verifyBearer(token) {
      const { config, keys } = await lookup.provider();
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer: config.serverMetadata().issuer,
          audience,
          algorithms: ALGORITHMS,
          typ: 'at+jwt',
          requiredClaims: ['sub', 'exp'],
        });
        // Told on the service's own clock, which tests may have set to another day.
        const remaining = (payload.exp ?? 0) * 1000 - Date.now();
        return payload.sub ? { subject: payload.sub, expiresAt: clock.now() + remaining } : null;
      } catch (fault) {
        if (isTokenFault(fault)) return null;
        log.warn('identity.keys-unavailable', faultFields(fault));
        throw new IdentityUnavailableError('the keys of the identity provider cannot be had', {
          cause: fault,
        });
      }
    },

    ready: () => lookup.untilFound(),
    close: () => lookup.close(),
  };
}

/** Finds the provider once and keeps it; callers at the same time share one attempt. */
class ProviderLookup {
  found: Provider | null = null;
  #attempt: Promise<Provider> | null = null;
  #search: Promise<void> | null = null;
  readonly #options: OidcOptions;
  readonly #closed = new AbortController();

  constructor(options: OidcOptions) {
    this.#options = options;
  }

  async provider(): Promise<Provider> {
    if (this.found) return this.found;
    this.#attempt ??= this.#discover().finally(() => (this.#attempt = null));
    try {
      return (this.found = await this.#attempt);
    } catch (fault) {
      this.#options.log.warn('identity.unavailable', faultFields(rootOf(fault)));
      throw new IdentityUnavailableError('the identity provider does not answer', { cause: fault });
    }
  }

  untilFound(): Promise<void> {
    return (this.#search ??= this.#searchOn());
  }

  close(): void {
    this.#closed.abort();
  }

  async #searchOn(): Promise<void> {
    for (let pause = FIRST_PAUSE; !this.#closed.signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        await this.provider();
        return;
      } catch {
        // Logged where it arose.
        await delay(pause, this.#closed.signal);
      }
    }
  }

  async #discover(): Promise<Provider> {
    const { issuer, clientId, clientSecret } = this.#options;
    const send = this.#options.fetch ?? fetch;
    const url = new URL(issuer);
    const asked = await oidc.discovery(url, clientId, clientSecret, undefined, {
      [oidc.customFetch]: (address, init) => send(address, init as RequestInit),
      timeout: TIMEOUT_SECONDS,
      execute: plainHttp(url),
    });
    const metadata = asked.serverMetadata();
    const config = new oidc.Configuration(
      metadata,
      clientId,
      undefined,
      clientAuthentication(metadata, clientSecret),
    );
    config.timeout = TIMEOUT_SECONDS;
    config[oidc.customFetch] = (address, init) => send(address, init as RequestInit);
    for (const allow of plainHttp(url)) allow(config);
    if (!metadata.jwks_uri) throw new Error('the identity provider publishes no keys');
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), {
      [jwksFetch]: (address, init) => send(address, init),
      timeoutDuration: TIMEOUT_SECONDS * 1000,
    });
    return { config, keys };
  }
}

/** Only for a provider on this machine; the settings refuse plain http to any other. */
function plainHttp(issuer: URL): ((config: oidc.Configuration) => void)[] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to stand out (its own documentation)
  return isLoopback(issuer.hostname) ? [oidc.allowInsecureRequests] : [];
}

/** What the provider takes; without a word about it `client_secret_basic` (OpenID Connect Discovery 1.0 §3). */
function clientAuthentication(metadata: oidc.ServerMetadata, secret: string): oidc.ClientAuth {
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return methods.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(secret)
    : oidc.ClientSecretPost(secret);
}

/** Says whose fault it is that a log-in did not come about: the answer's, or the provider's. */
function loginFault(fault: unknown, log: Log): Error {
  if (fault instanceof LoginRefusedError) return fault;
  if (
    fault instanceof oidc.AuthorizationResponseError &&
    !/^(server_error|temporarily_unavailable)$/.test(fault.error)
  ) {
    return new LoginRefusedError('denied', { cause: fault });
  }
  if (fault instanceof oidc.ResponseBodyError && fault.error === 'invalid_grant') {
    return new LoginRefusedError('mismatch', { cause: fault });
  }
  if (fault instanceof oidc.ClientError && MISMATCHES.has(fault.code ?? '')) {
    return new LoginRefusedError('mismatch', { cause: fault });
  }
  log.warn('identity.unavailable', faultFields(rootOf(fault)));
  return new IdentityUnavailableError('the identity provider did not complete the log-in', { cause: fault });
}

/** Codes of openid-client for an answer that is whole but does not belong to this attempt. */
const MISMATCHES = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
]);

/** True when the token itself is at fault, false when its keys could not be fetched. */
function isTokenFault(fault: unknown): boolean {
  return (
    fault instanceof jose.JOSEError &&
    !(fault instanceof jose.JWKSTimeout) &&
    !(fault instanceof jose.JWKSInvalid) &&
    // what jose throws when the address of the keys answers with something else than keys
    fault.code !== jose.JOSEError.code
  );
}

function rootOf(fault: unknown): unknown {
  return fault instanceof Error && fault.cause instanceof Error ? rootOf(fault.cause) : fault;
}

/** Resolves after `ms`, or at once when aborted; does not keep the process alive. */
function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
