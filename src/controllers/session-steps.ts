import type { ReactiveController } from 'lit';
import type { Id } from '../backend/types.js';
import type { CareClient } from '../care/care-client.js';
import type { QueryHost } from './query.js';

/** Which widget warns, for all copies of the library on the page that share a client. */
const WARNER = Symbol.for('hn-widgets/warner');
type Claimed = CareClient & { [WARNER]?: QueryHost | null };

/** The steps on the way in and out, and what goes on meanwhile. */
export class SessionSteps implements ReactiveController {
  readonly #host: QueryHost;

  constructor(host: QueryHost) {
    this.#host = host;
    host.addController(this);
  }

  /** When the session ends (milliseconds since the epoch), from two minutes before. */
  get ending(): number | null {
    return this.#host.care?.sessionEnding ?? null;
  }

  get online(): boolean {
    return this.#host.care?.online ?? true;
  }

  /** Where *Logg inn* leads, coming back to this page. */
  get loginUrl(): string | null {
    return this.#host.care?.loginUrl() ?? null;
  }

  /** Goes to log in; a later load of the page that finds nobody then knows that it failed. */
  leaveForLogin(url: string): void {
    try {
      this.#host.care?.loggingIn();
    } catch {
      // The tab's storage is full: then nobody is told that a log-in did not arrive.
    }
    location.assign(url);
  }

  /**
   * Whether this widget is the one that warns: a page with five widgets shows one dialog. Holds until
   * `stopWarning`.
   */
  mayWarn(): boolean {
    const care: Claimed | null = this.#host.care;
    if (!care) return false;
    care[WARNER] ??= this.#host;
    return care[WARNER] === this.#host;
  }

  stopWarning(): void {
    const care: Claimed | null = this.#host.care;
    if (care?.[WARNER] === this.#host) care[WARNER] = null;
  }

  async acceptTerms(): Promise<void> {
    await this.#host.care?.acceptTerms(this.#host.language);
  }

  async withdrawTerms(): Promise<void> {
    await this.#host.care?.withdrawTerms(this.#host.language);
  }

  async extend(): Promise<void> {
    await this.#host.care?.extendSession();
  }

  /** Ends the session; resolves to where the browser must go to end it there too, or null. */
  async logOut(): Promise<string | null> {
    return (await this.#host.care?.logOut()) ?? null;
  }

  /** Acts for `party` from now on, or for oneself with null; resolves to where the browser must go, if anywhere. */
  async actFor(party: Id | null): Promise<string | null> {
    return (await this.#host.care?.actFor(party)) ?? null;
  }

  /** Somebody types, clicks or scrolls: the session lives on. */
  readonly noteActivity = (): void => this.#host.care?.activity();

  hostConnected(): void {
    addEventListener('scroll', this.noteActivity, { passive: true });
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.noteActivity);
    this.stopWarning();
  }
}
