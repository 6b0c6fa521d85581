import type { Appointment, Id, Page } from '../../backend/types.js';
import { Pages } from '../../controllers/pages.js';
import type { Query } from '../../controllers/query.js';
import { osloDate, osloToMs, toInstant } from '../../domain/oslo.js';
import type { AppointmentsHost } from './appointments-host.js';

/** Appointments that are fetched at once, and the most that stand in the page's tree. */
const FETCHED = 30;

export interface ListsOptions {
  /** Only appointments with this contact. */
  contactId: () => Id | null;
  showsEarlier: () => boolean;
  /** Whether what is shown has been loaded. */
  settled: () => boolean;
  /** Those that the calendar shows. */
  others: () => readonly Appointment[];
}

/** Where one stands in a list; what has no time stands where it was decided, or before all others. */
const placeOf = ({ start, decision }: Appointment): number => Date.parse(start ?? decision?.at ?? '') || 0;

/** Coming and earlier appointments as far as they have been fetched, and the one that the page names. */
export class Lists {
  readonly coming: Pages<Appointment>;
  readonly earlier: Pages<Appointment>;
  /** Asked while earlier ones are shown. */
  readonly earlierQuery: Query<Page<Appointment>>;
  readonly #host: AppointmentsHost;
  readonly #one: Query<Appointment>;
  readonly #others: ListsOptions['others'];

  constructor(host: AppointmentsHost, { contactId, showsEarlier, settled, others }: ListsOptions) {
    this.#host = host;
    this.#others = others;
    const today = (): string => toInstant(osloToMs(osloDate(host.care?.now() ?? 0), '00:00'));
    const list = (): string => `${today()} ${contactId()}`;
    const filter = (): { contactId?: Id } => {
      const id = contactId();
      return id ? { contactId: id } : {};
    };
    this.earlierQuery = host.query(() => {
      const to = today();
      return showsEarlier()
        ? {
            key: ['earlier-appointments', to, contactId() ?? ''],
            load: (backend, o) =>
              backend.listAppointments({ to, order: 'desc', ...filter() }, { ...o, limit: FETCHED }),
            hints: ['appointment'],
          }
        : null;
    });
    this.#one = host.query(() => {
      const id = host.appointment;
      return id && settled() && !this.has(id)
        ? {
            key: ['appointment', id],
            load: (backend, o) => backend.getAppointment(id, o),
            hints: ['appointment'],
          }
        : null;
    });
    this.coming = new Pages(host, {
      first: host.coming,
      list,
      more: (backend, o) =>
        backend.listAppointments({ from: today(), ...filter() }, { ...o, limit: FETCHED }),
      // There the newest come first, here the earliest.
      at: (one) => -placeOf(one),
      most: FETCHED,
    });
    this.earlier = new Pages(host, {
      first: this.earlierQuery,
      list,
      more: (backend, o) =>
        backend.listAppointments({ to: today(), order: 'desc', ...filter() }, { ...o, limit: FETCHED }),
      at: placeOf,
      most: FETCHED,
    });
  }

  get #known(): readonly Appointment[] {
    return [...this.coming.all, ...this.earlier.all, ...this.#others()];
  }

  /** Whether a list has the appointment, so that it needs no place of its own. */
  has(id: Id): boolean {
    return this.#known.some((one) => one.id === id);
  }

  /** The appointment that the page names, where no list has it. */
  get one(): Query<Appointment>['snapshot'] {
    return this.#one.snapshot;
  }

  /** The appointment as it is known. */
  find(id: Id): Appointment | undefined {
    return this.#known.find((one) => one.id === id) ?? (this.one.data?.id === id ? this.one.data : undefined);
  }

  /** Shows what became of an appointment, until the backend has been asked again. */
  replace(appointment: Appointment): void {
    const put = (one: Appointment): Appointment => (one.id === appointment.id ? appointment : one);
    const inPage = (page: Page<Appointment>): Page<Appointment> => ({ ...page, items: page.items.map(put) });
    this.#host.coming.update(inPage);
    this.earlierQuery.update(inPage);
    this.#one.update(put);
    this.coming.change(appointment.id, put);
    this.earlier.change(appointment.id, put);
  }
}
