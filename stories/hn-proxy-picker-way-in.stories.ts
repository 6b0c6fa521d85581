import type { Meta } from '@storybook/web-components-vite';
import { goOffline } from '../test/support/network.js';
import {
  behind,
  failing,
  fallBehind,
  offline,
  pickerOf,
  renderProxyPicker,
  type ProxyPickerArgs,
  type ProxyPickerStory,
} from './support.js';

/** Where one is not in, or it does not answer. */
const meta: Meta<ProxyPickerArgs> = {
  title: 'hn-proxy-picker/The way in',
  component: 'hn-proxy-picker',
  render: renderProxyPicker,
  play: async ({ canvasElement }) => {
    await pickerOf(canvasElement, ['locked']);
  },
};
export default meta;

export const NotLoggedIn: ProxyPickerStory = {
  parameters: behind('anonymous'),
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['locked']);
    await widget.findByRole('button', { name: 'Logg inn' });
  },
};

/** Never offers to log in. */
export const Public: ProxyPickerStory = {
  args: { public: true },
  parameters: behind('anonymous'),
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['empty']);
    await widget.findByText('Logg inn for å se fullmaktene dine.');
  },
};

export const TermsDue: ProxyPickerStory = {
  parameters: behind('terms'),
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['locked']);
    await widget.findByRole('button', { name: 'Godta' });
  },
};

export const Pending: ProxyPickerStory = {
  parameters: behind('pending'),
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['locked']);
    await widget.findByText(/^Du kan bruke tilbudet fra/);
  },
};

/** Rows of the size of what comes. */
export const Loading: ProxyPickerStory = {
  parameters: behind('loading'),
  play: async ({ canvasElement }) => {
    await pickerOf(canvasElement, ['loading']);
  },
};

export const Offline: ProxyPickerStory = {
  parameters: behind('offline'),
  beforeEach: goOffline,
  play: offline(pickerOf),
};

export const Unavailable: ProxyPickerStory = {
  parameters: behind('unavailable'),
  play: failing(pickerOf),
};

/** What was shown stays, marked as not up to date. */
export const Stale: ProxyPickerStory = {
  name: 'Not up to date',
  parameters: behind('stale'),
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await fallBehind(widget);
    await widget.findByRole('button', { name: /^Avslutt fullmakt Marte Solberg/ });
  },
};

export const SessionEnded: ProxyPickerStory = {
  parameters: behind('session-ended'),
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['locked']);
    await widget.findByText('Du er logget ut');
  },
};
