/** Who asks: from a cookie or a bearer token to a person, their standing, and whom they act for. */
import type { Context } from 'hono';
import type { Id } from '../../src/backend/types.js';
import { osloDate } from '../../src/domain/oslo.js';
import { accessOf, type AccessRules, type PersonAccess } from '../rules/access.js';
import { linksOf, selfLink, type Link } from '../rules/acting-for.js';
import type { PersonRow, StaffRow, Store } from '../storage/storage.js';
import { readSessionCookie } from './cookies.js';
import { Problem } from './problem.js';
import type { AppEnv, Services } from './services.js';

/** What a request proves itself with. */
export type Credential =
  | { by: 'cookie'; cookie: string; sessionId: string }
  | { by: 'bearer'; sessionId: string; subject: string; expiresAt: number };

/** The session in which somebody asks. */
export interface SessionRef {
  /** The row's id, or a hash of the bearer token. */
  id: string;
  byCookie: boolean;
  expiresAt: number;
}

export interface Resident {
  kind: 'resident';
  session: SessionRef;
  person: PersonRow;
  access: PersonAccess;
  /** Whom `HN-Acting-For` names, oneself without it; null when that is nobody this person may act for. */
  party: Link | null;
}

export interface StaffMember {
  kind: 'staff';
  session: SessionRef;
  staff: StaffRow;
}

export type Visitor = { kind: 'anonymous' } | { kind: 'unregistered' } | Resident | StaffMember;

const ANONYMOUS = { kind: 'anonymous' } as const;

/** A bearer token wins and cookies are then not looked at; a token that is not valid is nobody. */
export async function readCredential(
  c: Context<AppEnv>,
  services: Services,
  { 'x-access': access }: AccessRules,
): Promise<Credential | null> {
  const bearer = /^Bearer +([^\s]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const known = await services.identity.verifyBearer(bearer);
    return known && { by: 'bearer', sessionId: `bearer:${await services.hashToken(bearer)}`, ...known };
  }
  const side = access === 'staff' ? 'staff' : 'person';
  const cookie = readSessionCookie(c, services.settings.publicUrl, side);
  return cookie && { by: 'cookie', cookie: cookie.name, sessionId: await services.hashToken(cookie.token) };
}

/**
 * `actingFor` is the header's value, undefined without it. With `hold`, in a transaction: what gives the right
 * to act for another does not end before the transaction does.
 */
export async function loadVisitor(
  store: Store,
  services: Pick<Services, 'clock' | 'settings'>,
  credential: Credential | null,
  actingFor: Id | undefined,
  hold = false,
): Promise<Visitor> {
  if (!credential) return ANONYMOUS;
  const now = services.clock.now();
  let session: SessionRef;
  let person: PersonRow | null;
  let staff: StaffRow | null;
  if (credential.by === 'cookie') {
    const row = await store.getSession(credential.sessionId);
    if (!row || row.expiresAt <= now) return ANONYMOUS;
    session = { id: row.id, byCookie: true, expiresAt: row.expiresAt };
    ({ person } = row);
    staff = row.kind === 'staff' ? await store.getStaff(row.userId) : null;
  } else {
    if (credential.expiresAt <= now) return ANONYMOUS;
    session = { id: credential.sessionId, byCookie: false, expiresAt: credential.expiresAt };
    person = await store.findPersonBySubject(credential.subject);
    staff = person ? null : await store.findStaffBySubject(credential.subject);
  }
  if (staff) return { kind: 'staff', session, staff };
  if (!person) return { kind: 'unregistered' };
  const access = accessOf(person, services.settings.terms.version, now);
  if (actingFor === undefined || actingFor === person.id)
    return { kind: 'resident', session, person, access, party: selfLink(person.id) };
  if (hold) await store.holdPowers(actingFor, person.id);
  const links = await loadLinks(store, person, now);
  const party = links.find((link) => link.personId === actingFor) ?? null;
  return { kind: 'resident', session, person, access, party };
}

/** Oneself first, then children, then those who gave a power of attorney. */
export async function loadLinks(store: Store, person: PersonRow, now: number): Promise<Link[]> {
  const children = [];
  for (const child of await store.listChildren(person.id)) {
    const row = await store.getPerson(child.childId);
    if (row) children.push({ ...child, birthDate: row.birthDate });
  }
  return linksOf(person, await store.listPowersReceived(person.id), children, osloDate(now));
}

export const nameOf = (person: Pick<PersonRow, 'givenName' | 'familyName'>): string =>
  `${person.givenName} ${person.familyName}`;

/** The acting party's name where one acts for another, for the access log and the author line. */
export async function onBehalfOf(store: Store, resident: Resident): Promise<string | null> {
  if (!resident.party || resident.party.relation === 'self') return null;
  const party = await store.getPerson(resident.party.personId);
  return party && nameOf(party);
}

/** Narrows to a resident and the party that the guard let through. */
export function asResident(visitor: Visitor): Resident & { party: Link } {
  if (visitor.kind !== 'resident' || !visitor.party) throw new Problem('forbidden');
  return { ...visitor, party: visitor.party };
}

export function asStaff(visitor: Visitor): StaffMember {
  if (visitor.kind !== 'staff') throw new Problem('forbidden');
  return visitor;
}
