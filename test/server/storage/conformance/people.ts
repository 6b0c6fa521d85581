import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Check } from '../conformance.js';
import { contact, person, staff, walk } from './rows.js';

export function people(check: Check): void {
  check('gives a person back as they were put, by id and by subject', async (storage) => {
    const row = person('ingrid', { activeFrom: 1, draftKey: 'a2V5', draftKeyUsedAt: 2 ** 50 });
    await storage.putPerson(row);
    expect(await storage.getPerson('ingrid')).toEqual(row);
    expect(await storage.findPersonBySubject('subject-ingrid')).toEqual(row);
    expect(await storage.getPerson('Ingrid')).toBeNull();
    expect(await storage.findPersonBySubject('ingrid')).toBeNull();
  });

  check('replaces a person, and lets fields become null', async (storage) => {
    await storage.putPerson(person('ingrid', { draftKey: 'a2V5' }));
    const changed = person('ingrid', { district: null, termsVersion: null, termsAcceptedAt: null });
    await storage.putPerson(changed);
    expect(await storage.getPerson('ingrid')).toEqual(changed);
  });

  check('refuses the subject of another person', async (storage) => {
    await storage.putPerson(person('ingrid', { subject: 'same' }));
    const refused = storage.putPerson(person('marte', { subject: 'same' }));
    await expect(refused).rejects.toMatchObject({ code: 'duplicate' });
    expect(await storage.getPerson('marte')).toBeNull();
  });

  check('keeps any text that has no NUL character', async (storage) => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !value.includes('\0'));
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const row = contact('a', {
          email: value,
          name: { nb: value },
          topics: [{ id: value, label: { nb: value } }],
        });
        await storage.putContact(row);
        expect(await storage.getContact('a')).toEqual(row);
      }),
      { numRuns: 30 },
    );
  });

  check('refuses a NUL character in a column and within a localised text', async (storage) => {
    const inColumn = storage.putPerson(person('ingrid', { givenName: 'a\0b' }));
    await expect(inColumn).rejects.toMatchObject({ code: 'invalid-row' });
    const within = storage.putContact(contact('a', { notice: { nb: 'a\0b' } }));
    await expect(within).rejects.toMatchObject({ code: 'invalid-row' });
  });

  check('puts many services at once, new and old, the last of one id', async (storage) => {
    await storage.putContact(contact('a', { email: 'old@example.com' }));
    const many = Array.from({ length: 600 }, (_, index) => contact(`m${index}`));
    const last = contact('b', { notice: null, district: null });
    await storage.putContacts([contact('a'), contact('b'), ...many, last]);
    await storage.putContacts([]);
    expect(await storage.getContact('a')).toEqual(contact('a'));
    expect(await storage.getContact('b')).toEqual(last);
    expect(await storage.getContact('m599')).toEqual(contact('m599'));
  });

  check('does not let a caller change a kept row, nor what another was given', async (storage) => {
    const row = contact('a');
    await storage.putContact(row);
    row.name.nb = 'changed after put';
    const given = await storage.getContact('a');
    given?.openingHours.pop();
    expect(await storage.getContact('a')).toEqual(contact('a'));
  });

  check('knows staff by id and by subject, with their services in the given order', async (storage) => {
    for (const id of ['a', 'b', 'c']) await storage.putContact(contact(id));
    await storage.putStaff(staff('amina', ['c', 'a']));
    expect(await storage.getStaff('amina')).toEqual(staff('amina', ['c', 'a']));
    expect(await storage.findStaffBySubject('subject-amina')).toEqual(staff('amina', ['c', 'a']));
    await storage.putStaff(staff('amina', ['b', 'c']));
    expect(await storage.getStaff('amina')).toEqual(staff('amina', ['b', 'c']));
    await storage.putStaff(staff('amina', []));
    expect(await storage.getStaff('amina')).toEqual(staff('amina', []));
    expect(await storage.getStaff('henrik')).toBeNull();
    expect(await storage.findStaffBySubject('amina')).toBeNull();
  });

  check('refuses staff of a service that is not there, and keeps them as they were', async (storage) => {
    await storage.putContact(contact('a'));
    await storage.putStaff(staff('amina', ['a']));
    const refused = storage.putStaff(staff('amina', ['b'], { name: 'Another' }));
    await expect(refused).rejects.toMatchObject({ code: 'missing-reference' });
    expect(await storage.getStaff('amina')).toEqual(staff('amina', ['a']));
  });

  check('refuses the subject of another of the staff', async (storage) => {
    await storage.putStaff(staff('amina', [], { subject: 'same' }));
    const refused = storage.putStaff(staff('henrik', [], { subject: 'same' }));
    await expect(refused).rejects.toMatchObject({ code: 'duplicate' });
  });

  check('gives a service back as it was put, and with everything that can be left out', async (storage) => {
    const bare = contact('b', {
      district: null,
      people: [],
      phones: [],
      url: null,
      address: null,
      openingHours: [],
      closedDays: [],
      opensOn: null,
      requests: [],
      cancelReasons: [],
      cancelMessage: false,
      changeDeadline: null,
      replyWithinWorkingDays: null,
      notice: null,
    });
    await storage.putContact(contact('a'));
    await storage.putContact(bare);
    expect(await storage.getContact('a')).toEqual(contact('a'));
    expect(await storage.getContact('b')).toEqual(bare);
    await storage.putContact({ ...bare, id: 'a' });
    expect(await storage.getContact('a')).toEqual({ ...bare, id: 'a' });
    expect(await storage.getContact('c')).toBeNull();
  });

  check('lists the services of a municipality in the order of the Norwegian alphabet', async (storage) => {
    const names = ['Årdal', 'Ærlig', 'østre', 'Zoo', 'Ávjovárri', 'andre', 'Øvre', 'Č', 'Bydel 2'];
    for (const [i, nb] of names.entries()) await storage.putContact(contact(`c${i}`, { name: { nb } }));
    await storage.putContact(contact('elsewhere', { municipality: '1818' }));
    const found = await walk((page) => storage.listMunicipalityContacts('0301', page), 2);
    const inOrder = ['andre', 'Ávjovárri', 'Bydel 2', 'Č', 'Zoo', 'Ærlig', 'østre', 'Øvre', 'Årdal'];
    expect(found.map((row) => row.name.nb)).toEqual(inOrder);
    expect(await storage.listMunicipalityContacts('9999', { limit: 10, cursor: null })).toEqual({
      items: [],
      next: null,
    });
  });

  check('sorts services of one name by id, and neither skips nor repeats one', async (storage) => {
    for (const id of ['b', 'a', 'd', 'c', 'Z'])
      await storage.putContact(contact(id, { name: { nb: 'Same' } }));
    const found = await walk((page) => storage.listMunicipalityContacts('0301', page), 2);
    expect(found.map((row) => row.id)).toEqual(['Z', 'a', 'b', 'c', 'd']);
  });

  check('says that there is no next page when the last one is just full', async (storage) => {
    for (const id of ['a', 'b']) await storage.putContact(contact(id));
    expect((await storage.listMunicipalityContacts('0301', { limit: 2, cursor: null })).next).toBeNull();
    expect((await storage.listMunicipalityContacts('0301', { limit: 1, cursor: null })).next).not.toBeNull();
  });

  check('lists the services a person receives, and those alone', async (storage) => {
    for (const id of ['a', 'b', 'c']) await storage.putContact(contact(id));
    await storage.putPerson(person('ingrid'));
    await storage.putPerson(person('per'));
    for (const id of ['c', 'a', 'a']) await storage.putEnrolment('ingrid', id);
    const found = await walk((page) => storage.listPersonContacts('ingrid', page), 1);
    expect(found).toEqual([contact('a'), contact('c')]);
    expect(await storage.receivesService('ingrid', 'a')).toBe(true);
    expect(await storage.receivesService('ingrid', 'b')).toBe(false);
    expect(await storage.receivesService('per', 'a')).toBe(false);
  });

  check('refuses an enrolment of an unknown person or service', async (storage) => {
    await storage.putContact(contact('a'));
    await storage.putPerson(person('ingrid'));
    const missing = { code: 'missing-reference' };
    await expect(storage.putEnrolment('nobody', 'a')).rejects.toMatchObject(missing);
    await expect(storage.putEnrolment('ingrid', 'nothing')).rejects.toMatchObject(missing);
  });
}
