import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import {
  appointmentsOf,
  behind,
  press,
  renderAppointments,
  type AppointmentsArgs,
  type AppointmentsStory,
} from './support.js';

/** A week and a month as a grid that one walks by arrow keys, and a list beside it that says the same. */
const meta: Meta<AppointmentsArgs> = {
  title: 'hn-appointments/Week and month',
  component: 'hn-appointments',
  render: renderAppointments,
  parameters: behind('active'),
};
export default meta;

export const Week: AppointmentsStory = {
  args: { view: 'week' },
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await widget.findByRole('grid', { name: /^Uke 48/ });
    await widget.findByRole('heading', { name: /^I dag, tirsdag 24\. november/ });
  },
};

export const Month: AppointmentsStory = {
  args: { view: 'month' },
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await widget.findByRole('grid', { name: 'November 2026' });
    await widget.findByRole('gridcell', { name: /^fredag 27\. november, \d+ timeavtaler$/ });
  },
};

/** The arrow keys walk from day to day, and *Enter* lists what is on one. */
export const ChosenDay: AppointmentsStory = {
  name: 'A day that is chosen',
  args: { view: 'month' },
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    (await widget.findByRole('gridcell', { name: /^tirsdag 24\. november, / })).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    await widget.findByRole('heading', { name: /^Fredag 27\. november, / });
    await expect(widget.getByText('Opptrening av hoften', { selector: 'strong' })).toBeVisible();
  },
};

/** A month without any. */
export const EmptyMonth: AppointmentsStory = {
  name: 'A month without appointments',
  args: { view: 'month' },
  parameters: behind('no-services'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['empty']);
    await widget.findByText('Ingen timeavtaler denne dagen.');
    await press(widget, 'Neste måned');
    await widget.findByRole('grid', { name: 'Desember 2026' });
  },
};

/** It says what to do, as the list does. */
export const Unavailable: AppointmentsStory = {
  name: 'Service unavailable',
  args: { view: 'week' },
  parameters: behind('unavailable'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['error']);
    await widget.findByRole('button', { name: 'Prøv igjen' });
  },
};

export const NynorskMonth: AppointmentsStory = {
  name: 'A month in Nynorsk',
  args: { view: 'month', lang: 'nn' },
};
