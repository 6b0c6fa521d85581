import type { Meta } from '@storybook/web-components-vite';
import {
  behind,
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

export const Unavailable: NotifySettingsStory = {
  parameters: behind('unavailable'),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['error']);
    await widget.findByText(/^Tjenesten svarer ikke akkurat nå/);
  },
};
