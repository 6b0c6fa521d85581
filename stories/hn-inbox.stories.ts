import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { manyConversations } from './many.js';
import {
  behind,
  conversationOf,
  inboxOf,
  press,
  renderInbox,
  type InboxArgs,
  type InboxStory,
} from './support.js';

/** Conversations with the municipality's services: the list, search and archive. */
const meta: Meta<InboxArgs> = {
  title: 'hn-inbox/The list',
  component: 'hn-inbox',
  render: renderInbox,
  argTypes: {
    // Parts have the same names, and would take their place.
    thread: {
      control: 'text',
      description: 'Id of the conversation that is open; follows what the person opens.',
      table: { category: 'attributes' },
    },
    contact: {
      control: 'text',
      description: 'Only conversations with this contact.',
      table: { category: 'attributes' },
    },
  },
  play: async ({ canvasElement }) => {
    await inboxOf(canvasElement, ['ready']);
  },
};
export default meta;

/** Ingrid sees with whom, about what, when, and what is unread. */
export const Active: InboxStory = {
  parameters: behind('active'),
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await widget.findByRole('button', { name: /^Nye øyedråper 1 ulest/ });
  },
};

/** `contact` shows the conversations with one service. */
export const OneContact: InboxStory = {
  name: 'Of one contact',
  args: { contact: 'ostensjo-physiotherapy' },
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    for (const row of widget.getAllByRole('listitem')) await expect(row).toHaveTextContent('Fysioterapi');
  },
};

/** Nobody has written yet. */
export const Empty: InboxStory = {
  parameters: behind('no-services'),
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['empty']);
    await widget.findByText('Du har ingen meldinger her ennå.');
  },
};

/** Nothing is deleted: what is put away is found here. */
export const Archived: InboxStory = {
  name: 'Archive a conversation',
  args: { thread: 'ingrid-eye-drops' },
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    // Once it has been read.
    await widget.findByRole('button', { name: 'Nye øyedråper' });
    await press(widget, 'Arkiver');
    await waitFor(() => expect(widget.queryByRole('button', { name: /^Nye øyedråper/ })).toBeNull());
    await press(widget, 'Arkiv');
    await widget.findByRole('button', { name: /^Nye øyedråper/ });
  },
};

export const EmptyArchive: InboxStory = {
  name: 'An empty archive',
  args: { folder: 'archive' },
  parameters: behind({ person: 'ailu-somby' }),
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['empty']);
    await widget.findByText('Du har ikke arkivert noen samtaler.');
  },
};

/** A stretch at a time: the newest thirty, and the older ones when they are asked for. */
export const ManyConversations: InboxStory = {
  name: 'A long list',
  parameters: behind({ person: 'ingrid-solberg', prepare: manyConversations }),
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await press(widget, 'Vis eldre samtaler');
    await waitFor(() => expect(widget.getAllByRole('listitem').length).toBeGreaterThan(50));
  },
};

/** A reply that is begun stands in the list, where one finds it again. */
export const Drafted: InboxStory = {
  name: 'A reply is begun',
  args: { thread: 'ingrid-exercises' },
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await userEvent.type(widget.getByLabelText(/^Svar/), 'Jeg lurer på');
    await press(widget, /^Nye øyedråper/);
    await widget.findByText('Utkast til svar');
  },
};

/** Finds words in all their forms, in what was written and in the subject. */
export const Search: InboxStory = {
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await userEvent.type(await widget.findByRole('searchbox', { name: 'Søk i meldinger' }), 'dråpe{Enter}');
    await widget.findByText('1 samtale passer');
    await widget.findByRole('button', { name: /^Nye øyedråper/ });
  },
};

export const SearchWithoutHits: InboxStory = {
  name: 'A search without hits',
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await userEvent.type(
      await widget.findByRole('searchbox', { name: 'Søk i meldinger' }),
      'parkering{Enter}',
    );
    await widget.findByText('Ingen samtaler passer med søket');
    await widget.findByRole('button', { name: 'Vis alle samtaler' });
  },
};

export const Nynorsk: InboxStory = { name: 'In Nynorsk', args: { lang: 'nn' } };
export const English: InboxStory = { name: 'In English', args: { lang: 'en' } };

/** What is not translated stands in Bokmål, and is marked so; most of the rest is still to be reviewed. */
export const NorthernSami: InboxStory = {
  name: 'In Northern Sámi',
  args: { lang: 'se' },
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await expect(widget.element.shadowRoot?.querySelectorAll('[lang=nb]').length).toBeGreaterThan(0);
  },
};
