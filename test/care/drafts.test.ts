import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftsOf, DraftStore } from '../../src/care/drafts.js';
import type { Draft } from '../../src/care/drafts.js';
import type { Person } from '../../src/care/person.js';
import { createCareClient } from '../../src/care/care-client.js';
import type { CareClient } from '../../src/care/care-client.js';
import { until } from '../backend/server.js';
import { fakeStorage, stubStorage } from '../backend/storage.js';
import { fakeBackend } from './fake-backend.js';

const KEY = btoa('k'.repeat(32));
const INGRID: Person = { user: 'ingrid', party: 'ingrid', draftKey: KEY };
const MARTE: Person = { user: 'marte', party: 'marte', draftKey: btoa('m'.repeat(32)) };
const DRAFT: Draft = {
  key: '6a1e29ac-8a44-4e58-9f8f-7cfa09a4b6ad',
  sending: true,
  topicId: 't1',
  subject: 'Hemmelig emne',
  body: 'Hemmelig tekst ø',
  attachments: [{ id: 'a1', name: 'prøvesvar.pdf', mediaType: 'application/pdf', size: 3 }],
  uploading: ['bilde.jpg'],
};

let storage: Storage;
beforeEach(() => {
  storage = stubStorage();
});
afterEach(() => {
  vi.unstubAllGlobals();
});
/** The store after the page was loaded (again) by `person`. */
const load = (person: Person | null, backendId = 'rest:https://x.example'): DraftStore =>
  new DraftStore({ person, backendId, draftsLoaded: false });

describe('a draft', () => {
  it('survives a reload, with its key and its files', async () => {
    await load(INGRID).set('new:c1', DRAFT);
    expect(await load(INGRID).get('new:c1')).toEqual(DRAFT);
  });

  it('survives the end of the session and a new log-in of the same person', async () => {
    const source = { person: INGRID as Person | null, backendId: 'b', draftsLoaded: false };
    const store = new DraftStore(source);
    await store.set('s', { ...DRAFT, body: 'first' });
    source.person = null;
    expect(await store.get('s')).toBeNull();
    // What was typed as the session ran out is still theirs.
    await store.set('s', DRAFT);
    await store.purge('ingrid');
    expect(await load(INGRID, 'b').get('s')).toEqual(DRAFT);
  });

  it('is kept for whoever began it, although they act for another by then, or another is here', async () => {
    const begun: Person = { ...INGRID, party: 'jonas' };
    const source = { person: begun, backendId: 'b', draftsLoaded: false };
    const store = new DraftStore(source);
    source.person = INGRID;
    await store.set('s', DRAFT, { person: begun });
    expect(await store.get('s')).toBeNull();
    source.person = begun;
    expect(await store.get('s')).toEqual(DRAFT);
    source.person = MARTE;
    await store.purge('marte');
    await store.set('s', DRAFT, { person: begun });
    expect(await store.get('s')).toBeNull();
    expect(Object.keys(storage)).toEqual([]);
  });

  it('belongs to backend, user, acted-for and slot', async () => {
    await load(INGRID).set('s', DRAFT);
    expect(await load(INGRID).get('other')).toBeNull();
    expect(await load(INGRID, 'rest:https://y.example').get('s')).toBeNull();
    expect(await load({ ...INGRID, party: 'jonas' }).get('s')).toBeNull();
    expect(await load({ ...INGRID, user: 'marte', party: 'ingrid' }).get('s')).toBeNull();
    expect(await load(INGRID).get('s')).toEqual(DRAFT);
  });

  it('says nothing where it is stored of what, whose and for whom it is', async () => {
    await load(INGRID).set('new:c1', DRAFT);
    const all = JSON.stringify(Object.entries(storage));
    for (const word of [
      'ingrid',
      'new:c1',
      'Hemmelig',
      'prøvesvar',
      'x.example',
      DRAFT.key,
      btoa('Hemmelig'),
    ]) {
      expect(all).not.toContain(word);
    }
    expect(Object.keys(storage)).toHaveLength(1);
  });

  it('is unreadable with another key, and then gone: log-out replaces the key', async () => {
    await load(INGRID).set('s', DRAFT);
    expect(await load({ ...INGRID, draftKey: MARTE.draftKey }).get('s')).toBeNull();
    expect(Object.keys(storage)).toEqual([]);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 10)],
    ['changed', (text: string) => (text[20] === 'A' ? 'B' : 'A') + text.slice(1)],
    ['no base64', () => '%%%'],
    ['empty', () => ' '],
  ])('that is %s is dropped', async (_, damage) => {
    await load(INGRID).set('s', DRAFT);
    const [name] = Object.keys(storage);
    storage.setItem(name!, damage(storage.getItem(name!)!));
    expect(await load(INGRID).get('s')).toBeNull();
    expect(Object.keys(storage)).toEqual([]);
  });

  it('moved to the place of another is dropped', async () => {
    const store = load(INGRID);
    await store.set('one', DRAFT);
    const [one] = Object.keys(storage);
    await store.set('two', { ...DRAFT, body: 'two' });
    const two = Object.keys(storage).find((name) => name !== one)!;
    storage.setItem(two, storage.getItem(one!)!);
    expect(await store.get('two')).toBeNull();
  });

  it.each([
    ['the session gives no key', (): Person => ({ ...INGRID, draftKey: null }), {}],
    ['the key is none', (): Person => ({ ...INGRID, draftKey: 'x' }), {}],
    ['the page wants it so', (): Person => INGRID, { memory: true }],
    [
      'the page is not secure',
      (): Person => {
        vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
        return INGRID;
      },
      {},
    ],
    [
      'the storage is full',
      (): Person => {
        const full = fakeStorage();
        (Object.getPrototypeOf(full) as Storage).setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
        vi.stubGlobal('sessionStorage', full);
        return INGRID;
      },
      {},
    ],
  ])('stays in memory where %s', async (_, setUp, options) => {
    const person = setUp();
    const store = load(person);
    await store.set('s', DRAFT, options);
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(await store.get('s')).toEqual(DRAFT);
    expect(await load(person).get('s')).toBeNull();
    await store.purge('marte');
    expect(await store.get('s')).toBeNull();
  });

  it('is the last that was written, however writes overlap', async () => {
    const store = load(INGRID);
    await Promise.all(['a', 'b', 'c'].map((body) => store.set('s', { ...DRAFT, body })));
    expect((await store.get('s'))!.body).toBe('c');
    expect((await load(INGRID).get('s'))!.body).toBe('c');
  });

  it.each([
    ['written again', (store: DraftStore) => store.set('s', { ...DRAFT, body: 'later' }), 'later'],
    ['deleted', (store: DraftStore) => store.delete('s'), undefined],
  ])('is not brought back by a slow write once it was %s', async (_, change, body) => {
    const store = load(INGRID);
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    // The first write finds its name last of all.
    let end = (): void => undefined;
    const later = new Promise<void>((resolve) => (end = resolve));
    const slowly = vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (...all) => {
      await later;
      return digest(...all);
    });
    const slow = store.set('s', { ...DRAFT, body: 'earlier' });
    slowly.mockRestore();
    await change(store);
    end();
    await slow;
    expect((await store.get('s'))?.body).toBe(body);
    expect((await load(INGRID).get('s'))?.body).toBe(body);
  });

  it('is written although those of others are purged meanwhile, as when the session becomes known', async () => {
    const store = load(INGRID);
    const writing = store.set('s', DRAFT);
    await Promise.all([writing, store.purge('ingrid')]);
    expect(await load(INGRID).get('s')).toEqual(DRAFT);
  });

  it('is not written after it was deleted or purged, however late the writing ends', async () => {
    const store = load(INGRID);
    const writing = store.set('s', DRAFT);
    await store.purge(null);
    await writing;
    expect(Object.keys(storage)).toEqual([]);
    await store.set('s', DRAFT);
    await store.delete('s');
    expect(await store.get('s')).toBeNull();
    expect(Object.keys(storage)).toEqual([]);
  });

  it('goes with all of this backend at log-out, and stays for others of another', async () => {
    await load(INGRID).set('s', DRAFT);
    await load(INGRID, 'other').set('s', DRAFT);
    await load(INGRID).purge(null);
    expect(await load(INGRID).get('s')).toBeNull();
    expect(await load(INGRID, 'other').get('s')).toEqual(DRAFT);
  });

  it('is lost on nobody: without a person nothing is kept', async () => {
    const store = load(null);
    await store.set('s', DRAFT);
    await store.delete('s');
    expect(await store.get('s')).toBeNull();
  });
});

describe('the drafts of a care client', () => {
  const clients: CareClient[] = [];
  afterEach(() => {
    for (const care of clients.splice(0)) care.close();
  });
  const start = async (backend = fakeBackend()): Promise<{ care: CareClient; backend: typeof backend }> => {
    const care = createCareClient(() => backend);
    clients.push(care);
    const session = care.observeSession('nb', () => undefined);
    await until(() => session.snapshot.data);
    return { care, backend };
  };

  it('are one store for everybody', async () => {
    const { care } = await start();
    expect(draftsOf(care)).toBe(draftsOf(care));
  });

  it('are deleted at log-out, also those from before a reload', async () => {
    const { care, backend } = await start();
    await draftsOf(care).set('s', DRAFT);
    const { care: reloaded } = await start(backend);
    await reloaded.logOut();
    expect(Object.keys(storage)).toEqual([]);
  });

  it('are deleted in the other tabs too when one logs out', async () => {
    const { care, backend } = await start();
    const { care: other } = await start(Object.assign(fakeBackend(), { id: backend.id }));
    await draftsOf(other).set('s', DRAFT);
    await until(() => backend.calls.includes('watch'));
    await care.logOut();
    await until(() => !Object.keys(storage).length);
  });

  it('are deleted when another person logs in, and stay for the same', async () => {
    const { care, backend } = await start();
    await draftsOf(care).set('s', DRAFT);
    backend.user = null;
    const { care: nobody } = await start(backend);
    expect(await draftsOf(nobody).get('s')).toBeNull();
    backend.user = 'ingrid';
    const { care: same } = await start(backend);
    expect(await draftsOf(same).get('s')).toEqual(DRAFT);
    backend.user = 'marte';
    const { care: another } = await start(backend);
    await until(() => !Object.keys(storage).length);
    expect(await draftsOf(another).get('s')).toBeNull();
  });
});
