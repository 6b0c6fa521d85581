import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, within } from 'storybook/test';
import { roles } from '../server/data/words.js';
import type { Storage } from '../server/storage/storage.js';
import { scenarios } from '../src/msw/index.js';
import {
  appointmentsOf,
  behind,
  press,
  renderAppointments,
  type AppointmentsArgs,
  type AppointmentsStory,
} from './support.js';

/** Saying no in time, moving an appointment and asking for another. */
const meta: Meta<AppointmentsArgs> = {
  title: 'hn-appointments/Changes',
  component: 'hn-appointments',
  render: renderAppointments,
  parameters: behind('active'),
};
export default meta;

/** The dialog names the appointment and asks why. */
export const Cancel: AppointmentsStory = {
  name: 'Cancel an appointment',
  args: { contact: 'ostensjo-physiotherapy' },
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await press(widget, /^Avlys time/);
    await widget.findByRole('radio', { name: 'Jeg er syk' });
  },
};

/** A free time of the service's, day by day. */
export const Move: AppointmentsStory = {
  name: 'Move to a free time',
  args: { contact: 'ostensjo-physiotherapy' },
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await press(widget, /^Endre time/);
    await widget.findAllByRole('radio');
  },
};

/** Wishes, where none of the times suits. */
export const Wishes: AppointmentsStory = {
  name: 'Say what suits instead',
  args: { contact: 'ostensjo-physiotherapy' },
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await press(widget, /^Endre time/);
    await press(widget, 'Ingen av timene passer');
    await userEvent.type(await widget.findByLabelText(/^Hva ønsker du/), 'Helst tidlig.');
  },
};

/** Of which service, and what; those that take no requests say why. */
export const Ask: AppointmentsStory = {
  name: 'Ask for a new appointment',
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await press(widget, 'Be om ny time');
    await widget.findByText('Hva vil du ha time til?');
  },
};

/** What one has written and not sent is there again, also after a reload or a new log-in. */
export const Kept: AppointmentsStory = {
  name: 'Wishes that were kept',
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await press(widget, 'Be om ny time');
    await press(widget, /^Vaksinasjon/);
    await userEvent.type(await widget.findByLabelText(/^Hva ønsker du/), 'Helst etter lunsj.');
    await press(widget, 'Avbryt');
    await press(widget, 'Be om ny time');
    await widget.findByText('Vi har tatt vare på det du skrev sist.');
    await expect(widget.getByLabelText(/^Hva ønsker du/)).toHaveValue('Helst etter lunsj.');
  },
};

/** Of the story that is shown: what others do while one looks at it. */
let storage: Storage;
const withOthers = (prepare?: (own: Storage, now: number) => Promise<unknown>): ReturnType<typeof behind> =>
  behind({
    ...scenarios.active,
    prepare: async (own, now) => {
      storage = own;
      await prepare?.(own, now);
    },
  });

/** Somebody else takes the time that one has picked: there are fresh ones, and what is filled in stays. */
export const SlotTaken: AppointmentsStory = {
  name: 'The time was just taken',
  args: { contact: 'ostensjo-physiotherapy' },
  parameters: withOthers(),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await press(widget, /^Endre time/);
    const [first] = await widget.findAllByRole('radio');
    await userEvent.click(first as HTMLElement);
    await storage.deleteSlot((first as HTMLInputElement).value);
    await press(widget, 'Velg timen');
    await widget.findByText(/^Noen andre tok den timen nettopp/);
  },
};

/** The service has changed the appointment meanwhile: what holds now is shown before anything is sent. */
export const Stale: AppointmentsStory = {
  name: 'Changed meanwhile',
  args: { contact: 'ostensjo-physiotherapy' },
  parameters: withOthers(),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await press(widget, /^Avlys time/);
    await userEvent.click(await widget.findByRole('radio', { name: 'Jeg er syk' }));
    const row = await storage.getAppointment('ingrid-physiotherapy');
    await storage.updateAppointment('ingrid-physiotherapy', row?.version ?? 0, {
      practitioner: { role: roles.physiotherapist, name: 'Eli Berg' },
    });
    const [send] = within(await widget.findByRole('dialog')).getAllByRole('button', { name: 'Avlys time' });
    await userEvent.click(send as HTMLElement);
    await widget.findByText(/^Timen er endret siden du åpnet den/);
  },
};

/** Past the deadline: no dead end, but the phone. */
export const TooLate: AppointmentsStory = {
  name: 'Too late to change',
  args: { appointment: 'ingrid-evening-2026-11-24' },
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await widget.findByRole('button', { name: /^Detaljer Hjemmebesøk om kvelden/, expanded: true });
    await widget.findAllByText(/^Fristen for å avlyse eller endre timen har gått ut/);
  },
};

/** The service has said no, and why; the appointment holds. */
export const Declined: AppointmentsStory = {
  name: 'Not accepted',
  args: { contact: 'ostensjo-physiotherapy' },
  parameters: withOthers((own, now) =>
    own.updateAppointment('ingrid-physiotherapy', 1, {
      decision: { outcome: 'declined', reason: 'Hoften bør trenes denne uken. Ring meg om det.', at: now },
    }),
  ),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await widget.findByText('Ikke godtatt: Hoften bør trenes denne uken. Ring meg om det.');
  },
};

/** What is written stays where it is when it could not be sent. */
export const NotSent: AppointmentsStory = {
  name: 'Not sent',
  args: { contact: 'ostensjo-physiotherapy' },
  parameters: behind('sending-fails'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await press(widget, /^Avlys time/);
    await userEvent.click(await widget.findByRole('radio', { name: 'Jeg er syk' }));
    const [send] = within(await widget.findByRole('dialog')).getAllByRole('button', { name: 'Avlys time' });
    await userEvent.click(send as HTMLElement);
    await widget.findByText('Ikke sendt – prøv igjen');
  },
};
