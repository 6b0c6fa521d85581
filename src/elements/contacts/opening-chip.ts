import { nothing, type TemplateResult } from 'lit/html.js';
import type { Contact } from '../../backend/types.js';
import { openingAt, type Opening } from '../../domain/opening-hours.js';
import { msg, opensText } from '../../i18n/index.js';
import { chip } from './chip.js';

/** No more than fits a chip: the details say the rest. */
function openingLabel(opening: Opening, now: number): string {
  if (opening.open) return msg('Åpent nå', { id: 'contacts.openNow' });
  const { closed, opensAt } = opening;
  if (!closed) return opensAt ? opensText(opensAt, now) : msg('Stengt', { id: 'contacts.closed' });
  return msg('Stengt i dag', { id: 'contacts.closedToday' });
}

/** Whether a service is open at `now` (milliseconds since the epoch); nothing where it has no hours. */
export function openingChip(contact: Contact, now: number): TemplateResult | typeof nothing {
  if (!contact.openingHours.length) return nothing;
  const opening = openingAt(contact, now);
  return chip(openingLabel(opening, now), 'hours', opening.open ? 'ok' : '');
}
