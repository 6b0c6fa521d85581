/** The same appointments as the floor's as one plain Lit element, as somebody who knows Lit writes it in an hour. */
import { html, LitElement, nothing } from 'lit';
import {
  aboutOf,
  byDay,
  cancel,
  dayOf,
  loadAppointments,
  loadContacts,
  loadSession,
  partsOf,
  statusOf,
  timeOf,
  untilOf,
} from './appointments-data.js';

class LitAppointments extends LitElement {
  static properties = {
    appointments: { state: true },
    session: { state: true },
    contacts: { state: true },
    chosen: { state: true },
    open: { state: true },
    said: { state: true },
  };

  async connectedCallback() {
    super.connectedCallback();
    [this.session, this.appointments] = await Promise.all([loadSession(), loadAppointments()]);
    await this.updateComplete;
    dispatchEvent(new Event('hn-ready'));
    this.contacts = await loadContacts();
  }

  async openDialog(one) {
    this.chosen = one;
    await this.updateComplete;
    this.renderRoot.querySelector('dialog').showModal();
  }

  async confirm(event) {
    event.preventDefault();
    const reason = this.renderRoot.querySelector('[name=reason]:checked').value;
    const changed = await cancel(this.chosen, reason);
    this.renderRoot.querySelector('dialog').close();
    this.appointments = this.appointments.map((one) => (one.id === changed.id ? changed : one));
    this.chosen = null;
    this.said = 'Ønske om avlysing er sendt';
  }

  gist(one) {
    return html`<strong>${one.title}</strong>
      <p>${aboutOf(one)}</p>
      ${statusOf(one) ? html`<span>${statusOf(one)}</span>` : nothing}`;
  }

  cancelButton(one) {
    return html`<button type="button" data-do="cancel" data-id=${one.id} @click=${() => this.openDialog(one)}>
      Avlys time
    </button>`;
  }

  acts(one) {
    return html`${one.reschedule.allowed ? html`<button type="button">Endre time</button>` : nothing}
      ${one.cancel.allowed ? this.cancelButton(one) : nothing}
      <button type="button">Legg i kalender</button>`;
  }

  card(one) {
    const part = (type) => partsOf(one).find((found) => found.type === type)?.value;
    return html`<div>
      <p><span>${part('weekday')}</span><span>${part('day')}</span><span>${part('month')}</span></p>
      <div>
        <h3>Neste time</h3>
        <p>${timeOf(one)}</p>
        ${this.gist(one)}
        <div>${this.acts(one)}</div>
      </div>
    </div>`;
  }

  row(one) {
    return html`<li>
      <span>${timeOf(one)}</span>
      <div>${this.gist(one)}</div>
      <button type="button" data-do="details" @click=${() => (this.open = one.id)}>Detaljer</button>
      ${this.open === one.id ? this.acts(one) : nothing}
    </li>`;
  }

  dialog() {
    const { chosen, contacts } = this;
    if (!chosen) return nothing;
    const { cancelReasons } = contacts.find(({ id }) => id === chosen.contact.id);
    return html`<dialog aria-labelledby="dialog-title">
      <form @submit=${this.confirm}>
        <h3 id="dialog-title">Avlys ${chosen.title}?</h3>
        <div role="note">
          <span>Akutt fare for liv? Ring <a href="tel:113">113</a></span>
          <span>Haster det? Legevakt <a href="tel:116117">116 117</a></span>
        </div>
        <p>
          <strong>${chosen.title}</strong
          ><br />${dayOf(chosen)}<br />${timeOf(chosen)}<br />${chosen.contact.name}
        </p>
        <p>${untilOf(chosen)}</p>
        <p>Kommunen svarer på ønsket ditt.</p>
        <fieldset>
          <legend>Hvorfor avlyser du?</legend>
          ${cancelReasons.map(
            ({ id, label }) => html`<label><input type="radio" name="reason" value=${id} />${label}</label>`,
          )}
        </fieldset>
        <label for="message">Melding<span> (valgfritt)</span></label>
        <textarea id="message" rows="3" aria-describedby="counter"></textarea>
        <span id="counter">1000 tegn igjen</span>
        <button type="submit">Avlys time</button>
        <button type="button" data-do="close" @click=${() => (this.chosen = null)}>Behold timen</button>
      </form>
    </dialog>`;
  }

  render() {
    const { session, appointments } = this;
    if (!session || !appointments) return nothing;
    const { next, days } = byDay(appointments);
    const { phone, label } = session.help;
    return html`<section>
      <div>
        <h2>Timeavtaler</h2>
        <div role="group" aria-label="Visning">
          <button type="button">Liste</button><button type="button">Uke</button
          ><button type="button">Måned</button>
        </div>
      </div>
      <div>
        ${next ? this.card(next) : nothing}
        ${days.map(
          ([day, some]) =>
            html`<div>
              <h3>${day}</h3>
              <ul role="list">
                ${some.map((one) => this.row(one))}
              </ul>
            </div>`,
        )}
      </div>
      <div>
        <button type="button">Be om ny time</button><button type="button">Vis tidligere timer</button>
      </div>
      <div>
        <span>Trenger du hjelp? <a href="tel:${phone}">${label ?? phone}</a></span>
        <button type="button">Bruksvilkår</button><button type="button">Logg ut</button>
      </div>
      <div role="status">${this.said}</div>
      ${this.dialog()}
    </section>`;
  }
}

customElements.define('lit-appointments', LitAppointments);
