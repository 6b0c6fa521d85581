/** The services that a resident receives, and what any municipality offers. */
import { searchMunicipalities } from '../../data/municipalities.js';
import { pageLimits } from '../../contract/limits.js';
import { routes } from '../../contract/routes/index.js';
import { hasScope } from '../../rules/access.js';
import type { ContactRow, Store } from '../../storage/storage.js';
import { recorded } from '../access-log.js';
import type { Call, Mount } from '../endpoint.js';
import { pageOf } from '../paging.js';
import { contactOf, municipalityOf } from '../present/contact.js';
import { Problem } from '../problem.js';
import { readerOf } from '../reader.js';
import { asResident } from '../visitor.js';

export function mountContacts(mount: Mount): void {
  mount(routes.listContacts, async (call) => {
    const { party } = asResident(call.visitor);
    return recorded(call, 'contacts-read', async (store) => {
      const { items, next } = await store.listPersonContacts(party.personId, pageOf(call.query));
      return { body: { items: await present(store, call, items), next } };
    });
  });

  mount(routes.getContact, async (call) => {
    const { party } = asResident(call.visitor);
    return recorded(call, 'contacts-read', async (store) => {
      const row = (await store.receivesService(party.personId, call.params.id))
        ? await store.getContact(call.params.id)
        : null;
      if (!row) throw new Problem('not-found');
      return { body: (await present(store, call, [row]))[0] };
    });
  });

  mount(routes.listMunicipalities, async (call) => {
    const { limit, cursor } = pageOf(call.query);
    const found = searchMunicipalities(call.services.municipalities, call.query.q ?? '');
    const from = cursor === null ? 0 : offsetOf(cursor);
    const page = found.slice(from, from + limit);
    const items = await Promise.all(
      page.map(async (record) =>
        municipalityOf(record, await allContacts(call.store, record.number), call.now),
      ),
    );
    return { body: { items, next: from + limit < found.length ? String(from + limit) : null } };
  });

  mount(routes.listMunicipalityContacts, async (call) => {
    const { municipalities } = call.services;
    if (!municipalities.some(({ number }) => number === call.params.number)) throw new Problem('not-found');
    const { items, next } = await call.store.listMunicipalityContacts(call.params.number, pageOf(call.query));
    const reader = { scopes: null, lang: call.lang, now: call.now };
    return { body: { items: items.map((row) => contactOf(row, reader, 0, municipalities)), next } };
  });
}

/** The list of municipalities does not change while the service runs, so a place in it is a cursor. */
function offsetOf(cursor: string): number {
  if (!/^\d{1,4}$/.test(cursor))
    throw new Problem('invalid', { errors: [{ pointer: '/cursor', code: 'invalid' }] });
  return Number(cursor);
}

async function allContacts(store: Store, municipality: string): Promise<ContactRow[]> {
  const rows: ContactRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.listMunicipalityContacts(municipality, { limit: pageLimits.max, cursor });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}

/** Unread counts are only for who may read the messages. */
async function present(store: Store, call: Call, rows: readonly ContactRow[]) {
  const { party, person } = asResident(call.visitor);
  const unread = hasScope(party, 'messages')
    ? await store.countUnreadByContact(party.personId, person.id)
    : new Map<string, number>();
  const { municipalities } = call.services;
  return rows.map((row) => contactOf(row, readerOf(call), unread.get(row.id) ?? 0, municipalities));
}
