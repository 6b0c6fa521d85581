import { html, type TemplateResult } from 'lit/html.js';
import type { AccessLogEntry, Page } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import { msg } from '../../i18n/index.js';
import { accessEntry } from '../../views/access-entry.js';
import { button } from '../../views/button.js';
import { dialog } from '../../views/dialog.js';
import { errorWords } from '../../views/error-words.js';
import { closeLabel } from '../../views/labels.js';
import { seenLabel } from './inbox-labels.js';

/** Hvem har sett: from the access log. */
export const seenDialog = (
  { data, error }: Query<Page<AccessLogEntry>>['snapshot'],
  level: number,
): TemplateResult =>
  dialog({
    closed: 'seen-closed',
    level,
    title: seenLabel(),
    body: data
      ? data.items.length
        ? html`<ul class="log stack" role="list">
            ${data.items.map((entry) => accessEntry(entry, 'day'))}
          </ul>`
        : html`<p>${msg('Ingen andre har åpnet samtalen ennå.', { id: 'inbox.seenByNobody' })}</p>`
      : error
        ? html`<p>${errorWords(error)}</p>`
        : html`<div class="skeleton" aria-busy="true"></div>`,
    actions: button('close', closeLabel()),
  });
