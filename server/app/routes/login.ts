/** Log-in: out to the identity provider and back. */
import type { Context, Hono } from 'hono';
import { IdentityUnavailableError, LoginRefusedError } from '../../auth/identity.js';
import { routes } from '../../contract/routes/index.js';
import { returnAddress } from '../../rules/return-to.js';
import type { LoginAttemptRow, SessionRow } from '../../storage/storage.js';
import { loginCookie, readCookie, sessionCookie, writeCookie } from '../cookies.js';
import { randomToken } from '../crypto.js';
import { withDraftKey } from '../draft-key.js';
import { honoPath } from '../endpoint.js';
import { loginTrouble } from '../login-page.js';
import { addressOf } from '../middleware.js';
import { invalid, Problem } from '../problem.js';
import type { AppEnv, Services } from '../services.js';

/** How long one may take at the identity provider, in milliseconds. */
const ATTEMPT_LIFE = 15 * 60_000;

/** What providers' libraries make states of. */
const STATE = /^[\w.~-]{1,500}$/;

export function mountLogin(app: Hono<AppEnv>, services: Services): void {
  app.get(honoPath(routes.login.path), (c) => {
    c.set('route', routes.login.path);
    return begin(c, services);
  });
  app.get(honoPath(routes.loginCallback.path), (c) => {
    c.set('route', routes.loginCallback.path);
    return complete(c, services);
  });
}

const callbackUrl = (publicUrl: string): string => `${publicUrl}/api/login/callback`;

/**
 * A browser comes here by navigation, so troubles are pages for people, with a
 * way back; a wrong `return_to` is a programmer's, and a problem.
 */
async function begin(c: Context<AppEnv>, services: Services): Promise<Response> {
  const { settings, storage, identity, clock } = services;
  const limits = settings.rateLimits;
  if (limits) services.limiter.take(`login ${addressOf(c, settings.trustProxy)}`, limits.login);
  const sent = c.req.query('return_to');
  if (sent === undefined) throw invalid('/return_to', 'required');
  if (!URL.canParse(sent)) throw invalid('/return_to');
  const returnTo = returnAddress(sent, settings.allowedOrigins);
  if (returnTo === null) throw new Problem('origin-refused');

  const browser = readCookie(c, loginCookie(settings.publicUrl)) ?? randomToken();
  try {
    const redirectUri = callbackUrl(settings.publicUrl);
    const { url, attempt } = await identity.begin({ returnTo, redirectUri });
    await storage.insertLoginAttempt({
      ...attempt,
      returnTo,
      browser: await services.hashToken(browser),
      expiresAt: clock.now() + ATTEMPT_LIFE,
    });
    // The same for all log-ins under way in this browser: two tabs do not disturb each other.
    writeCookie(c, settings.publicUrl, loginCookie(settings.publicUrl), browser, ATTEMPT_LIFE / 1000);
    return c.redirect(url, 302);
  } catch (fault) {
    if (!(fault instanceof IdentityUnavailableError)) throw fault;
    return loginTrouble(c, 'unavailable', returnTo, 503);
  }
}

async function complete(c: Context<AppEnv>, services: Services): Promise<Response> {
  const { settings, storage, identity, clock, log } = services;
  const state = c.req.query('state');
  const attempt = state && STATE.test(state) ? await storage.takeLoginAttempt(state) : null;
  const home = `${settings.publicUrl}/`;
  if (!attempt || attempt.expiresAt <= clock.now()) return loginTrouble(c, 'expired', home, 400);
  const browser = readCookie(c, loginCookie(settings.publicUrl));
  // Somebody else's answer, slipped in to log this person in as another (RFC 6819 § 4.4.1.8).
  if (browser === undefined || (await services.hashToken(browser)) !== attempt.browser)
    return loginTrouble(c, 'other-browser', home, 400);

  const url = new URL(callbackUrl(settings.publicUrl));
  url.search = new URL(c.req.url).search;
  let proven: { subject: string };
  try {
    proven = await identity.complete(url, attempt);
  } catch (fault) {
    if (fault instanceof IdentityUnavailableError)
      return loginTrouble(c, 'unavailable', attempt.returnTo, 503);
    if (!(fault instanceof LoginRefusedError)) throw fault;
    // Who gave up goes back to the page they came from; it offers to log in again.
    if (fault.reason === 'denied') return c.redirect(attempt.returnTo, 302);
    log.warn('login.refused', { requestId: c.var.requestId });
    return loginTrouble(c, 'expired', attempt.returnTo, 400);
  }
  return welcome(c, services, attempt, proven);
}

/** A new session; one of the same side that the browser had before ends, whoever's it was. */
async function welcome(
  c: Context<AppEnv>,
  services: Services,
  attempt: LoginAttemptRow,
  { subject }: { subject: string },
): Promise<Response> {
  const { settings, storage, clock, log } = services;
  const now = clock.now();
  const person = await storage.findPersonBySubject(subject);
  const staff = person ? null : await storage.findStaffBySubject(subject);
  const user = person ?? staff;
  if (!user) {
    log.info('login.unregistered', { requestId: c.var.requestId });
    return loginTrouble(c, 'unregistered', attempt.returnTo, 403);
  }
  if (person) await withDraftKey(services, person, now);
  const kind = person ? 'person' : 'staff';
  const cookie = sessionCookie(settings.publicUrl, kind);
  const before = readCookie(c, cookie);
  if (before !== undefined) {
    const sessionId = await services.hashToken(before);
    await storage.deleteSession(sessionId);
    await storage.insertHints([{ about: 'session', sessionId }], now);
    storage.announce();
  }
  const token = randomToken();
  const session: SessionRow = {
    id: await services.hashToken(token),
    kind,
    userId: user.id,
    createdAt: now,
    expiresAt: now + settings.sessionIdleMinutes * 60_000,
  };
  await storage.insertSession(session);
  writeCookie(c, settings.publicUrl, cookie, token);
  return c.redirect(attempt.returnTo, 302);
}
