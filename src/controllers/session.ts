import type { ReactiveController } from 'lit';
import type { Id, Session } from '../backend/types.js';
import type { CareClient, Observation, Snapshot } from '../care/care-client.js';
import type { QueryHost } from './query.js';

/** How far in the person is, as the access gate shows it. */
export type Way =
  | 'loading'
  | 'failed'
  | 'anonymous'
  /** Back from log-in, and still nobody: the log-in does not reach this page. */
  | 'not-arrived'
  /** The session ran out while the page was open. */
  | 'ended'
  | 'terms'
  | 'pending'
  | 'active';

/** Which widget warns, for all copies of the library on the page that share a client. */
const WARNER = Symbol.for('hn-widgets/warner');
type Claimed = CareClient & { [WARNER]?: QueryHost | null };

const NOTHING: Snapshot<Session> = { status: 'pending', stale: false, fetching: false };

/** The session of the widget's backend, and the steps on the way in. */
export class SessionController implements ReactiveController {
  readonly #host: QueryHost;
  #care: CareClient | null = null;
  #observation: Observation<Session> | null = null;
  #language = '';
  #connected = false;

  constructor(host: QueryHost) {
    this.#host = host;
    host.addController(this);
  }

  get snapshot(): Snapshot<Session> {
    return this.#observation?.snapshot ?? NOTHING;
  }

  get data(): Session | undefined {
    return this.snapshot.data;
  }

  get way(): Way {
    const { data, status } = this.snapshot;
    if (!data) return status === 'error' ? 'failed' : 'loading';
    if (data.access !== 'anonymous') return data.access;
    if (this.#care?.sessionEnded) return 'ended';
    return this.#care?.loginLost ? 'not-arrived' : 'anonymous';
  }

  /** The party acted for, when it is another than the person. */
  get actingFor(): Session['actingFor'] {
    const { actingFor = null, user } = this.data ?? {};
    return actingFor && actingFor.id !== user?.id ? actingFor : null;
  }

  /** When the session ends (milliseconds since the epoch), from two minutes before. */
  get ending(): number | null {
    return this.#care?.sessionEnding ?? null;
  }

  /**
   * Whether this widget is the one that warns: a page with five widgets shows one dialog. Holds until
   * `stopWarning`.
   */
  mayWarn(): boolean {
    const care: Claimed | null = this.#care;
    if (!care) return false;
    care[WARNER] ??= this.#host;
    return care[WARNER] === this.#host;
  }

  stopWarning(): void {
    const care: Claimed | null = this.#care;
    if (care?.[WARNER] === this.#host) care[WARNER] = null;
  }

  /** Where *Logg inn* leads, coming back to this page. */
  get loginUrl(): string | null {
    return this.#care?.loginUrl() ?? null;
  }

  /** Goes to log in; a later load of the page that finds nobody then knows that it failed. */
  leaveForLogin(url: string): void {
    this.#care?.loggingIn();
    location.assign(url);
  }

  async acceptTerms(): Promise<void> {
    await this.#care?.acceptTerms(this.#host.language);
  }

  async withdrawTerms(): Promise<void> {
    await this.#care?.withdrawTerms(this.#host.language);
  }

  async extend(): Promise<void> {
    await this.#care?.extendSession();
  }

  /** Ends the session; resolves to where the browser must go to end it there too, or null. */
  async logOut(): Promise<string | null> {
    return (await this.#care?.logOut()) ?? null;
  }

  /** Acts for `party` from now on, or for oneself with null; resolves to where the browser must go, if anywhere. */
  async actFor(party: Id | null): Promise<string | null> {
    return (await this.#care?.actFor(party)) ?? null;
  }

  /** Somebody types, clicks or scrolls: the session lives on. */
  readonly noteActivity = (): void => this.#care?.activity();

  async refresh(): Promise<void> {
    await this.#observation?.refresh();
  }

  hostConnected(): void {
    this.#connected = true;
    addEventListener('scroll', this.noteActivity, { passive: true });
  }

  hostUpdate(): void {
    const care = this.#connected ? this.#host.care : null;
    const { language } = this.#host;
    if (care === this.#care && language === this.#language) return;
    this.#release();
    this.#care = care;
    this.#language = language;
    this.#observation = care?.observeSession(language, () => this.#host.requestUpdate()) ?? null;
  }

  hostDisconnected(): void {
    this.#connected = false;
    removeEventListener('scroll', this.noteActivity);
    this.#release();
  }

  #release(): void {
    this.stopWarning();
    this.#observation?.release();
    this.#observation = this.#care = null;
  }
}
