import { beforeEach, describe, expect, it } from 'vitest';
import { demoPeople, seed } from '../../../server/data/household/index.js';
import { municipalities } from '../../../server/data/municipalities.js';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import type { Storage } from '../../../server/storage/storage.js';
import { osloDate } from '../../../src/domain/oslo.js';

const monday = Date.parse('2026-11-23T09:00:00+01:00');
const tuesday = Date.parse('2026-11-24T07:30:00+01:00');
const page = { limit: 200, cursor: null };
/** Few, for time's sake; one test takes them all. */
const some = {
  municipalities: municipalities.filter(({ number }) => ['0301', '1818', '3419'].includes(number)),
};

let storage: Storage;
beforeEach(() => {
  storage = createMemoryStorage();
});

async function everything() {
  const reader = { id: 'ingrid-solberg', direction: 'in' } as const;
  const threads = await storage.listThreads({ personId: reader.id }, reader, page);
  return {
    persons: await Promise.all(
      ['ingrid-solberg', 'kari-lie', 'tor-nygaard'].map((id) => storage.getPerson(id)),
    ),
    contacts: (await storage.listMunicipalityContacts('0301', page)).items,
    threads: threads.items,
    messages: await Promise.all(threads.items.map(({ id }) => storage.listMessages(id, page))),
    powers: await storage.listPowersGiven('ingrid-solberg'),
  };
}

const lastDay = async (id: string) => osloDate((await storage.getThread(id))?.lastMessageAt ?? 0);

describe('seed', () => {
  it('puts in the household', async () => {
    await seed(storage, monday, some);
    expect(
      (await storage.listPersonContacts('ingrid-solberg', page)).items.map(({ id }) => id).sort(),
    ).toEqual([
      'oslo-vaccination',
      'ostensjo-home-care',
      'ostensjo-physiotherapy',
      'ostensjo-practical-help',
    ]);
    expect((await storage.listPersonContacts('per-aas', page)).items).toEqual([]);
    expect(await storage.findStaffBySubject('amina-yusuf')).toMatchObject({
      contactIds: ['ostensjo-home-care'],
    });
    expect(await storage.listPowersReceived('marte-solberg')).toMatchObject([
      { giverId: 'ingrid-solberg', scopes: ['messages', 'appointments'] },
    ]);
    expect(
      Object.fromEntries(
        (await storage.listChildren('marte-solberg')).map((row) => [row.childId, row.scopes]),
      ),
    ).toEqual({
      'jonas-solberg': [],
      'sander-solberg': ['appointments'],
      'nora-solberg': ['messages', 'appointments', 'notifications'],
    });
  });

  it('makes people findable by the numbers that they have that day, and keeps no number', async () => {
    const nationalIdHash = (nationalId: string) =>
      Promise.resolve(`hash of ${Array.from(nationalId).reverse().join('')}`);
    for (const day of [monday, monday + 400 * 24 * 3_600_000]) {
      await seed(storage, day, { ...some, nationalIdHash });
      for (const { id, nationalId } of demoPeople(day)) {
        const found = await storage.findPersonByNationalIdHash(await nationalIdHash(nationalId));
        expect(found?.id).toBe(id);
        expect(await storage.findPersonByNationalIdHash(nationalId)).toBeNull();
      }
    }
    const [ingrid] = demoPeople(monday);
    const old = await storage.findPersonByNationalIdHash(await nationalIdHash(ingrid?.nationalId ?? ''));
    expect(old).toBeNull();
  });

  it('leaves something unread on either side', async () => {
    await seed(storage, monday, some);
    const unread = await storage.countUnreadByContact('ingrid-solberg', 'ingrid-solberg');
    expect([...unread].filter(([, count]) => count > 0)).toEqual([['ostensjo-home-care', 1]]);
    const henrik = { id: 'henrik-dahl', direction: 'out' } as const;
    expect(await storage.getThreadView('ingrid-exercises', henrik)).toMatchObject({ unread: 1 });
    const files = await storage.listAttachments(['ingrid-exercises-2']);
    expect(await storage.getAttachmentBytes(files[0]?.id ?? '')).toHaveLength(files[0]?.size ?? -1);
  });

  it('puts in services of all municipalities', async () => {
    await seed(storage, monday);
    for (const { number } of municipalities) {
      expect((await storage.listMunicipalityContacts(number, { limit: 1, cursor: null })).items).toHaveLength(
        1,
      );
    }
  });

  it('does nothing the second time on a day', async () => {
    await seed(storage, monday, some);
    const before = await everything();
    await seed(storage, monday + 60 * 60 * 1000, some);
    expect(await everything()).toEqual(before);
  });

  it('moves what nobody has touched to a later day', async () => {
    await seed(storage, monday, some);
    await seed(storage, tuesday, some);
    const fresh = createMemoryStorage();
    await seed(fresh, tuesday, some);
    expect(await lastDay('ingrid-eye-drops')).toBe('2026-11-23');
    expect(await storage.listMessages('ingrid-eye-drops', page)).toEqual(
      await fresh.listMessages('ingrid-eye-drops', page),
    );
    expect(await storage.getThread('ingrid-exercises')).toMatchObject({ replyBy: '2026-11-24' });
    expect(await storage.getPerson('kari-lie')).toEqual(await fresh.getPerson('kari-lie'));
    expect(await storage.getContact('ostensjo-physiotherapy')).toEqual(
      await fresh.getContact('ostensjo-physiotherapy'),
    );
    const unread = await storage.countUnreadByContact('ingrid-solberg', 'ingrid-solberg');
    expect(unread.get('ostensjo-home-care')).toBe(1);
  });

  it('leaves a conversation in which somebody has written', async () => {
    await seed(storage, monday, some);
    await storage.transaction(async (store) => {
      await store.insertMessage({
        id: 'new',
        threadId: 'ingrid-eye-drops',
        direction: 'out',
        authorId: 'ingrid-solberg',
        authorName: 'Ingrid Solberg',
        authorRole: null,
        onBehalfOf: null,
        body: 'Takk!',
        sentAt: monday,
      });
      await store.updateThread('ingrid-eye-drops', { lastMessageId: 'new', lastMessageAt: monday });
    });
    const before = await storage.listMessages('ingrid-eye-drops', page);
    await seed(storage, tuesday, some);
    expect(await storage.listMessages('ingrid-eye-drops', page)).toEqual(before);
    expect(await storage.getThread('ingrid-eye-drops')).toMatchObject({ lastMessageId: 'new' });
  });

  it('leaves a conversation that somebody has read', async () => {
    await seed(storage, monday, some);
    await storage.insertAccess({
      id: 'a1',
      personId: 'ingrid-solberg',
      threadId: 'ingrid-eye-drops',
      at: monday,
      actorId: 'amina-yusuf',
      who: 'Amina Yusuf',
      role: null,
      what: 'thread-read',
      onBehalfOf: null,
    });
    const before = await lastDay('ingrid-eye-drops');
    await seed(storage, tuesday, some);
    expect(await lastDay('ingrid-eye-drops')).toBe(before);
    expect(await lastDay('ingrid-exercises')).toBe('2026-11-23');
  });

  it('leaves consent that somebody gave or withdrew, and draft keys', async () => {
    await seed(storage, monday, some);
    const tor = await storage.getPerson('tor-nygaard');
    const kari = await storage.getPerson('kari-lie');
    const ingrid = await storage.getPerson('ingrid-solberg');
    if (!tor || !kari || !ingrid) throw new Error('The household is not there');
    await storage.putPerson({ ...tor, termsVersion: '2026-01', termsAcceptedAt: monday, activeFrom: monday });
    await storage.putPerson({ ...kari, termsVersion: null, termsAcceptedAt: null, activeFrom: null });
    await storage.putPerson({ ...ingrid, draftKey: 'key', draftKeyUsedAt: monday });
    await seed(storage, tuesday, some);
    expect(await storage.getPerson('tor-nygaard')).toMatchObject({ termsAcceptedAt: monday });
    expect(await storage.getPerson('kari-lie')).toMatchObject({ termsVersion: null, activeFrom: null });
    expect(await storage.getPerson('ingrid-solberg')).toMatchObject({
      draftKey: 'key',
      draftKeyUsedAt: monday,
    });
  });

  it('does not give back a power of attorney that was ended', async () => {
    await seed(storage, monday, some);
    const [power] = await storage.listPowersGiven('ingrid-solberg');
    if (!power) throw new Error('There is no power of attorney');
    await storage.putPower({ ...power, endedAt: monday });
    await seed(storage, tuesday, some);
    expect(await storage.listPowersGiven('ingrid-solberg')).toEqual([{ ...power, endedAt: monday }]);
  });
});
