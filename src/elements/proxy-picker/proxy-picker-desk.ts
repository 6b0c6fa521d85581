import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Id, Proxy } from '../../backend/types.js';
import { addDays, osloDate, osloToMs } from '../../domain/oslo.js';
import { msg, str } from '../../i18n/index.js';
import { choice } from '../../styles/choice.styles.js';
import { choices } from '../../styles/choices.styles.js';
import { button } from '../../views/button.js';
import { errorWords } from '../../views/error-words.js';
import { heading } from '../../views/heading.js';
import { retryLabel } from '../../views/labels.js';
import { langOf } from '../../views/lang-of.js';
import { notice } from '../../views/notice.js';
import { phoneLink } from '../../views/phone.js';
import { Desk, type WidgetAction } from '../desk.js';
import { AccessLog } from './access-log.js';
import { endedWords } from './ended-words.js';
import { Ending } from './ending.js';
import type { Granting } from './granting.js';
import { proxyPickerDeskStyles } from './proxy-picker-desk.styles.js';
import type { ProxyPickerHost } from './proxy-picker-host.js';
import { proxyRow } from './proxy-row.js';

/** What `hn-proxy-picker` does after the first sight: acting for another, giving, changing and ending powers, the log. */
export class ProxyPickerDesk extends Desk {
  declare protected readonly host: ProxyPickerHost;

  readonly #log: AccessLog;
  readonly #ending: Ending;
  #granting: Granting | null = null;
  #opening: Promise<Granting> | undefined;
  #showsEarlier = false;
  /** Whose powers are known, and which of them are in force. */
  #known: { whose: string; inForce: string } | null = null;
  #midnight: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ProxyPickerHost) {
    super(host);
    this.addStyles(choice);
    this.addStyles(choices);
    this.addStyles(proxyPickerDeskStyles);
    this.#log = new AccessLog(this, host);
    this.#ending = new Ending(this, host, {
      find: (id) => this.#find(id),
      changed: (proxy) => this.#change(proxy),
    });
    Object.assign(this.actions, {
      'act-for': ({ dataset }) => this.#choose(dataset.id ?? ''),
      give: () => this.#grant(null),
      change: ({ dataset }) => this.#grant(this.#find(dataset.id ?? '') ?? null),
      earlier: () => this.#showEarlier(),
    } satisfies Record<string, WidgetAction>);
  }

  protected override get about(): string {
    return msg('Da kan du gi fullmakt, og bruke tjenesten for dem som har gitt deg fullmakt.', {
      id: 'proxy.about',
    });
  }

  protected override get writing(): boolean {
    return false;
  }

  override hostUpdated(): void {
    super.hostUpdated();
    this.#lookForNews();
    clearTimeout(this.#midnight);
    const today = osloDate(this.#now);
    if (!this.#proxies.some(({ status, validTo }) => status === 'active' && validTo === today)) return;
    // It holds to the end of the day in Oslo, and nobody tells when that has come.
    const wait = osloToMs(addDays(today, 1), '00:00') - this.#now;
    this.#midnight = setTimeout(() => this.#renew(null), wait);
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    clearTimeout(this.#midnight);
  }

  get #now(): number {
    return this.host.care?.now() ?? 0;
  }

  get #proxies(): readonly Proxy[] {
    return this.host.proxies.data?.items ?? [];
  }

  get #earlier(): readonly Proxy[] {
    return this.#proxies.filter(({ status }) => status !== 'active');
  }

  get #offersPowers(): boolean {
    return this.host.mode !== 'picker' && !!this.host.care?.can('proxies');
  }

  #find(id: Id): Proxy | undefined {
    return this.#proxies.find((proxy) => proxy.id === id);
  }

  async #choose(id: Id): Promise<void> {
    const { data, actingFor } = this.host.session;
    const party = data?.parties.find((one) => one.id === id);
    if (!party || id === (actingFor ?? data?.user)?.id) return;
    if (!(await this.actFor(party))) return;
    this.say(() =>
      party.relation === 'self'
        ? msg('Du bruker tjenesten som deg selv', { id: 'proxy.actsForSelf' })
        : msg(str`Du bruker tjenesten på vegne av ${party.name}`, { id: 'proxy.actsFor' }),
    );
    await this.focusOn(`[data-do=act-for][data-id="${CSS.escape(id)}"]`, '#title');
  }

  async #grant(proxy: Proxy | null): Promise<void> {
    this.#opening ??= import('./granting.js').then(
      (module) => new module.Granting(this, this.host, { changed: (...now) => this.#change(...now) }),
    );
    const granting = await this.bring(this.#opening);
    if (!granting) {
      // The next press tries again.
      this.#opening = undefined;
      return;
    }
    this.#granting = granting;
    await this.#granting.begin(proxy);
  }

  /** Shows at once what became of a power, and of the one that it took the place of. */
  #change(now: Proxy, replaced: Id | null = null): void {
    this.host.proxies.update((page) => ({
      ...page,
      items: [now, ...page.items.filter(({ id }) => id !== now.id && id !== replaced)],
    }));
    // What one has done oneself is no news.
    this.#known = null;
    this.#renew(now.id);
  }

  #renew(id: Id | null): void {
    const { care } = this.host;
    void care?.hint({ type: 'proxy', partyId: care.person?.user ?? null, id });
  }

  /** Says that the list has become another one by itself. */
  #lookForNews(): void {
    const { care, proxies } = this.host;
    if (!proxies.data || !care?.person) return;
    const inForce = this.#proxies.filter(({ status }) => status === 'active').map(({ id }) => id);
    const known = { whose: `${care.person.user} ${care.person.party}`, inForce: inForce.sort().join(' ') };
    const before = this.#known;
    this.#known = known;
    if (before?.whose === known.whose && before.inForce !== known.inForce)
      this.say(() => msg('Fullmaktene er endret', { id: 'proxy.news' }));
  }

  #showEarlier(): void {
    this.#showsEarlier = !this.#showsEarlier;
    this.host.requestUpdate();
    if (this.#showsEarlier) void this.focusOn('#earlier-title');
  }

  /** What stands instead of everything. */
  renderOther(): unknown {
    if (!this.host.public) return this.#log.open ? this.#log.render() : null;
    return html`<slot name="empty"
      ><p>${msg('Logg inn for å se fullmaktene dine.', { id: 'proxy.public' })}</p></slot
    >`;
  }

  /** Where the backend has no powers of attorney: where to turn. */
  renderInsteadOfPowers(): unknown {
    if (this.#offersPowers) return null;
    const { phone, label } = this.host.session.data?.help ?? {};
    return html`<p>
      ${msg('Her kan du ikke gi eller avslutte fullmakter på nett. Ta kontakt med kommunen.', { id: 'proxy.notOffered' })}
      ${phone ? phoneLink(phone, { label }) : nothing}
    </p>`;
  }

  renderBelow(): unknown {
    const { host } = this;
    const { actingFor, data } = host.session;
    const alone = host.mode !== 'manage' && data?.parties.length === 1;
    const { snapshot } = host.proxies;
    return html`${
        snapshot.status === 'error'
          ? notice(
              'danger',
              html`<p>${errorWords(snapshot.error ?? { code: 'internal' })}</p>`,
              button('retry', retryLabel()),
            )
          : alone
            ? renderAlone()
            : actingFor && host.mode !== 'picker'
              ? notice('info', html`<p>${onlyOneselfWords()}</p>`)
              : nothing
      }
      <div class="acts">
        ${
          this.#earlier.length && !actingFor
            ? button('earlier', msg('Tidligere fullmakter', { id: 'proxy.earlier' }), {
                kind: 'quiet',
                expanded: this.#showsEarlier,
              })
            : nothing
        }${host.mode === 'picker' ? nothing : this.#log.renderButton()}
      </div>
      ${this.#showsEarlier && this.#earlier.length && !actingFor ? this.#renderEarlier() : nothing}`;
  }

  #renderEarlier(): TemplateResult {
    return html`<div class="earlier">
      ${heading(this.host.headingLevel + 1, msg('Tidligere fullmakter', { id: 'proxy.earlier' }), { id: 'earlier-title', kind: 'subtitle' })}
      <ul part="list" role="list">
        ${this.#earlier.map((proxy) => proxyRow(proxy, endedWords(proxy)))}
      </ul>
    </div>`;
  }

  protected override renderDialog(): TemplateResult | typeof nothing {
    return this.#granting?.render() ?? this.#ending.render() ?? super.renderDialog();
  }
}

function renderAlone(): TemplateResult {
  const words = msg('Ingen har gitt deg fullmakt ennå. Når noen gjør det, kan du velge dem her.', {
    id: 'proxy.alone',
  });
  return html`<slot name="empty"><p class="muted" lang=${langOf(words)} .textContent=${words}></p></slot>`;
}

const onlyOneselfWords = (): string =>
  msg(
    'Fullmakter styrer du bare som deg selv. Gå tilbake til deg selv for å gi, endre eller avslutte fullmakter.',
    { id: 'proxy.onlyOneself' },
  );
