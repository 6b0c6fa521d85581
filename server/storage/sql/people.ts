/** Residents, staff and services. */
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import { decodeCursor, encodeCursor, nameKey, pageOf } from '../keyset.js';
import type { ContactRow, PageOf, PageRequest, StaffRow, Store } from '../storage.js';
import { isOneOf, json, type ContactJson, type Database } from './database.js';

const contactColumns = [
  'id',
  'name',
  'service',
  'municipality',
  'district',
  'people',
  'phones',
  'email',
  'url',
  'address',
  'openingHours',
  'closedDays',
  'write',
  'appointments',
  'visitNotices',
  'opensOn',
  'requests',
  'cancelReasons',
  'cancelMessage',
  'changeDeadline',
  'topics',
  'replyWithinWorkingDays',
  'notice',
] as const satisfies (keyof ContactRow)[];

const contactJson = [
  'name',
  'district',
  'people',
  'phones',
  'address',
  'openingHours',
  'closedDays',
  'write',
  'appointments',
  'visitNotices',
  'requests',
  'cancelReasons',
  'changeDeadline',
  'topics',
  'notice',
] as const satisfies ContactJson[];

/** Rows to a statement: a statement of PostgreSQL takes 65,535 values at most. */
const contactsAtOnce = 500;

export function peopleStore(db: Kysely<Database>) {
  return {
    async getPerson(id) {
      return (await db.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    getPersons(ids) {
      return db.selectFrom('persons').selectAll().where(isOneOf('id', ids)).execute();
    },

    async findPersonBySubject(subject) {
      const query = db.selectFrom('persons').selectAll().where('subject', '=', subject);
      return (await query.executeTakeFirst()) ?? null;
    },

    async putPerson(row) {
      await db
        .insertInto('persons')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    async getStaff(id) {
      return (await staffQuery(db).where('staff.id', '=', id).executeTakeFirst()) ?? null;
    },

    async findStaffBySubject(subject) {
      return (await staffQuery(db).where('staff.subject', '=', subject).executeTakeFirst()) ?? null;
    },

    async putStaff(row) {
      const contactIds = [...new Set(row.contactIds)];
      // One statement, so that it is one step outside a transaction too.
      await sql`
        with person as (
          insert into staff (id, subject, name, role)
          values (${row.id}, ${row.subject}, ${row.name}, ${json(row.role)}::jsonb)
          on conflict (id) do update
            set subject = excluded.subject, name = excluded.name, role = excluded.role
        ), gone as (
          delete from staff_contacts
          where staff_id = ${row.id} and contact_id <> all (${contactIds}::text[])
        )
        insert into staff_contacts (staff_id, contact_id, ordinal)
        select ${row.id}, contact_id, ordinal
        from unnest(${contactIds}::text[]) with ordinality as given (contact_id, ordinal)
        on conflict (staff_id, contact_id) do update set ordinal = excluded.ordinal
      `.execute(db);
    },

    async getContact(id) {
      const query = db.selectFrom('contacts').select(contactColumns).where('id', '=', id);
      return (await query.executeTakeFirst()) ?? null;
    },

    getContacts(ids) {
      return db.selectFrom('contacts').select(contactColumns).where(isOneOf('id', ids)).execute();
    },

    async putContact(row) {
      const columns = { ...row, ...contactTexts(row), nameKey: nameKey(row.name.nb) };
      await db
        .insertInto('contacts')
        .values(columns)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
    },

    async putContacts(rows) {
      const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
      for (let at = 0; at < unique.length; at += contactsAtOnce) {
        const some = unique.slice(at, at + contactsAtOnce);
        await db
          .insertInto('contacts')
          .values(some.map((row) => ({ ...row, ...contactTexts(row), nameKey: nameKey(row.name.nb) })))
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet((given) =>
                Object.fromEntries(
                  [...contactColumns, 'nameKey' as const].map((name) => [
                    name,
                    given.ref(`excluded.${name}`),
                  ]),
                ),
              ),
          )
          .execute();
      }
    },

    listMunicipalityContacts(municipality, page) {
      return pageContacts(db.selectFrom('contacts').where('municipality', '=', municipality), page);
    },

    listPersonContacts(personId, page) {
      const theirs = db.selectFrom('enrolments').select('contactId').where('personId', '=', personId);
      return pageContacts(db.selectFrom('contacts').where('id', 'in', theirs), page);
    },

    async receivesService(personId, contactId) {
      const row = await db
        .selectFrom('enrolments')
        .select('contactId')
        .where('personId', '=', personId)
        .where('contactId', '=', contactId)
        .executeTakeFirst();
      return row !== undefined;
    },

    async putEnrolment(personId, contactId) {
      await db
        .insertInto('enrolments')
        .values({ personId, contactId })
        .onConflict((conflict) => conflict.columns(['personId', 'contactId']).doNothing())
        .execute();
    },
  } satisfies Partial<Store>;
}

function staffQuery(db: Kysely<Database>) {
  const contactIds = sql<StaffRow['contactIds']>`array(
    select contact_id::text from staff_contacts where staff_id = staff.id order by ordinal
  )`;
  return db
    .selectFrom('staff')
    .select(['staff.id', 'staff.subject', 'staff.name', 'staff.role', contactIds.as('contactIds')]);
}

type NullableJson = 'district' | 'address' | 'changeDeadline' | 'notice';

function contactTexts(row: ContactRow) {
  const texts = contactJson.map((column) => [column, json(row[column])] as const);
  return Object.fromEntries(texts) as Record<Exclude<ContactJson, NullableJson>, string> &
    Record<NullableJson, string | null>;
}

async function pageContacts(
  query: SelectQueryBuilder<Database, 'contacts', object>,
  page: PageRequest,
): Promise<PageOf<ContactRow>> {
  const after = page.cursor === null ? null : decodeCursor('contacts', ['string', 'string'], page.cursor);
  const rows = await query
    .select(contactColumns)
    .$if(after !== null, (rest) => rest.where(sql<boolean>`(name_key, id) > (${after?.[0]}, ${after?.[1]})`))
    .orderBy('nameKey')
    .orderBy('id')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page.limit, (row) => encodeCursor('contacts', [nameKey(row.name.nb), row.id]));
}
