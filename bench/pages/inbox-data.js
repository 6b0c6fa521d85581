/** What the floor's inbox and the plain Lit one ask for, and the words they show of it. */
const ask = async (path, body) => {
  const init = body && {
    method: path.endsWith('/read') ? 'PUT' : 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify(body),
  };
  const answer = await fetch(`/api${path}`, init);
  return answer.status === 204 ? null : answer.json();
};

/** With `?all` in the page's address every conversation, 200 at a time; else the newest 30. */
export async function loadThreads() {
  const all = location.search === '?all';
  const first = await ask(`/threads?folder=inbox&limit=${all ? 200 : 30}&lang=nb`);
  const { items } = first;
  for (let { next } = first; all && next;) {
    const page = await ask(`/threads?folder=inbox&limit=200&lang=nb&cursor=${encodeURIComponent(next)}`);
    items.push(...page.items);
    ({ next } = page);
  }
  return items;
}

export const loadSession = () => ask('/session?lang=nb');

export async function loadMessages(id) {
  const { items, next } = await ask(`/threads/${id}/messages?limit=30&lang=nb`);
  return { messages: items.reverse(), hasOlder: next !== null };
}

export const markRead = (id, messageId) => ask(`/threads/${id}/read`, { messageId });
export const send = (id, body) => ask(`/threads/${id}/messages`, { body, attachmentIds: [] });

const date = new Intl.DateTimeFormat('nb', { day: 'numeric', month: 'long', timeZone: 'Europe/Oslo' });
const time = new Intl.DateTimeFormat('nb', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' });
export const dayOf = (instant) => date.format(new Date(instant));
export const timeOf = (instant) => time.format(new Date(instant));
export const unreadWords = (n) => `${n} ${n === 1 ? 'ulest' : 'uleste'}`;
export const excerptOf = ({ direction, excerpt }) => (direction === 'out' ? `Sendt: ${excerpt}` : excerpt);
export const authorOf = ({ self, name, role }) =>
  self ? 'Du' : role ? `${name}, ${role.toLowerCase()}` : name;

export function byDay(messages) {
  const days = new Map();
  for (const message of messages) {
    const day = dayOf(message.sentAt);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  return [...days];
}
