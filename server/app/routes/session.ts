/** Who is here; terms; extending and ending a session. */
import { routes } from '../../contract/routes/index.js';
import { acceptTerms, accessOf, withdrawTerms } from '../../rules/access.js';
import type { PersonRow } from '../../storage/storage.js';
import { writeCookie } from '../cookies.js';
import { randomKey } from '../crypto.js';
import { withDraftKey } from '../draft-key.js';
import type { Call, Mount } from '../endpoint.js';
import { anonymousSession, residentSession } from '../present/session.js';
import { invalid, Problem } from '../problem.js';
import { asResident, type Resident, type StaffMember } from '../visitor.js';

export function mountSession(mount: Mount): void {
  mount(routes.getSession, async (call) => {
    const { services, visitor, lang } = call;
    // Staff and strangers are not residents: for them too the answer is that no resident is logged in.
    if (visitor.kind !== 'resident') return { body: anonymousSession(services, lang) };
    const person = await withDraftKey(services, visitor.person, call.now);
    return { body: await residentSession(call.store, services, { ...visitor, person }, lang) };
  });

  mount(routes.acceptTerms, async (call) => {
    const { terms, activationDelayHours } = call.services.settings;
    if (call.body.version !== terms.version) throw invalid('/version');
    return changed(call, (person) => ({
      ...person,
      ...acceptTerms(person, terms.version, activationDelayHours, call.now),
    }));
  });

  mount(routes.withdrawTerms, (call) => changed(call, (person) => ({ ...person, ...withdrawTerms() })));

  mount(routes.extendSession, (call) => changed(call, (person) => person));

  // Staff in the same browser stay: to a resident's log-out that comes twice, their session is the only one left.
  mount(routes.endSession, async (call) => ({
    body: { logoutUrl: call.visitor.kind === 'resident' ? await endSession(call, call.visitor) : null },
  }));
}

/** The session after a change of the person, with the new end that every change gives. */
async function changed(call: Call, change: (person: PersonRow) => PersonRow) {
  const { services, now } = call;
  const { settings, storage } = services;
  const resident = asResident(call.visitor);
  const person = await storage.transaction(async (store) => {
    const before = await store.getPerson(resident.person.id);
    if (!before) throw new Problem('unauthenticated');
    const after = change(before);
    if (after !== before) await store.putPerson(after);
    return after;
  });
  if (person.termsAcceptedAt !== resident.person.termsAcceptedAt)
    call.tell({ about: 'user', userId: person.id });
  const { session } = resident;
  const later: Resident = {
    ...resident,
    person: await withDraftKey(services, person, now),
    access: accessOf(person, settings.terms.version, now),
    session: session.byCookie
      ? { ...session, expiresAt: Math.max(session.expiresAt, now + settings.sessionIdleMinutes * 60_000) }
      : session,
  };
  return { body: await residentSession(storage, services, later, call.lang) };
}

/**
 * Ends the session of a resident or of staff, and gives the address that ends
 * the identity provider's too. A resident's drafts become unreadable: the key
 * is replaced.
 */
export async function endSession(call: Call, visitor: Resident | StaffMember): Promise<string | null> {
  const { services, credential, c } = call;
  const { settings, storage } = services;
  const { session } = visitor;
  await storage.transaction(async (store) => {
    if (session.byCookie) await store.deleteSession(session.id);
    if (visitor.kind !== 'resident') return;
    const person = await store.getPerson(visitor.person.id);
    if (person) await store.putPerson({ ...person, draftKey: randomKey(), draftKeyUsedAt: call.now });
  });
  if (credential?.by === 'cookie') writeCookie(c, settings.publicUrl, credential.cookie, null);
  call.tell({ about: 'session', sessionId: session.id });
  return services.identity.logoutUrl({ returnTo: `${settings.publicUrl}/` });
}
