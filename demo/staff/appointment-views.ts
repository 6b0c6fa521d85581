/** What staff see of appointments, and where they decide, book, register and offer. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { byDay } from '../../src/domain/appointments.js';
import { osloDate, osloTime, osloToMs, toInstant } from '../../src/domain/oslo.js';
import { completedText, dayWords, formatDate, momentWords, timeWords } from '../../src/i18n/index.js';
import * as appointments from './appointments.js';
import {
  now,
  type AppointmentKind,
  type StaffAppointment,
  type StaffSession,
  type StaffSlot,
} from './staff-api.js';

export interface AppointmentsView {
  session: StaffSession;
  /** Does what was pressed, and shows what has come of it. */
  act: (work: () => Promise<unknown>) => void;
}

const { state } = appointments;

const STATUS: Record<StaffAppointment['status'], string> = {
  requested: 'Ønsker time',
  booked: 'Avtalt',
  'cancel-requested': 'Ønsker å avlyse',
  'reschedule-requested': 'Ønsker en annen tid',
  cancelled: 'Avlyst',
  declined: 'Ikke godtatt',
  completed: 'Utført',
  'no-show': 'Ikke møtt',
};

const waits = ({ status }: StaffAppointment): boolean => status.endsWith('requested');

function link(appointment: StaffAppointment, { act }: AppointmentsView): TemplateResult {
  const { id, title, status, start, resident } = appointment;
  const time = waits(appointment) && start ? momentWords(appointment, now()) : timeWords(appointment);
  return html`<li>
    <button
      class="conversation-link"
      type="button"
      aria-current=${state.beside === 'appointment' && state.open?.id === id ? 'true' : nothing}
      @click=${() => act(() => appointments.choose(id))}
    >
      <span class="who"><span>${resident.name}</span><span class="soft">${time}</span></span>
      <span>${title}</span>
      ${status === 'booked' ? nothing : html`<span class="soft">${STATUS[status]}</span>`}
    </button>
  </li>`;
}

function group(name: string, list: readonly StaffAppointment[], view: AppointmentsView): TemplateResult {
  return html`<h2>${name}</h2>
    <ul aria-label=${name}>
      ${repeat(
        list,
        ({ id }) => id,
        (one) => link(one, view),
      )}
    </ul>`;
}

function navigation(view: AppointmentsView): TemplateResult {
  const { list, hasMore } = state;
  const today = osloDate(now());
  const waiting = list.filter(waits);
  const timed = list.filter(({ start }) => start);
  return html`<nav class="conversations" aria-label="Timer">
    ${waiting.length ? group('Venter på svar', waiting, view) : nothing}
    ${byDay(timed).map(({ date, appointments: ofDay }) => group(dayWords(date, today), ofDay, view))}
    ${
      hasMore
        ? html`<button
            class="conversation-link"
            type="button"
            @click=${() => view.act(appointments.showMore)}
          >
            Vis flere
          </button>`
        : nothing
    }
  </nav>`;
}

const said = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** A form whose fields keep what is written until it has been sent. */
const form = (
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
function period(data: FormData): { start: string; end: string } {
  const [day, from, to] = ['day', 'from', 'to'].map((name) => said(data, name)) as [string, string, string];
  const start = osloToMs(day, from);
  const end = osloToMs(day, to);
  return { start: toInstant(start), end: toInstant(end > start ? end : end + 86_400_000) };
}

const timeFields = (required: boolean): TemplateResult =>
  html`<div class="fields">
    <label>Dag <input name="day" type="date" min=${osloDate(now())} ?required=${required} /></label>
    <label>Fra <input name="from" type="time" ?required=${required} /></label>
    <label>Til <input name="to" type="time" ?required=${required} /></label>
  </div>`;

const windowField = html`<label class="check"
  ><input name="window" type="checkbox" /> Fra og til er når besøket begynner</label
>`;

const slotWords = (slot: StaffSlot): string => momentWords({ ...slot, window: false }, now());

/** Yes, with a time where one was asked for, or no, with the reason that the resident reads. */
function decisionForms(appointment: StaffAppointment, { act }: AppointmentsView): TemplateResult {
  const { status, kind } = appointment;
  const cancels = status === 'cancel-requested';
  const slots = state.slots.filter((slot) => slot.kind === kind);
  const accept = (data: FormData): void => {
    const slotId = said(data, 'slot');
    if (!cancels && !slotId && !(said(data, 'day') && said(data, 'from') && said(data, 'to'))) {
      act(() => appointments.complain('Velg en ledig time, eller fyll ut dag, fra og til.'));
      return;
    }
    const time = cancels || slotId ? { slotId } : { ...period(data), window: data.has('window') };
    act(() => appointments.decide(appointment, { outcome: 'accepted', ...(cancels ? {} : time) }));
  };
  const timeToGive = slots.length
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
  return html`${form('Godta', cancels ? nothing : timeToGive, cancels ? 'Godta avlysingen' : 'Godta og sett opp', accept)}
  ${form(
    'Ikke godta',
    html`<label
      >Hvorfor ikke? Innbyggeren leser dette. <textarea name="reason" required maxlength="1000"></textarea>
    </label>`,
    'Ikke godta',
    (data) =>
      act(() => appointments.decide(appointment, { outcome: 'declined', reason: said(data, 'reason') })),
    '',
  )}`;
}

/** When it took place: now, or when it was to begin on an earlier day. */
function completionForm(appointment: StaffAppointment, { act }: AppointmentsView): TemplateResult {
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

const entry = (term: string, content: unknown): TemplateResult | typeof nothing =>
  content
    ? html`<dt>${term}</dt>
        <dd>${content}</dd>`
    : nothing;

function openAppointment(appointment: StaffAppointment, view: AppointmentsView): TemplateResult {
  const { id, title, resident, contact, status, start, practitioner, decision } = appointment;
  const { cancelReason, message, wishes, preferred, completedAt } = appointment;
  const hasBegun = start !== null && osloDate(Date.parse(start)) <= osloDate(now());
  return html`<section class="thread appointment" aria-label="Timen">
    <header>
      <h2 tabindex="-1">${title}</h2>
      <p>
        ${resident.name}, født ${formatDate(resident.birthDate, 'long')}
        <span class="soft">· ${contact.name}</span>
      </p>
      <p class="state" tabindex="-1">${STATUS[status]}</p>
      ${notices()}
    </header>
    <dl>
      ${entry('Når', momentWords(appointment, now()))}
      ${entry('Hvem', practitioner && `${practitioner.role} ${practitioner.name ?? ''}`)}
      ${entry('Årsak', cancelReason?.label)} ${entry('Melding', message)} ${entry('Ønsker', wishes)}
      ${entry(
        'Passer',
        preferred.length
          ? preferred.map(({ from, to }) => html`${momentWords(preferredTime(from, to), now())}<br />`)
          : null,
      )}
      ${entry('Svar', decision && `${decision.outcome === 'accepted' ? 'Godtatt' : 'Ikke godtatt'} ${decision.reason ?? ''}`)}
      ${entry('Besøket', completedAt && completedText(completedAt, now()))}
    </dl>
    <div class="forms">
      ${keyed(
        `${id} ${status}`,
        html`${waits(appointment) ? decisionForms(appointment, view) : nothing}
        ${hasBegun && (status === 'booked' || status === 'cancel-requested') ? completionForm(appointment, view) : nothing}`,
      )}
    </div>
  </section>`;
}

const preferredTime = (start: string, end: string) =>
  ({ start, end, window: true, kind: 'consultation' }) as const;

const notices = (): unknown =>
  html`${state.problem ? html`<p class="problem" role="alert">${state.problem}</p>` : nothing}
    <p class="done" role="status" tabindex="-1">${state.done ?? ''}</p>`;

type StaffContact = StaffSession['contacts'][number];

const kindField = (requests: StaffContact['requests']): TemplateResult =>
  html`<label
    >Type
    <select name="kind">
      ${requests.map(({ kind, label }) => html`<option value=${kind}>${label}</option>`)}
    </select></label
  >`;

function bookingForm({ id: contactId, requests }: StaffContact, { act }: AppointmentsView): TemplateResult {
  const residents = new Map(
    state.list
      .filter(({ contact }) => contact.id === contactId)
      .map(({ resident }) => [resident.id, resident]),
  );
  return form(
    'Ny time',
    html`<label
        >Innbygger
        <select name="resident" required>
          ${[...residents.values()].map(
            ({ id, name, birthDate }) =>
              html`<option value=${id}>${name}, født ${formatDate(birthDate, 'long')}</option>`,
          )}
        </select></label
      >
      ${kindField(requests)}<label>Tittel <input name="title" /></label
      >${timeFields(true)}${windowField}<label>Forberedelse <textarea name="preparation"></textarea></label>`,
    'Sett opp timen',
    (data) => {
      const title = said(data, 'title');
      const preparation = said(data, 'preparation');
      act(() =>
        appointments.book({
          residentId: said(data, 'resident'),
          contactId,
          kind: said(data, 'kind') as AppointmentKind,
          window: data.has('window'),
          ...period(data),
          ...(title && { title }),
          ...(preparation && { preparation }),
        }),
      );
    },
  );
}

function slotForm({ id: contactId, requests }: StaffContact, { act }: AppointmentsView): TemplateResult {
  const kinds = requests.filter(({ slots }) => slots);
  if (!kinds.length) return html`<p>Tjenesten tar imot ønsker, og har ikke ledige timer å velge blant.</p>`;
  const offerForm = form(
    'Legg ut en ledig time',
    html`${kindField(kinds)}${timeFields(true)}`,
    'Legg ut',
    (data) =>
      act(() =>
        appointments.offer({ contactId, kind: said(data, 'kind') as AppointmentKind, ...period(data) }),
      ),
  );
  return html`${offerForm}
    <ul class="files" aria-label="Ledige timer">
      ${repeat(
        state.slots,
        ({ id }) => id,
        (slot) =>
          html`<li>
            ${slotWords(slot)}
            <span class="soft"
              >${kinds.find(({ kind }) => kind === slot.kind)?.label}, ${slot.practitioner?.name ?? ''}</span
            >
            <button
              class="button"
              type="button"
              aria-label="Trekk tilbake ${slotWords(slot)}"
              ?disabled=${state.sending}
              @click=${() => act(() => appointments.withdraw(slot.id))}
            >
              Trekk tilbake
            </button>
          </li>`,
      )}
    </ul>`;
}

function besideList(view: AppointmentsView): TemplateResult {
  const { beside, open, slotsOf } = state;
  if (beside === 'appointment')
    return open ? openAppointment(open, view) : html`<p class="empty">Velg en time for å se den.</p>`;
  const { contacts } = view.session;
  const title = beside === 'book' ? 'Ny time' : 'Ledige timer';
  const contact = contacts.find(({ id }) => id === slotsOf);
  if (!contact) return html`<p class="empty">Du er ikke knyttet til noen tjeneste.</p>`;
  return html`<section class="thread appointment" aria-label=${title}>
    <header>
      <h2 tabindex="-1">${title}</h2>
      <label
        >Tjeneste
        <select
          @change=${({ target }: Event) => {
            view.act(() => appointments.show(beside, (target as HTMLSelectElement).value));
          }}
        >
          ${contacts.map(({ id, name }) => html`<option value=${id} ?selected=${id === contact.id}>${name}</option>`)}
        </select></label
      >
      ${notices()}
    </header>
    <div class="forms">
      ${keyed(`${beside} ${contact.id}`, beside === 'book' ? bookingForm(contact, view) : slotForm(contact, view))}
    </div>
  </section>`;
}

export function appointmentsView(view: AppointmentsView): TemplateResult {
  const first = view.session.contacts[0]?.id ?? '';
  const way = (beside: 'book' | 'slots', words: string): TemplateResult =>
    html`<button
      class="button"
      type="button"
      @click=${() => view.act(() => appointments.show(beside, first))}
    >
      ${words}
    </button>`;
  return html`<p class="acts">${way('book', 'Ny time')} ${way('slots', 'Ledige timer')}</p>
    <div class="desk">${navigation(view)}${besideList(view)}</div>`;
}
