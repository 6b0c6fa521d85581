/** Who is here, for whom, and how far in. */
import type { Language, Party, Session, Terms } from '../../../src/backend/types.js';
import { toInstant } from '../../../src/domain/oslo.js';
import { SCOPES } from '../../../src/domain/scopes.js';
import type { Link } from '../../rules/acting-for.js';
import { inLanguage, inLanguageOrNull } from '../../rules/words.js';
import type { PersonRow, Store } from '../../storage/storage.js';
import type { Services } from '../services.js';
import { loadLinks, nameOf, type Resident } from '../visitor.js';
import { municipalityRef } from './contact.js';

function termsOf(services: Services, person: PersonRow | null, lang: Language): Terms {
  const { version, url, points } = services.settings.terms;
  const accepted = person?.termsVersion === version ? person.termsAcceptedAt : null;
  return {
    version,
    url,
    points: points[lang] ?? points.nb,
    acceptedAt: accepted === null ? null : toInstant(accepted),
  };
}

/** What a session says to anybody. */
export function anonymousSession(services: Services, lang: Language): Session {
  const { settings } = services;
  const { film, help } = settings;
  return {
    access: 'anonymous',
    user: null,
    actingFor: null,
    parties: [],
    terms: termsOf(services, null, lang),
    activeFrom: null,
    municipality: null,
    hasServices: false,
    expiresAt: null,
    draftKey: null,
    loginUrl: `${settings.publicUrl}/api/login`,
    help: { phone: help.phone, label: inLanguageOrNull(help.label, lang), url: help.url },
    film: film && { url: film.url, title: inLanguage(film.title, lang), provider: film.provider },
    limits: settings.limits,
  };
}

async function partyOf(store: Store, link: Link): Promise<Party | null> {
  const person = await store.getPerson(link.personId);
  return person && { id: person.id, name: nameOf(person), relation: link.relation, scopes: [...link.scopes] };
}

/**
 * A resident's session. Before access begins nobody else is named in it: a
 * person who has not accepted the terms learns nothing about others.
 */
export async function residentSession(
  store: Store,
  services: Services,
  resident: Resident,
  lang: Language,
): Promise<Session> {
  const { access, person, session } = resident;
  const { activeFrom, draftKey } = person;
  const links = access === 'active' ? await loadLinks(store, person, services.clock.now()) : [];
  const parties = await Promise.all(links.map((link) => partyOf(store, link)));
  const self: Party = {
    id: person.id,
    name: nameOf(person),
    relation: 'self',
    scopes: [...SCOPES],
  };
  const others = parties.filter((party) => party !== null).filter(({ id }) => id !== person.id);
  const actingFor = others.find(({ id }) => id === resident.party?.personId) ?? null;
  const actedFor = actingFor ? ((await store.getPerson(actingFor.id)) ?? person) : person;
  const received = await store.listPersonContacts(actedFor.id, { limit: 1, cursor: null });
  return {
    ...anonymousSession(services, lang),
    access,
    user: self,
    actingFor,
    parties: [self, ...others],
    terms: termsOf(services, person, lang),
    activeFrom: access === 'terms' || activeFrom === null ? null : toInstant(activeFrom),
    municipality: municipalityRef(services.municipalities, actedFor.municipality),
    hasServices: received.items.length > 0,
    expiresAt: toInstant(session.expiresAt),
    draftKey,
  };
}
