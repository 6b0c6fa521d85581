import type { Meta } from '@storybook/web-components-vite';
import { goOffline } from '../test/support/network.js';
import {
  behind,
  fallBehind,
  offline,
  renderNotifySettings,
  settingsOf,
  type NotifySettingsArgs,
  type NotifySettingsStory,
} from './support.js';

/** Where one is not in, or it does not answer. */
const meta: Meta<NotifySettingsArgs> = {
  title: 'hn-notify-settings/The way in',
  component: 'hn-notify-settings',
  render: renderNotifySettings,
};
export default meta;

export const NotLoggedIn: NotifySettingsStory = {
  parameters: behind('anonymous'),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['locked']);
    await widget.findByText(/^Da kan du velge hvilke varsler du får/);
  },
};

/** Never offers to log in. */
export const Public: NotifySettingsStory = {
  args: { public: true },
  parameters: behind('anonymous'),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['empty']);
    await widget.findByText('Logg inn for å velge hvilke varsler du får.');
  },
};

export const TermsDue: NotifySettingsStory = {
  parameters: behind('terms'),
  play: async ({ canvasElement }) => {
    await settingsOf(canvasElement, ['locked']);
  },
};

export const Pending: NotifySettingsStory = {
  parameters: behind('pending'),
  play: async ({ canvasElement }) => {
    await settingsOf(canvasElement, ['locked']);
  },
};

/** Rows of the size of what comes. */
export const Loading: NotifySettingsStory = {
  parameters: behind('loading'),
  play: async ({ canvasElement }) => {
    await settingsOf(canvasElement, ['loading']);
  },
};

export const Offline: NotifySettingsStory = {
  parameters: behind('offline'),
  beforeEach: goOffline,
  play: offline(settingsOf),
};

export const Unavailable: NotifySettingsStory = {
  parameters: behind('unavailable'),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['error']);
    await widget.findByText(/^Tjenesten svarer ikke akkurat nå/);
  },
};

/** What was shown stays, marked as not up to date. */
export const Stale: NotifySettingsStory = {
  name: 'Not up to date',
  parameters: behind('stale'),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['ready']);
    await fallBehind(widget);
    await widget.findByRole('group', { name: 'Utførte hjemmebesøk' });
  },
};

export const SessionEnded: NotifySettingsStory = {
  parameters: behind('session-ended'),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['locked']);
    await widget.findByText('Du er logget ut');
  },
};
