/** A page with a composer, as `hn-contacts` and `hn-inbox` have it: their code for writing, without their view. */
import { createRestBackend } from '../../../src/backend/rest/rest.js';
import type { Id, Message, Session, Thread } from '../../../src/backend/types.js';
import { createCareClient } from '../../../src/care/care-client.js';
import type { CareClient, Observation } from '../../../src/care/care-client.js';
import { Composition, type CompositionHost } from '../../../src/controllers/composition.js';
import { DraftStore } from '../../../src/care/drafts.js';
import { replySlotOf, slotOf } from '../../../src/controllers/drafts.js';
import type { Tab } from './browser.js';

/** Milliseconds until a request is given up: answers that never end are part of the test. */
const TIMEOUT = 4_000;
/** Milliseconds before the adapter itself tries again. */
const RETRY_DELAY = 10;

/** Somebody also looks by themselves, this often, in milliseconds. */
const LOOK = 250;

/** What a message is about: a service, or a conversation there already is. */
export interface Addressee {
  contactId: Id;
  threadId: Id | null;
}

export interface Text {
  subject: string;
  body: string;
}

/** Tells when something on the page has changed. */
class Changes {
  readonly #waiting = new Set<() => void>();

  tell(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** Waits until `holds`, looking at each change and now and then. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK);
        this.#waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }
}

export class Page {
  readonly tab: Tab;
  readonly care: CareClient;
  readonly #changes = new Changes();
  readonly #session: Observation<Session>;
  #composition: Composition | null = null;

  constructor(tab: Tab) {
    this.tab = tab;
    const url = `${tab.browser.url}/api`;
    const { fetch } = tab;
    this.care = tab.run(() =>
      createCareClient(() => createRestBackend({ url, fetch, timeout: TIMEOUT, retryDelay: RETRY_DELAY })),
    );
    this.#session = tab.run(() => this.care.observeSession('nb', () => this.#changes.tell()));
  }

  /** Waits until `holds`; also ends when the page has gone. */
  until(holds: () => boolean): Promise<void> {
    return this.#changes.until(() => this.tab.closed || holds());
  }

  /** Waits until it is known who is here. A first answer that is an error is asked for again, as by *Prøv igjen*. */
  async known(): Promise<boolean> {
    for (;;) {
      await this.until(() => this.#session.snapshot.status !== 'pending' && !this.#session.snapshot.fetching);
      if (this.tab.closed) return false;
      if (this.#session.snapshot.status === 'ready') return this.care.person !== null;
      await this.tab.run(() => this.#session.refresh());
    }
  }

  /** Opens the composer, with what was begun. */
  async compose({ contactId, threadId }: Addressee): Promise<void> {
    const host = Object.assign(new EventTarget(), {
      care: this.care,
      language: 'nb' as const,
      requestUpdate: () => this.#changes.tell(),
    });
    this.#composition = this.tab.run(
      () =>
        new Composition(host as unknown as CompositionHost, this.care, {
          contactId,
          threadId,
          memory: false,
          fileChanged: () => undefined,
          sent: () => undefined,
        }),
    );
    const composition = this.#composition;
    this.tab.run(() => composition.attach());
    // With a message that was under way it ends when that has been sent, or has failed for now.
    void this.tab.run(() => composition.open());
    await this.until(() => composition.state !== 'opening');
  }

  /** Writes, and looks at it for as long as it takes until it is kept in the tab. */
  async write({ subject, body }: Text, { contactId, threadId }: Addressee): Promise<void> {
    this.tab.run(() => this.composition.change(threadId ? { body } : { subject, body }));
    const slot = threadId ? replySlotOf(threadId) : slotOf(contactId);
    // Another store has nothing in memory: it reads what the next page will read.
    const kept = (): Promise<boolean> =>
      this.tab.run(async () => (await new DraftStore(this.care).get(slot))?.body === body);
    while (!(await kept())) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      // Whose it is must be known for that.
      if (!this.care.person) await this.tab.run(() => this.#session.refresh());
    }
  }

  /** Presses *Send*, or *Prøv igjen*. */
  send(): void {
    void this.tab.run(() => this.composition.send());
  }

  /** Presses *Send som ny melding*. */
  sendAsNew(): void {
    void this.tab.run(() => this.composition.sendAsNew());
  }

  /** Leaves the composer; what is begun is kept. */
  leave(): Promise<void> {
    return this.tab.run(() => this.composition.close());
  }

  close(): void {
    this.tab.run(() => this.care.close());
    this.tab.close();
  }

  get composition(): Composition {
    if (!this.#composition) throw new Error('No composer is open.');
    return this.#composition;
  }

  get state(): Composition['state'] {
    return this.composition.state;
  }

  /** In words, for whoever looks for why nothing goes on. */
  get stands(): string {
    const { state, error } = this.#composition ?? {};
    const { status, data } = this.#session.snapshot;
    const here = this.care.person?.user ?? 'nobody';
    return `${state} (${error?.code}), session ${status} ${data?.access}, ${here}, closed: ${this.tab.closed}`;
  }

  /** What stands in the field. */
  get body(): string {
    return this.composition.values.body;
  }

  /** The conversation of what has been sent. */
  get threadId(): Id | null {
    const { result } = this.composition as { result: Thread | Message | null };
    if (!result) return null;
    return 'threadId' in result ? result.threadId : result.id;
  }
}
