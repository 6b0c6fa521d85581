/** Where staff fill in what becomes of an appointment. */
import { html, nothing, type TemplateResult } from 'lit';
import { addDays, osloDate, osloTime, osloToMs, toInstant } from '../../src/domain/oslo.js';
import { formatDate, momentWords } from '../../src/i18n/index.js';
import * as appointments from './appointments.js';
import { now, type AppointmentTime, type StaffAppointment, type StaffSlot } from './staff-api.js';

/** Does what was pressed, and shows what has come of it. */
export type Act = (work: () => Promise<unknown>) => void;

const { state } = appointments;

export const said = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** A form whose fields keep what is written until it has been sent. */
export const form = (
  name: string,
  fields: unknown,
  submit: string,
  send: (data: FormData) => void,
  kind = 'filled',
): TemplateResult =>
  html`<form
    aria-label=${name}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      send(new FormData(event.target as HTMLFormElement));
    }}
  >
    ${fields}<button class="button ${kind}" ?disabled=${state.sending}>${submit}</button>
  </form>`;

/** The day and the times that are filled in, in Oslo. An end that is before the start is on the next day. */
export function period(data: FormData): { start: string; end: string } {
  const [day, from, to] = ['day', 'from', 'to'].map((name) => said(data, name)) as [string, string, string];
  const start = osloToMs(day, from);
  const end = osloToMs(day, to);
  return { start: toInstant(start), end: toInstant(end > start ? end : osloToMs(addDays(day, 1), to)) };
}

export const timeFields = (required: boolean): TemplateResult =>
  html`<div class="fields">
    <label>Dag <input name="day" type="date" min=${osloDate(now())} ?required=${required} /></label>
    <label>Fra <input name="from" type="time" ?required=${required} /></label>
    <label>Til <input name="to" type="time" ?required=${required} /></label>
  </div>`;

export const windowField = html`<label class="check"
  ><input name="window" type="checkbox" /> Fra og til er når besøket begynner</label
>`;

export const slotWords = (slot: StaffSlot): string => momentWords({ ...slot, window: false }, now());

/** A time of the service's that is free, or any other. */
function timeToGive({ kind }: StaffAppointment): TemplateResult {
  const slots = state.slots.filter((slot) => slot.kind === kind);
  return slots.length
    ? html`<label
          >Ledig time
          <select name="slot">
            <option value="">Ingen av disse</option>
            ${slots.map((slot) => html`<option value=${slot.id}>${slotWords(slot)}</option>`)}
          </select></label
        >
        <p class="soft">Eller en annen tid:</p>
        ${timeFields(false)}${windowField}`
    : html`${timeFields(true)}${windowField}`;
}

/** The time that is filled in; null where one is missing, which is said. */
function givenTime(data: FormData, act: Act): AppointmentTime | null {
  const slotId = said(data, 'slot');
  if (slotId) return { slotId };
  if (said(data, 'day') && said(data, 'from') && said(data, 'to'))
    return { ...period(data), window: data.has('window') };
  act(() => appointments.complain('Velg en ledig time, eller fyll ut dag, fra og til.'));
  return null;
}

const why = (label: string): TemplateResult =>
  html`<label
    >${label} Innbyggeren leser dette. <textarea name="reason" required maxlength="1000"></textarea>
  </label>`;

/** Yes, with a time where one was asked for, or no, with the reason that the resident reads. */
export function decisionForms(appointment: StaffAppointment, act: Act): TemplateResult {
  const cancels = appointment.status === 'cancel-requested';
  const accept = (data: FormData): void => {
    const time = cancels ? {} : givenTime(data, act);
    if (time) act(() => appointments.decide(appointment, { outcome: 'accepted', ...time }));
  };
  return html`${form('Godta', cancels ? nothing : timeToGive(appointment), cancels ? 'Godta avlysingen' : 'Godta og sett opp', accept)}
  ${form(
    'Ikke godta',
    why('Hvorfor ikke?'),
    'Ikke godta',
    (data) =>
      act(() => appointments.decide(appointment, { outcome: 'declined', reason: said(data, 'reason') })),
    '',
  )}`;
}

/** When it took place: now, or when it was to begin on an earlier day. */
export function completionForm(appointment: StaffAppointment, act: Act): TemplateResult {
  const start = Date.parse(appointment.start ?? '');
  const date = osloDate(start);
  const time = osloTime(date === osloDate(now()) ? now() : start);
  return form(
    'Registrer besøket',
    html`<label
      >Utført ${formatDate(date, 'dayWithWeekday')} kl. <input name="at" type="time" required value=${time}
    /></label>`,
    'Registrer som utført',
    (data) => act(() => appointments.complete(appointment, toInstant(osloToMs(date, said(data, 'at'))))),
  );
}

/** What the service does by itself with what is booked: another time, or none. */
export function changeForms(appointment: StaffAppointment, act: Act): TemplateResult {
  return html`${form(
    'Flytt timen',
    timeToGive(appointment),
    'Flytt timen',
    (data) => {
      const time = givenTime(data, act);
      if (time) act(() => appointments.setTime(appointment, time));
    },
    '',
  )}
  ${form(
    'Avlys timen',
    why('Hvorfor?'),
    'Avlys timen',
    (data) => act(() => appointments.callOff(appointment, said(data, 'reason'))),
    '',
  )}`;
}

/** Who was not there. */
export const missForm = (appointment: StaffAppointment, act: Act): TemplateResult =>
  form(
    'Ikke møtt',
    html`<p class="soft">Innbyggeren var ikke der da timen begynte.</p>`,
    'Registrer som ikke møtt',
    () => act(() => appointments.miss(appointment)),
    '',
  );
