/** What the floor's appointments and the plain Lit ones ask for, and the words they show of them. */
const json = async (path, init) => (await fetch(`/api${path}`, init)).json();

export const loadSession = () => json('/session?lang=nb');

/** From today on, the earliest first. */
export async function loadAppointments() {
  const from = new Date();
  from.setHours(0, 0, 0, 0);
  const query = new URLSearchParams({ from: from.toISOString(), limit: '30', lang: 'nb' });
  return (await json(`/appointments?${query}`)).items;
}

/** Right after the first sight, so that the dialog waits for nothing. */
export const loadContacts = async () => (await json('/contacts?limit=200&lang=nb')).items;

export const cancel = ({ id, version }, reasonId) =>
  json(`/appointments/${id}/cancel?lang=nb`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      'If-Match': `"${version}"`,
    },
    body: JSON.stringify({ reasonId }),
  });

const zone = { timeZone: 'Europe/Oslo' };
const weekday = new Intl.DateTimeFormat('nb', { weekday: 'long', day: 'numeric', month: 'long', ...zone });
const clock = new Intl.DateTimeFormat('nb', { hour: '2-digit', minute: '2-digit', ...zone });
export const dayOf = ({ start }) => (start ? weekday.format(new Date(start)) : 'Venter på svar');
export const partsOf = ({ start }) => weekday.formatToParts(new Date(start));
export const timeOf = ({ start, end, window }) => {
  if (!start) return '';
  const [from, to] = [start, end].map((instant) => clock.format(new Date(instant)));
  return window ? `Mellom ${from} og ${to}` : `${from}–${to}`;
};
/** Until when one may cancel, in words. */
export const untilOf = ({ cancel: { until } }) =>
  until
    ? `Du kan avlyse fram til ${weekday.format(new Date(until))} kl. ${clock.format(new Date(until))}.`
    : '';
export const aboutOf = ({ practitioner, place }) =>
  [practitioner && `${practitioner.role} ${practitioner.name ?? ''}`, place.text].filter(Boolean).join(' · ');

const statuses = {
  requested: 'Ønske om time sendt',
  'cancel-requested': 'Ønske om avlysing sendt',
  'reschedule-requested': 'Ønske om ny tid sendt',
  cancelled: 'Avlyst',
  declined: 'Ikke godtatt',
  completed: 'Gjennomført',
};
export const statusOf = ({ status, decision }) =>
  statuses[status] ?? (decision?.outcome === 'declined' ? `Ikke godtatt: ${decision.reason}` : '');

/** The next one, and the others by day. */
export function byDay(appointments) {
  const now = Date.now();
  const next = appointments.find(({ status, end }) => end && status === 'booked' && Date.parse(end) > now);
  const days = new Map();
  for (const one of appointments) {
    if (one !== next) days.set(dayOf(one), [...(days.get(dayOf(one)) ?? []), one]);
  }
  return { next, days: [...days] };
}
