import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Appointment, Contact, OsloDate, Slot } from '../../backend/types.js';
import { byOsloDay, osloDate } from '../../domain/oslo.js';
import { dayWords, formatTimes, msg, timeWords } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { field, lengthOf } from '../../views/field.js';
import { heading } from '../../views/heading.js';
import { cancelLabel } from '../../views/labels.js';
import { phoneLink } from '../../views/phone.js';
import { reasonWords } from '../../views/reasons.js';
import { MOST } from './appointment-change.js';
import type { BookingValues, DayPart, WishedDay } from './booking-values.js';

export interface BookingView extends BookingValues {
  level: number;
  today: OsloDate;
  /** The one that is moved; null asks for a new one. */
  appointment: Appointment | null;
  contact: Contact | null;
  /** Whether the service has free times to pick from at all. */
  hasSlots: boolean;
  /** Undefined while they load. */
  slots: readonly Slot[] | undefined;
  /** As many of them stand there. */
  shown: number;
  busy: boolean;
  /** What must be mended. */
  missing: boolean;
  /** What has happened, above the fields. */
  news: unknown;
}

const titleOf = (appointment: Appointment | null): string =>
  appointment
    ? msg('Endre time', { id: 'appointments.change' })
    : msg('Be om ny time', { id: 'appointments.ask' });

const cancel = (): TemplateResult => button('leave-booking', cancelLabel(), { kind: 'quiet' });

/** Of which service, and what: those that take requests, and why the others do not. */
export function serviceChooser(contacts: readonly Contact[] | undefined, level: number): TemplateResult {
  return html`<div class="panel stack">
    ${heading(level, titleOf(null), { id: 'booking-title', kind: 'subtitle' })}
    <p>${msg('Hva vil du ha time til?', { id: 'appointments.askWhat' })}</p>
    ${contacts ? nothing : html`<div class="skeleton wide" aria-busy="true"></div>`}
    ${contacts?.map(({ id, name, appointments, requests, opensOn, phones }) =>
      appointments.allowed && requests.length
        ? html`<div class="stack">
            <strong>${name}</strong>
            <div class="acts">
              ${requests.map(({ kind, label }) => button('ask-kind', label, { id: `${kind} ${id}`, about: name }))}
            </div>
          </div>`
        : html`<p class="small">
            <strong>${name}.</strong> ${
              appointments.allowed
                ? reasonWords({ ...appointments, reason: 'not-offered' })
                : reasonWords(appointments, opensOn)
            }
            ${appointments.text} ${phones[0] ? phoneLink(phones[0].number) : nothing}
          </p>`,
    )}
    ${cancel()}
  </div>`;
}

/** Free times, day by day. */
function slotList({ slots, shown, slotId, today, missing, busy }: BookingView): TemplateResult {
  if (!slots) return html`<div class="skeleton wide" aria-busy="true"></div>`;
  if (!slots.length) {
    return html`<p>
      ${msg('Det er ingen ledige timer nå. Skriv hva som passer for deg, så svarer tjenesten.', { id: 'appointments.noSlots' })}
    </p>`;
  }
  const days = byOsloDay(slots.slice(0, shown), ({ start }) => Date.parse(start));
  return html`<div part="slot-list" class="stack wide" id="slots" tabindex="-1">
    ${missing ? html`<span part="field-error" class="error" id="slot-error">${msg('Velg en tid.', { id: 'appointments.noSlot' })}</span>` : nothing}
    ${[...days].map(
      ([date, ofDay]) =>
        html`<fieldset class="slots" aria-describedby=${missing ? 'slot-error' : nothing}>
          <legend part="label" class="label">${dayWords(date, today)}</legend>
          ${ofDay.map(({ id, start, end, practitioner }) => {
            const time = formatTimes(Date.parse(start), Date.parse(end));
            return html`<label part="slot" class="choice slot"
              ><input
                type="radio"
                name="slot"
                .value=${id}
                .checked=${live(id === slotId)}
                ?disabled=${busy}
                data-input="slot"
              /><span
                >${time}${practitioner?.name ? html`<br /><span class="muted small">${practitioner.name}</span>` : nothing}</span
              ></label
            >`;
          })}
        </fieldset>`,
    )}
    ${slots.length > shown ? button('more-slots', msg('Vis flere', { id: 'appointments.further' }), { kind: 'quiet' }) : nothing}
  </div>`;
}

/** A day that would suit, and what of it. */
function wishedDay({ date, part }: WishedDay, n: number, { today, busy }: BookingView): TemplateResult {
  const one = (value: DayPart, label: string): TemplateResult =>
    html`<option value=${value} ?selected=${value === part}>${label}</option>`;
  return html`<div class="wished">
    <input
      part="control"
      class="control"
      type="date"
      id="day-${n}"
      aria-label=${msg('Dag som passer', { id: 'appointments.day' })}
      min=${today}
      ?readonly=${busy}
      .value=${live(date)}
      data-id=${n}
      data-input="day"
    /><select
      part="control"
      class="control"
      aria-label=${msg('Tid på dagen', { id: 'appointments.partOfDay' })}
      ?disabled=${busy}
      data-id=${n}
      data-input="part"
    >
      ${one('day', msg('Hele dagen', { id: 'appointments.wholeDay' }))}${one('morning', msg('Formiddag (08–12)', { id: 'appointments.morning' }))}${one('afternoon', msg('Ettermiddag (12–16)', { id: 'appointments.afternoon' }))}
    </select>
  </div>`;
}

function wishForm(view: BookingView): TemplateResult {
  const { wishes, days, missing, busy } = view;
  return html`${field({
      id: 'wishes',
      label: msg('Hva ønsker du?', { id: 'appointments.wishesLabel' }),
      hint: msg('Skriv kort. Ikke skriv fødselsnummer.', { id: 'appointments.wishesHint' }),
      error: missing && msg('Skriv hva du ønsker.', { id: 'appointments.noWishes' }),
      counter: { used: lengthOf(wishes), most: MOST },
      control: (described, invalid) =>
        html`<textarea
          part="control"
          class="control"
          id="wishes"
          maxlength=${MOST}
          aria-required="true"
          aria-describedby=${described}
          aria-invalid=${invalid}
          ?readonly=${busy}
          .value=${live(wishes)}
          data-input="wishes"
        ></textarea>`,
    })}
    <fieldset class="choices">
      <legend part="label" class="label">
        ${msg('Tidspunkt som passer', { id: 'appointments.preferred' })}
      </legend>
      ${days.map((day, n) => wishedDay(day, n, view))}
      <div>
        ${button('more-days', msg('Legg til en dag', { id: 'appointments.moreDays' }), { kind: 'quiet' })}
      </div>
    </fieldset>`;
}

/** Where one picks a free time, or writes what would suit. */
export function bookingForm(view: BookingView): TemplateResult {
  const { appointment, contact, kind, level, today, picks, hasSlots, slots, busy, news } = view;
  const label = contact?.requests.find((one) => one.kind === kind)?.label;
  const { start } = appointment ?? {};
  const about = appointment
    ? html`<strong>${appointment.title}</strong
        >${start ? html`<br />${dayWords(osloDate(Date.parse(start)), today)}<br />${timeWords(appointment)}` : nothing}`
    : html`<strong>${label}</strong><br />${contact?.name}`;
  const empty = picks && slots?.length === 0;
  return html`<form class="booking panel" novalidate data-submit="book">
    ${heading(level, titleOf(appointment), { id: 'booking-title', kind: 'subtitle' })}
    <p>${about}</p>
    ${news}
    ${
      picks
        ? slotList(view)
        : html`${wishForm(view)}
            <p class="small">
              ${
                appointment
                  ? msg('Timen du har, gjelder til tjenesten har svart.', { id: 'appointments.keepsOld' })
                  : msg('Tjenesten svarer på ønsket ditt her.', { id: 'appointments.answersHere' })
              }
            </p>`
    }
    ${
      hasSlots
        ? html`<div>
            ${
              picks
                ? button('to-wishes', msg('Ingen av timene passer', { id: 'appointments.noneSuits' }), {
                    kind: 'quiet',
                  })
                : button('to-slots', msg('Velg en ledig time', { id: 'appointments.toSlots' }), {
                    kind: 'quiet',
                  })
            }
          </div>`
        : nothing
    }
    <div class="acts">
      ${
        empty
          ? nothing
          : html`<button
              type="submit"
              part="button button-primary"
              class="button primary"
              aria-disabled=${busy || (picks && !slots) ? 'true' : nothing}
            >
              ${
                busy
                  ? msg('Sender …', { id: 'composer.sending' })
                  : picks
                    ? msg('Velg timen', { id: 'appointments.book' })
                    : msg('Send ønsket', { id: 'appointments.sendWish' })
              }
            </button>`
      }
      ${appointment ? nothing : button('ask-other', msg('Velg noe annet', { id: 'appointments.askOther' }), { kind: 'quiet' })}
      ${cancel()}
    </div>
  </form>`;
}
