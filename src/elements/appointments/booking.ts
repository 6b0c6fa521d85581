import type { ReactiveController } from 'lit';
import { html, nothing } from 'lit/html.js';
import { BackendError } from '../../backend/errors.js';
import type { Appointment, AppointmentKind, Contact, Id, Page, Period, Slot } from '../../backend/types.js';
import { ChangeKey } from '../../controllers/change-key.js';
import type { Query } from '../../controllers/query.js';
import { DAY, osloDate, osloToMs, toInstant } from '../../domain/oslo.js';
import { msg } from '../../i18n/index.js';
import { errorWords } from '../../views/error-words.js';
import { notice } from '../../views/notice.js';
import type { Desk, WidgetAction } from '../desk.js';
import { HnErrorEvent } from '../events.js';
import type { AppointmentsHost } from './appointments-host.js';
import {
  HnAppointmentRequestedEvent,
  HnAppointmentRescheduledEvent,
  HnBeforeAppointmentRequestEvent,
  HnBeforeAppointmentRescheduleEvent,
} from './appointments.events.js';
import { bookingStyles } from './booking.styles.js';
import { bookingForm, serviceChooser, type DayPart, type WishedDay } from './booking-view.js';

/** Free times are asked for this far ahead, and so many stand there at first and more with each step. */
const AHEAD = 56 * DAY;
const STEP = 24;
/** As many days as one may wish for. */
const DAYS = 5;
/** Answers after which the appointment may be another than the one that was seen. */
const CHANGED = /^(stale|too-late|not-allowed|idempotency-mismatch)$/;
const HOURS: Record<DayPart, [from: string, to: string]> = {
  day: ['00:00', '24:00'],
  morning: ['08:00', '12:00'],
  afternoon: ['12:00', '16:00'],
};

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
  #open = false;
  #owner = '';
  #since = 0;
  #appointment: Appointment | null = null;
  #contactId: Id = '';
  #kind: AppointmentKind | null = null;
  #picks = false;
  #slotId: Id = '';
  #wishes = '';
  #days: WishedDay[] = [];
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
      const [contactId, kind] = [this.#contactId, this.#kind];
      if (!this.#open || !this.#picks || !contactId || !kind) return null;
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
      slot: (target) => this.#fill(() => (this.#slotId = (target as HTMLInputElement).value)),
      wishes: (target) => this.#fill(() => (this.#wishes = (target as HTMLTextAreaElement).value)),
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

  hostUpdate(): void {
    // What is written on behalf of one is not shown to another.
    if (this.#open && this.#host.session.data?.user && this.#person !== this.#owner) this.#open = false;
  }

  get open(): boolean {
    return this.#open;
  }

  /** Whether somebody writes here. */
  get writing(): boolean {
    return this.#open && !!this.#kind && !this.#picks;
  }

  /** Begins to move `appointment`, or to ask for a new one with null. */
  async begin(appointment: Appointment | null): Promise<void> {
    const again = this.#owner === this.#person && this.#appointment?.id === appointment?.id && !!this.#owner;
    this.#owner = this.#person;
    this.#open = true;
    this.#since = Math.floor((this.#host.care?.now() ?? 0) / 60_000) * 60_000;
    // What was filled in and not sent is still there.
    if (!again) {
      this.#appointment = appointment;
      this.#contactId = appointment?.contact.id ?? '';
      this.#kind = appointment?.kind ?? null;
      this.#clear();
    } else if (appointment && !this.#failure?.retryable) this.#appointment = appointment;
    if (!again) this.#picks = this.#hasSlots || !this.#options.contacts();
    this.#host.requestUpdate();
    await this.#desk.focusOn('#booking-title');
  }

  get #person(): string {
    const { person } = this.#host.care ?? {};
    return person ? `${person.user} ${person.party}` : '';
  }

  get #contact(): Contact | null {
    return this.#options.contacts()?.find(({ id }) => id === this.#contactId) ?? null;
  }

  get #hasSlots(): boolean {
    return !!this.#contact?.requests.some(({ kind, slots }) => slots && kind === this.#kind);
  }

  #clear(): void {
    this.#key = new ChangeKey();
    this.#slotId = this.#wishes = '';
    this.#days = [{ date: '', part: 'day' }];
    this.#shown = STEP;
    this.#missing = false;
    this.#news = this.#failure = null;
  }

  #fill(change: () => unknown): void {
    change();
    this.#missing = false;
    this.#host.requestUpdate();
  }

  async #chooseKind(chosen: string): Promise<void> {
    const space = chosen.indexOf(' ');
    this.#kind = chosen.slice(0, space) as AppointmentKind;
    this.#contactId = chosen.slice(space + 1);
    this.#picks = this.#hasSlots;
    this.#host.requestUpdate();
    await this.#desk.focusOn('#booking-title');
  }

  #wish({ dataset }: HTMLElement, change: Partial<WishedDay>): void {
    const n = Number(dataset.id);
    this.#fill(() => (this.#days = this.#days.map((day, at) => (at === n ? { ...day, ...change } : day))));
  }

  async #addDay(): Promise<void> {
    if (this.#days.length < DAYS) this.#days = [...this.#days, { date: '', part: 'day' }];
    this.#host.requestUpdate();
    await this.#desk.focusOn(`#day-${this.#days.length - 1}`);
  }

  async #showMore(): Promise<void> {
    const next = this.#shown;
    this.#shown += STEP;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-input=slot]')[next]?.focus();
  }

  async #pick(picks: boolean): Promise<void> {
    this.#picks = picks;
    this.#missing = false;
    this.#host.requestUpdate();
    await this.#desk.focusOn(...(picks ? ['#slots', '#booking-title'] : ['#wishes']));
  }

  #leave(id: Id | null): void {
    this.#open = false;
    this.#options.left(id);
  }

  get #preferred(): Period[] {
    return this.#days.flatMap(({ date, part }) => {
      if (!date) return [];
      const [from, to] = HOURS[part];
      return { from: toInstant(osloToMs(date, from)), to: toInstant(osloToMs(date, to)) };
    });
  }

  async #send(): Promise<void> {
    const { care, language } = this.#host;
    const appointment = this.#appointment;
    const [contactId, kind] = [this.#contactId, this.#kind];
    const wishes = this.#wishes.trim();
    if (!care || !kind || this.#busy) return;
    if (this.#picks ? !this.#slotId : !wishes) {
      this.#missing = true;
      this.#host.requestUpdate();
      return this.#desk.focusOn(this.#picks ? '#slots' : '#wishes');
    }
    const about = appointment
      ? new HnBeforeAppointmentRescheduleEvent({ appointmentId: appointment.id, contactId })
      : new HnBeforeAppointmentRequestEvent({ contactId, kind });
    if (!this.#host.dispatchEvent(about)) return;
    const change = this.#picks ? { slotId: this.#slotId } : { wishes, preferred: this.#preferred };
    const { id, version = '' } = appointment ?? {};
    const options = { idempotencyKey: this.#key.for([contactId, kind, change, version]), lang: language };
    this.#busy = true;
    this.#news = this.#failure = null;
    this.#host.requestUpdate();
    this.#desk.say(() => msg('Sender …', { id: 'composer.sending' }));
    try {
      const now = await care.call((backend) =>
        id
          ? backend.rescheduleAppointment(id, change, { ...options, version })
          : backend.requestAppointment({ contactId, kind, ...change }, options),
      );
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
    this.#owner = '';
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
    if (error.code === 'slot-taken') {
      this.#slotId = '';
      this.#news = 'taken';
      await this.#slots.refresh();
    } else if (this.#appointment && CHANGED.test(error.code)) {
      const { id } = this.#appointment;
      const { language, care } = this.#host;
      const now = await care
        ?.call((backend) => backend.getAppointment(id, { lang: language }))
        .catch(() => null);
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
        return msg('Timen er endret siden du åpnet den. Se hva som gjelder nå, før du går videre.', {
          id: 'appointments.renewed',
        });
      default:
        return null;
    }
  }

  #renderNews(): unknown {
    const failure = this.#failure ?? this.#slots.snapshot.error;
    if (!failure) return nothing;
    const words = this.#newsWords;
    return html`<div id="booking-news" tabindex="-1">
      ${words ? notice('warning', html`<p>${words}</p>`) : notice('danger', html`<p>${errorWords(failure)}</p>`)}
    </div>`;
  }

  render(): unknown {
    const { headingLevel, care } = this.#host;
    const level = headingLevel + 1;
    if (!this.#kind) return serviceChooser(this.#options.contacts(), level);
    return bookingForm({
      level,
      today: osloDate(care?.now() ?? 0),
      appointment: this.#appointment,
      contact: this.#contact,
      kind: this.#kind,
      picks: this.#picks,
      hasSlots: this.#hasSlots,
      slots: this.#slots.data?.items,
      shown: this.#shown,
      slotId: this.#slotId,
      wishes: this.#wishes,
      days: this.#days,
      busy: this.#busy,
      missing: this.#missing,
      news: this.#renderNews(),
    });
  }
}
