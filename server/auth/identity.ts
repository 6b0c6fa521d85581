/**
 * How the care service learns who somebody is. The application knows this
 * interface alone; `oidc.ts` fills it over OpenID Connect, tests and the
 * browser scenarios with something smaller. Web standards only: this file is
 * part of what runs in browsers.
 */

/** What must be remembered between leaving for the provider and coming back. Secret: kept on the server. */
export interface LoginAttempt {
  state: string;
  nonce: string;
  /** The PKCE verifier (RFC 7636). */
  codeVerifier: string;
}

export interface Identity {
  /**
   * Starts a log-in: the address to send the browser to, and what to remember.
   * `returnTo` has been checked by the caller and is kept by the caller too; it
   * is never told to the provider. `redirectUri` is this server's callback.
   * @throws {IdentityUnavailableError} when the provider cannot be reached
   */
  begin(input: { returnTo: string; redirectUri: string }): Promise<{ url: string; attempt: LoginAttempt }>;
  /**
   * Ends a log-in with the address the provider sent the browser back to.
   * `callbackUrl` without its query is the `redirectUri` of the beginning.
   * @throws {LoginRefusedError} when the answer is not one to this attempt
   * @throws {IdentityUnavailableError} when the provider cannot be reached
   */
  complete(callbackUrl: URL, attempt: LoginAttempt): Promise<{ subject: string }>;
  /** Where the browser goes to end the provider's own session too; null when the provider has no such place. */
  logoutUrl(input: { returnTo: string }): string | null;
  /**
   * Who a bearer token speaks for: a JWT access token (RFC 9068) of the issuer,
   * for this API. `expiresAt` is in milliseconds since the epoch. Null for a
   * token that is not valid here.
   * @throws {IdentityUnavailableError} when the provider's keys cannot be had
   */
  verifyBearer(token: string): Promise<{ subject: string; expiresAt: number } | null>;
}

/** The identity provider does not answer, or not sensibly: answer 503 with `Retry-After`. */
export class IdentityUnavailableError extends Error {
  override readonly name = 'IdentityUnavailableError';
  /** In seconds. */
  readonly retryAfter = 5;
}

/**
 * The provider's answer does not fit the attempt (another state or nonce, a
 * code used before), or the person turned back. Nobody is logged in.
 */
export class LoginRefusedError extends Error {
  override readonly name = 'LoginRefusedError';
  readonly reason: 'denied' | 'mismatch';

  constructor(reason: 'denied' | 'mismatch', options?: ErrorOptions) {
    super(
      reason === 'denied' ? 'the log-in was turned down' : 'the answer does not belong to this log-in',
      options,
    );
    this.reason = reason;
  }
}
