/** What a backend answers when every field of it that holds free text, an address or an id holds an attack. */
import type {
  AccessLogEntry,
  Appointment,
  Contact,
  Message,
  Municipality,
  NotificationSettings,
  Session,
  Slot,
  Thread,
} from '../../src/backend/types.js';
import { ATTACKS } from './attack-corpus.js';
import { ACTIVE } from './data.js';

/** `T` with every field filled: a field that the types gain is missing here until it is attacked too. */
type Filled<T> = T extends readonly (infer One)[]
  ? [Filled<One>, ...Filled<One>[]]
  : T extends object
    ? { [Key in keyof T]-?: Filled<NonNullable<T[Key]>> }
    : T;

const no = { allowed: false, until: '2026-11-30T10:00:00+01:00', reason: 'closed', text: 'Ord' } as const;
const phone = { number: '23 43 85', label: 'Vakt' };
const party = { id: 'p', name: 'Navn', relation: 'proxy', scopes: ['messages'] } as const;

export const CONTACT: Filled<Contact> = {
  id: 'c',
  name: 'Navn',
  service: 'home-care',
  people: [{ role: 'Rolle', name: 'Navn' }],
  municipality: { number: '0301', name: 'Navn' },
  district: { number: '14', name: 'Navn' },
  phones: [phone],
  email: 'e',
  url: 'https://trygg.example/side',
  address: { lines: ['Linje'], postalCode: '0680', city: 'By' },
  openingHours: [{ days: ['mon'], opens: '08:00', closes: '15:30' }],
  closedDays: [{ date: '2026-12-24', label: 'Ord' }],
  write: no,
  appointments: no,
  visitNotices: no,
  opensOn: '2027-03-01',
  requests: [{ kind: 'video', label: 'Ord', slots: true }],
  cancelReasons: [{ id: 'r', label: 'Ord' }],
  topics: [{ id: 't', label: 'Ord' }],
  replyWithinWorkingDays: 1,
  unread: 1,
  notice: 'Ord',
};

export const THREAD: Filled<Thread> = {
  id: 't',
  contact: { id: 'c', name: 'Navn', service: 'home-care', phones: [phone] },
  subject: 'Emne',
  topic: { id: 't', label: 'Ord' },
  reply: no,
  folder: 'inbox',
  unread: 0,
  lastMessage: { id: 'm', sentAt: '2026-11-24T08:00:00+01:00', direction: 'in', excerpt: 'Begynnelse' },
  replyBy: '2026-11-25',
};

export const MESSAGE: Filled<Message> = {
  id: 'm',
  threadId: 't',
  direction: 'in',
  author: { name: 'Navn', role: 'Rolle', onBehalfOf: 'Navn', self: false },
  body: 'Tekst',
  sentAt: '2026-11-24T08:00:00+01:00',
  attachments: [{ id: 'f', name: 'fil.pdf', mediaType: 'application/pdf', size: 20_480 }],
};

export const ENTRY: Filled<AccessLogEntry> = {
  at: '2026-11-24T08:00:00+01:00',
  who: 'Navn',
  role: 'Rolle',
  what: 'Ord',
  onBehalfOf: 'Navn',
};

export const MUNICIPALITY: Filled<Municipality> = {
  number: '0301',
  name: 'Navn',
  county: 'Fylke',
  services: [{ service: 'home-care', capabilities: ['write'], opensOn: '2027-03-01' }],
};

export const SESSION: Filled<Session> = {
  access: 'active',
  user: { ...party, relation: 'self', scopes: ['messages'] },
  actingFor: { ...party, id: 'q', scopes: ['messages'] },
  parties: [{ ...party, scopes: ['messages'] }],
  terms: {
    version: '3',
    url: 'https://trygg.example/vilkar',
    points: ['Ord'],
    acceptedAt: '2026-10-01T09:00:00+02:00',
  },
  activeFrom: '2026-11-25T10:00:00+01:00',
  municipality: { number: '0301', name: 'Navn' },
  hasServices: true,
  expiresAt: '2026-11-24T10:30:00+01:00',
  draftKey: 'k',
  loginUrl: 'https://trygg.example/logg-inn',
  help: { phone: '800 43', label: 'Ord', url: 'https://trygg.example/om' },
  film: { url: 'https://trygg.example/film', title: 'Tittel', provider: 'Hvem' },
  limits: { ...ACTIVE.limits, mediaTypes: ['application/pdf'] },
};

const place = { type: 'video', text: 'Sted', url: 'https://trygg.example/rom' } as const;
const practitioner = { role: 'Rolle', name: 'Navn' };

export const APPOINTMENT: Filled<Appointment> = {
  id: 'a',
  contact: { id: 'c', name: 'Navn', service: 'home-care', phones: [phone] },
  kind: 'video',
  title: 'Tittel',
  start: '2026-11-26T09:00:00+01:00',
  end: '2026-11-26T11:00:00+01:00',
  wishes: 'Ønske',
  preferred: [{ from: '2026-11-26T08:00:00+01:00', to: '2026-11-26T12:00:00+01:00' }],
  window: true,
  status: 'booked',
  place,
  practitioner,
  preparation: 'Ord',
  completedAt: '2026-11-26T09:20:00+01:00',
  cancel: no,
  cancelMessage: true,
  reschedule: no,
  decision: { outcome: 'declined', reason: 'Ord', at: '2026-11-23T12:00:00+01:00' },
  version: '1',
};

export const SLOT: Filled<Slot> = {
  id: 's',
  start: '2026-11-26T09:00:00+01:00',
  end: '2026-11-26T09:45:00+01:00',
  place,
  practitioner,
};

export const SETTINGS: Filled<NotificationSettings> = {
  mobile: { value: '41234567', verified: true },
  email: { value: 'e', verified: true },
  managedAt: { label: 'Register', url: 'https://trygg.example/register' },
  language: 'nb',
  rules: [{ event: 'message', channels: ['sms'], required: true, preview: { sms: 'Kort', email: 'Lengre' } }],
  version: '1',
};

/** What one of a type looks like, by the type's name. */
export const ANSWERS = {
  CONTACT,
  THREAD,
  MESSAGE,
  ENTRY,
  MUNICIPALITY,
  SESSION,
  APPOINTMENT,
  SLOT,
  SETTINGS,
};
export type Kind = keyof typeof ANSWERS;

/** Words of the contract itself, instants and times: what is not among those is not shown as text. */
const FIXED =
  /(^|\.)(service|days\[\]|opens|closes|date|until|reason|opensOn|kind|folder|sentAt|direction|replyBy|at|capabilities\[\]|access|relation|scopes\[\]|acceptedAt|activeFrom|expiresAt|start|end|from|to|status|type|outcome|completedAt|language|event|channels\[\])$/;

/** Where an address stands: only one that is safe gets there. */
const LINK = /(^|\.)(url|loginUrl)$/;

/** What the widgets do not show. */
const UNSEEN: Record<Kind, RegExp> = {
  CONTACT: /(^|\.)id$|number$(?<!phones\[\]\.number)|^requests|^cancelReasons|^topics/,
  THREAD: /(^|\.)id$|^contact\.phones/,
  MESSAGE: /(^|\.)id$|^threadId$|mediaType$/,
  ENTRY: /^$/,
  MUNICIPALITY: /^number$/,
  // Of two reasons why it cannot be changed the first is enough.
  APPOINTMENT: /(^|\.)id$|^version$|phones\[\]\.label$|^reschedule/,
  SLOT: /(^|\.)id$|^place|role$/,
  SETTINGS: /^version$/,
  SESSION: /(^|\.)id$|^user|^parties|^municipality|version$|draftKey$|help\.phone$|mediaTypes/,
};

/** Where a word begins with a small letter within a sentence. */
const SMALL = /^(?!practitioner)(.+\.)?role$/;

/** Ids that hold together what belongs together come from elsewhere. */
const IDS = /(^|\.)(id|threadId)$/;

/** A name that an object has already is one only by itself. */
const NAME = /^\w+$/;

const pathsOf = (value: unknown, path = ''): string[] => {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${path}[]`));
  if (typeof value !== 'object' || !value) return [];
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, path ? `${path}.${key}` : key));
};

/** All fields of a kind that are attacked. */
export const fieldsOf = (kind: Kind): string[] => [
  ...new Set(pathsOf(ANSWERS[kind]).filter((path) => !FIXED.test(path))),
];

export interface Options {
  /** Whether addresses are attacked too; else they are good ones. */
  links: boolean;
  /** Sets ids after they have been attacked. */
  ids?: (path: string) => string;
}

/** Makes answers, and keeps count of what was attacked with what. */
export class Attacked {
  /** Field by field, by kind and path, the attacks that stood there. */
  readonly done = new Map<string, Set<number>>();

  /** What stands in a field: each says where it is from, unless it is a name. */
  text(index: number, kind: Kind, path: string): string {
    const attack = ATTACKS[index] ?? '';
    if (LINK.test(path) || NAME.test(attack)) return attack;
    return `${attack}/*${fieldsOf(kind).indexOf(path)}*/`;
  }

  /** An id that can stand in an address, where half a letter cannot. */
  id(index: number): string {
    const attack = ATTACKS[index] ?? '';
    return /[\uD800-\uDFFF]/u.test(attack) ? `attack-${index}` : attack;
  }

  make<K extends Kind>(kind: K, index: number, { links, ids }: Options): (typeof ANSWERS)[K] {
    const fill = (value: unknown, path: string): unknown => {
      if (typeof value === 'string') {
        if (FIXED.test(path) || (LINK.test(path) && !links)) return value;
        this.note(kind, path, index);
        return IDS.test(path) ? (ids?.(path) ?? this.id(index)) : this.text(index, kind, path);
      }
      if (Array.isArray(value)) return value.map((one) => fill(one, `${path}[]`));
      if (typeof value !== 'object' || !value) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, fill(one, path ? `${path}.${key}` : key)]),
      );
    };
    return fill(ANSWERS[kind], '') as (typeof ANSWERS)[K];
  }

  note(kind: Kind, path: string, index: number): void {
    const field = `${kind} ${path}`;
    this.done.set(field, (this.done.get(field) ?? new Set()).add(index));
  }

  /** The texts of a kind that must be read, as they are read, by field. */
  shown(kind: Kind, index: number): [path: string, text: string][] {
    return fieldsOf(kind)
      .filter((path) => !LINK.test(path) && !UNSEEN[kind].test(path))
      .map((path) => {
        const text = this.text(index, kind, path);
        if (path === 'practitioner.role') return [path, text.trimStart()];
        return [path, SMALL.test(path) ? text.toLowerCase() : text];
      });
  }
}

/** As JSON, with names in every object that would change all objects if somebody took them for fields. */
export function poisoned(answer: unknown): string {
  const poison = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(poison);
    if (typeof value !== 'object' || !value) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poison(one)]));
    for (const [key, bad] of [
      ['__proto__', { polluted: true }],
      ['constructor', { prototype: { polluted: true } }],
    ] as const) {
      Object.defineProperty(copy, key, { value: bad, enumerable: true });
    }
    return copy;
  };
  return JSON.stringify(poison(answer));
}
