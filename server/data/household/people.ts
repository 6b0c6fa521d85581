/** The invented household: who lives where, who may act for whom, and who works where. */
import type { OsloDate, Scope } from '../../../src/backend/types.js';
import { addDays, osloDate, osloToMs } from '../../../src/domain/oslo.js';
import type { ChildRow, LocalText, PersonRow, PowerRow, StaffRow } from '../../storage/storage.js';
import { terms } from '../terms.js';
import { district } from '../districts.js';
import { syntheticNationalId } from '../national-id.js';
import { roles } from '../words.js';

const DAY = 24 * 60 * 60 * 1000;

/** Whether a person has accepted the terms: long ago, today (active tomorrow), or not. */
type Consent = 'given' | 'today' | 'none';

interface Member {
  id: string;
  givenName: string;
  familyName: string;
  sex: 'female' | 'male';
  age: number;
  /** `MM-DD`. */
  birthday: string;
  municipality: string;
  district: string | null;
  consent: Consent;
  protectedAddress?: true;
  /** Children who do not log in have no button. */
  logsIn: boolean;
  /** One line for who chooses whom to log in as; Bokmål, as the national log-in page would be. */
  who: string;
}

const oslo = (name: string) => ({ municipality: '0301', district: district('0301', name).number });
const bergen = (name: string) => ({ municipality: '4601', district: district('4601', name).number });

const members: readonly Member[] = [
  {
    id: 'ingrid-solberg',
    givenName: 'Ingrid',
    familyName: 'Solberg',
    sex: 'female',
    age: 78,
    birthday: '03-14',
    ...oslo('Østensjø'),
    consent: 'given',
    logsIn: true,
    who: '78 år, Oslo, bydel Østensjø. Hjemmesykepleie, praktisk bistand, fysioterapi og vaksinasjon.',
  },
  {
    id: 'marte-solberg',
    givenName: 'Marte',
    familyName: 'Solberg',
    sex: 'female',
    age: 49,
    birthday: '08-02',
    ...bergen('Fana'),
    consent: 'given',
    logsIn: true,
    who: '49 år, Bergen. Datter av Ingrid, med fullmakt. Mor til Jonas, Sander og Nora.',
  },
  {
    id: 'jonas-solberg',
    givenName: 'Jonas',
    familyName: 'Solberg',
    sex: 'male',
    age: 17,
    birthday: '01-09',
    ...bergen('Fana'),
    consent: 'given',
    logsIn: true,
    who: '17 år, Bergen. For ung til å få fullmakt, gammel nok til å gi.',
  },
  {
    id: 'sander-solberg',
    givenName: 'Sander',
    familyName: 'Solberg',
    sex: 'male',
    age: 14,
    birthday: '05-27',
    ...bergen('Fana'),
    consent: 'given',
    logsIn: false,
    who: '14 år, Bergen. Foreldre ser timeavtaler, men skriver ikke for ham.',
  },
  {
    id: 'nora-solberg',
    givenName: 'Nora',
    familyName: 'Solberg',
    sex: 'female',
    age: 8,
    birthday: '10-18',
    ...bergen('Fana'),
    consent: 'given',
    logsIn: false,
    who: '8 år, Bergen. Foreldre gjør alt for henne.',
  },
  {
    id: 'ailu-somby',
    givenName: 'Áilu',
    familyName: 'Somby',
    sex: 'male',
    age: 34,
    birthday: '02-06',
    municipality: '5610',
    district: null,
    consent: 'given',
    logsIn: true,
    who: '34 år, Kárášjohka. BPA og psykisk helsehjelp. Leser nordsamisk.',
  },
  {
    id: 'liv-strand',
    givenName: 'Liv',
    familyName: 'Strand',
    sex: 'female',
    age: 44,
    birthday: '11-23',
    ...bergen('Årstad'),
    consent: 'given',
    protectedAddress: true,
    logsIn: true,
    who: '44 år, Bergen. Sperret adresse: blir aldri funnet av andre.',
  },
  {
    id: 'ragnhild-oygard',
    givenName: 'Ragnhild',
    familyName: 'Øygard',
    sex: 'female',
    age: 66,
    birthday: '06-30',
    municipality: '3419',
    district: null,
    consent: 'given',
    logsIn: true,
    who: '66 år, Våler i Innlandet. Kommunen gir bare kontaktinformasjon ennå.',
  },
  {
    id: 'tor-nygaard',
    givenName: 'Tor',
    familyName: 'Nygaard',
    sex: 'male',
    age: 58,
    birthday: '09-11',
    ...bergen('Fana'),
    consent: 'none',
    logsIn: true,
    who: '58 år, Bergen. Har ikke godtatt bruksvilkårene.',
  },
  {
    id: 'kari-lie',
    givenName: 'Kari',
    familyName: 'Lie',
    sex: 'female',
    age: 71,
    birthday: '12-04',
    ...oslo('Frogner'),
    consent: 'today',
    logsIn: true,
    who: '71 år, Oslo, bydel Frogner. Godtok vilkårene i dag, kan bruke tilbudet fra i morgen.',
  },
  {
    id: 'per-aas',
    givenName: 'Per',
    familyName: 'Aas',
    sex: 'male',
    age: 45,
    birthday: '04-21',
    ...oslo('Sagene'),
    consent: 'given',
    logsIn: true,
    who: '45 år, Oslo. Har godtatt vilkårene, men får ingen tjenester.',
  },
];

export const staff: readonly StaffRow[] = [
  {
    id: 'amina-yusuf',
    subject: 'amina-yusuf',
    name: 'Amina Yusuf',
    role: roles.nurse,
    contactIds: ['ostensjo-home-care'],
  },
  {
    id: 'henrik-dahl',
    subject: 'henrik-dahl',
    name: 'Henrik Dahl',
    role: roles.physiotherapist,
    contactIds: ['ostensjo-physiotherapy'],
  },
];

/** What people see of staff where they choose whom to log in as. */
const staffWho: Readonly<Record<string, string>> = {
  'amina-yusuf': 'Sykepleier, ansatt i hjemmesykepleien i Østensjø.',
  'henrik-dahl': 'Fysioterapeut, ansatt i Østensjø.',
};

/** The last birthday at which somebody turned `age`: people of the household keep their age. */
function bornOn(birthday: string, age: number, today: OsloDate): OsloDate {
  const passed = today.slice(5) >= birthday;
  return `${Number(today.slice(0, 4)) - age - (passed ? 0 : 1)}-${birthday}`;
}

function consentOf(consent: Consent, now: number): Pick<PersonRow, 'termsAcceptedAt' | 'activeFrom'> {
  if (consent === 'none') return { termsAcceptedAt: null, activeFrom: null };
  const today = osloDate(now);
  const at =
    consent === 'today'
      ? Math.max(osloToMs(today, '00:00'), now - 2 * 60 * 60 * 1000)
      : osloToMs(addDays(today, -120), '12:00');
  return { termsAcceptedAt: at, activeFrom: at + DAY };
}

export function persons(now: number): PersonRow[] {
  return members.map((member) => ({
    id: member.id,
    subject: member.id,
    givenName: member.givenName,
    familyName: member.familyName,
    birthDate: bornOn(member.birthday, member.age, osloDate(now)),
    municipality: member.municipality,
    district: member.district,
    protectedAddress: member.protectedAddress ?? false,
    termsVersion: member.consent === 'none' ? null : terms.version,
    ...consentOf(member.consent, now),
    draftKey: null,
    draftKeyUsedAt: null,
  }));
}

export function powers(now: number): PowerRow[] {
  return [
    {
      id: 'ingrid-to-marte',
      giverId: 'ingrid-solberg',
      receiverId: 'marte-solberg',
      scopes: ['messages', 'appointments'],
      validFrom: addDays(osloDate(now), -90),
      validTo: null,
      createdAt: osloToMs(addDays(osloDate(now), -90), '12:00'),
      endedAt: null,
    },
  ];
}

const everything: Scope[] = ['messages', 'appointments', 'notifications'];

/** From 16 one decides alone on one's health: the parent of Jonas sees nothing. */
export const children: readonly ChildRow[] = [
  { parentId: 'marte-solberg', childId: 'jonas-solberg', scopes: [] },
  { parentId: 'marte-solberg', childId: 'sander-solberg', scopes: ['appointments'] },
  { parentId: 'marte-solberg', childId: 'nora-solberg', scopes: everything },
];

/** Somebody who can log in at the built-in test provider. */
export interface TestIdentity {
  subject: string;
  name: string;
  who: string;
  staff: boolean;
}

export const testIdentities: readonly TestIdentity[] = [
  ...members
    .filter((member) => member.logsIn)
    .map((member) => ({
      subject: member.id,
      name: `${member.givenName} ${member.familyName}`,
      who: member.who,
      staff: false,
    })),
  ...staff.map((one) => ({
    subject: one.subject,
    name: one.name,
    who: staffWho[one.id] ?? '',
    staff: true,
  })),
];

/** A person of the household with the synthetic identity number that the demo's index lists. */
export interface DemoPerson {
  id: string;
  name: string;
  who: string;
  birthDate: OsloDate;
  /** Eleven digits. In demo mode alone, and kept in no storage. */
  nationalId: string;
}

export function demoPeople(now: number): DemoPerson[] {
  return members.map((member) => {
    const birthDate = bornOn(member.birthday, member.age, osloDate(now));
    return {
      id: member.id,
      name: `${member.givenName} ${member.familyName}`,
      who: member.who,
      birthDate,
      nationalId: syntheticNationalId(birthDate, member.sex),
    };
  });
}

/** `Ingrid Solberg` of an id of the household. */
export function nameOf(id: string): string {
  const member = members.find((one) => one.id === id);
  const name = member ? `${member.givenName} ${member.familyName}` : staff.find((one) => one.id === id)?.name;
  if (name === undefined) throw new Error(`Nobody of the household is ${id}`);
  return name;
}

export function staffRole(id: string): LocalText | null {
  return staff.find((one) => one.id === id)?.role ?? null;
}
