import type { ReactiveController } from 'lit';
import { html, nothing } from 'lit/html.js';
import { BackendError } from '../../backend/errors.js';
import type { Appointment, AppointmentKind, Contact, Id, Page, Slot } from '../../backend/types.js';
import { ChangeKey } from '../../controllers/change-key.js';
import { FormDraft } from '../../controllers/form-draft.js';
import type { Query } from '../../controllers/query.js';
import { DAY, osloDate, toInstant } from '../../domain/oslo.js';
import { msg } from '../../i18n/index.js';
import { errorWords } from '../../views/error-words.js';
import { notice } from '../../views/notice.js';
import { restoredNotice } from '../../views/restored.js';
import type { Desk, WidgetAction } from '../desk.js';
import { HnErrorEvent } from '../events.js';
import { renewedAppointment, renewedWords } from './appointment-change.js';
import type { AppointmentsHost } from './appointments-host.js';
import {
  HnAppointmentRequestedEvent,
  HnAppointmentRescheduledEvent,
  HnBeforeAppointmentRequestEvent,
  HnBeforeAppointmentRescheduleEvent,
} from './appointments.events.js';
import { bookingStyles } from './booking.styles.js';
import {
  bookingSlot,
  emptyValues,
  isFilledIn,
  preferredPeriods,
  type BookingDraft,
  type BookingValues,
  type DayPart,
  type WishedDay,
} from './booking-values.js';
import { bookingForm, serviceChooser } from './booking-view.js';

/** Free times are asked for this far ahead, and so many stand there at first and more with each step. */
const AHEAD = 56 * DAY;
const STEP = 24;
/** As many days as one may wish for. */
const DAYS = 5;

export interface BookingOptions {
  /** Undefined while they load. */
  contacts: () => readonly Contact[] | undefined;
  /** Called with what became of an appointment. */
  changed: (appointment: Appointment) => void;
  /** Called when the person leaves, with the appointment that they leave with. */
  left: (id: Id | null) => void;
}

/** Moving an appointment or asking for a new one, from the first choice until it is sent. */
export class Booking implements ReactiveController {
  readonly #desk: Desk;
  readonly #host: AppointmentsHost;
  readonly #options: BookingOptions;
  readonly #slots: Query<Page<Slot>>;
  #key = new ChangeKey();
  #draft: FormDraft<BookingDraft> | null = null;
  /** What was left before is kept by then. */
  #kept?: Promise<void>;
  #open = false;
  #since = 0;
  #appointment: Appointment | null = null;
  #values: BookingValues = emptyValues('', null);
  #restored = false;
  #shown = STEP;
  #busy = false;
  #missing = false;
  #news: 'taken' | 'renewed' | null = null;
  #failure: BackendError | null = null;

  constructor(desk: Desk, host: AppointmentsHost, options: BookingOptions) {
    this.#desk = desk;
    this.#host = host;
    this.#options = options;
    desk.addStyles(bookingStyles);
    this.#slots = host.query(() => {
      const { contactId, kind, picks } = this.#values;
      if (!this.#open || !picks || !contactId || !kind) return null;
      const from = toInstant(this.#since);
      const filter = { contactId, kind, from, to: toInstant(this.#since + AHEAD) };
      return {
        key: ['slots', contactId, kind, from],
        load: (backend, o) => backend.listSlots(filter, { ...o, limit: 200 }),
        hints: ['appointment'],
      };
    });
    Object.assign(desk.actions, {
      'ask-kind': ({ dataset }) => this.#chooseKind(dataset.id ?? ''),
      'ask-other': () => this.#chooseOther(),
      slot: (target) => this.#fill({ slotId: (target as HTMLInputElement).value }),
      wishes: (target) => this.#fill({ wishes: (target as HTMLTextAreaElement).value }),
      day: (target) => this.#wish(target, { date: (target as HTMLInputElement).value }),
      part: (target) => this.#wish(target, { part: (target as HTMLSelectElement).value as DayPart }),
      'more-days': () => this.#addDay(),
      'more-slots': () => this.#showMore(),
      'to-wishes': () => this.#pick(false),
      'to-slots': () => this.#pick(true),
      book: () => this.#send(),
      'leave-booking': () => this.#leave(null),
    } satisfies Record<string, WidgetAction>);
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#open) this.#begin();
  }

  hostUpdate(): void {
    const { care, session } = this.#host;
    // What is written on behalf of one is not shown to another.
    if (this.#open && !this.#draft?.isOf(care, session.data)) this.#close();
  }

  hostDisconnected(): void {
    void this.#draft?.close();
  }

  get open(): boolean {
    return this.#open;
  }

  /** Whether somebody writes here. */
  get writing(): boolean {
    return this.#open && !!this.#values.kind && !this.#values.picks;
  }

  /** Begins to move `appointment`, or to ask for a new one with null; what was filled in and not sent is still there. */
  async begin(appointment: Appointment | null): Promise<void> {
    await this.#kept;
    this.#appointment = appointment;
    const draft = this.#begin();
    const begun = await draft?.read();
    if (!draft || draft !== this.#draft) return;
    this.#since = Math.floor((this.#host.care?.now() ?? 0) / 60_000) * 60_000;
    this.#values = begun ?? emptyValues(appointment?.contact.id ?? '', appointment?.kind ?? null);
    this.#key = new ChangeKey(begun?.key ?? undefined);
    this.#shown = STEP;
    this.#missing = false;
    this.#news = this.#failure = null;
    this.#restored = !!begun?.wishes;
    if (!begun) this.#change({ picks: this.#hasSlots || !this.#options.contacts() });
    this.#open = true;
    this.#host.requestUpdate();
    await this.#desk.focusOn('#booking-title');
  }

  #begin(): FormDraft<BookingDraft> | null {
    const { care } = this.#host;
    void this.#draft?.close();
    this.#draft = care?.person
      ? new FormDraft(care, care.person, {
          slot: bookingSlot(this.#appointment?.id ?? null),
          values: () => (isFilledIn(this.#values) ? { ...this.#values, key: this.#key.kept } : null),
          unsent: () => this.#open && !!this.#values.wishes,
          purged: () => this.#close(),
        })
      : null;
    return this.#draft;
  }

  /** What is filled in is kept, and not shown any more. */
  #close(): void {
    this.#kept = this.#draft?.close();
    this.#draft = null;
    this.#open = false;
    this.#values = emptyValues('', null);
    this.#host.requestUpdate();
  }

  get #contact(): Contact | null {
    return this.#options.contacts()?.find(({ id }) => id === this.#values.contactId) ?? null;
  }

  get #hasSlots(): boolean {
    const { kind } = this.#values;
    return !!this.#contact?.requests.some((one) => one.slots && one.kind === kind);
  }

  #change(values: Partial<BookingValues>): void {
    this.#values = { ...this.#values, ...values };
    this.#host.requestUpdate();
  }

  #fill(values: Partial<BookingValues>): void {
    this.#missing = false;
    this.#change(values);
    this.#draft?.keep();
  }

  async #chooseKind(chosen: string): Promise<void> {
    const space = chosen.indexOf(' ');
    const kind = chosen.slice(0, space) as AppointmentKind;
    this.#change({ kind, contactId: chosen.slice(space + 1), slotId: '' });
    this.#fill({ picks: this.#hasSlots });
    await this.#desk.focusOn('#booking-title');
  }

  /** Back to the choice; what is written goes along. */
  async #chooseOther(): Promise<void> {
    this.#news = this.#failure = null;
    this.#fill({ kind: null, contactId: '', slotId: '' });
    await this.#desk.focusOn('#booking-title');
  }

  #wish({ dataset }: HTMLElement, change: Partial<WishedDay>): void {
    const n = Number(dataset.id);
    this.#fill({ days: this.#values.days.map((day, at) => (at === n ? { ...day, ...change } : day)) });
  }

  async #addDay(): Promise<void> {
    const { days } = this.#values;
    if (days.length < DAYS) this.#change({ days: [...days, { date: '', part: 'day' }] });
    await this.#desk.focusOn(`#day-${this.#values.days.length - 1}`);
  }

  async #showMore(): Promise<void> {
    const next = this.#shown;
    this.#shown += STEP;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-input=slot]')[next]?.focus();
  }

  async #pick(picks: boolean): Promise<void> {
    this.#fill({ picks });
    await this.#desk.focusOn(...(picks ? ['#slots', '#booking-title'] : ['#wishes']));
  }

  #leave(id: Id | null): void {
    this.#close();
    this.#options.left(id);
  }

  async #send(): Promise<void> {
    const { care, language } = this.#host;
    const appointment = this.#appointment;
    const { contactId, kind, picks, slotId, days } = this.#values;
    const wishes = this.#values.wishes.trim();
    const draft = this.#draft;
    if (!care || !draft || !kind || this.#busy) return;
    if (picks ? !slotId : !wishes) {
      this.#missing = true;
      this.#host.requestUpdate();
      return this.#desk.focusOn(picks ? '#slots' : '#wishes');
    }
    const about = appointment
      ? new HnBeforeAppointmentRescheduleEvent({ appointmentId: appointment.id, contactId })
      : new HnBeforeAppointmentRequestEvent({ contactId, kind });
    if (!this.#host.dispatchEvent(about)) return;
    const change = picks ? { slotId } : { wishes, preferred: preferredPeriods(days) };
    const { id, version = '' } = appointment ?? {};
    const options = { idempotencyKey: this.#key.for([contactId, kind, change, version]), lang: language };
    this.#busy = true;
    this.#news = this.#failure = null;
    this.#host.requestUpdate();
    this.#desk.say(() => msg('Sender …', { id: 'composer.sending' }));
    try {
      // If the page goes meanwhile, what may have arrived is sent on the same key by whoever comes back.
      await draft.keepNow();
      const now = await care.call((backend) =>
        id
          ? backend.rescheduleAppointment(id, change, { ...options, version })
          : backend.requestAppointment({ contactId, kind, ...change }, options),
      );
      await draft.discard();
      this.#done(now);
    } catch (error) {
      // What came too late is for another person.
      if (error instanceof BackendError) await this.#fail(error);
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  #done(now: Appointment): void {
    const about = { appointmentId: now.id, contactId: now.contact.id, status: now.status };
    const moved = !!this.#appointment;
    this.#options.changed(now);
    this.#host.dispatchEvent(
      moved ? new HnAppointmentRescheduledEvent(about) : new HnAppointmentRequestedEvent(about),
    );
    this.#desk.say(() =>
      now.status === 'booked'
        ? msg('Du har fått timen', { id: 'appointments.booked' })
        : msg('Ønsket er sendt', { id: 'appointments.wishSent' }),
    );
    this.#leave(now.id);
  }

  async #fail(error: BackendError): Promise<void> {
    this.#host.dispatchEvent(new HnErrorEvent(error));
    this.#failure = error;
    if (!error.retryable) this.#key.end();
    this.#draft?.keep();
    if (error.code === 'slot-taken') {
      this.#fill({ slotId: '' });
      this.#news = 'taken';
      await this.#slots.refresh();
    } else if (this.#appointment) {
      const now = await renewedAppointment(this.#host, this.#appointment.id, error);
      if (now) {
        this.#appointment = now;
        this.#news = 'renewed';
        this.#options.changed(now);
      }
    }
    this.#host.requestUpdate();
    this.#desk.say(() => this.#newsWords ?? errorWords(error));
    await this.#desk.focusOn('#booking-news');
  }

  get #newsWords(): string | null {
    switch (this.#news) {
      case 'taken':
        return msg('Noen andre tok den timen nettopp. Her er de timene som er ledige nå.', {
          id: 'appointments.slotTaken',
        });
      case 'renewed':
        return renewedWords();
      default:
        return null;
    }
  }

  #renderNews(): unknown {
    const failure = this.#failure ?? this.#slots.snapshot.error;
    if (!failure) {
      return this.#restored && this.#values.wishes ? restoredNotice() : nothing;
    }
    const words = this.#newsWords;
    return html`<div id="booking-news" tabindex="-1">
      ${words ? notice('warning', html`<p>${words}</p>`) : notice('danger', html`<p>${errorWords(failure)}</p>`)}
    </div>`;
  }

  render(): unknown {
    const { headingLevel, care } = this.#host;
    const level = headingLevel + 1;
    if (!this.#values.kind) return serviceChooser(this.#options.contacts(), level);
    return bookingForm({
      ...this.#values,
      level,
      today: osloDate(care?.now() ?? 0),
      appointment: this.#appointment,
      contact: this.#contact,
      hasSlots: this.#hasSlots,
      slots: this.#slots.data?.items,
      shown: this.#shown,
      busy: this.#busy,
      missing: this.#missing,
      news: this.#renderNews(),
    });
  }
}
