import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { behind, press, renderContacts, widgetOf, type ContactsArgs, type ContactsStory } from './support.js';

/** What any municipality offers, for anyone. `public` never offers to log in. */
const meta: Meta<ContactsArgs> = {
  title: 'hn-contacts/Public',
  component: 'hn-contacts',
  args: { public: true },
  parameters: behind('anonymous'),
  render: renderContacts,
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await expect(widget.queryByRole('button', { name: /Logg inn/ })).toBeNull();
  },
};
export default meta;

export const OneMunicipality: ContactsStory = { args: { municipality: '1103' } };

/** Oslo's services stand by district. */
export const Districts: ContactsStory = { args: { municipality: '0301', services: 'home-care' } };

/** Half past midnight: hours past midnight are counted in. */
export const AfterMidnight: ContactsStory = {
  args: { municipality: '0301', services: 'home-care' },
  parameters: behind({ person: null, now: '2026-11-25T00:30:00+01:00' }),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await userEvent.type(await widget.findByRole('searchbox', { name: 'Søk i tjenester' }), 'Nattpatruljen');
    await widget.findByText(/^Åpent/);
  },
};

export const WhichMunicipality: ContactsStory = { name: 'Which municipality?' };

/** Two municipalities are called Herøy; the county tells them apart. */
export const TwoOfOneName: ContactsStory = {
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await userEvent.type(widget.getByRole('searchbox'), 'herøy');
    await waitFor(() => expect(widget.getAllByRole('button', { name: /^Herøy/ })).toHaveLength(2));
  },
};

export const Chosen: ContactsStory = {
  name: 'A municipality chosen',
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await userEvent.type(widget.getByRole('searchbox'), 'herøy');
    await press(widget, /^Herøy.*Nordland/);
    await widget.findByRole('heading', { name: /Herøy kommune, Nordland/ });
    await widget.findAllByRole('button', { name: /^Se detaljer/ });
  },
};

export const NoSuchMunicipality: ContactsStory = {
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await userEvent.type(widget.getByRole('searchbox'), 'atlantis');
    await widget.findByText(/Vi finner ingen kommune/);
  },
};

/** The page names a municipality that is none. */
export const UnknownMunicipality: ContactsStory = {
  args: { municipality: '9999' },
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready', 'error']);
    await widget.findByText(/Vi finner ikke kommunen/);
  },
};
