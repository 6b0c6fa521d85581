/** What staff see of appointments, and where they decide, book, register and offer. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { byDay } from '../../src/domain/appointments.js';
import { osloDate } from '../../src/domain/oslo.js';
import { completedText, dayWords, formatDate, momentWords, timeWords } from '../../src/i18n/index.js';
import {
  changeForms,
  completionForm,
  decisionForms,
  form,
  missForm,
  period,
  said,
  slotWords,
  timeFields,
  windowField,
  type Act,
} from './appointment-forms.js';
import * as appointments from './appointments.js';
import { now, type AppointmentKind, type StaffAppointment, type StaffSession } from './staff-api.js';

export interface AppointmentsView {
  session: StaffSession;
  act: Act;
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

const entry = (term: string, content: unknown): TemplateResult | typeof nothing =>
  content
    ? html`<dt>${term}</dt>
        <dd>${content}</dd>`
    : nothing;

function openAppointment(appointment: StaffAppointment, view: AppointmentsView): TemplateResult {
  const { id, title, resident, contact, status, start, end, practitioner, decision } = appointment;
  const { cancelReason, message, wishes, preferred, completedAt } = appointment;
  const { act } = view;
  const isPlanned = status === 'booked' || status === 'cancel-requested';
  const dayHasCome = start !== null && osloDate(Date.parse(start)) <= osloDate(now());
  const hasBegun = start !== null && Date.parse(start) <= now();
  const isOver = end !== null && Date.parse(end) <= now();
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
        `${id} ${status} ${start ?? ''}`,
        html`${waits(appointment) ? decisionForms(appointment, act) : nothing}
        ${dayHasCome && isPlanned ? completionForm(appointment, act) : nothing}
        ${hasBegun && isPlanned ? missForm(appointment, act) : nothing}
        ${status === 'booked' && !isOver ? changeForms(appointment, act) : nothing}`,
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
      ${keyed(`${beside} ${contact.id} ${state.made}`, beside === 'book' ? bookingForm(contact, view) : slotForm(contact, view))}
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
