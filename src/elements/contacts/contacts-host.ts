import type { Contact, Id, Page } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import type { HnElement } from '../base.js';

/** `hn-contacts` as its desk sees it. */
export interface ContactsHost extends HnElement {
  readonly municipality: string | null;
  readonly contact: Id | null;
  readonly draftStorage: 'session' | 'none';
  readonly mine: Query<Page<Contact>>;
  offered(contacts: readonly Contact[]): readonly Contact[];
  renderRows(contacts: readonly Contact[], level: number): unknown;
}
