import type { Id, Thread } from '../../backend/types.js';
import { tellsFirst } from '../../controllers/told.js';
import { msg, plain, str } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import type { InboxHost } from './inbox-host.js';
import { withWhom } from './thread-row.js';

/** Says once, politely, from whom a new message has come. */
export class Arrivals {
  readonly #desk: Desk;
  readonly #host: InboxHost;
  /** Whose inbox it is, and of which contact. */
  #list = '';
  /** Of each conversation the newest message that is known. */
  #newest = new Map<Id, Id>();
  /** When the newest of all was sent, in milliseconds since the epoch. */
  #until = 0;
  #seen: unknown;

  constructor(desk: Desk, host: InboxHost) {
    this.#desk = desk;
    this.#host = host;
  }

  /** Looks through the inbox for what has come since. */
  look(threads: readonly Thread[] | undefined): void {
    if (!threads || threads === this.#seen) return;
    const { care, contact } = this.#host;
    const list = `${care?.person?.user} ${care?.person?.party} ${contact}`;
    const first = list !== this.#list;
    const known = this.#newest;
    const until = this.#until;
    this.#seen = threads;
    this.#list = list;
    this.#newest = new Map(threads.map(({ id, lastMessage }) => [id, lastMessage.id]));
    this.#until = Math.max(0, ...threads.map(sentAt));
    if (first) return;
    const news = threads.filter((thread) => {
      const { id, unread, lastMessage } = thread;
      // Further down the list a conversation comes into view without being new.
      const came = known.has(id) ? known.get(id) !== lastMessage.id : sentAt(thread) >= until;
      return (
        came && unread > 0 && lastMessage.direction === 'in' && !!care && tellsFirst(care, lastMessage.id)
      );
    });
    if (!news.length) return;
    const words = (): string[] =>
      news.map((one) => plain(msg(str`Ny melding fra ${withWhom(one)}`, { id: 'inbox.arrived' })));
    this.#desk.say(() => [...new Set(words())].join('. '));
  }
}

/** When the last message was sent, in milliseconds since the epoch. */
export const sentAt = ({ lastMessage }: Thread): number => Date.parse(lastMessage.sentAt);
