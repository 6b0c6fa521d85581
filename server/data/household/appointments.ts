/**
 * Appointments that are there already, told as so many working days of their service from today, and the visits
 * that come again and again (visits.ts).
 */
import type { OsloDate, TimeOfDay } from '../../../src/backend/types.js';
import { addDays, osloDate, osloToMs } from '../../../src/domain/oslo.js';
import { addWorkingDays } from '../../../src/domain/working-days.js';
import type { AppointmentRow, PeriodRow } from '../../storage/appointments.js';
import type { ContactRow } from '../../storage/storage.js';
import { appointmentRow, at, atHome, videoRoom } from '../appointment-builder.js';
import { requestLabels, roles, words } from '../words.js';
import { householdContact } from './contacts.js';
import { recurringVisits } from './visits.js';

const henrik = { role: roles.physiotherapist, name: 'Henrik Dahl' };
const eva = { role: roles.publicHealthNurse, name: 'Eva Lund' };
const inga = { role: roles.psychologist, name: 'Inga Balto' };

/** A service, and the calendar that its appointments are told by. */
interface Service {
  contact: ContactRow;
  /** Of the working day so many after today; before it, if negative. */
  day(workingDays: number): OsloDate;
  period(workingDays: number, from: TimeOfDay, to: TimeOfDay): PeriodRow;
  instant(workingDays: number, time: TimeOfDay): number;
}

function service(id: string, now: number): Service {
  const contact = householdContact(id, now);
  const day = (n: number) => addWorkingDays(osloDate(now), n, contact.closedDays);
  const instant = (n: number, time: TimeOfDay) => osloToMs(day(n), time);
  return { contact, day, instant, period: (n, from, to) => ({ from: instant(n, from), to: instant(n, to) }) };
}

/** Around the instant `now` (ms); those of a person in no order. */
export function householdAppointments(now: number): AppointmentRow[] {
  return [
    ...recurringVisits(now),
    ...ofPhysiotherapy(service('ostensjo-physiotherapy', now)),
    ...ofHomeCare(service('ostensjo-home-care', now)),
    ofVaccination(service('oslo-vaccination', now)),
    ...ofHealthCentre(service('fana-health-centre', now)),
    ...ofMentalHealth(service('karasjok-mental-health', now)),
  ];
}

function ofPhysiotherapy({ contact, period, instant }: Service): AppointmentRow[] {
  const shared = { personId: 'ingrid-solberg', contactId: contact.id, practitioner: henrik };
  return [
    appointmentRow({
      ...shared,
      id: 'ingrid-physiotherapy',
      kind: 'consultation',
      title: words('Opptrening av hoften', 'Opptrening av hofta', 'Hip training'),
      time: period(3, '10:30', '11:15'),
      place: at(contact),
      preparation: words(
        'Ta med innesko og noe godt å bevege seg i. Gjør øvelsene fram til timen, så ser vi på dem sammen.',
        'Ta med innesko og noko godt å røre seg i. Gjer øvingane fram til timen, så ser vi på dei saman.',
        'Bring indoor shoes and comfortable clothes. Keep doing your exercises, and we will go through them together.',
      ),
      createdAt: instant(-12, '09:20'),
    }),
    appointmentRow({
      ...shared,
      id: 'ingrid-physiotherapy-video',
      kind: 'video',
      title: words('Videosamtale om øvelsene', 'Videosamtale om øvingane', 'Video call about your exercises'),
      time: period(12, '13:00', '13:30'),
      place: videoRoom(contact, 'ingrid'),
      preparation: words(
        'Sitt der du har god plass og godt lys. Åpne lenken fem minutter før.',
        'Sit der du har god plass og godt lys. Opne lenkja fem minutt før.',
        'Sit where you have room to move and good light. Open the link five minutes before.',
      ),
      createdAt: instant(-12, '09:25'),
    }),
  ];
}

function ofHomeCare({ contact, day, period, instant }: Service): AppointmentRow[] {
  const shared = { personId: 'ingrid-solberg', contactId: contact.id, place: atHome };
  const inTwoDays = addDays(day(0), 2);
  return [
    appointmentRow({
      ...shared,
      id: 'ingrid-night',
      kind: 'home-visit',
      title: words('Tilsyn av nattpatruljen', 'Tilsyn av nattpatruljen', 'Visit by the night patrol'),
      time: { from: osloToMs(inTwoDays, '23:00'), to: osloToMs(addDays(inTwoDays, 1), '01:00') },
      window: true,
      practitioner: { role: roles.nurse, name: null },
      preparation: words(
        'Du trenger ikke å være våken. Vi låser oss inn selv.',
        'Du treng ikkje å vere vaken. Vi låser oss inn sjølve.',
        'You do not need to stay awake. We let ourselves in.',
      ),
      createdAt: instant(-2, '10:00'),
    }),
    appointmentRow({
      ...shared,
      id: 'ingrid-care-talk',
      kind: 'home-visit',
      title: words(
        'Samtale om hjelpen du får',
        'Samtale om hjelpa du får',
        'Talk about the help you receive',
      ),
      time: period(5, '13:00', '14:00'),
      window: true,
      practitioner: { role: roles.head, name: 'Grete Moen' },
      status: 'cancelled',
      cancelReasonId: 'away',
      cancelMessage: 'Jeg skal til datteren min i Bergen.',
      decision: { outcome: 'accepted', reason: null, at: instant(-1, '12:40') },
      createdAt: instant(-8, '11:00'),
    }),
    appointmentRow({
      ...shared,
      id: 'ingrid-extra-visit',
      kind: 'home-visit',
      title: requestLabels['home-visit'],
      time: null,
      status: 'declined',
      wishes: 'Jeg får gjester, og vil gjerne ha hjelp til å dusje en time tidligere den dagen.',
      preferred: [period(1, '08:00', '09:00')],
      decision: {
        outcome: 'declined',
        reason: 'Vi har ingen ledige ansatte så tidlig den dagen. Ring oss, så finner vi en annen tid.',
        at: instant(-2, '13:05'),
      },
      createdAt: instant(-3, '18:30'),
    }),
    appointmentRow({
      ...shared,
      id: 'ingrid-eye-doctor-visit',
      kind: 'home-visit',
      title: requestLabels['home-visit'],
      time: null,
      wishes:
        'Jeg skal til øyelegen om formiddagen, og trenger hjelp til dråpene når jeg er hjemme igjen. Helst etter klokken 13.',
      preferred: [period(6, '13:00', '16:00'), period(7, '13:00', '16:00')],
      createdAt: instant(-1, '17:15'),
    }),
  ];
}

function ofVaccination({ contact, period, instant }: Service): AppointmentRow {
  return appointmentRow({
    id: 'ingrid-vaccination',
    personId: 'ingrid-solberg',
    contactId: contact.id,
    kind: 'vaccination',
    title: words('Influensavaksine', 'Influensavaksine', 'Influenza vaccine'),
    time: period(8, '11:20', '11:40'),
    place: at(contact),
    practitioner: { role: roles.nurse, name: null },
    preparation: words(
      'Ha på deg noe med korte ermer. Ring oss hvis du har feber.',
      'Ha på deg noko med korte ermar. Ring oss om du har feber.',
      'Wear something with short sleeves. Call us if you have a fever.',
    ),
    createdAt: instant(-10, '09:00'),
  });
}

function ofHealthCentre({ contact, period, instant }: Service): AppointmentRow[] {
  const shared = {
    contactId: contact.id,
    kind: 'consultation',
    place: at(contact),
    practitioner: eva,
  } as const;
  const check = words('Helsekontroll', 'Helsekontroll', 'Health check');
  return [
    appointmentRow({
      ...shared,
      id: 'nora-check',
      personId: 'nora-solberg',
      title: check,
      time: period(7, '13:00', '13:30'),
      preparation: words(
        'Ta med helsekortet. En av foreldrene må være med.',
        'Ta med helsekortet. Ein av foreldra må vere med.',
        'Bring the health record card. One of the parents must come along.',
      ),
      createdAt: instant(-15, '10:10'),
    }),
    appointmentRow({
      ...shared,
      id: 'nora-earlier-check',
      personId: 'nora-solberg',
      title: check,
      time: period(-18, '10:00', '10:30'),
      status: 'completed',
      completedAt: instant(-18, '10:25'),
      createdAt: instant(-40, '10:10'),
    }),
    appointmentRow({
      ...shared,
      id: 'sander-talk',
      personId: 'sander-solberg',
      title: words(
        'Samtale med helsesykepleier',
        'Samtale med helsesjukepleiar',
        'Talk with the public health nurse',
      ),
      time: period(4, '13:30', '14:00'),
      createdAt: instant(-5, '12:00'),
    }),
  ];
}

function ofMentalHealth({ contact, period, instant }: Service): AppointmentRow[] {
  const shared = {
    personId: 'ailu-somby',
    contactId: contact.id,
    kind: 'consultation',
    title: words('Samtale', 'Samtale', 'Talk'),
    place: at(contact),
    practitioner: inga,
  } as const;
  return [
    appointmentRow({
      ...shared,
      id: 'ailu-talk',
      time: period(5, '10:30', '11:30'),
      createdAt: instant(-10, '11:45'),
    }),
    appointmentRow({
      ...shared,
      id: 'ailu-earlier-talk',
      time: period(-10, '10:30', '11:30'),
      status: 'completed',
      completedAt: instant(-10, '11:30'),
      createdAt: instant(-20, '11:45'),
    }),
  ];
}
