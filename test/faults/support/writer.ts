/** Somebody who writes one message after the other while things go wrong, and what they see of each. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Id } from '../../../src/backend/types.js';
import { seeded } from '../../e2e/support/random.js';
import type { Browser, Tab } from './browser.js';
import { Page, type Addressee, type Text } from './page.js';

/** What the person sees of a message at the end. */
export interface Written {
  /** Of this message alone; stands in each of its texts. */
  name: string;
  /** Null for a message that begins a conversation. */
  threadId: Id | null;
  subject: string;
  /** The text that is shown as sent, or that still stands there unsent. */
  body: string;
  /** An earlier text, before the person changed it: it may have arrived, and then once. */
  earlier: string | null;
  /** The page has said that the earlier text had arrived. */
  earlierArrived: boolean;
  end: 'sent' | 'unsent';
}

/** What happens to a message besides what happens to its requests. */
export const MISHAPS = [
  'reload',
  'crash',
  'offline',
  'session',
  'session-elsewhere',
  'second-tab',
  'change',
] as const;
export type Mishap = (typeof MISHAPS)[number];

export interface Person {
  id: string;
  contactId: Id;
}

export interface Weather {
  seed: string;
  /** Messages of which nothing comes back, whether it arrives or not, and which stay unsent. */
  isDoomed: (name: string) => boolean;
  /** How likely a mishap is. */
  mishaps: number;
  kinds: readonly Mishap[];
  /** Called with each that happens. */
  happened: (mishap: Mishap) => void;
}

/** Milliseconds within which a mishap happens after *Send* was pressed. */
const SOON = 60;
/** Milliseconds until *Prøv igjen* is pressed, at the longest. */
const IMPATIENT = 300;
/** How often somebody presses it before they let a message be. */
const PATIENCE = 2;
/** More is not bad weather: something is never sent. */
const NEVER = 200;

export class Writer {
  readonly #browser: Browser;
  readonly #person: Person;
  readonly #weather: Weather;
  readonly #number: number;
  #page: Page | null = null;
  #thread: Id | null = null;
  #doing = '';

  constructor(browser: Browser, person: Person, weather: Weather, number: number) {
    this.#browser = browser;
    this.#person = person;
    this.#weather = weather;
    this.#number = number;
  }

  /** Writes `count` messages: conversations, and replies in the last one begun. */
  async write(count: number, take: (written: Written) => void): Promise<void> {
    for (let n = 1; n <= count; n += 1) take(await this.#one(`${this.#number}.${n}`));
  }

  /** Where somebody who gets no further stands. */
  get stands(): string {
    return `${this.#doing}: ${this.#page?.stands ?? 'nowhere'}`;
  }

  /** Closes what is open. */
  leave(): void {
    this.#page?.close();
  }

  async #one(name: string): Promise<Written> {
    this.#doing = name;
    const { seed, mishaps, kinds } = this.#weather;
    const random = seeded(`${seed} ${name}`);
    // A message that stays unsent keeps its composer for itself: its draft is looked at again at the end.
    const doomed = this.#weather.isDoomed(name);
    const threadId = doomed || random() < 0.4 ? null : this.#thread;
    const { contactId } = this.#person;
    const to: Addressee = { contactId, threadId };
    const text: Text = { subject: `Melding ${name}`, body: bodyOf(name, 'først') };
    let page = await this.#open(this.#page?.tab ?? this.#browser.open(), to);
    await page.write(text, to);
    page.send();

    let { body } = text;
    let earlier: string | null = null;
    let earlierArrived = false;
    const mishap = random() < mishaps ? kinds[Math.floor(random() * kinds.length)] : null;
    if (mishap) {
      await pause(random() * SOON);
      this.#weather.happened(mishap);
      this.#doing += ` after ${mishap}`;
      if (mishap === 'change') {
        // While it is being sent the field takes no letters.
        await page.until(() => page.state !== 'sending');
        if (page.state === 'failed') {
          earlier = body;
          body = bodyOf(name, 'siden');
          await page.write({ ...text, body }, to);
        }
      } else page = await this.#suffer(mishap, page, to);
    }

    let pressed = 0;
    for (;;) {
      await page.until(() => page.state !== 'sending');
      const { state } = page;
      if (state === 'sent') break;
      if (state === 'arrived') {
        earlierArrived = true;
        page.sendAsNew();
        continue;
      }
      // Nothing stands there where the draft went because the message was sent: to the person it is.
      if (state === 'writing' && !page.body) break;
      if (page.body !== body) throw new Error(`${name}: «${page.body}» stands there, not «${body}»`);
      if (state !== 'failed' && state !== 'writing') throw new Error(`${name} is ${state}`);
      if (doomed && pressed >= PATIENCE) break;
      if (pressed++ > NEVER) throw new Error(`${name} is never sent. ${this.stands}`);
      if (state === 'failed') await pause(random() * IMPATIENT);
      if (['failed', 'writing'].includes(page.state)) page.send();
    }
    const sent = page.state === 'sent' || !page.body;
    this.#thread = page.state === 'sent' ? page.threadId : this.#thread;
    await page.leave();
    this.#page = page;
    const end = sent ? 'sent' : 'unsent';
    if (!sent) await this.#find(to, body);
    return { name, threadId, subject: text.subject, body, earlier, end, earlierArrived };
  }

  /** What is unsent stands there again with its text when somebody comes back to it, and then they drop it. */
  async #find(to: Addressee, body: string): Promise<void> {
    const tab = this.#page?.tab.reload() ?? this.#browser.open();
    const page = await this.#open(tab, to);
    if (page.body !== body) throw new Error(`«${page.body}» is kept, not «${body}»`);
    await page.until(() => page.state !== 'sending');
    await page.tab.run(() => page.composition.discard());
    await page.leave();
  }

  /** A page in `tab` with the composer open. */
  async #open(tab: Tab, to: Addressee): Promise<Page> {
    const page = this.#page?.tab === tab ? this.#page : new Page(tab);
    this.#page = page;
    if (!(await page.known())) {
      await this.#browser.logIn(this.#person.id);
      // The way back from log-in is another page.
      this.#page = null;
      return this.#open(tab.reload(), to);
    }
    await page.compose(to);
    return page;
  }

  async #suffer(mishap: Exclude<Mishap, 'change'>, page: Page, to: Addressee): Promise<Page> {
    const { tab } = page;
    switch (mishap) {
      case 'reload':
        return this.#open(tab.reload(), to);
      case 'crash':
        return this.#open(tab.crash(), to);
      case 'offline':
        tab.connect(false);
        await pause(SOON);
        tab.connect(true);
        return page;
      case 'session':
        this.#browser.loseSession();
        await page.until(() => page.state !== 'sending');
        await this.#browser.logIn(this.#person.id);
        return page.state === 'sent' ? page : this.#open(tab.reload(), to);
      case 'session-elsewhere':
        this.#browser.loseSession();
        await page.until(() => page.state !== 'sending');
        await this.#browser.logIn(this.#person.id);
        // The page begins to see that somebody looks a second after it has come: who is faster looks again.
        do {
          tab.look();
          await pause(SOON);
        } while (!(await page.known()));
        return page;
      case 'second-tab': {
        // The copy of a tab sends what the first one is sending, on the same key.
        const second = new Page(tab.duplicate());
        if (await second.known()) {
          await second.compose(to);
          await second.until(() => second.state !== 'sending');
          if (second.state === 'failed' || (second.state === 'writing' && second.body)) second.send();
          await second.until(() => second.state !== 'sending');
        }
        second.close();
        return page;
      }
    }
  }
}

const bodyOf = (name: string, which: string): string =>
  `Melding ${name}, ${which} skrevet: æøå 🙂\n\n${'linje '.repeat(12)}slutt`;
