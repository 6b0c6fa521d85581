/**
 * Invented services of every municipality that the household does not live in,
 * the same every time for one municipality: what it offers follows from its
 * number, from all of it to contact information alone.
 */
import type { OsloDate, ServiceType } from '../../src/backend/types.js';
import { isWorkingDay } from '../../src/domain/working-days.js';
import { addDays, osloDate } from '../../src/domain/oslo.js';
import type { ContactRow } from '../storage/storage.js';
import { contactRow, hours, nameIn, notOpenYet, open, type ContactParts } from './contact-builder.js';
import { districtsOf, type District } from './districts.js';
import { exampleAddress, exampleEmail, exampleNumber } from './example-numbers.js';
import type { MunicipalityRecord } from './municipalities.js';
import { cancelReasons, phoneLabels, requestLabels, serviceNames, topics } from './words.js';

type Service = Exclude<ServiceType, 'other'>;

/** How far a municipality has come. */
type Level = 'everything' | 'some' | 'opening' | 'information';

const LEVELS: readonly Level[] = [
  'everything',
  'everything',
  'everything',
  'some',
  'some',
  'some',
  'some',
  'opening',
  'opening',
  'information',
];

/** Where the household lives, what it needs to find there. */
const LEVEL_OF: Readonly<Record<string, Level>> = {
  '0301': 'everything',
  '4601': 'everything',
  '5610': 'some',
  '3419': 'opening',
};

/** Every municipality must have these; the others come with size, here with chance. */
const ALWAYS: readonly Service[] = [
  'home-care',
  'practical-help',
  'physiotherapy',
  'health-centre',
  'vaccination',
  'emergency-clinic',
];
const SOMETIMES: readonly Service[] = ['mental-health', 'personal-assistance', 'occupational-therapy'];
const BY_DISTRICT: readonly Service[] = ['home-care', 'practical-help'];

/** FNV-1a: spreads short texts evenly, the same everywhere. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The first working day of the month that is `months` ahead. */
function openingDay(now: number, months: number): OsloDate {
  const [year = 0, month = 0] = osloDate(now).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  let day = first;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** When a municipality opens what is not open yet. */
export function opensOnOf(municipality: string, now: number): OsloDate {
  return openingDay(now, 2 + (spread(municipality) % 3));
}

type Offers = Partial<Pick<ContactRow, 'write' | 'appointments' | 'visitNotices' | 'opensOn' | 'requests'>>;

function offersOf(service: Service, level: Level, opensOn: OsloDate): Offers {
  const atHome = service === 'home-care' || service === 'practical-help';
  if (service === 'emergency-clinic' || level === 'information') return {};
  if (level === 'opening') return atHome ? { write: notOpenYet, visitNotices: notOpenYet, opensOn } : {};
  if (level === 'some') {
    if (service === 'home-care') return { write: open };
    return service === 'physiotherapy' ? { appointments: notOpenYet, opensOn } : {};
  }
  switch (service) {
    case 'home-care':
      return { write: open, appointments: open, visitNotices: open };
    case 'practical-help':
      return { write: open, visitNotices: open };
    case 'vaccination':
      return {
        appointments: open,
        requests: [{ kind: 'vaccination', label: requestLabels.vaccination, slots: true }],
      };
    case 'physiotherapy':
    case 'health-centre':
      return {
        write: open,
        appointments: open,
        requests: [{ kind: 'consultation', label: requestLabels.consultation, slots: true }],
      };
    default:
      return { write: open };
  }
}

const OWN_HOURS: Partial<Record<Service, ContactRow['openingHours']>> = {
  'home-care': hours.longDay,
  'emergency-clinic': hours.always,
  vaccination: hours.short,
};

const TOPICS: Partial<Record<Service, ContactRow['topics']>> = {
  'home-care': topics.care,
  'practical-help': topics.household,
  physiotherapy: topics.training,
};

/**
 * The invented services of a municipality around the instant `now` (ms).
 * `taken` leaves out what stands there already, by service and district.
 */
export function publicContactsOf(
  municipality: Pick<MunicipalityRecord, 'number' | 'name' | 'website'>,
  now: number,
  taken: readonly Pick<ContactRow, 'service' | 'district'>[] = [],
): ContactRow[] {
  const level =
    LEVEL_OF[municipality.number] ?? LEVELS[spread(municipality.number) % LEVELS.length] ?? 'information';
  const opensOn = opensOnOf(municipality.number, now);
  const services = [
    ...ALWAYS,
    ...SOMETIMES.filter((service) => spread(`${municipality.number} ${service}`) % 4 !== 0),
  ];
  const places = services.flatMap((service): { service: Service; district: District | null }[] => {
    const districts = BY_DISTRICT.includes(service) ? districtsOf(municipality.number) : [];
    return districts.length > 0
      ? districts.map((district) => ({ service, district }))
      : [{ service, district: null }];
  });
  const isTaken = (service: Service, district: District | null) =>
    taken.some((one) => one.service === service && (!district || one.district?.number === district.number));
  return places.flatMap(({ service, district }, index) =>
    isTaken(service, district)
      ? []
      : [
          contactRow({
            ...ofPlace(municipality, index),
            ...offersOf(service, level, opensOn),
            id: [municipality.number, ...(district ? [district.number.slice(4)] : []), service].join('-'),
            municipality: municipality.number,
            service,
            district,
            name: nameIn(serviceNames[service], district),
            openingHours: OWN_HOURS[service] ?? hours.office,
            topics: TOPICS[service] ?? topics.general,
            cancelReasons,
          }),
        ],
  );
}

function ofPlace(
  municipality: Pick<MunicipalityRecord, 'number' | 'name' | 'website'>,
  index: number,
): Partial<ContactParts> {
  const city = municipality.name.split(' – ').at(-1) ?? municipality.name;
  return {
    phones: [
      { number: exampleNumber(Number(municipality.number) * 100 + index), label: phoneLabels.switchboard },
    ],
    email: exampleEmail('post', municipality.number),
    url: municipality.website,
    address: exampleAddress(city, index + 1),
  };
}
