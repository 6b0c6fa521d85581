import { html, type TemplateResult } from 'lit/html.js';
import type { Contact, Id } from '../../backend/types.js';
import { contactsQuestion } from '../../controllers/contacts-question.js';
import { msg } from '../../i18n/index.js';
import { HnElement, type WidgetState } from '../base.js';
import type { PropertyDeclarations } from '../reactive-element.js';
import type { ContactsDesk } from './contacts-desk.js';
import { contactRow } from './contact-row.js';
import { contactSkeleton, filterSkeleton } from './contact-skeleton.js';
import { contactsStyles } from './contacts.styles.js';

/**
 * Helsekontakter: the municipality's services one can reach, when they are open and what each offers,
 * and the way to write to them.
 *
 * Who has not logged in sees the public contact information of `municipality`, or finds a municipality
 * by name. The composer opens here unless `hn-compose` is prevented.
 *
 * ```html
 * <hn-contacts backend-url="https://helse.kommune.example/api" municipality="0301">
 *   <p>Ring kommunen på <a href="tel:80043573">800 43 573</a>.</p>
 * </hn-contacts>
 * ```
 *
 * @tag hn-contacts
 * @status stable
 *
 * @event {HnComposeEvent} hn-compose - Somebody wants to write to a service; cancelable.
 * @event {HnBeforeMessageSendEvent} hn-before-message-send - A message is about to be sent; cancelable.
 * @event {HnMessageSentEvent} hn-message-sent - A message has been sent.
 *
 * @csspart contact - A service.
 * @csspart contact-name - Its name.
 * @csspart contact-details - All there is to know of it.
 * @csspart hours - Whether it is open, and its hours.
 * @csspart capability - What can be done digitally.
 * @csspart search - A search field.
 * @csspart composer - Where one writes.
 * @csspart attachment - A file that goes with the message.
 */
export class HnContactsElement extends HnElement {
  static override styles = [...HnElement.styles, contactsStyles];

  static override properties: PropertyDeclarations = {
    ...HnElement.properties,
    municipality: {},
    services: {},
    contact: {},
    draftStorage: { attribute: 'draft-storage' },
  };

  /**
   * Four-digit number of the municipality whose public contact information is shown to those who have
   * not logged in; without it they search for a municipality by name.
   */
  declare municipality: string | null;

  /** Only these services, a comma list: `home-care, physiotherapy`. */
  declare services: string | null;

  /** Id of the contact that is open from the start. */
  declare contact: Id | null;

  /** `session` keeps what is being written in the tab, encrypted; `none` keeps it in memory alone. */
  declare draftStorage: 'session' | 'none';

  /** @internal The person's own contacts. */
  readonly mine = this.query(() => (this.public ? null : contactsQuestion));

  constructor() {
    super();
    this.draftStorage = 'session';
  }

  protected override get label(): string {
    return msg('Helsekontakter', { id: 'contacts.title' });
  }

  protected override get contentState(): Exclude<WidgetState, 'locked'> {
    const desk = this.contactsDesk;
    if (desk) return desk.contentState;
    const { data } = this.mine;
    return data ? (data.items.length ? 'ready' : 'empty') : 'loading';
  }

  protected override async loadDesk(): Promise<ContactsDesk> {
    return new (await import('./contacts-desk.js')).ContactsDesk(this);
  }

  protected get contactsDesk(): ContactsDesk | null {
    return this.desk as ContactsDesk | null;
  }

  /** @internal Those of `services`. */
  offered(contacts: readonly Contact[]): readonly Contact[] {
    const { services } = this;
    return services ? contacts.filter(({ service }) => services.split(/[\s,]+/).includes(service)) : contacts;
  }

  protected override renderTools(): unknown {
    return this.contactsDesk?.renderTools() ?? filterSkeleton();
  }

  protected override renderSkeleton(): TemplateResult {
    return contactSkeleton();
  }

  protected override renderContent(): unknown {
    const desk = this.contactsDesk;
    if (desk) return desk.renderContent();
    const items = this.mine.data?.items;
    return items ? this.renderRows(this.offered(items), this.headingLevel + 1) : contactSkeleton();
  }

  /** @internal */
  renderRows(contacts: readonly Contact[], level: number): TemplateResult {
    const now = this.care?.now() ?? 0;
    const desk = this.contactsDesk;
    const first = contacts.find(({ write }) => write.allowed);
    return html`<ul part="list" class="rows" role="list">
      ${contacts.map((contact) => contactRow(contact, { now, level, primary: contact === first, ...desk?.stateOf(contact, now) }))}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hn-contacts': HnContactsElement;
  }
}
