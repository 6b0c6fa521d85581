import { beforeEach, describe, expect, it } from 'vitest';
import { seed } from '../../../server/data/household/index.js';
import { municipalities } from '../../../server/data/municipalities.js';
import type { AppointmentFilter, AppointmentRow } from '../../../server/storage/appointments.js';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import type { LocalText, Storage } from '../../../server/storage/storage.js';
import { addDays, osloDate, osloTime } from '../../../src/domain/oslo.js';
import { addWorkingDays, isWorkingDay } from '../../../src/domain/working-days.js';

const DAY = 24 * 60 * 60_000;
const monday = Date.parse('2026-11-23T09:30:00+01:00');
const page = { limit: 200, cursor: null };
const some = { municipalities: municipalities.filter(({ number }) => number === '0301') };
const household = ['ingrid-solberg', 'ailu-somby', 'nora-solberg', 'sander-solberg'];

let storage: Storage;
beforeEach(() => {
  storage = createMemoryStorage();
});

async function listed(from = storage, filter?: Partial<AppointmentFilter>): Promise<AppointmentRow[]> {
  const lists = await Promise.all(
    household.map((personId) => from.listAppointments({ personId, ...filter }, 'asc', page)),
  );
  return lists.flatMap(({ items }) => items);
}

async function seededAt(now: number): Promise<Storage> {
  const fresh = createMemoryStorage();
  await seed(fresh, now, some);
  return fresh;
}

async function one(id: string): Promise<AppointmentRow> {
  const row = await storage.getAppointment(id);
  if (!row) throw new Error(`No appointment is ${id}`);
  return row;
}

const freeSlots = async (contactId: string, from = storage) =>
  (await from.listFreeSlots({ contactId, from: 0, to: Number.MAX_SAFE_INTEGER }, page)).items;

/** Without the version, which tells one that was moved from a fresh one. */
const unversioned = (rows: AppointmentRow[]) => rows.map((row) => ({ ...row, version: 0 }));

describe('appointments of the household', () => {
  it('are home visits every day from two weeks ago to five weeks ahead, between two times of the day', async () => {
    // Over the night to summer time.
    const march = Date.parse('2027-03-16T10:00:00+01:00');
    await seed(storage, march, some);
    for (const [id, begins, ends] of [
      ['ingrid-morning', '09:00', '11:00'],
      ['ingrid-evening', '20:00', '22:00'],
    ] as const) {
      const visits = (await listed()).filter((row) => row.id.startsWith(id));
      expect(visits.map(({ start }) => osloDate(start ?? 0))).toEqual(
        Array.from({ length: 50 }, (_, n) => addDays(osloDate(march), n - 14)),
      );
      expect(
        new Set(visits.map(({ start, end }) => `${osloTime(start ?? 0)} ${osloTime(end ?? 0)}`)),
      ).toEqual(new Set([`${begins} ${ends}`]));
      expect(visits.every((row) => row.window && row.place.type === 'home')).toBe(true);
      expect(new Set(visits.map(({ id: own }) => own)).size).toBe(50);
    }
  });

  it('have taken place where they are over, and say when', async () => {
    await seed(storage, monday, some);
    const visits = (await listed()).filter(({ id }) => /-\d{4}-\d\d-\d\d$/.test(id));
    for (const { id, start, end, status, completedAt } of visits) {
      const isOver = (end ?? 0) <= monday;
      expect(status, id).toBe(isOver ? 'completed' : 'booked');
      if (!isOver) expect(completedAt, id).toBeNull();
      else expect((completedAt ?? 0) >= (start ?? 0) && (completedAt ?? 0) <= (end ?? 0), id).toBe(true);
    }
    expect(await one('ingrid-morning-2026-11-22')).toMatchObject({ status: 'completed' });
    // Somebody may be on the way.
    expect(await one('ingrid-morning-2026-11-23')).toMatchObject({ status: 'booked' });
  });

  it('are of every kind and in every state that a page has to show', async () => {
    await seed(storage, monday, some);
    const rows = await listed();
    expect([...new Set(rows.map(({ status }) => status))].sort()).toEqual([
      'booked',
      'cancelled',
      'completed',
      'declined',
      'requested',
    ]);
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([
      'consultation',
      'home-visit',
      'vaccination',
      'video',
    ]);
    expect(new Set(rows.map(({ personId }) => personId))).toEqual(new Set(household));
    const video = rows.find(({ kind }) => kind === 'video');
    expect(video?.place.url).toMatch(/^https:\/\/[^/]+\.example\//);
    const night = await one('ingrid-night');
    expect([night.start, night.end].map((ms) => osloTime(ms ?? 0))).toEqual(['23:00', '01:00']);
    expect(osloDate(night.end ?? 0)).toBe(addDays(osloDate(night.start ?? 0), 1));
    const wishes = rows.filter(({ start }) => start === null);
    expect(wishes.map(({ status, decision }) => [status, Boolean(decision?.reason)]).sort()).toEqual([
      ['declined', true],
      ['requested', false],
    ]);
    for (const { wishes: words, preferred } of wishes) {
      expect(words).toBeTruthy();
      expect(preferred.length).toBeGreaterThan(0);
    }
    const physiotherapy = await storage.getContact('ostensjo-physiotherapy');
    expect(osloDate((await one('ingrid-physiotherapy')).start ?? 0)).toBe(
      addWorkingDays('2026-11-23', 3, physiotherapy?.closedDays),
    );
  });

  it('say everything in Bokmål, Nynorsk and English', async () => {
    await seed(storage, monday, some);
    const slots = await Promise.all(
      ['ostensjo-physiotherapy', 'fana-health-centre', 'karasjok-mental-health'].map((id) => freeSlots(id)),
    );
    const texts = [...(await listed()), ...slots.flat()].flatMap((row) => [
      row.place.text,
      row.practitioner?.role ?? null,
      ...('title' in row ? [row.title, row.preparation] : []),
    ]);
    for (const text of texts.filter((each): each is LocalText => each !== null)) {
      expect(text.nb && text.nn && text.en, JSON.stringify(text)).toBeTruthy();
    }
  });

  it('stand with services that the person receives, on their working days', async () => {
    for (const now of [
      monday,
      Date.parse('2026-12-22T23:50:00+01:00'),
      Date.parse('2027-05-14T12:00:00+02:00'),
    ]) {
      storage = await seededAt(now);
      for (const row of await listed()) {
        expect(await storage.receivesService(row.personId, row.contactId), row.id).toBe(true);
        const contact = await storage.getContact(row.contactId);
        if (row.kind === 'home-visit' || row.start === null) continue;
        expect(isWorkingDay(osloDate(row.start), contact?.closedDays), row.id).toBe(true);
      }
    }
  });
});

describe('free slots of the household', () => {
  it('are Henrik’s on the working days of the next four weeks that he is not away', async () => {
    await seed(storage, monday, some);
    const physiotherapy = await storage.getContact('ostensjo-physiotherapy');
    const slots = await freeSlots('ostensjo-physiotherapy');
    expect(slots.length).toBeGreaterThan(20);
    for (const { id, kind, start, end, practitioner } of slots) {
      expect(isWorkingDay(osloDate(start), physiotherapy?.closedDays), id).toBe(true);
      expect(start > monday && start < monday + 29 * DAY && end > start, id).toBe(true);
      expect(['consultation', 'video'], id).toContain(kind);
      expect(practitioner?.name, id).toBe('Henrik Dahl');
    }
    expect(await freeSlots('oslo-vaccination')).toEqual([]);
  });

  it('are at no time at which somebody has an appointment', async () => {
    for (const day of [0, 1, 2, 3, 4]) {
      storage = await seededAt(monday + day * DAY);
      for (const contactId of ['ostensjo-physiotherapy', 'fana-health-centre', 'karasjok-mental-health']) {
        const taken = (await listed()).filter((row) => row.contactId === contactId);
        for (const slot of await freeSlots(contactId)) {
          expect(
            taken.filter(({ start, end }) => (start ?? 0) < slot.end && (end ?? 0) > slot.start),
          ).toEqual([]);
        }
      }
    }
  });
});

describe('seeding appointments again', () => {
  for (const [sentence, later] of [
    ['the next day', monday + DAY],
    ['after Christmas', monday + 40 * DAY],
    ['a year later', monday + 365 * DAY],
  ] as const) {
    it(`${sentence} gives what a fresh start gives`, async () => {
      await seed(storage, monday, some);
      await seed(storage, later, some);
      const fresh = await seededAt(later);
      expect(unversioned(await listed())).toEqual(unversioned(await listed(fresh)));
      for (const id of ['ostensjo-physiotherapy', 'fana-health-centre', 'karasjok-mental-health']) {
        expect(await freeSlots(id)).toEqual(await freeSlots(id, fresh));
      }
    });
  }

  it('on the same day changes nothing', async () => {
    await seed(storage, monday, some);
    const before = await listed();
    await seed(storage, monday + 60 * 60_000, some);
    expect(await listed()).toEqual(before);
  });

  it('leaves what somebody has changed, booked or taken away', async () => {
    await seed(storage, monday, some);
    const [slot, gone] = await freeSlots('ostensjo-physiotherapy');
    if (!slot || !gone) throw new Error('There are no free slots');
    const wish = { status: 'cancel-requested', cancelReasonId: 'away', updatedAt: monday } as const;
    const move = { start: slot.start, end: slot.end, slotId: slot.id, updatedAt: monday };
    expect(await storage.updateAppointment('ingrid-morning-2026-11-24', 1, wish)).toBe(true);
    expect(await storage.updateAppointment('ingrid-physiotherapy', 1, move)).toBe(true);
    expect(await storage.deleteSlot(gone.id)).toBe(true);
    const own = { ...(await one('ingrid-vaccination')), id: 'own', updatedAt: monday };
    await storage.insertAppointment(own);

    for (const days of [1, 2, 60]) {
      await seed(storage, monday + days * DAY, some);
      expect(await one('ingrid-morning-2026-11-24')).toMatchObject({ ...wish, version: 2 });
      expect(await one('ingrid-physiotherapy')).toMatchObject({ ...move, version: 2 });
      expect(await one('own')).toEqual(own);
      expect(await storage.getSlot(slot.id)).toEqual(slot);
      expect(await storage.getSlot(gone.id)).toBeNull();
    }
  });

  it('lets nobody decide on a time that has moved', async () => {
    await seed(storage, monday, some);
    const seen = await one('ingrid-physiotherapy');
    await seed(storage, monday + DAY, some);
    expect(await storage.updateAppointment(seen.id, seen.version, { status: 'cancelled' })).toBe(false);
    // What has not moved is as it was.
    expect(await one('ingrid-morning-2026-11-30')).toMatchObject({ version: 1 });
  });
});
