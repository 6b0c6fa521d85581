/** Puts a service together from what is its own; the rest is what most services have. */
import type { OpeningHours, ServiceType } from '../../src/backend/types.js';
import type { ContactRow, LocalText, OfferRow } from '../storage/storage.js';
import { serviceNames, serviceRoles } from './words.js';

export const open: OfferRow = { state: 'open', text: null };
export const notOffered: OfferRow = { state: 'not-offered', text: null };
export const notOpenYet: OfferRow = { state: 'not-open-yet', text: null };

/** The name with its district, so that fifteen of a kind can be told apart. */
export function nameIn(name: LocalText, district: { name: string } | null): LocalText {
  if (!district) return name;
  const named = Object.entries(name).map(([lang, text]) => [lang, `${text}, ${district.name}`]);
  return { ...name, ...(Object.fromEntries(named) as LocalText) };
}

const weekdays: OpeningHours['days'] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const everyDay: OpeningHours['days'] = [...weekdays, 'sat', 'sun'];

export const hours = {
  office: [{ days: weekdays, opens: '08:00', closes: '15:30' }],
  short: [{ days: weekdays, opens: '09:00', closes: '14:00' }],
  longDay: [{ days: everyDay, opens: '07:30', closes: '22:30' }],
  night: [{ days: everyDay, opens: '22:00', closes: '07:30' }],
  always: [{ days: everyDay, opens: '00:00', closes: '24:00' }],
} satisfies Record<string, OpeningHours[]>;

/** What must be said of a service; it offers nothing digitally unless that is said too. */
export type ContactParts = Partial<ContactRow> &
  Pick<ContactRow, 'id' | 'municipality'> & { service: Exclude<ServiceType, 'other'> };

export function contactRow(parts: ContactParts): ContactRow {
  return {
    name: serviceNames[parts.service],
    district: null,
    people: [{ role: serviceRoles[parts.service], name: null }],
    phones: [],
    email: null,
    url: null,
    address: null,
    openingHours: hours.office,
    closedDays: [],
    write: notOffered,
    appointments: notOffered,
    visitNotices: notOffered,
    opensOn: null,
    requests: [],
    cancelReasons: [],
    cancelMessage: true,
    changeDeadline: { hours: 24 },
    topics: [],
    replyWithinWorkingDays: parts.write ? 1 : null,
    notice: null,
    ...parts,
  };
}
