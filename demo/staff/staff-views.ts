import { html, nothing, type TemplateResult } from 'lit';
import { osloDate } from '../../src/domain/oslo.js';
import { formatDate, momentInSentence } from '../../src/i18n/index.js';
import { now, staffLoginUrl, type StaffSession, type StaffThread } from './staff-api.js';

const when = (instant: string) => momentInSentence(Date.parse(instant), now());

export const loginView = (): TemplateResult => html`
  <h1>Meldinger fra innbyggere</h1>
  <p class="lead">Logg inn som ansatt, for eksempel Amina Yusuf i hjemmetjenesten.</p>
  <p><a class="button filled" href=${staffLoginUrl()}>Logg inn</a></p>
`;

export const wrongPersonView = (): TemplateResult => html`
  <h1>Denne siden er for ansatte</h1>
  <p class="lead">
    Du er logget inn som innbygger. Logg inn som ansatt også, for eksempel som Amina Yusuf. Innbyggeren blir
    ikke logget ut.
  </p>
  <p><a class="button filled" href=${staffLoginUrl()}>Logg inn</a></p>
`;

export const brokenView = (retry: () => void): TemplateResult => html`
  <h1>Meldinger fra innbyggere</h1>
  <p class="problem" role="alert">Vi får ikke kontakt med tjenesten. Prøv igjen om litt.</p>
  <p><button class="button" type="button" @click=${retry}>Prøv igjen</button></p>
`;

/** What the page shows, as its address says it. */
export type Section = 'meldinger' | 'timer';

const SECTIONS: Record<Section, [link: string, title: string]> = {
  meldinger: ['Meldinger', 'Meldinger fra innbyggere'],
  timer: ['Timeavtaler', 'Timeavtaler med innbyggere'],
};

export const headView = (session: StaffSession, section: Section, logOut: () => void): TemplateResult => html`
  <nav class="sections" aria-label="Hva du vil se">
    ${(Object.keys(SECTIONS) as Section[]).map(
      (one) =>
        html`<a href="#${one}" aria-current=${one === section ? 'page' : nothing}>${SECTIONS[one][0]}</a>`,
    )}
  </nav>
  <div class="desk-head">
    <h1>${SECTIONS[section][1]}</h1>
    <p>
      ${session.user.name}, ${session.user.role} · ${session.contacts.map(({ name }) => name).join(', ')}
      <button class="button" type="button" @click=${logOut}>Logg ut</button>
    </p>
  </div>
`;

export function conversationLink(thread: StaffThread, open: boolean, choose: () => void): TemplateResult {
  const { lastMessage } = thread;
  return html`<button
    class="conversation-link"
    type="button"
    aria-current=${open ? 'true' : nothing}
    @click=${choose}
  >
    <span class="who">
      <span class=${thread.unread ? 'unread' : ''}>${thread.resident.name}</span>
      <span class="soft">${when(lastMessage.sentAt)}</span>
    </span>
    <span class=${thread.unread ? 'unread' : ''}>${thread.subject}${thread.unread ? ' (ulest)' : ''}</span>
    <span class="soft">${lastMessage.author}: ${lastMessage.excerpt}</span>
    ${thread.state === 'closed' ? html`<span class="soft">Avsluttet</span>` : nothing}
    ${thread.replyBy ? html`<span class="soft">Svar innen ${formatDate(thread.replyBy, 'longWithWeekday')}</span>` : nothing}
  </button>`;
}

/** Stands where the list is empty: as of today, in Oslo. */
export const nothingNew = (): TemplateResult =>
  html`<p class="empty">Ingen samtaler ennå, ${formatDate(osloDate(now()), 'long')}.</p>`;
