/**
 * The cookies: one for the session of a resident and one for that of staff, so
 * that one browser can have both, and one that binds a log-in under way to the
 * browser it began in. `__Host-` (RFC 6265bis § 4.1.3.2) needs https.
 */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { SessionRow } from '../storage/storage.js';
import type { AppEnv } from './services.js';

export const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:');

const nameOf = (publicUrl: string, name: string): string => (isSecure(publicUrl) ? `__Host-${name}` : name);

/** Whose session it is. */
type Side = SessionRow['kind'];

export const sessionCookie = (publicUrl: string, side: Side): string =>
  nameOf(publicUrl, side === 'staff' ? 'hn-staff-session' : 'hn-session');
export const loginCookie = (publicUrl: string): string => nameOf(publicUrl, 'hn-login');

export function readCookie(c: Context<AppEnv>, name: string): string | undefined {
  const value = c.env.cookies ? c.env.cookies.get(name) : getCookie(c, name);
  return value || undefined;
}

/** The session that a request to one side brings: of that side, else of the other, if only to be refused. */
export function readSessionCookie(
  c: Context<AppEnv>,
  publicUrl: string,
  side: Side,
): { name: string; token: string } | null {
  for (const one of [side, side === 'staff' ? 'person' : 'staff'] as const) {
    const name = sessionCookie(publicUrl, one);
    const token = readCookie(c, name);
    if (token !== undefined) return { name, token };
  }
  return null;
}

/** Without `maxAge` (seconds) the cookie goes with the browser; null removes it. */
export function writeCookie(
  c: Context<AppEnv>,
  publicUrl: string,
  name: string,
  value: string | null,
  maxAge?: number,
): void {
  if (c.env.cookies) {
    c.env.cookies.set(name, value);
    return;
  }
  setCookie(c, name, value ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(publicUrl),
    ...(value === null ? { maxAge: 0 } : maxAge === undefined ? {} : { maxAge }),
  });
}
