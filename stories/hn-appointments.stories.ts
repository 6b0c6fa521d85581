import type { Meta } from '@storybook/web-components-vite';
import {
  appointmentsOf,
  behind,
  press,
  renderAppointments,
  type AppointmentsArgs,
  type AppointmentsStory,
} from './support.js';

/** Coming and earlier appointments with the municipality's services. */
const meta: Meta<AppointmentsArgs> = {
  title: 'hn-appointments/The list',
  component: 'hn-appointments',
  render: renderAppointments,
  argTypes: {
    // Parts have the same names, and would take their place.
    appointment: {
      control: 'text',
      description: 'Id of the appointment whose details are open; follows what the person opens.',
      table: { category: 'attributes' },
    },
    contact: {
      control: 'text',
      description: 'Only appointments with this contact.',
      table: { category: 'attributes' },
    },
  },
  play: async ({ canvasElement }) => {
    await appointmentsOf(canvasElement, ['ready']);
  },
};
export default meta;

/** Ingrid sees who comes next, and what else is to come, day by day. */
export const Active: AppointmentsStory = {
  parameters: behind('active'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await widget.findByText(/^Kommer mellom/);
  },
};

/** `contact` shows the appointments with one service. */
export const OneContact: AppointmentsStory = {
  name: 'Of one contact',
  args: { contact: 'ostensjo-physiotherapy' },
};

/** There are none. */
export const Empty: AppointmentsStory = {
  parameters: behind('no-services'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['empty']);
    await widget.findByText('Du har ingen kommende timeavtaler.');
  },
};

/** What is over, the latest first, with when it was done. */
export const Earlier: AppointmentsStory = {
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await press(widget, 'Vis tidligere timeavtaler');
    await widget.findAllByText(/^Utført .*kl\./);
  },
};

export const Nynorsk: AppointmentsStory = { name: 'In Nynorsk', args: { lang: 'nn' } };
export const English: AppointmentsStory = { name: 'In English', args: { lang: 'en' } };
