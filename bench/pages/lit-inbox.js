/** The same inbox as the floor's as one plain Lit element, as somebody who knows Lit writes it in an hour. */
import { html, LitElement, nothing } from 'lit';
import {
  authorOf,
  byDay,
  dayOf,
  excerptOf,
  loadMessages,
  loadSession,
  loadThreads,
  markRead,
  send,
  timeOf,
  unreadWords,
} from './inbox-data.js';

class LitInbox extends LitElement {
  static properties = {
    threads: { state: true },
    session: { state: true },
    thread: { state: true },
    messages: { state: true },
    hasOlder: { state: true },
    text: { state: true },
    said: { state: true },
  };

  async connectedCallback() {
    super.connectedCallback();
    [this.session, this.threads] = await Promise.all([loadSession(), loadThreads()]);
    await this.updateComplete;
    dispatchEvent(new Event('hn-ready'));
  }

  async open(thread) {
    this.thread = thread;
    this.messages = null;
    const { messages, hasOlder } = await loadMessages(thread.id);
    if (this.thread !== thread) return;
    this.messages = messages;
    this.hasOlder = hasOlder;
    await this.updateComplete;
    this.renderRoot.querySelector('#conversation-title').focus();
    if (!thread.unread) return;
    await markRead(thread.id, messages.at(-1).id);
    thread.unread = 0;
    this.requestUpdate();
  }

  async send(event) {
    event.preventDefault();
    const sent = await send(this.thread.id, this.text);
    this.text = '';
    this.said = 'Meldingen er sendt';
    this.messages = [...this.messages, sent];
    this.threads = [this.thread, ...this.threads.filter((one) => one !== this.thread)];
  }

  row(thread) {
    const { subject, unread, lastMessage, contact } = thread;
    return html`<li class="thread">
      <button
        type="button"
        data-do="open"
        data-id=${thread.id}
        aria-current=${thread === this.thread ? 'true' : nothing}
        @click=${() => this.open(thread)}
      >
        ${subject}${unread ? html` <span>${unreadWords(unread)}</span>` : nothing}
      </button>
      <time datetime=${lastMessage.sentAt}>${dayOf(lastMessage.sentAt)}</time>
      <span>${contact?.name ?? 'Kvittering'}</span>
      <span class="excerpt">${excerptOf(lastMessage)}</span>
    </li>`;
  }

  message({ id, author, sentAt, body, direction }) {
    return html`<li class="message" id="message-${id}" tabindex="-1">
      <p>
        ${authorOf(author)} · <time datetime=${sentAt}>${timeOf(sentAt)}</time>${
          direction === 'out' ? ' · Sendt' : nothing
        }
      </p>
      <p class="body">${body}</p>
    </li>`;
  }

  conversation() {
    const { thread, messages, hasOlder, text = '' } = this;
    if (!thread) return html`<p>Velg en samtale for å lese den.</p>`;
    return html`<div>
        <button type="button">Tilbake til meldinger</button>
        <h3 id="conversation-title" tabindex="-1">${thread.subject}</h3>
        <p>${thread.contact?.name ?? 'Kvittering'}</p>
        <div>
          <button type="button">Arkiver</button>
          <button type="button">Hvem har sett</button>
          <button type="button">Skriv ut</button>
        </div>
      </div>
      ${
        messages
          ? html`${hasOlder ? html`<button type="button">Vis eldre meldinger</button>` : nothing}
              ${byDay(messages).map(
                ([day, some]) =>
                  html`<h4>${day}</h4>
                    <ol role="list">
                      ${some.map((one) => this.message(one))}
                    </ol>`,
              )}
              <form class="composer" @submit=${this.send}>
                <h4>Svar til ${thread.contact.name}</h4>
                <p>Ikke bruk meldinger når det haster. Ring 113 ved fare for liv.</p>
                <div>
                  <label for="body">Melding</label>
                  <textarea
                    id="body"
                    rows="4"
                    .value=${text}
                    @input=${(e) => (this.text = e.target.value)}
                  ></textarea>
                </div>
                <p id="counter">${text ? `${text.length} av 4000 tegn` : nothing}</p>
                <div><label for="files">Legg ved filer</label><input id="files" type="file" multiple /></div>
                <button type="submit">Send</button>
              </form>`
          : nothing
      }`;
  }

  render() {
    const { session, threads } = this;
    if (!session || !threads) return nothing;
    const { phone, label } = session.help;
    return html`<section>
      <div>
        <h2>Meldinger</h2>
        <form role="search">
          <div><label for="search">Søk i meldinger</label><input id="search" type="search" /></div>
          <button>Søk</button>
        </form>
        <button type="button">Ny melding</button>
      </div>
      <div class="inbox">
        <div>
          <div role="group" aria-label="Mapper">
            <button type="button" aria-pressed="true">Innboks</button>
            <button type="button" aria-pressed="false">Arkiv</button>
          </div>
          <ul>
            ${threads.map((thread) => this.row(thread))}
          </ul>
        </div>
        <div class="pane" tabindex="-1" role="group" aria-label="Samtale">${this.conversation()}</div>
      </div>
      <div>
        <span>Trenger du hjelp? <a href="tel:${phone}">${label ?? phone}</a></span>
        <button type="button">Bruksvilkår</button><button type="button">Logg ut</button>
      </div>
      <div role="status">${this.said}</div>
    </section>`;
  }
}

customElements.define('lit-inbox', LitInbox);
