/** Municipalities, and the services one can reach. */
import { z } from '@hono/zod-openapi';
import { Id, listOf, orNull, OsloDate, TimeOfDay, Url } from '../scalars.js';
import { Action, Labelled, MunicipalityRef, Phone, Practitioner, ServiceType } from './common.js';

export const AppointmentKind = z
  .enum(['home-visit', 'consultation', 'video', 'phone', 'vaccination', 'group'])
  .openapi('AppointmentKind');

export const MunicipalityService = z
  .object({
    service: ServiceType,
    capabilities: z.array(z.enum(['write', 'appointments', 'visit-notices'])),
    opensOn: orNull(OsloDate).openapi({ description: 'When what is not open yet opens, if known.' }),
  })
  .openapi('MunicipalityService');

export const Municipality = MunicipalityRef.extend({
  county: z.string(),
  services: z.array(MunicipalityService),
}).openapi('Municipality');

export const MunicipalityList = listOf(Municipality, 'MunicipalityList');

export const PostalAddress = z
  .object({ lines: z.array(z.string()), postalCode: z.string(), city: z.string() })
  .openapi('PostalAddress');

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']).openapi('Weekday');

export const OpeningHours = z
  .object({ days: z.array(Weekday), opens: TimeOfDay, closes: TimeOfDay })
  .openapi('OpeningHours', { description: '`closes` before `opens` is after midnight.' });

export const ClosedDay = z.object({ date: OsloDate, label: z.string().nullable() }).openapi('ClosedDay');

export const RequestKind = z
  .object({
    kind: AppointmentKind,
    label: z.string(),
    slots: z.boolean().openapi({ description: 'Whether there are free slots, or only wishes to write.' }),
  })
  .openapi('RequestKind');

export const Contact = z
  .object({
    id: Id,
    name: z.string(),
    service: ServiceType,
    people: z.array(Practitioner),
    municipality: MunicipalityRef,
    district: z.object({ number: z.string(), name: z.string() }).nullable(),
    phones: z.array(Phone),
    email: z.string().nullable(),
    url: orNull(Url),
    address: orNull(PostalAddress),
    openingHours: z.array(OpeningHours).openapi({ description: 'Public holidays are closed days as well.' }),
    closedDays: z.array(ClosedDay),
    write: Action,
    appointments: Action,
    visitNotices: Action,
    opensOn: orNull(OsloDate).openapi({ description: 'When what is not open yet opens, if known.' }),
    requests: z.array(RequestKind),
    cancelReasons: z.array(Labelled),
    topics: z.array(Labelled),
    replyWithinWorkingDays: z.number().int().nullable(),
    unread: z.number().int().openapi({ description: 'Unread messages of this reader.' }),
    notice: z.string().nullable().openapi({ description: "The municipality's own words, plain text." }),
  })
  .openapi('Contact', { description: 'A service that one can reach.' });

export const ContactList = listOf(Contact, 'ContactList');
