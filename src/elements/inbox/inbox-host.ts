import type { Folder, Id, Page, Thread } from '../../backend/types.js';
import type { Pages } from '../../controllers/pages.js';
import type { Query } from '../../controllers/query.js';
import type { HnElement } from '../base.js';

/** A page of conversations, and how much is unread in all of them. */
export type Threads = Page<Thread> & { counts: { unread: number } };

/** `hn-inbox` as its desk sees it. */
export interface InboxHost extends HnElement {
  thread: Id | null;
  folder: Folder;
  readonly contact: Id | null;
  readonly draftStorage: 'session' | 'none';
  readonly threads: Query<Threads>;
  readonly pages: Pages<Thread>;
}
