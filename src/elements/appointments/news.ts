import type { Appointment, Id } from '../../backend/types.js';
import { msg, plain, str } from '../../i18n/index.js';
import type { Desk } from '../desk.js';

/** What of an appointment matters to who goes there. */
const traits = ({ status, start, end, window, place, decision }: Appointment): string =>
  JSON.stringify([status, start, end, window, place.text, decision?.at]);

/** Says once, politely, that somebody else has changed an appointment. */
export class News {
  readonly #desk: Desk;
  #list = '';
  #known = new Map<Id, string>();
  #seen: unknown;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** What the person has done is no news. */
  know(appointment: Appointment): void {
    if (this.#known.has(appointment.id)) this.#known.set(appointment.id, traits(appointment));
  }

  /** Looks through what has come; `list` tells lists apart. */
  look(list: string, items: readonly Appointment[] | undefined): void {
    if (!items || items === this.#seen) return;
    const first = list !== this.#list;
    const before = this.#known;
    this.#seen = items;
    this.#list = list;
    this.#known = new Map(items.map((one) => [one.id, traits(one)]));
    if (first) return;
    const changed = items.filter((one) => {
      const known = before.get(one.id);
      return known && known !== this.#known.get(one.id);
    });
    const [one, ...others] = changed;
    if (!one) return;
    this.#desk.say(() =>
      others.length
        ? msg('Flere timeavtaler er endret', { id: 'appointments.severalChanged' })
        : plain(msg(str`Timeavtalen er endret: ${one.title}`, { id: 'appointments.changed' })),
    );
  }
}
