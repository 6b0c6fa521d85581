import type { Meta } from '@storybook/web-components-vite';
import { userEvent } from 'storybook/test';
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
