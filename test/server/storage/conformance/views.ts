import { expect } from 'vitest';
import { BEGINNING, type ContactRow, type ThreadReader } from '../../../../server/storage/storage.js';
import type { Check } from '../conformance.js';
import {
  addMessage,
  contact,
  household,
  mark,
  member,
  message,
  nine,
  putThread,
  resident,
  thread,
  walk,
} from './rows.js';

/** Conversations as readers see them. */
export function views(check: Check): void {
  check('shows a conversation with what stands of its service', async (storage) => {
    await household(storage);
    const topics = [{ id: 'visits', label: { nb: 'Besøk', se: 'Guossi "1"' } }];
    const phones = [{ number: '22 00 00 01', label: { nb: 'Vakttelefon' } }];
    const write: ContactRow['write'] = { state: 'not-open-yet', text: { nb: 'Kommer', en: 'Soon' } };
    const care = contact('care', { topics, phones, write, opensOn: null });
    await storage.putContact(care);
    const row = thread('t', 'ingrid', { contactId: 'care', topicId: 'visits' });
    const alone = thread('u', 'ingrid', { contactId: null });
    await storage.transaction(async (store) => {
      await putThread(store, row);
      await putThread(store, alone, { direction: 'out' });
    });
    const { authorName, body: beginning } = message('m', 't');
    const last = { id: 't-first', sentAt: nine, direction: 'in', authorName, beginning };
    expect(await storage.getThreadView('t', resident('ingrid'))).toEqual({
      ...row,
      contact: { id: 'care', name: care.name, service: care.service, phones, write, opensOn: null, topics },
      last,
      unread: 1,
      folder: 'inbox',
    });
    expect(await storage.getThreadView('u', resident('ingrid'))).toEqual({
      ...alone,
      contact: null,
      last: { ...last, id: 'u-first', direction: 'out' },
      unread: 0,
      folder: 'inbox',
    });
    expect(await storage.getThreadView('nothing', resident('ingrid'))).toBeNull();
  });

  check('shows each reader their own folder and what is unread to them', async (storage) => {
    await household(storage);
    await storage.transaction(async (store) => {
      await putThread(store, thread('t', 'ingrid', { contactId: 'physio' }));
      await addMessage(store, message('t2', 't', { direction: 'out', sentAt: nine + 1 }));
      await addMessage(store, message('t3', 't', { direction: 'out', sentAt: nine + 2 }));
    });
    await storage.putFolder('t', 'ingrid', 'archive');
    await storage.putReadMark(mark('t', 'amina', nine + 1));
    const seen = async (reader: ThreadReader) => {
      const view = await storage.getThreadView('t', reader);
      return [view?.unread, view?.folder, view?.contact?.opensOn];
    };
    expect(await seen(resident('ingrid'))).toEqual([1, 'archive', '2027-01-01']);
    expect(await seen(resident('marte'))).toEqual([1, 'inbox', '2027-01-01']);
    expect(await seen(member('amina'))).toEqual([1, 'inbox', '2027-01-01']);
    expect(await seen(member('henrik'))).toEqual([2, 'inbox', '2027-01-01']);
  });

  check('lists conversations as each is by itself, on pages of any length', async (storage) => {
    await household(storage);
    const contactIds = ['care', 'physio', 'care', null, 'care', 'physio', null];
    for (const [i, contactId] of contactIds.entries()) {
      const row = thread(`t${i}`, 'ingrid', { contactId, lastMessageAt: nine + i });
      await storage.transaction((store) => putThread(store, row, { body: `Hei ${i}` }));
    }
    await storage.putReadMark(mark('t2', 'ingrid', nine + 2));
    await storage.putFolder('t4', 'ingrid', 'archive');
    for (const reader of [resident('ingrid'), resident('marte'), member('amina')]) {
      const views = [];
      for (const i of contactIds.keys()) views.unshift(await storage.getThreadView(`t${i}`, reader));
      for (const limit of [1, 2, 3, 7]) {
        const found = await walk((page) => storage.listThreads({ personId: 'ingrid' }, reader, page), limit);
        expect(found).toEqual(views);
      }
    }
  });

  check('shows a reader the last message, cut where a list needs no more', async (storage) => {
    await household(storage);
    const body = '👩🏽‍⚕️'.repeat(400);
    await storage.transaction((store) =>
      putThread(store, thread('t', 'ingrid'), { body, direction: 'out', authorName: 'Ingrid' }),
    );
    const beginning = Array.from(body).slice(0, BEGINNING).join('');
    const last = { id: 't-first', sentAt: nine, direction: 'out', authorName: 'Ingrid', beginning } as const;
    expect(await storage.getThreadView('t', resident('ingrid'))).toMatchObject({ last });
  });
}
