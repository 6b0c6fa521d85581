import type { AppointmentKind, AppointmentStatus, Id } from '../../backend/types.js';

const SPREAD = { bubbles: true, composed: true };
const ASK = { ...SPREAD, cancelable: true };

/** What an event says of an appointment. */
interface About {
  appointmentId: Id;
  contactId: Id;
}

/** An appointment is about to be cancelled. Prevent it to keep the dialog open. */
export class HnBeforeAppointmentCancelEvent extends Event {
  readonly appointmentId: Id;
  readonly contactId: Id;

  constructor({ appointmentId, contactId }: About) {
    super('hn-before-appointment-cancel', ASK);
    this.appointmentId = appointmentId;
    this.contactId = contactId;
  }
}

/** An appointment has been cancelled, or that has been asked for: `status` says which. */
export class HnAppointmentCancelledEvent extends Event {
  readonly appointmentId: Id;
  readonly contactId: Id;
  readonly status: AppointmentStatus;

  constructor({ appointmentId, contactId, status }: About & { status: AppointmentStatus }) {
    super('hn-appointment-cancelled', SPREAD);
    this.appointmentId = appointmentId;
    this.contactId = contactId;
    this.status = status;
  }
}

/** An appointment is about to be asked for. Prevent it to keep what is filled in. */
export class HnBeforeAppointmentRequestEvent extends Event {
  readonly contactId: Id;
  readonly kind: AppointmentKind;

  constructor({ contactId, kind }: { contactId: Id; kind: AppointmentKind }) {
    super('hn-before-appointment-request', ASK);
    this.contactId = contactId;
    this.kind = kind;
  }
}

/** An appointment has been booked, or asked for: `status` says which. */
export class HnAppointmentRequestedEvent extends Event {
  readonly appointmentId: Id;
  readonly contactId: Id;
  readonly status: AppointmentStatus;

  constructor({ appointmentId, contactId, status }: About & { status: AppointmentStatus }) {
    super('hn-appointment-requested', SPREAD);
    this.appointmentId = appointmentId;
    this.contactId = contactId;
    this.status = status;
  }
}

/** An appointment is about to be moved. Prevent it to keep what is filled in. */
export class HnBeforeAppointmentRescheduleEvent extends Event {
  readonly appointmentId: Id;
  readonly contactId: Id;

  constructor({ appointmentId, contactId }: About) {
    super('hn-before-appointment-reschedule', ASK);
    this.appointmentId = appointmentId;
    this.contactId = contactId;
  }
}

/** An appointment has been moved, or that has been asked for: `status` says which. */
export class HnAppointmentRescheduledEvent extends Event {
  readonly appointmentId: Id;
  readonly contactId: Id;
  readonly status: AppointmentStatus;

  constructor({ appointmentId, contactId, status }: About & { status: AppointmentStatus }) {
    super('hn-appointment-rescheduled', SPREAD);
    this.appointmentId = appointmentId;
    this.contactId = contactId;
    this.status = status;
  }
}

declare global {
  interface HTMLElementEventMap {
    'hn-before-appointment-cancel': HnBeforeAppointmentCancelEvent;
    'hn-appointment-cancelled': HnAppointmentCancelledEvent;
    'hn-before-appointment-request': HnBeforeAppointmentRequestEvent;
    'hn-appointment-requested': HnAppointmentRequestedEvent;
    'hn-before-appointment-reschedule': HnBeforeAppointmentRescheduleEvent;
    'hn-appointment-rescheduled': HnAppointmentRescheduledEvent;
  }
}
