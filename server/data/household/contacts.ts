/** The services that the household receives, and who receives which. */
import { addWorkingDays } from '../../../src/domain/working-days.js';
import { osloDate } from '../../../src/domain/oslo.js';
import type { ContactRow } from '../../storage/storage.js';
import { contactRow, hours, nameIn, notOpenYet, open } from '../contact-builder.js';
import { district } from '../districts.js';
import { exampleAddress, exampleEmail, exampleNumber } from '../example-numbers.js';
import { opensOnOf } from '../public-contacts.js';
import {
  cancelReasons,
  closedLabels,
  phoneLabels,
  requestLabels,
  roles,
  serviceNames,
  topics,
  words,
} from '../words.js';

const OSLO = '0301';
const BERGEN = '4601';
const KARASJOK = '5610';
const VALER = '3419';

/** The household's own part of the series; municipalities use what lies before. */
const phone = (index: number) => exampleNumber(900_000 + index);

const ostensjo = district(OSLO, 'Østensjø');
const frogner = district(OSLO, 'Frogner');
const fana = district(BERGEN, 'Fana');
const arstad = district(BERGEN, 'Årstad');

const readNotice = words(
  'Vi leser meldinger på hverdager mellom klokken 08.00 og 15.30.',
  'Vi les meldingar på kvardagar mellom klokka 08.00 og 15.30.',
  'We read messages on weekdays between 08:00 and 15:30.',
);

function osloContacts(now: number): ContactRow[] {
  const today = osloDate(now);
  const url = 'https://www.oslo.kommune.no';
  return [
    contactRow({
      id: 'ostensjo-home-care',
      municipality: OSLO,
      service: 'home-care',
      name: nameIn(serviceNames['home-care'], ostensjo),
      district: ostensjo,
      people: [
        { role: roles.nurse, name: 'Amina Yusuf' },
        { role: roles.careWorker, name: 'Bjørn Eide' },
        { role: roles.head, name: 'Grete Moen' },
      ],
      phones: [
        { number: phone(10), label: phoneLabels.daytime },
        { number: phone(11), label: phoneLabels.evening },
      ],
      email: exampleEmail('hjemmesykepleien.ostensjo', OSLO),
      url,
      address: exampleAddress('Oslo', 12),
      openingHours: hours.longDay,
      write: open,
      appointments: open,
      visitNotices: open,
      requests: [{ kind: 'home-visit', label: requestLabels['home-visit'], slots: false }],
      cancelReasons,
      topics: topics.care,
      notice: readNotice,
    }),
    contactRow({
      id: 'ostensjo-night-patrol',
      municipality: OSLO,
      service: 'home-care',
      name: nameIn(words('Nattpatruljen', 'Nattpatruljen', 'Night patrol'), ostensjo),
      district: ostensjo,
      people: [{ role: roles.nurse, name: null }],
      phones: [{ number: phone(15), label: phoneLabels.evening }],
      url,
      openingHours: hours.night,
    }),
    contactRow({
      id: 'ostensjo-practical-help',
      municipality: OSLO,
      service: 'practical-help',
      name: nameIn(serviceNames['practical-help'], ostensjo),
      district: ostensjo,
      people: [
        { role: roles.caseOfficer, name: 'Torill Berg' },
        { role: roles.helper, name: 'Maria Nowak' },
      ],
      phones: [{ number: phone(20), label: phoneLabels.switchboard }],
      email: exampleEmail('praktiskbistand.ostensjo', OSLO),
      url,
      address: exampleAddress('Oslo', 12),
      write: open,
      appointments: open,
      visitNotices: open,
      cancelReasons,
      changeDeadline: { workingDays: 2 },
      topics: topics.household,
      replyWithinWorkingDays: 2,
    }),
    contactRow({
      id: 'ostensjo-physiotherapy',
      municipality: OSLO,
      service: 'physiotherapy',
      name: nameIn(serviceNames.physiotherapy, ostensjo),
      district: ostensjo,
      people: [{ role: roles.physiotherapist, name: 'Henrik Dahl' }],
      phones: [{ number: phone(30), label: phoneLabels.booking }],
      email: exampleEmail('fysioterapi.ostensjo', OSLO),
      url,
      address: exampleAddress('Oslo', 48),
      openingHours: hours.short,
      closedDays: [
        { date: addWorkingDays(today, 4), label: closedLabels.planning },
        { date: addWorkingDays(today, 25), label: closedLabels.course },
      ],
      write: open,
      appointments: open,
      requests: [
        { kind: 'consultation', label: requestLabels.consultation, slots: true },
        { kind: 'video', label: requestLabels.video, slots: true },
      ],
      cancelReasons,
      changeDeadline: { workingDays: 2 },
      topics: topics.training,
      notice: words(
        'Ta med innesko og noe godt å bevege seg i.',
        'Ta med innesko og noko godt å røre seg i.',
        'Bring indoor shoes and comfortable clothes.',
      ),
    }),
    contactRow({
      id: 'oslo-vaccination',
      municipality: OSLO,
      service: 'vaccination',
      people: [{ role: roles.nurse, name: null }],
      phones: [{ number: phone(40), label: phoneLabels.booking }],
      email: exampleEmail('vaksinasjon', OSLO),
      url,
      address: exampleAddress('Oslo', 3),
      openingHours: hours.short,
      closedDays: [{ date: addWorkingDays(today, 2), label: closedLabels.course }],
      write: {
        state: 'not-offered',
        text: words(
          'Ring oss hvis du har spørsmål om vaksiner.',
          'Ring oss om du har spørsmål om vaksinar.',
          'Call us with questions about vaccines.',
        ),
      },
      appointments: open,
      requests: [{ kind: 'vaccination', label: requestLabels.vaccination, slots: false }],
      cancelReasons,
      cancelMessage: false,
      changeDeadline: { workingDays: 1 },
    }),
    contactRow({
      id: 'frogner-home-care',
      municipality: OSLO,
      service: 'home-care',
      name: nameIn(serviceNames['home-care'], frogner),
      district: frogner,
      people: [
        { role: roles.nurse, name: 'Siri Haugen' },
        { role: roles.head, name: null },
      ],
      phones: [{ number: phone(50), label: phoneLabels.daytime }],
      email: exampleEmail('hjemmesykepleien.frogner', OSLO),
      url,
      address: exampleAddress('Oslo', 77),
      openingHours: hours.longDay,
      write: open,
      appointments: open,
      visitNotices: open,
      requests: [{ kind: 'home-visit', label: requestLabels['home-visit'], slots: false }],
      cancelReasons,
      topics: topics.care,
      notice: readNotice,
    }),
  ];
}

function bergenContacts(): ContactRow[] {
  const url = 'https://www.bergen.kommune.no';
  return [
    contactRow({
      id: 'fana-health-centre',
      municipality: BERGEN,
      service: 'health-centre',
      name: nameIn(
        words(
          'Helsestasjon og skolehelsetjeneste',
          'Helsestasjon og skulehelseteneste',
          'Child health clinic and school health service',
          'Dearvvašvuođastašuvdna',
        ),
        fana,
      ),
      district: fana,
      people: [{ role: roles.publicHealthNurse, name: 'Eva Lund' }],
      phones: [{ number: phone(60), label: phoneLabels.switchboard }],
      email: exampleEmail('helsestasjon.fana', BERGEN),
      url,
      address: exampleAddress('Bergen', 5),
      write: open,
      appointments: open,
      requests: [{ kind: 'consultation', label: requestLabels.consultation, slots: true }],
      cancelReasons,
      changeDeadline: { workingDays: 1 },
      topics: topics.general,
    }),
    contactRow({
      id: 'fana-home-care',
      municipality: BERGEN,
      service: 'home-care',
      name: nameIn(serviceNames['home-care'], fana),
      district: fana,
      people: [{ role: roles.nurse, name: 'Odd Tveit' }],
      phones: [{ number: phone(70), label: phoneLabels.daytime }],
      email: exampleEmail('hjemmesykepleien.fana', BERGEN),
      url,
      address: exampleAddress('Bergen', 21),
      openingHours: hours.longDay,
      write: open,
      appointments: open,
      visitNotices: open,
      cancelReasons,
      topics: topics.care,
      notice: readNotice,
    }),
    contactRow({
      id: 'arstad-physiotherapy',
      municipality: BERGEN,
      service: 'physiotherapy',
      name: nameIn(serviceNames.physiotherapy, arstad),
      district: arstad,
      people: [{ role: roles.physiotherapist, name: null }],
      phones: [{ number: phone(80), label: phoneLabels.booking }],
      url,
      address: exampleAddress('Bergen', 40),
      openingHours: hours.short,
      write: open,
      appointments: open,
      requests: [{ kind: 'consultation', label: requestLabels.consultation, slots: true }],
      cancelReasons,
      topics: topics.training,
    }),
  ];
}

function karasjokContacts(now: number): ContactRow[] {
  const url = 'https://www.karasjok.kommune.no';
  return [
    contactRow({
      id: 'karasjok-personal-assistance',
      municipality: KARASJOK,
      service: 'personal-assistance',
      people: [{ role: roles.caseOfficer, name: 'Elle Máret Gaup' }],
      phones: [{ number: phone(110), label: phoneLabels.switchboard }],
      email: exampleEmail('bpa', KARASJOK),
      url,
      address: exampleAddress('Kárášjohka', 9),
      write: open,
      appointments: notOpenYet,
      opensOn: opensOnOf(KARASJOK, now),
      topics: topics.general,
      replyWithinWorkingDays: 2,
    }),
    contactRow({
      id: 'karasjok-mental-health',
      municipality: KARASJOK,
      service: 'mental-health',
      people: [
        { role: roles.psychologist, name: 'Inga Balto' },
        { role: roles.nurse, name: null },
      ],
      phones: [{ number: phone(120), label: phoneLabels.booking }],
      email: exampleEmail('psykiskhelse', KARASJOK),
      url,
      address: exampleAddress('Kárášjohka', 14),
      openingHours: hours.short,
      write: open,
      appointments: open,
      requests: [
        { kind: 'consultation', label: requestLabels.consultation, slots: true },
        { kind: 'video', label: requestLabels.video, slots: true },
      ],
      cancelReasons,
      topics: topics.general,
    }),
  ];
}

function valerContacts(now: number): ContactRow[] {
  return [
    contactRow({
      id: 'valer-home-care',
      municipality: VALER,
      service: 'home-care',
      people: [
        { role: roles.nurse, name: null },
        { role: roles.head, name: 'Anne Kvarberg' },
      ],
      phones: [
        { number: phone(130), label: phoneLabels.daytime },
        { number: phone(131), label: phoneLabels.evening },
      ],
      email: exampleEmail('hjemmesykepleien', VALER),
      url: 'https://www.vaaler-he.kommune.no',
      address: exampleAddress('Våler', 2),
      openingHours: hours.longDay,
      write: {
        state: 'not-open-yet',
        text: words(
          'Vi øver oss før vi åpner. Ring oss så lenge.',
          'Vi øver oss før vi opnar. Ring oss så lenge.',
          'We are practising before we open. Until then, please call us.',
        ),
      },
      visitNotices: notOpenYet,
      opensOn: opensOnOf(VALER, now),
      topics: topics.care,
    }),
  ];
}

/** Around the instant `now` (ms): closed days and opening dates lie ahead of it. */
export function householdContacts(now: number): ContactRow[] {
  return [...osloContacts(now), ...bergenContacts(), ...karasjokContacts(now), ...valerContacts(now)];
}

/** One of them by its id. */
export function householdContact(id: string, now: number): ContactRow {
  const contact = householdContacts(now).find((row) => row.id === id);
  if (!contact) throw new Error(`No service of the household is ${id}`);
  return contact;
}

/** Who receives which services, by person. Per and Marte receive none. */
export const enrolments: Readonly<Record<string, readonly string[]>> = {
  'ingrid-solberg': [
    'ostensjo-home-care',
    'ostensjo-practical-help',
    'ostensjo-physiotherapy',
    'oslo-vaccination',
  ],
  'jonas-solberg': ['fana-health-centre'],
  'sander-solberg': ['fana-health-centre'],
  'nora-solberg': ['fana-health-centre'],
  'ailu-somby': ['karasjok-personal-assistance', 'karasjok-mental-health'],
  'liv-strand': ['arstad-physiotherapy'],
  'ragnhild-oygard': ['valer-home-care'],
  'tor-nygaard': ['fana-home-care'],
  'kari-lie': ['frogner-home-care'],
};
