/** Appointments, and the slots that are free for them. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import {
  LONGEST_APPOINTMENT,
  positionOf,
  WAITING,
  type AppointmentFilter,
  type AppointmentRow,
  type AppointmentsStore,
  type SlotRow,
} from '../appointments.js';
import { decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import { isOneOf, json, type AppointmentJson, type Database } from './database.js';
import { describe, OrderConflict } from './errors.js';

const columns = [
  'id',
  'personId',
  'contactId',
  'kind',
  'title',
  'start',
  'end',
  'window',
  'status',
  'place',
  'practitioner',
  'preparation',
  'wishes',
  'preferred',
  'cancelReasonId',
  'cancelMessage',
  'decision',
  'completedAt',
  'slotId',
  'createdAt',
  'updatedAt',
  'version',
] as const satisfies (keyof AppointmentRow)[];

const jsonColumns = [
  'title',
  'place',
  'practitioner',
  'preparation',
  'preferred',
  'decision',
] as const satisfies AppointmentJson[];

/** Rows to a statement: a statement of PostgreSQL takes 65,535 values at most. */
const rowsAtOnce = 500;

export function appointmentsStore(db: Kysely<Database>): AppointmentsStore {
  return {
    async insertAppointment(row) {
      await db.insertInto('appointments').values(withTexts(row)).execute();
    },

    async insertNewAppointments(rows) {
      let count = 0;
      for (let at = 0; at < rows.length; at += rowsAtOnce) {
        const { numInsertedOrUpdatedRows = 0n } = await db
          .insertInto('appointments')
          .values(rows.slice(at, at + rowsAtOnce).map(withTexts))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst();
        count += Number(numInsertedOrUpdatedRows);
      }
      return count;
    },

    async getAppointment(id) {
      const query = db.selectFrom('appointments').select(columns).where('id', '=', id);
      return (await query.executeTakeFirst()) ?? null;
    },

    async updateAppointment(id, version, change) {
      const { numUpdatedRows } = await db
        .updateTable('appointments')
        .set({ ...withTexts(change), version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async listAppointments(filter, order, page) {
      const after =
        page.cursor === null ? null : decodeCursor('appointments', ['number', 'string'], page.cursor);
      const rows = await found(db, filter, order, after, page.limit + 1);
      return pageOf(rows, page.limit, (row) => encodeCursor('appointments', [positionOf(row), row.id]));
    },

    async deleteAppointments(ids) {
      await db.deleteFrom('appointments').where(isOneOf('id', ids)).execute();
    },

    async putSlot(row) {
      const values = { ...row, place: JSON.stringify(row.place), practitioner: json(row.practitioner) };
      await db
        .insertInto('slots')
        .values(values)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
    },

    async getSlot(id) {
      return (await db.selectFrom('slots').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    async listFreeSlots({ contactId, kind, from, to }, page) {
      const after = page.cursor === null ? null : decodeCursor('slots', ['number', 'string'], page.cursor);
      const rows: SlotRow[] = await db
        .selectFrom('slots')
        .selectAll()
        .where('contactId', '=', contactId)
        .where('start', '>=', from)
        .where('start', '<', to)
        .where(isFree)
        .where((slot) => (kind === undefined ? slot.lit(true) : slot('kind', '=', kind)))
        .$if(after !== null, (rest) => rest.where(sql<boolean>`(start, id) > (${after?.[0]}, ${after?.[1]})`))
        .orderBy('start')
        .orderBy('id')
        .limit(page.limit + 1)
        .execute();
      return pageOf(rows, page.limit, (row) => encodeCursor('slots', [row.start, row.id]));
    },

    async deleteSlot(id) {
      try {
        const query = db.deleteFrom('slots').where('id', '=', id).where(isFree);
        return (await query.executeTakeFirst()).numDeletedRows > 0n;
      } catch (error) {
        // Somebody took it meanwhile. A transaction is spoilt by that, and sees it when it is run again.
        const { code } = describe(error);
        if (code !== '23503') throw error;
        if (db.isTransaction) throw new OrderConflict(code);
        return false;
      }
    },
  };
}

const isFree = sql<boolean>`not exists (select 1 from appointments a where a.slot_id = slots.id)`;

/** With what jsonb columns take. */
function withTexts<Part extends Partial<AppointmentRow>>(row: Part) {
  const texts = jsonColumns.filter((column) => column in row).map((column) => [column, json(row[column])]);
  return { ...row, ...(Object.fromEntries(texts) as Record<keyof Part & AppointmentJson, string>) };
}

/**
 * The first of each service by itself, then the first of those, each in the order of an index: a service's
 * appointments are never all read. Those without a time stand apart, for `from` and `to` do not say where.
 */
async function found(
  db: Kysely<Database>,
  { personId, contactIds, status, from, to }: AppointmentFilter,
  order: 'asc' | 'desc',
  after: readonly [at: number, id: string] | null,
  limit: number,
): Promise<AppointmentRow[]> {
  const direction = sql.raw(order);
  const owner = sql.ref(personId === undefined ? 'contact_id' : 'person_id');
  const conditions: RawBuilder<boolean>[] = [sql`${owner} = whose.id`];
  if (personId !== undefined && contactIds) conditions.push(isOneOf('contact_id', contactIds));
  if (status !== undefined) conditions.push(sql`status = ${status}`);
  if (after) {
    const beyond = sql.raw(order === 'asc' ? '>' : '<');
    conditions.push(sql`(position, id) ${beyond} (${after[0]}::bigint, ${after[1]}::text)`);
  }
  const timed: RawBuilder<boolean>[] = [sql`position > ${WAITING}`];
  if (from !== undefined) timed.push(sql`over > ${from} and position >= ${from - LONGEST_APPOINTMENT}`);
  if (to !== undefined) timed.push(sql`position < ${to}`);
  const parts = [timed, ...(to === undefined ? [[sql<boolean>`position = ${WAITING}`]] : [])];
  const lists = parts.map(
    (more) => sql`(
      select * from appointments where ${sql.join([...conditions, ...more], sql` and `)}
      order by position ${direction}, id ${direction}
      limit ${limit}
    )`,
  );
  const ids = [...new Set(personId === undefined ? contactIds : [personId])];
  const { rows } = await sql<AppointmentRow>`
    select ${sql.join(columns.map((column) => sql.ref(`found.${column}`)))}
    from unnest(${ids}::text[]) whose (id)
    cross join lateral (${sql.join(lists, sql` union all `)}) found
    order by found.position ${direction}, found.id ${direction}
    limit ${limit}
  `.execute(db);
  return rows;
}
