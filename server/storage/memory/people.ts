/** People, staff and services. */
import type { ContactRow, PageOf, PageRequest, PersonRow, StaffRow, Store } from '../storage.js';
import { copies, copy, filter, find, mustHave, pageContacts, pair, refuseTaken, rowsOf } from './rows.js';
import type { Tables } from './tables.js';

export function peopleStore(tables: Tables) {
  return {
    async getPerson(id: string): Promise<PersonRow | null> {
      return copy(tables.persons.get(id));
    },

    async getPersons(ids: readonly string[]): Promise<PersonRow[]> {
      return copies(rowsOf(tables.persons, ids));
    },

    async findPersonBySubject(subject: string): Promise<PersonRow | null> {
      return copy(find(tables.persons.all(), (row) => row.subject === subject));
    },

    async putPerson(row: PersonRow): Promise<void> {
      refuseTaken(tables.persons.all(), row, 'persons');
      tables.persons.put(row.id, row);
    },

    async getStaff(id: string): Promise<StaffRow | null> {
      return copy(tables.staff.get(id));
    },

    async findStaffBySubject(subject: string): Promise<StaffRow | null> {
      return copy(find(tables.staff.all(), (row) => row.subject === subject));
    },

    async putStaff(row: StaffRow): Promise<void> {
      refuseTaken(tables.staff.all(), row, 'staff');
      for (const id of row.contactIds) mustHave(tables.contacts, id, 'staff', 'contactIds');
      tables.staff.put(row.id, { ...row, contactIds: [...new Set(row.contactIds)] });
    },

    async getContact(id: string): Promise<ContactRow | null> {
      return copy(tables.contacts.get(id));
    },

    async getContacts(ids: readonly string[]): Promise<ContactRow[]> {
      return copies(rowsOf(tables.contacts, ids));
    },

    async putContact(row: ContactRow): Promise<void> {
      tables.contacts.put(row.id, row);
    },

    async putContacts(rows: readonly ContactRow[]): Promise<void> {
      for (const row of rows) tables.contacts.put(row.id, row);
    },

    async listMunicipalityContacts(municipality: string, page: PageRequest): Promise<PageOf<ContactRow>> {
      return pageContacts(
        filter(tables.contacts.all(), (row) => row.municipality === municipality),
        page,
      );
    },

    async listPersonContacts(personId: string, page: PageRequest): Promise<PageOf<ContactRow>> {
      return pageContacts(
        filter(tables.contacts.all(), (row) => tables.enrolments.has(pair(personId, row.id))),
        page,
      );
    },

    async receivesService(personId: string, contactId: string): Promise<boolean> {
      return tables.enrolments.has(pair(personId, contactId));
    },

    async putEnrolment(personId: string, contactId: string): Promise<void> {
      mustHave(tables.persons, personId, 'enrolments', 'personId');
      mustHave(tables.contacts, contactId, 'enrolments', 'contactId');
      tables.enrolments.put(pair(personId, contactId), { personId, contactId });
    },
  } satisfies Partial<Store>;
}
