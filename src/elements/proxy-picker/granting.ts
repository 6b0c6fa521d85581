import type { ReactiveController } from 'lit';
import type { TemplateResult } from 'lit/html.js';
import { BackendError, type FieldError } from '../../backend/errors.js';
import type { Id, Proxy, Scope } from '../../backend/types.js';
import { ChangeKey } from '../../controllers/change-key.js';
import { readNationalId } from '../../domain/national-id.js';
import { osloDate } from '../../domain/oslo.js';
import { msg, str } from '../../i18n/index.js';
import type { Desk, WidgetAction } from '../desk.js';
import { HnErrorEvent } from '../events.js';
import { grantDialog, type GrantField, type GrantStep } from './grant-dialog.js';
import { fieldWords, failureWords, FIELD_OF } from './grant-words.js';
import type { ProxyPickerHost } from './proxy-picker-host.js';
import { HnBeforeProxyGrantEvent, HnProxyGrantedEvent } from './proxy-picker.events.js';

export interface GrantingOptions {
  /** Called with the power that has been given, and the one that it took the place of. */
  changed: (now: Proxy, replaced: Id | null) => void;
}

/** What somebody has filled in: all but the identity number, which is in its field and nowhere else. */
interface Begun {
  readonly user: Id;
  /** The one that is changed; null gives a new one. */
  readonly proxy: Proxy | null;
  readonly key: ChangeKey;
  step: GrantStep;
  familyName: string;
  scopes: readonly Scope[];
  /** Whether there is a last day. */
  ends: boolean;
  validTo: string;
  /** When the person was born, as their number says. */
  born: string | null;
  errors: Partial<Record<GrantField, string>>;
  failure: BackendError | null;
}

/** Which fields stand in a step, in their order. */
const FIELDS: Record<GrantStep, readonly GrantField[]> = {
  person: ['national-id', 'family-name'],
  powers: ['scopes', 'valid-to'],
  summary: [],
};

/** The dialog in which a power of attorney is given or changed, step by step. */
export class Granting implements ReactiveController {
  readonly #desk: Desk;
  readonly #host: ProxyPickerHost;
  readonly #options: GrantingOptions;
  #open: Begun | null = null;
  /** What was filled in when the dialog was closed; the number is never among it. */
  #kept: Begun | null = null;
  #busy = false;

  constructor(desk: Desk, host: ProxyPickerHost, options: GrantingOptions) {
    this.#desk = desk;
    this.#host = host;
    this.#options = options;
    Object.assign(desk.actions, {
      'grant-name': (target) => this.#fill({ familyName: (target as HTMLInputElement).value }),
      'grant-scope': (target) => this.#tick(target as HTMLInputElement),
      'grant-ends': ({ dataset }) => this.#fill({ ends: dataset.id === 'date' }),
      'grant-date': (target) => this.#fill({ validTo: (target as HTMLInputElement).value }),
      'grant-back': () => this.#goBack(),
      'grant-on': (target) => (this.#open?.step === 'summary' ? this.#send(target) : this.#goOn()),
      'grant-closed': () => this.#leave(),
    } satisfies Record<string, WidgetAction>);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** What one person has begun is not shown to another, and not kept beside them. */
  hostUpdate(): void {
    const { data, actingFor } = this.#host.session;
    const user = data?.user?.id;
    if (this.#open && (this.#open.user !== user || actingFor)) this.#leave();
    if (user && this.#kept?.user !== user) this.#kept = null;
  }

  async begin(proxy: Proxy | null): Promise<void> {
    const user = this.#host.care?.person?.user;
    if (!user) return;
    const kept = proxy ? null : this.#kept;
    this.#open = kept ?? {
      user,
      proxy,
      key: new ChangeKey(),
      step: proxy ? 'powers' : 'person',
      familyName: '',
      scopes: proxy?.scopes ?? [],
      ends: !!proxy?.validTo,
      validTo: proxy?.validTo ?? '',
      born: null,
      errors: {},
      failure: null,
    };
    this.#host.requestUpdate();
    await this.#desk.focusOn('#dialog-title');
  }

  /** Where the identity number is typed: the one place where it stands. */
  get #number(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector('#national-id');
  }

  #forgetNumber(): void {
    const number = this.#number;
    if (number) number.value = '';
  }

  #fill(values: Partial<Begun>): void {
    if (!this.#open) return;
    Object.assign(this.#open, values);
    this.#host.requestUpdate();
  }

  #tick({ value, checked }: HTMLInputElement): void {
    const others = this.#open?.scopes.filter((scope) => scope !== value) ?? [];
    this.#fill({ scopes: checked ? [...others, value as Scope] : others });
  }

  #leave(): void {
    this.#forgetNumber();
    if (this.#open && !this.#open.proxy) {
      this.#kept = Object.assign(this.#open, { step: 'person', born: null, errors: {}, failure: null });
    }
    this.#open = null;
    this.#host.requestUpdate();
  }

  /** What is wrong with the fields of the step. */
  #errorsOf(begun: Begun): Begun['errors'] {
    const errors: Begun['errors'] = {};
    const today = osloDate(this.#host.care?.now() ?? 0);
    if (begun.step === 'person') {
      const read = readNationalId(this.#number?.value ?? '');
      begun.born = read?.birthDate ?? null;
      if (!read) errors['national-id'] = fieldWords('national-id');
      if (!begun.familyName.trim()) errors['family-name'] = fieldWords('family-name');
    } else {
      if (!begun.scopes.length) errors.scopes = fieldWords('scopes');
      if (begun.ends && !(begun.validTo >= today)) errors['valid-to'] = fieldWords('valid-to');
    }
    return errors;
  }

  async #goOn(): Promise<void> {
    const begun = this.#open;
    if (!begun) return;
    const errors = this.#errorsOf(begun);
    this.#fill({ errors, failure: null });
    if (Object.keys(errors).length) return this.#toError(begun);
    this.#fill({ step: begun.step === 'person' ? 'powers' : 'summary' });
    await this.#desk.focusOn('#dialog-title');
  }

  async #goBack(): Promise<void> {
    const step = this.#open?.step;
    this.#fill({ step: step === 'summary' ? 'powers' : 'person', errors: {}, failure: null });
    await this.#desk.focusOn('#dialog-title');
  }

  /** Leads to the first field that must be mended. */
  #toError({ errors, step }: Begun): Promise<void> {
    const first = FIELDS[step].find((name) => errors[name]);
    return this.#desk.focusOn(`#${first}`);
  }

  async #send(target: HTMLElement): Promise<void> {
    const begun = this.#open;
    const { care, language } = this.#host;
    if (!begun || !care || this.#busy) return;
    const { proxy, familyName, scopes } = begun;
    const given = { scopes, validTo: begun.ends ? begun.validTo : null };
    const replaces = proxy?.id ?? null;
    if (!this.#host.dispatchEvent(new HnBeforeProxyGrantEvent({ ...given, replaces }))) return;
    const name = familyName.trim();
    // The key goes by all that may be kept. Another number under it is refused, and never taken for this one.
    const idempotencyKey = begun.key.for([replaces, name, given]);
    const change = { ...given, scopes: [...scopes] };
    this.#busy = true;
    this.#fill({ failure: null });
    this.#desk.say(() => msg('Sender …', { id: 'composer.sending' }));
    try {
      const sending = care.call((backend) => {
        const options = { idempotencyKey, lang: language };
        if (replaces) return backend.grantProxy({ replaces, ...change }, options);
        const nationalId = readNationalId(this.#number?.value ?? '')?.digits ?? '';
        return backend.grantProxy({ person: { nationalId, familyName: name }, ...change }, options);
      });
      this.#done(await sending.finally(() => this.#forgetNumber()), replaces, target);
    } catch (error) {
      // What came too late is for another person.
      if (error instanceof BackendError) await this.#fail(begun, error);
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  #done(now: Proxy, replaces: Id | null, target: HTMLElement): void {
    const { id, scopes, validTo, person } = now;
    this.#options.changed(now, replaces);
    this.#open = null;
    this.#kept = null;
    this.#desk.actions.close?.(target, new Event('close'));
    this.#host.dispatchEvent(new HnProxyGrantedEvent({ proxyId: id, scopes, validTo, replaces }));
    this.#desk.say(() =>
      replaces
        ? msg(str`Fullmakten til ${person.name} er endret`, { id: 'proxy.isChanged' })
        : msg(str`${person.name} har fått fullmakt`, { id: 'proxy.isGiven' }),
    );
    void this.#desk.focusOn(`[data-do=change][data-id="${CSS.escape(id)}"]`, '#title');
  }

  /** What can be mended leads back to its field; the number has gone, and is typed anew. */
  async #fail(begun: Begun, error: BackendError): Promise<void> {
    // Before focus goes to a field: Firefox takes it from one for dates that can be written in again.
    this.#busy = false;
    this.#host.dispatchEvent(new HnErrorEvent(error));
    if (!error.retryable) begun.key.end();
    const now = this.#host.care?.now() ?? 0;
    const errors = this.#desk.run(() => errorsFrom(error));
    const [field] = Object.keys(errors) as GrantField[];
    if (field) {
      begun.step = FIELDS.person.includes(field) && !begun.proxy ? 'person' : 'powers';
    } else if (!begun.proxy) begun.step = 'person';
    this.#fill({ errors, failure: field ? null : error });
    if (field) return this.#toError(begun);
    this.#desk.say(() => failureWords(error, now));
    await this.#desk.focusOn('#grant-failed');
  }

  render(): TemplateResult | null {
    const begun = this.#open;
    const { care, headingLevel } = this.#host;
    if (!begun) return null;
    const now = care?.now() ?? 0;
    return grantDialog({
      ...begun,
      level: headingLevel + 1,
      today: osloDate(now),
      busy: this.#busy,
      failure: begun.failure && failureWords(begun.failure, now),
    });
  }
}

/** What the service says of single fields. */
function errorsFrom({ code, errors }: BackendError): Partial<Record<GrantField, string>> {
  const own = FIELD_OF[code];
  if (own) return { [own]: fieldWords(own, code) };
  if (code !== 'invalid') return {};
  const named = errors
    .map(({ pointer }: FieldError) => FIELD_OF[pointer])
    .filter((name) => name !== undefined);
  return Object.fromEntries(named.map((name) => [name, fieldWords(name)]));
}
