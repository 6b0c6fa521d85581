import type { Meta } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { scenarios } from '../src/msw/index.js';
import { goOffline } from '../test/support/network.js';
import {
  appointmentsOf,
  behind,
  failing,
  fallBehind,
  offline,
  press,
  renderAppointments,
  type AppointmentsArgs,
  type AppointmentsStory,
} from './support.js';

/** The way in, and what stands there when something goes wrong. */
const meta: Meta<AppointmentsArgs> = {
  title: 'hn-appointments/The way in, and the network',
  component: 'hn-appointments',
  render: renderAppointments,
  play: async ({ canvasElement }) => {
    await appointmentsOf(canvasElement, ['locked']);
  },
};
export default meta;

export const NotLoggedIn: AppointmentsStory = {
  parameters: behind('anonymous'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['locked']);
    await widget.findByRole('button', { name: 'Logg inn' });
    await widget.findByText(/^Da kan du se, endre og avlyse timeavtalene dine/);
  },
};

/** `public` never offers to log in. */
export const Public: AppointmentsStory = {
  args: { public: true },
  parameters: behind('anonymous'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['empty']);
    await expect(widget.queryByRole('button', { name: 'Logg inn' })).toBeNull();
  },
};

/** Nothing is ticked beforehand. */
export const Terms: AppointmentsStory = { name: 'Terms not accepted', parameters: behind('terms') };

/** Whoever accepts is in. */
export const TermsAccepted: AppointmentsStory = {
  parameters: behind('terms'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['locked']);
    await press(widget, 'Godta');
    await widget.findByText('Du har ingen kommende timeavtaler.');
  },
};

export const Pending: AppointmentsStory = { parameters: behind('pending') };

/** Per receives no service: there is nobody to ask for a time. */
export const NoService: AppointmentsStory = {
  name: 'Receives no service',
  parameters: behind('no-services'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['empty']);
    await widget.findByRole('button', { name: 'Vis tidligere timeavtaler' });
    await expect(widget.queryByRole('button', { name: 'Be om ny time' })).toBeNull();
  },
};

export const ActingForParent: AppointmentsStory = {
  name: 'Acting for a parent',
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await widget.findByText('Ingrid Solberg');
    await widget.findByRole('button', { name: 'Tilbake til deg selv' });
  },
};

export const BackToOneself: AppointmentsStory = {
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await press(widget, 'Tilbake til deg selv');
    await waitFor(() => expect(widget.queryByText('Ingrid Solberg')).toBeNull());
  },
};

/** A skeleton of the final size, so that nothing jumps. */
export const Loading: AppointmentsStory = {
  parameters: behind('loading'),
  play: async ({ canvasElement }) => {
    await appointmentsOf(canvasElement, ['loading']);
  },
};

export const Offline: AppointmentsStory = {
  parameters: behind('offline'),
  beforeEach: goOffline,
  play: offline(appointmentsOf),
};

export const Unavailable: AppointmentsStory = {
  name: 'Service unavailable',
  parameters: behind('unavailable'),
  play: failing(appointmentsOf),
};

/** What was shown stays, marked as not up to date. The service's day is the device's, so that each is asked once. */
export const NotUpToDate: AppointmentsStory = {
  parameters: behind({ ...scenarios.stale, now: new Date().toISOString() }),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['ready']);
    await widget.findByRole('combobox');
    await fallBehind(widget);
    await widget.findByText(/^Neste time/);
  },
};

export const SessionEnded: AppointmentsStory = {
  parameters: behind('session-ended'),
  play: async ({ canvasElement }) => {
    const widget = await appointmentsOf(canvasElement, ['locked']);
    await widget.findByText('Du er logget ut');
  },
};
