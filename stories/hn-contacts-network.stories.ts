import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { goOffline } from '../test/support/network.js';
import {
  behind,
  failing,
  fallBehind,
  offline,
  renderContacts,
  widgetOf,
  type ContactsArgs,
  type ContactsStory,
} from './support.js';

/** What stands there while nothing comes, and when something goes wrong. */
const meta: Meta<ContactsArgs> = {
  title: 'hn-contacts/The network',
  component: 'hn-contacts',
  render: renderContacts,
  play: failing(widgetOf),
};
export default meta;

/** A skeleton of the final size, so that nothing jumps. */
export const Loading: ContactsStory = {
  parameters: behind('loading'),
  play: async ({ canvasElement }) => {
    await widgetOf(canvasElement, ['loading']);
  },
};

export const Offline: ContactsStory = {
  parameters: behind('offline'),
  beforeEach: goOffline,
  play: offline(widgetOf),
};

export const Unavailable: ContactsStory = {
  name: 'Service unavailable',
  parameters: behind('unavailable'),
};

/** A wrong address leads to a page instead of the service. */
export const NotTheService: ContactsStory = { name: 'An answer in HTML', parameters: behind('html') };

/** What was shown stays, marked as not up to date. */
export const Stale: ContactsStory = {
  name: 'Not up to date',
  parameters: behind('stale'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await fallBehind(widget);
    await expect(widget.getAllByRole('heading', { level: 3 })).toHaveLength(4);
  },
};

const withHelp = (backendUrl: string): ReturnType<typeof html> =>
  html`<hn-contacts backend-url=${backendUrl}
    ><p>Ring oss på <a href="tel:80043573">800 43 573</a>.</p></hn-contacts
  >`;

/** The page shows its help line; the console tells the editor the tag and the fix. */
export const NoBackend: ContactsStory = {
  render: () => withHelp(''),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['locked']);
    await waitFor(() => expect(widget.element.querySelector('p')?.checkVisibility()).toBe(true));
  },
};

/** The same for an address that is none. */
export const WrongAddress: ContactsStory = {
  render: () => withHelp('ftp://helse.example.no'),
  play: NoBackend.play,
};
