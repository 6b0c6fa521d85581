import { describe, expect, it } from 'vitest';
import {
  demoMunicipalities,
  demoPeople,
  exampleContacts,
  testIdentities,
} from '../../../server/data/household/index.js';
import { householdConversations } from '../../../server/data/household/conversations.js';
import { children, persons, powers, staff } from '../../../server/data/household/people.js';
import { enrolments, householdContacts } from '../../../server/data/household/contacts.js';
import { municipalities } from '../../../server/data/municipalities.js';
import { syntheticNationalId } from '../../../server/data/national-id.js';
import { ServiceType } from '../../../server/contract/index.js';
import { osloDate } from '../../../src/domain/oslo.js';
import type { LocalText } from '../../../server/storage/storage.js';

const at = (instant: string) => Date.parse(instant);
const now = at('2026-11-24T09:00:00+01:00');
const contacts = exampleContacts(now, municipalities);

/** Written out from the Tax Administration's description, apart from the code under test. */
function hasRightCheckDigits(id: string): boolean {
  const digits = Array.from(id, Number);
  const sum = (weights: number[]) =>
    weights.reduce((total, weight, i) => total + weight * (digits[i] ?? 0), 0);
  return sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 && sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

describe('identity numbers', () => {
  it('are synthetic, each its own, with right check digits and the birth date in them', () => {
    const people = demoPeople(now);
    expect(new Set(people.map(({ nationalId }) => nationalId)).size).toBe(people.length);
    for (const { nationalId, birthDate } of people) {
      expect(nationalId).toMatch(/^\d{11}$/);
      expect(hasRightCheckDigits(nationalId), nationalId).toBe(true);
      const [year, month, day] = birthDate.split('-');
      expect(nationalId.slice(0, 6)).toBe(`${day}${Number(month) + 80}${year?.slice(2)}`);
    }
  });

  it('tell women from men, the centuries, and people of one birth date', () => {
    for (const birthDate of ['1948-03-14', '2012-05-27']) {
      const ids = [0, 1, 2].flatMap((order) => [
        syntheticNationalId(birthDate, 'female', order),
        syntheticNationalId(birthDate, 'male', order),
      ]);
      expect(new Set(ids).size).toBe(6);
      ids.forEach((id, index) => {
        expect(hasRightCheckDigits(id)).toBe(true);
        expect(Number(id[8]) % 2).toBe(index % 2);
        expect(Number(id.slice(6, 9)) >= 500).toBe(birthDate > '2000');
      });
    }
  });

  it('stand nowhere in what a storage keeps', () => {
    const kept = JSON.stringify([
      persons(now),
      staff,
      powers(now),
      children,
      contacts,
      householdConversations(now),
    ]);
    for (const { nationalId } of demoPeople(now)) expect(kept).not.toContain(nationalId);
  });
});

describe('the household', () => {
  it.each(['2026-11-24T09:00:00+01:00', '2028-02-29T23:59:00+01:00', '2031-01-01T00:00:00+01:00'])(
    'keeps its ages at %s',
    (instant) => {
      const ages = persons(at(instant)).map(({ givenName, birthDate }) => [
        givenName,
        ageOn(birthDate, osloDate(at(instant))),
      ]);
      expect(Object.fromEntries(ages)).toEqual({
        Ingrid: 78,
        Marte: 49,
        Jonas: 17,
        Sander: 14,
        Nora: 8,
        Áilu: 34,
        Liv: 44,
        Ragnhild: 66,
        Tor: 58,
        Kari: 71,
        Per: 45,
      });
    },
  );

  it.each(['2026-11-24T09:00:00+01:00', '2026-11-24T00:00:30+01:00', '2026-03-29T03:30:00+02:00'])(
    'has Kari accept today and become active tomorrow, at %s',
    (instant) => {
      const kari = persons(at(instant)).find(({ id }) => id === 'kari-lie');
      expect(kari?.termsAcceptedAt).toBeLessThanOrEqual(at(instant));
      expect(osloDate(kari?.termsAcceptedAt ?? 0)).toBe(osloDate(at(instant)));
      expect(kari?.activeFrom).toBeGreaterThan(at(instant));
    },
  );

  it('stands at different points of the way in', () => {
    const byId = new Map(persons(now).map((person) => [person.id, person]));
    expect(byId.get('tor-nygaard')).toMatchObject({
      termsVersion: null,
      termsAcceptedAt: null,
      activeFrom: null,
    });
    expect(byId.get('liv-strand')?.protectedAddress).toBe(true);
    expect(byId.get('ingrid-solberg')?.activeFrom).toBeLessThan(now);
    expect(enrolments['per-aas']).toBeUndefined();
  });

  it('logs in, save the two youngest', () => {
    const subjects = testIdentities.map(({ subject }) => subject);
    expect(subjects).toHaveLength(11);
    expect(subjects).not.toContain('sander-solberg');
    expect(subjects).not.toContain('nora-solberg');
    expect(testIdentities.filter((one) => one.staff).map(({ name }) => name)).toEqual([
      'Amina Yusuf',
      'Henrik Dahl',
    ]);
  });

  it('names only people and services that there are', () => {
    const ids = new Set(persons(now).map(({ id }) => id));
    const services = new Set(householdContacts(now).map(({ id }) => id));
    for (const [personId, contactIds] of Object.entries(enrolments)) {
      expect(ids).toContain(personId);
      for (const id of contactIds) expect(services).toContain(id);
    }
    for (const one of staff) for (const id of one.contactIds) expect(services).toContain(id);
    for (const { thread } of householdConversations(now)) {
      expect(ids).toContain(thread.personId);
      if (thread.contactId === null) continue;
      expect(enrolments[thread.personId]).toContain(thread.contactId);
      const contact = householdContacts(now).find(({ id }) => id === thread.contactId);
      if (thread.topicId) expect(contact?.topics.map(({ id }) => id)).toContain(thread.topicId);
    }
  });

  it.each(['2026-11-24T09:00:00+01:00', '2026-12-26T00:10:00+01:00', '2027-04-01T12:00:00+02:00'])(
    'has written what it wrote before today, in order, on working days, at %s',
    (instant) => {
      for (const { thread, messages, readMarks } of householdConversations(at(instant))) {
        const times = messages.map(({ sentAt }) => sentAt);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(thread).toMatchObject({ createdAt: times[0], lastMessageAt: times.at(-1) });
        expect(osloDate(thread.lastMessageAt) < osloDate(at(instant))).toBe(true);
        for (const mark of readMarks) expect(times).toContain(mark.at);
      }
    },
  );

  it('says who wrote on whose behalf', () => {
    const all = householdConversations(now).flatMap(({ messages }) => messages);
    expect(all.find(({ id }) => id === 'ingrid-cleaning-1')).toMatchObject({
      authorId: 'marte-solberg',
      authorName: 'Marte Solberg',
      onBehalfOf: 'Ingrid Solberg',
    });
    expect(all.find(({ id }) => id === 'ingrid-eye-drops-2')).toMatchObject({
      authorName: 'Amina Yusuf',
      authorRole: { nb: 'Sykepleier', nn: 'Sjukepleiar', en: 'Nurse' },
      onBehalfOf: null,
    });
  });

  it('has a file that is a PDF of the size it says', () => {
    const [file] = householdConversations(now).flatMap(({ files }) => files);
    expect(file?.row.size).toBe(file?.bytes.length);
    const text = new TextDecoder('latin1').decode(file?.bytes);
    expect(text).toMatch(/^%PDF-1\.4\n/);
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    expect(text).toContain('Løft kneet');
  });
});

describe('services', () => {
  it('are there for every municipality, each with an id of its own', () => {
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(contacts.length);
    for (const { number } of municipalities) {
      const services = contacts.filter((row) => row.municipality === number).map(({ service }) => service);
      expect(services, number).toEqual(
        expect.arrayContaining(['home-care', 'health-centre', 'emergency-clinic', 'vaccination']),
      );
    }
  });

  it('have numbers of one series that reaches nobody, each its own, and invented addresses', () => {
    const numbers = contacts.flatMap(({ phones }) => phones.map(({ number }) => number));
    for (const number of numbers) expect(number).toMatch(/^\+47 01 \d\d \d\d \d\d$/);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { phones, address, email } of contacts) {
      expect(phones.length).toBeGreaterThan(0);
      if (address) expect(address).toMatchObject({ postalCode: '9999' });
      if (email) expect(email).toMatch(/\.example$/);
    }
  });

  it('have every word in Bokmål, Nynorsk and English', () => {
    const texts = contacts.flatMap((row) => [
      row.name,
      row.write.text,
      row.appointments.text,
      row.visitNotices.text,
      row.notice,
      ...row.people.map(({ role }) => role),
      ...row.phones.map(({ label }) => label),
      ...row.closedDays.map(({ label }) => label),
      ...[...row.requests, ...row.cancelReasons, ...row.topics].map(({ label }) => label),
    ]);
    for (const text of texts.filter((one): one is LocalText => one !== null)) {
      expect(text.nb && text.nn && text.en, JSON.stringify(text)).toBeTruthy();
    }
  });

  it('say when what is not open yet opens, on a day ahead', () => {
    for (const row of contacts) {
      const waiting = [row.write, row.appointments, row.visitNotices].some(
        ({ state }) => state === 'not-open-yet',
      );
      expect(row.opensOn !== null, row.id).toBe(waiting);
      if (row.opensOn) expect(row.opensOn > osloDate(now)).toBe(true);
    }
  });

  it('stand in every district of Oslo and Bergen', () => {
    for (const [number, count] of [
      ['0301', 15],
      ['4601', 8],
    ] as const) {
      const places = contacts.filter((row) => row.municipality === number && row.service === 'home-care');
      expect(new Set(places.map(({ district }) => district?.number)).size).toBe(count);
    }
  });

  it('are the same every time', () => {
    expect(exampleContacts(now, municipalities)).toEqual(contacts);
  });
});

describe('demoMunicipalities', () => {
  const all = demoMunicipalities(now);
  const offers = (number: string) => all.find((one) => one.number === number)?.services ?? [];

  it('says of every municipality what its services offer', () => {
    expect(all).toHaveLength(357);
    for (const { number, services } of all) {
      for (const { service, capabilities, opensOn } of services) {
        expect(ServiceType.options).toContain(service);
        const rows = contacts.filter((row) => row.municipality === number && row.service === service);
        expect(capabilities.includes('write')).toBe(rows.some((row) => row.write.state === 'open'));
        expect(opensOn !== null).toBe(rows.some((row) => row.opensOn !== null));
      }
    }
  });

  it('has Våler in Innlandet give contact information alone, and open on a day', () => {
    expect(offers('3419').flatMap(({ capabilities }) => capabilities)).toEqual([]);
    expect(offers('3419').find(({ service }) => service === 'home-care')?.opensOn).toMatch(
      /^\d{4}-\d\d-\d\d$/,
    );
  });

  it('shows municipalities that have come differently far', () => {
    const open = all.map(({ services }) => services.flatMap(({ capabilities }) => capabilities).length);
    expect(open.filter((count) => count === 0).length).toBeGreaterThan(20);
    expect(open.filter((count) => count > 8).length).toBeGreaterThan(20);
  });
});
