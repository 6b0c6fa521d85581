import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { goOffline } from '../test/support/network.js';
import {
  backendOf,
  behind,
  failing,
  fallBehind,
  inboxOf,
  offline,
  press,
  renderInbox,
  type InboxArgs,
  type InboxStory,
} from './support.js';

/** The way in, and what stands there when something goes wrong. */
const meta: Meta<InboxArgs> = {
  title: 'hn-inbox/The way in, and the network',
  component: 'hn-inbox',
  render: renderInbox,
  play: async ({ canvasElement }) => {
    await inboxOf(canvasElement, ['locked']);
  },
};
export default meta;

export const NotLoggedIn: InboxStory = {
  parameters: behind('anonymous'),
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['locked']);
    await widget.findByRole('button', { name: 'Logg inn' });
  },
};

/** `public` never offers to log in. */
export const Public: InboxStory = {
  args: { public: true },
  parameters: behind('anonymous'),
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['empty']);
    await expect(widget.queryByRole('button', { name: 'Logg inn' })).toBeNull();
  },
};

export const Terms: InboxStory = { name: 'Terms not accepted', parameters: behind('terms') };

export const Pending: InboxStory = { parameters: behind('pending') };

export const ActingForParent: InboxStory = {
  name: 'Acting for a parent',
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await widget.findByText('Ingrid Solberg');
    await widget.findByRole('button', { name: 'Tilbake til deg selv' });
  },
};

export const BackToOneself: InboxStory = {
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await press(widget, 'Tilbake til deg selv');
    await waitFor(() => expect(widget.queryByText('Ingrid Solberg')).toBeNull());
  },
};

/** A skeleton of the final size, so that nothing jumps. */
export const Loading: InboxStory = {
  parameters: behind('loading'),
  play: async ({ canvasElement }) => {
    await inboxOf(canvasElement, ['loading']);
  },
};

export const Offline: InboxStory = {
  parameters: behind('offline'),
  beforeEach: goOffline,
  play: offline(inboxOf),
};

export const Unavailable: InboxStory = {
  name: 'Service unavailable',
  parameters: behind('unavailable'),
  play: failing(inboxOf),
};

/** What was shown stays, marked as not up to date. */
export const Stale: InboxStory = {
  name: 'Not up to date',
  parameters: behind('stale'),
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await fallBehind(widget);
    await widget.findByRole('button', { name: /^Nye øyedråper/ });
  },
};

export const SessionEnded: InboxStory = {
  parameters: behind('session-ended'),
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['locked']);
    await widget.findByText('Du er logget ut');
  },
};

/** *Ny melding til …* in the contacts opens here when both stand on the page. */
export const WithContacts: InboxStory = {
  name: 'Beside hn-contacts',
  render: (_, { loaded }) =>
    html`<hn-config backend-url=${backendOf(loaded)}>
      <hn-contacts></hn-contacts>
      <hn-inbox></hn-inbox>
    </hn-config>`,
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    const contacts = canvasElement.querySelector('hn-contacts');
    await waitFor(() => expect(contacts?.matches(':state(ready)')).toBe(true));
    const compose = contacts?.shadowRoot?.querySelector<HTMLElement>('[data-do=compose]');
    compose?.click();
    await widget.findByRole('heading', { name: /^Ny melding til/ });
  },
};
