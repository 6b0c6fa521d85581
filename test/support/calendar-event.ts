import ICAL from 'ical.js';

/** What an independent reader of calendar files finds in one with a single event. */
export interface CalendarEvent {
  summary: string;
  description: string | null;
  uid: string;
  start: number;
  end: number;
  /** The name of the zone that the start is said in. */
  zone: string;
  /** The names of all that is said of the event. */
  properties: string[];
  status: string;
  stamp: number;
}

/** Reads `file` with a parser that nobody here wrote; its own zone is the only one that counts. */
export function readCalendar(file: string): CalendarEvent {
  const calendar = new ICAL.Component(ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0]);
  const events = calendar.getAllSubcomponents('vevent');
  if (events.length !== 1) throw new Error(`There are ${events.length} events.`);
  const component = events[0]!;
  const event = new ICAL.Event(component);
  const instant = (time: ICAL.Time) => time.toUnixTime() * 1000;
  return {
    summary: event.summary,
    description: event.description,
    uid: event.uid,
    start: instant(event.startDate),
    end: instant(event.endDate),
    zone: event.startDate.zone.tzid,
    properties: component.getAllProperties().map(({ name }) => name),
    status: component.getFirstPropertyValue('status') as string,
    stamp: instant(component.getFirstPropertyValue('dtstamp') as ICAL.Time),
  };
}
