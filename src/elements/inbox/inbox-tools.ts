import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Contact, Folder } from '../../backend/types.js';
import { msg, plain, plural, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
import { cancelLabel } from '../../views/labels.js';
import { phoneLink } from '../../views/phone.js';
import { whyNot } from '../../views/words.js';

/** Search in all conversations; the words go to the backend when the person asks for it. */
export const searchForm = (words: string): TemplateResult =>
  html`<form
    class="finding"
    role="search"
    aria-label=${plain(msg('Søk i meldinger', { id: 'inbox.search' }))}
    data-submit="search"
    novalidate
  >
    <div part="field" class="field">
      <label part="label" class="label small" for="search">
        ${msg('Søk i meldinger', { id: 'inbox.search' })}
      </label>
      <input
        part="control search"
        class="control"
        id="search"
        type="search"
        autocomplete="off"
        .value=${words}
        data-input="searching"
      />
    </div>
    <button type="submit" part="button" class="button">${msg('Søk', { id: 'common.search' })}</button>
  </form>`;

/** Inbox and archive. */
export function folders(folder: Folder): TemplateResult {
  const one = (name: Folder, label: string): TemplateResult =>
    html`<button
      type="button"
      part="button"
      class="button quiet"
      data-do="folder"
      data-id=${name}
      aria-pressed=${name === folder ? 'true' : 'false'}
    >
      ${label}
    </button>`;
  return html`<div class="folders" role="group" aria-label=${msg('Mapper', { id: 'inbox.folders' })}>
    ${one('inbox', msg('Innboks', { id: 'inbox.inbox' }))}
    ${one('archive', msg('Arkiv', { id: 'inbox.archived' }))}
  </div>`;
}

export const hitWords = (n: number, more: boolean): string =>
  more
    ? msg(str`Mer enn ${n} samtaler passer`, { id: 'inbox.manyHits' })
    : n
      ? plural(n, {
          one: msg(str`${n} samtale passer`, { id: 'inbox.hits.one' }),
          two: msg(str`${n} samtaler passer`, { id: 'inbox.hits.two' }),
          other: msg(str`${n} samtaler passer`, { id: 'inbox.hits.other' }),
        })
      : msg('Ingen samtaler passer med søket', { id: 'inbox.noHits' });

/** To whom: a service at a time, and why not where one cannot. */
export function chooser(contacts: readonly Contact[] | undefined, level: number): TemplateResult {
  const to = contacts?.filter(({ write }) => write.allowed) ?? [];
  const others = contacts?.filter(({ write }) => !write.allowed) ?? [];
  return html`<div class="panel stack">
    ${heading(level, msg('Hvem vil du skrive til?', { id: 'inbox.toWhom' }), { id: 'chooser-title', kind: 'subtitle' })}
    ${contacts ? nothing : html`<div class="skeleton" aria-busy="true"></div>`}
    ${to.length ? html`<div class="acts">${to.map(({ id, name }) => button('write-to', name, { id }))}</div>` : nothing}
    ${others.map(
      (contact) =>
        html`<p class="small">
          <strong>${contact.name}.</strong> ${whyNot(contact.write, 'write', contact.opensOn)}
          ${contact.phones[0] ? phoneLink(contact.phones[0].number) : nothing}
        </p>`,
    )}
    ${button('not-writing', cancelLabel(), { kind: 'quiet' })}
  </div>`;
}
