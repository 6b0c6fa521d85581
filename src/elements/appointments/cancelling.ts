import type { ReactiveController } from 'lit';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { BackendError } from '../../backend/errors.js';
import type { Appointment, Contact, Id } from '../../backend/types.js';
import { ChangeKey, type KeptKey } from '../../controllers/change-key.js';
import { FormDraft, type DraftSlot } from '../../controllers/form-draft.js';
import { osloDate } from '../../domain/oslo.js';
import { dayWords, msg, timeWords } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { dialog } from '../../views/dialog.js';
import { emergencyBox } from '../../views/emergency.js';
import { errorWords } from '../../views/error-words.js';
import { field, lengthOf } from '../../views/field.js';
import { closeLabel, retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { restoredNotice } from '../../views/restored.js';
import type { Desk, WidgetAction } from '../desk.js';
import { HnErrorEvent } from '../events.js';
import { MOST, renewedAppointment, renewedWords } from './appointment-change.js';
import { callInstead, changeWords } from './appointment-details.js';
import type { AppointmentsHost } from './appointments-host.js';
import { HnAppointmentCancelledEvent, HnBeforeAppointmentCancelEvent } from './appointments.events.js';

export interface CancellingOptions {
  contact: (id: Id) => Contact | undefined;
  find: (id: Id) => Appointment | undefined;
  /** Called with what became of an appointment. */
  changed: (appointment: Appointment) => void;
}

/** What of it is kept. */
interface CancelDraft {
  reasonId: Id;
  message: string;
  key: KeptKey | null;
}

/** What somebody has filled in to cancel an appointment. */
interface Begun {
  /** As it was seen when it was filled in. */
  appointment: Appointment;
  reasonId: Id;
  message: string;
  key: ChangeKey;
  readonly draft: FormDraft<CancelDraft>;
  restored: boolean;
  missing: boolean;
  /** It was another meanwhile: what stands there now has not been seen before. */
  renewed: boolean;
  failure: BackendError | null;
}

/** The dialog in which an appointment is cancelled; what is filled in stays until it is sent. */
export class Cancelling implements ReactiveController {
  readonly #desk: Desk;
  readonly #host: AppointmentsHost;
  readonly #options: CancellingOptions;
  #open: Begun | null = null;
  /** What was left before is kept by then. */
  #kept?: Promise<void>;
  #busy = false;

  constructor(desk: Desk, host: AppointmentsHost, options: CancellingOptions) {
    this.#desk = desk;
    this.#host = host;
    this.#options = options;
    Object.assign(desk.actions, {
      cancel: ({ dataset }) => this.#begin(dataset.id ?? ''),
      'cancel-reason': (target) =>
        this.#fill({ reasonId: (target as HTMLInputElement).value, missing: false }),
      'cancel-message': (target) => this.#fill({ message: (target as HTMLTextAreaElement).value }),
      'cancel-now': (target) => this.#send(target),
      'cancel-closed': () => this.#leave(),
    } satisfies Record<string, WidgetAction>);
    host.addController(this);
  }

  hostUpdate(): void {
    const { care, session } = this.#host;
    // What is written on behalf of one is not shown to another.
    if (this.#open && !this.#open.draft.isOf(care, session.data)) this.#leave();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  async #begin(id: Id): Promise<void> {
    const appointment = this.#options.find(id);
    const { care } = this.#host;
    if (!appointment || !care?.person) return;
    this.#leave();
    const begun: Begun = {
      appointment,
      reasonId: '',
      message: '',
      key: new ChangeKey(),
      draft: new FormDraft(care, care.person, {
        slot: `cancel:${id}` satisfies DraftSlot<CancelDraft>,
        values: () => {
          const { reasonId, message, key } = begun;
          return reasonId || message ? { reasonId, message, key: key.kept } : null;
        },
        unsent: () => !!begun.message,
        purged: () => this.#leave(),
      }),
      restored: false,
      missing: false,
      renewed: false,
      failure: null,
    };
    this.#open = begun;
    this.#desk.updateDialog();
    // What was filled in and not sent is still there.
    await this.#kept;
    const kept = await begun.draft.read();
    if (!kept || begun.reasonId || begun.message) return;
    const { key, ...values } = kept;
    Object.assign(begun, values, { key: new ChangeKey(key ?? undefined), restored: !!kept.message });
    this.#desk.updateDialog();
  }

  #fill(values: Partial<Begun>): void {
    if (!this.#open) return;
    Object.assign(this.#open, values);
    this.#open.draft.keep();
    this.#desk.updateDialog();
  }

  #leave(): void {
    if (!this.#open) return;
    this.#kept = this.#open.draft.close();
    this.#open = null;
    this.#desk.updateDialog();
  }

  async #send(target: HTMLElement): Promise<void> {
    const begun = this.#open;
    const { care, language } = this.#host;
    if (!begun || !care || this.#busy) return;
    const { appointment, reasonId } = begun;
    const { id, version, contact } = appointment;
    if (!reasonId && this.#reasons(begun).length) {
      this.#fill({ missing: true });
      return this.#desk.focusOn('#cancel-reason');
    }
    if (
      !this.#host.dispatchEvent(
        new HnBeforeAppointmentCancelEvent({ appointmentId: id, contactId: contact.id }),
      )
    )
      return;
    const message = begun.message.trim();
    const change = { reasonId, ...(message && appointment.cancelMessage && { message }) };
    this.#busy = true;
    Object.assign(begun, { failure: null, renewed: false });
    try {
      const idempotencyKey = begun.key.for([change, version]);
      // If the page goes meanwhile, what may have arrived is sent on the same key by whoever comes back. It need not
      // be kept before: sent on another key it would meet another version, and change nothing.
      void begun.draft.keepNow();
      const sent = care.call((backend) =>
        backend.cancelAppointment(id, change, { version, idempotencyKey, lang: language }),
      );
      // Said and drawn while it is under way.
      this.#desk.say(() => msg('Sender …', { id: 'composer.sending' }));
      this.#desk.updateDialog();
      const now = await sent;
      const discarded = begun.draft.discard();
      this.#done(now, target);
      await discarded;
    } catch (error) {
      // What came too late is for another person.
      if (error instanceof BackendError) await this.#fail(begun, error);
    } finally {
      this.#busy = false;
      this.#desk.updateDialog();
    }
  }

  #done(now: Appointment, target: HTMLElement): void {
    const { id, status, contact } = now;
    this.#options.changed(now);
    this.#desk.actions.close?.(target, new Event('close'));
    this.#host.dispatchEvent(
      new HnAppointmentCancelledEvent({ appointmentId: id, contactId: contact.id, status }),
    );
    this.#desk.say(() =>
      status === 'cancelled'
        ? msg('Timen er avlyst', { id: 'appointments.isCancelled' })
        : msg('Ønsket om avlysing er sendt', { id: 'appointments.cancelSent' }),
    );
    // The button that led here may have gone with what it did.
    void this.#desk.focusOn(`[data-do=details][data-id="${CSS.escape(id)}"]`, '#title');
  }

  async #fail(begun: Begun, error: BackendError): Promise<void> {
    this.#host.dispatchEvent(new HnErrorEvent(error));
    begun.failure = error;
    if (!error.retryable) begun.key.end();
    begun.draft.keep();
    const now = await renewedAppointment(this.#host, begun.appointment.id, error);
    if (now) {
      this.#options.changed(now);
      Object.assign(begun, { appointment: now, renewed: true, failure: null });
    }
    const words = begun.renewed ? renewedWords : () => errorWords(error);
    this.#desk.say(words);
    await this.#desk.focusOn('#cancel-failed');
  }

  #reasons({ appointment }: Begun): Contact['cancelReasons'] {
    return this.#options.contact(appointment.contact.id)?.cancelReasons ?? [];
  }

  render(): TemplateResult | null {
    const begun = this.#open;
    if (!begun) return null;
    const { appointment, failure } = begun;
    const { allowed } = appointment.cancel;
    return dialog({
      closed: 'cancel-closed',
      level: this.#host.headingLevel + 1,
      title: msg('Vil du avlyse timen?', { id: 'appointments.cancelQuestion' }),
      beside: allowed && appointment.cancelMessage ? emergencyBox(this.#host.language) : nothing,
      body: html`${this.#renderAppointment(appointment)} ${this.#renderNews(begun)}
      ${allowed ? this.#renderForm(begun) : callInstead(appointment.cancel, appointment.contact)}`,
      actions: html`${
        allowed
          ? html`<button
              type="submit"
              form="cancelling"
              part="button button-danger"
              class="button danger"
              aria-disabled=${this.#busy ? 'true' : nothing}
            >
              ${
                this.#busy
                  ? msg('Sender …', { id: 'composer.sending' })
                  : failure
                    ? retryLabel()
                    : msg('Avlys time', { id: 'appointments.cancel' })
              }
            </button>`
          : nothing
      }${button('close', allowed ? msg('Behold timen', { id: 'appointments.keepAppointment' }) : closeLabel(), { kind: 'quiet' })}`,
    });
  }

  #renderAppointment(appointment: Appointment): TemplateResult {
    const now = this.#host.care?.now() ?? 0;
    const { title, start, contact, cancel } = appointment;
    const day = start && dayWords(osloDate(Date.parse(start)), osloDate(now));
    return html`<p>
        <strong>${title}</strong><br />
        ${day ? html`${day}<br />${timeWords(appointment)}<br />` : nothing}${contact.name}
      </p>
      ${cancel.allowed ? changeWords(appointment, now) : nothing}
      ${
        cancel.allowed && start
          ? html`<p class="small">
              ${msg('Tjenesten svarer på ønsket ditt her. Timen gjelder til tjenesten har godtatt avlysingen.', { id: 'appointments.cancelIsWish' })}
            </p>`
          : nothing
      }`;
  }

  #renderNews({ renewed, failure, restored, message }: Begun): unknown {
    if (!renewed && !failure) return restored && message ? restoredNotice() : nothing;
    return html`<div id="cancel-failed" tabindex="-1">
      ${
        renewed
          ? notice('warning', html`<p>${renewedWords()}</p>`)
          : notice(
              'danger',
              html`<p><strong>${msg('Ikke sendt – prøv igjen', { id: 'composer.failed' })}</strong></p>
                <p>${failure && errorWords(failure)}</p>`,
            )
      }
    </div>`;
  }

  #renderForm(begun: Begun): TemplateResult {
    const { reasonId, message, missing, appointment } = begun;
    const reasons = this.#reasons(begun);
    const error = missing && msg('Velg en årsak.', { id: 'appointments.noReason' });
    return html`<form id="cancelling" class="stack wide" novalidate data-submit="cancel-now">
      ${
        reasons.length
          ? html`<fieldset part="field" class="choices" aria-describedby=${error ? 'reason-error' : nothing}>
              <legend part="label" class="label">${msg('Årsak', { id: 'appointments.reason' })}</legend>
              ${error ? html`<span part="field-error" class="error" id="reason-error">${error}</span>` : nothing}
              ${reasons.map(
                ({ id, label }, i) =>
                  html`<label class="choice"
                    ><input
                      type="radio"
                      name="reason"
                      id=${i ? nothing : 'cancel-reason'}
                      .value=${id}
                      .checked=${live(id === reasonId)}
                      data-input="cancel-reason"
                    />${label}</label
                  >`,
              )}
            </fieldset>`
          : nothing
      }
      ${
        appointment.cancelMessage
          ? field({
              id: 'cancel-message',
              label: msg('Melding til tjenesten', { id: 'appointments.cancelMessage' }),
              optional: true,
              counter: { used: lengthOf(message), most: MOST },
              control: (described) =>
                html`<textarea
                  part="control"
                  class="control"
                  id="cancel-message"
                  maxlength=${MOST}
                  aria-describedby=${described}
                  ?readonly=${this.#busy}
                  .value=${live(message)}
                  data-input="cancel-message"
                ></textarea>`,
            })
          : nothing
      }
    </form>`;
  }
}
