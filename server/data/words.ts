/**
 * What the invented services call themselves, their staff, topics and reasons.
 * Northern Sámi stands only where the glossary has the word; the rest falls
 * back to Bokmål by itself.
 */
import type { AppointmentKind, ServiceType } from '../../src/backend/types.js';
import type { LocalText } from '../storage/storage.js';

export function words(nb: string, nn: string, en: string, se?: string): LocalText {
  return se === undefined ? { nb, nn, en } : { nb, nn, en, se };
}

export interface LabelledText {
  id: string;
  label: LocalText;
}

export const serviceNames: Readonly<Record<Exclude<ServiceType, 'other'>, LocalText>> = {
  'home-care': words('Hjemmesykepleie', 'Heimesjukepleie', 'Home-care nursing', 'Ruovttubuohccedikšun'),
  'practical-help': words('Praktisk bistand', 'Praktisk hjelp', 'Practical assistance', 'Ruovttuveahkki'),
  physiotherapy: words('Fysioterapi', 'Fysioterapi', 'Physiotherapy', 'Fysioterapiija'),
  'personal-assistance': words(
    'Brukerstyrt personlig assistanse (BPA)',
    'Brukarstyrt personleg assistanse (BPA)',
    'User-controlled personal assistance (BPA)',
    'BPA',
  ),
  'mental-health': words(
    'Psykisk helsehjelp',
    'Psykisk helsehjelp',
    'Mental health care',
    'Psyhkalaš dearvvašvuođaveahkki',
  ),
  'occupational-therapy': words('Ergoterapi', 'Ergoterapi', 'Occupational therapy'),
  'health-centre': words('Helsestasjon', 'Helsestasjon', 'Child health clinic', 'Dearvvašvuođastašuvdna'),
  vaccination: words('Vaksinasjon', 'Vaksinasjon', 'Vaccination'),
  'emergency-clinic': words('Legevakt', 'Legevakt', 'Emergency clinic'),
};

export const roles = {
  nurse: words('Sykepleier', 'Sjukepleiar', 'Nurse', 'Buohccedivššár'),
  careWorker: words('Helsefagarbeider', 'Helsefagarbeidar', 'Healthcare worker'),
  head: words('Avdelingsleder', 'Avdelingsleiar', 'Head of department'),
  caseOfficer: words('Saksbehandler', 'Sakshandsamar', 'Case officer'),
  helper: words('Hjemmehjelp', 'Heimehjelp', 'Home help'),
  physiotherapist: words('Fysioterapeut', 'Fysioterapeut', 'Physiotherapist'),
  occupationalTherapist: words('Ergoterapeut', 'Ergoterapeut', 'Occupational therapist'),
  publicHealthNurse: words(
    'Helsesykepleier',
    'Helsesjukepleiar',
    'Public health nurse',
    'Dearvvašvuođabuohccedivššár',
  ),
  psychologist: words('Psykolog', 'Psykolog', 'Psychologist'),
  doctor: words('Lege', 'Lege', 'Doctor', 'Doavttir'),
} satisfies Record<string, LocalText>;

/** Who answers at a service whose people are not named. */
export const serviceRoles: Readonly<Record<Exclude<ServiceType, 'other'>, LocalText>> = {
  'home-care': roles.nurse,
  'practical-help': roles.caseOfficer,
  physiotherapy: roles.physiotherapist,
  'personal-assistance': roles.caseOfficer,
  'mental-health': roles.psychologist,
  'occupational-therapy': roles.occupationalTherapist,
  'health-centre': roles.publicHealthNurse,
  vaccination: roles.nurse,
  'emergency-clinic': roles.doctor,
};

const other: LabelledText = { id: 'other', label: words('Annet', 'Anna', 'Something else') };

export const topics = {
  care: [
    { id: 'visits', label: words('Hjemmebesøkene mine', 'Heimebesøka mine', 'My home visits') },
    { id: 'medicines', label: words('Medisiner', 'Medisinar', 'Medicines') },
    { id: 'aids', label: words('Hjelpemidler', 'Hjelpemiddel', 'Assistive equipment') },
    { id: 'health', label: words('Hvordan jeg har det', 'Korleis eg har det', 'How I am doing') },
    other,
  ],
  household: [
    { id: 'cleaning', label: words('Rengjøring', 'Reingjering', 'Cleaning') },
    { id: 'shopping', label: words('Innkjøp', 'Innkjøp', 'Shopping') },
    { id: 'decision', label: words('Vedtaket mitt', 'Vedtaket mitt', 'My decision letter') },
    other,
  ],
  training: [
    { id: 'exercises', label: words('Øvelsene mine', 'Øvingane mine', 'My exercises') },
    { id: 'pain', label: words('Smerter', 'Smerter', 'Pain') },
    {
      id: 'appointments',
      label: words('Timeavtaler', 'Timeavtalar', 'Appointments', 'Diimmut'),
    },
    other,
  ],
  general: [
    {
      id: 'appointments',
      label: words('Timeavtaler', 'Timeavtalar', 'Appointments', 'Diimmut'),
    },
    { id: 'question', label: words('Spørsmål', 'Spørsmål', 'Question') },
    other,
  ],
} satisfies Record<string, LabelledText[]>;

export const cancelReasons: LabelledText[] = [
  { id: 'ill', label: words('Jeg er syk', 'Eg er sjuk', 'I am ill') },
  { id: 'away', label: words('Jeg er bortreist', 'Eg er bortreist', 'I am away') },
  {
    id: 'hospital',
    label: words('Jeg er innlagt på sykehus', 'Eg er innlagd på sjukehus', 'I am in hospital'),
  },
  {
    id: 'others-help',
    label: words('Jeg får hjelp av andre', 'Eg får hjelp av andre', 'Others are helping me'),
  },
  { id: 'other', label: words('En annen årsak', 'Ein annan årsak', 'Another reason') },
];

export const requestLabels: Readonly<Partial<Record<AppointmentKind, LocalText>>> &
  Record<'home-visit' | 'consultation' | 'vaccination' | 'video', LocalText> = {
  'home-visit': words('Hjemmebesøk', 'Heimebesøk', 'Home visit', 'Ruovttugalledeapmi'),
  consultation: words('Konsultasjon', 'Konsultasjon', 'Consultation'),
  vaccination: words('Vaksinasjon', 'Vaksinasjon', 'Vaccination'),
  video: words('Videosamtale', 'Videosamtale', 'Video call'),
};

export const phoneLabels = {
  switchboard: words('Sentralbord', 'Sentralbord', 'Switchboard'),
  daytime: words('Dagtid', 'Dagtid', 'Daytime'),
  evening: words('Kveld og natt', 'Kveld og natt', 'Evenings and nights'),
  booking: words('Timebestilling', 'Timebestilling', 'Booking'),
} satisfies Record<string, LocalText>;

export const closedLabels = {
  planning: words('Planleggingsdag', 'Planleggingsdag', 'Planning day'),
  course: words('Kurs for de ansatte', 'Kurs for dei tilsette', 'Staff training'),
} satisfies Record<string, LocalText>;
