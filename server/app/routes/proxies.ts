/** Powers of attorney: given, changed and ended, always by the caller. */
import type { OsloDate, Scope } from '../../../src/backend/types.js';
import { osloDate } from '../../../src/domain/oslo.js';
import { inOrder } from '../../../src/domain/scopes.js';
import { routes } from '../../contract/routes/index.js';
import { selfLink } from '../../rules/acting-for.js';
import { grantRefusal, NAMING_LIMIT, personNamed, statusOf } from '../../rules/proxies.js';
import type { AccessRow, PersonRow, PowerRow, Store } from '../../storage/storage.js';
import { logResident } from '../access-log.js';
import { countAttempt } from '../attempts.js';
import { hashNationalId } from '../crypto.js';
import type { Call, Mount } from '../endpoint.js';
import { pageOf } from '../paging.js';
import { proxyOf } from '../present/proxy.js';
import { invalid, Problem } from '../problem.js';
import { sendReceipts } from '../receipts.js';
import { asResident } from '../visitor.js';

type Grant = Call<typeof routes.grantProxy>;
type Changing = Pick<Call, 'store' | 'services' | 'visitor' | 'now' | 'tell'>;

export function mountProxies(mount: Mount): void {
  mount(routes.listProxies, async (call) => {
    const { person } = asResident(call.visitor);
    const { items, next } = await call.store.listPowers(person.id, pageOf(call.query));
    const others = await othersOf(call.store, items, person.id);
    return {
      body: {
        items: items.map((row) => proxyOf(row, person.id, others.get(row.id), call.now)),
        next,
      },
    };
  });

  mount(routes.grantProxy, grantProxy, {
    before: async (call) => {
      if (call.body.validTo !== null && call.body.validTo < osloDate(call.now)) throw invalid('/validTo');
      const { person } = asResident(call.visitor);
      if ('person' in call.body) await countAttempt(call.services, 'naming', person.id, NAMING_LIMIT);
    },
    pace: ({ namingPaceMs }) => namingPaceMs,
  });

  mount(routes.endProxy, endProxy);
}

/** The power, what it takes the place of, receipts and log entries in one transaction. */
async function grantProxy(call: Grant) {
  const { store, body, now, services } = call;
  const { person: giver } = asResident(call.visitor);
  const today = osloDate(now);
  const replaced = 'replaces' in body ? await givenInForce(store, body.replaces, giver.id, today) : null;
  const receiver = 'person' in body ? await named(call, body.person) : await receiverOf(store, replaced);
  const refusal = receiver ? grantRefusal(giver, receiver, today) : 'person-unknown';
  if (!receiver || refusal) throw new Problem(refusal ?? 'person-unknown');

  const old = (await store.listPowersGiven(giver.id)).filter(
    (row) => row.receiverId === receiver.id && statusOf(row, today) === 'active',
  );
  for (const row of old) await store.putPower({ ...row, endedAt: now });
  const power: PowerRow = {
    id: services.newId(),
    giverId: giver.id,
    receiverId: receiver.id,
    scopes: inOrder(body.scopes),
    validFrom: today,
    validTo: body.validTo,
    createdAt: now,
    endedAt: null,
  };
  await store.putPower(power);
  const what = old.length > 0 ? 'changed' : 'given';
  await record(call, what, power, { giver, receiver, by: giver });
  return {
    status: 201,
    headers: { Location: '/api/proxies' },
    body: proxyOf(power, giver.id, receiver, now),
  };
}

/** At once, by either side; one that is over stays as it is. */
async function endProxy(call: Call<typeof routes.endProxy>) {
  const { store, params, now } = call;
  const { person: by } = asResident(call.visitor);
  const row = await store.getPower(params.id);
  if (row?.giverId !== by.id && row?.receiverId !== by.id) throw new Problem('not-found');
  const other = await store.getPerson(row.giverId === by.id ? row.receiverId : row.giverId);
  if (!other || statusOf(row, osloDate(now)) !== 'active')
    return { body: proxyOf(row, by.id, other ?? undefined, now) };
  const power = { ...row, endedAt: now };
  await store.putPower(power);
  const [giver, receiver] = row.giverId === by.id ? [by, other] : [other, by];
  await record(call, 'ended', power, { giver, receiver, by });
  return { body: proxyOf(power, by.id, other, now) };
}

/** The power that a change names. @throws Problem `not-found` unless the giver gave it and it may be used */
async function givenInForce(store: Store, id: string, giverId: string, today: OsloDate): Promise<PowerRow> {
  const row = await store.getPower(id);
  if (row?.giverId !== giverId || statusOf(row, today) !== 'active') throw new Problem('not-found');
  return row;
}

const receiverOf = async (store: Store, power: PowerRow | null): Promise<PersonRow | null> =>
  power && store.getPerson(power.receiverId);

/** Null whatever does not fit, after the same steps. The number goes no further than its hash. */
async function named(
  { store, services, visitor }: Grant,
  { nationalId, familyName }: { nationalId: string; familyName: string },
): Promise<PersonRow | null> {
  const hash = await hashNationalId(services.hash, nationalId);
  const found = await store.findPersonByNationalIdHash(hash);
  return personNamed(found, familyName, asResident(visitor).person);
}

const DEEDS = {
  given: 'proxy-given',
  changed: 'proxy-changed',
  ended: 'proxy-ended',
} as const satisfies Record<string, AccessRow['what']>;

/** In the log and the inbox of either side; their pages ask again, and the receiver's right is looked at anew. */
async function record(
  call: Changing,
  what: keyof typeof DEEDS,
  power: PowerRow,
  sides: { giver: PersonRow; receiver: PersonRow; by: PersonRow },
): Promise<void> {
  const { store, tell } = call;
  // First of all, so that nothing of the giver is told to who has no right to it any more.
  tell({ about: 'user', userId: sides.receiver.id });
  // Whoever the page acts for: this is done for oneself.
  const self = { ...asResident(call.visitor), party: selfLink(sides.by.id) };
  for (const { id: personId } of [sides.giver, sides.receiver]) {
    await logResident(store, { ...call, visitor: self }, { what: DEEDS[what], personId, threadId: null });
    tell(aboutProxy(personId, power.id));
  }
  await sendReceipts(call, what, power, sides);
}

/** News for one of the two sides alone. */
const aboutProxy = (personId: string, id: string) =>
  ({
    about: 'person',
    personId,
    readerId: personId,
    // Everybody has it for themselves.
    scope: 'messages' satisfies Scope,
    contactId: null,
    type: 'proxy',
    id,
  }) as const;

/** The other side of each power, by the power's id. */
async function othersOf(
  store: Store,
  powers: readonly PowerRow[],
  readerId: string,
): Promise<Map<string, PersonRow>> {
  const otherId = (row: PowerRow) => (row.giverId === readerId ? row.receiverId : row.giverId);
  const persons = await store.getPersons([...new Set(powers.map(otherId))]);
  const byId = new Map(persons.map((person) => [person.id, person]));
  return new Map(
    powers.flatMap((row) => {
      const other = byId.get(otherId(row));
      return other ? [[row.id, other] as const] : [];
    }),
  );
}
