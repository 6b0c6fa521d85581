import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import {
  backendOf,
  behind,
  press,
  renderContacts,
  widgetOf,
  type ContactsArgs,
  type ContactsStory,
} from './support.js';

/** Whom one can reach, when they are open and what each offers. */
const meta: Meta<ContactsArgs> = {
  title: 'hn-contacts/The list',
  component: 'hn-contacts',
  render: renderContacts,
  argTypes: {
    // A part has the same name, and would take its place.
    contact: {
      control: 'text',
      description: 'Id of the contact that is open from the start.',
      table: { category: 'attributes' },
    },
  },
  play: async ({ canvasElement }) => {
    await widgetOf(canvasElement, ['ready']);
  },
};
export default meta;

/** Ingrid sees whom she can reach, when they are open and what each offers. */
export const Active: ContactsStory = { parameters: behind('active') };

/** Hours, addresses, people, what can be done digitally, and by when to expect an answer. */
export const Details: ContactsStory = {
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await press(widget, /^Se detaljer/);
    await widget.findByRole('button', { name: /^Skjul detaljer/ });
    await widget.findByText('Åpningstid');
  },
};

/** `contact` opens one from the start. */
export const OneOpen: ContactsStory = {
  name: 'One open from the start',
  args: { contact: 'ostensjo-physiotherapy' },
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await widget.findByRole('button', { name: /^Skjul detaljer/ });
  },
};

/** A `contact` that is not among the person's own opens nothing. */
export const ContactNotFound: ContactsStory = {
  name: 'The contact is not found',
  args: { contact: 'somewhere-else' },
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await expect(widget.queryByRole('button', { name: /^Skjul detaljer/ })).toBeNull();
  },
};

export const Searched: ContactsStory = {
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await userEvent.type(await widget.findByRole('searchbox', { name: 'Søk i tjenester' }), 'fysio');
    await waitFor(() => expect(widget.getAllByRole('heading', { level: 3 })).toHaveLength(1));
  },
};

export const Filtered: ContactsStory = {
  name: 'Filtered by service',
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await userEvent.selectOptions(await widget.findByLabelText('Tjeneste'), 'vaccination');
    await waitFor(() => expect(widget.getAllByRole('heading', { level: 3 })).toHaveLength(1));
  },
};

export const NothingFound: ContactsStory = {
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await userEvent.type(await widget.findByRole('searchbox', { name: 'Søk i tjenester' }), 'xyz');
    await widget.findByText('Ingen tjenester passer med søket.');
  },
};

/** One page may show some of the services only. */
export const SomeServices: ContactsStory = {
  args: { services: 'home-care, practical-help' },
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await expect(widget.getAllByRole('heading', { level: 3 })).toHaveLength(2);
  },
};

/** The page asks for a service that the person does not receive. */
export const NoneOfTheServices: ContactsStory = {
  args: { services: 'emergency-clinic' },
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await widget.findByText('Kommunen har ikke lagt ut noen helsekontakter her ennå.');
  },
};

/** What is closed says when it opens. */
export const Evening: ContactsStory = {
  name: 'In the evening',
  parameters: behind({ person: 'ingrid-solberg', now: '2026-11-24T21:30:00+01:00' }),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await expect(widget.getAllByText(/^Åpner/).length).toBeGreaterThan(1);
  },
};

/** Norwegian public holidays count as closed. */
export const PublicHoliday: ContactsStory = {
  name: 'On a public holiday',
  parameters: behind({ person: 'ingrid-solberg', now: '2026-12-25T11:00:00+01:00' }),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await expect(widget.getAllByText(/^(Åpner|Stengt)/).length).toBeGreaterThan(1);
  },
};

/** A service has closed days of its own. */
export const ClosedDay: ContactsStory = {
  name: 'On a closed day',
  args: { contact: 'ostensjo-home-care' },
  parameters: behind({
    person: 'ingrid-solberg',
    async prepare(storage) {
      const contact = await storage.getContact('ostensjo-home-care');
      if (!contact) throw new Error('The household has no home care.');
      const label = { nb: 'planleggingsdag', nn: 'planleggingsdag', en: 'planning day' };
      await storage.putContact({ ...contact, closedDays: [{ date: '2026-11-24', label }] });
    },
  }),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await widget.findByText(/^Stengt i dag: planleggingsdag\. Åpner i morgen/);
  },
};

/** Contact information only, and when the municipality opens for messages. */
export const ContactInformationOnly: ContactsStory = {
  parameters: behind('contact-information-only'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await widget.findByText(/Kommunen åpner for dette/);
    await expect(widget.queryByRole('button', { name: /^Ny melding/ })).toBeNull();
  },
};

export const Nynorsk: ContactsStory = { name: 'In Nynorsk', args: { lang: 'nn' } };
export const English: ContactsStory = { name: 'In English', args: { lang: 'en' } };

/** What is not translated stands in Bokmål, and is marked so; most of the rest is still to be reviewed. */
export const NorthernSami: ContactsStory = {
  name: 'In Northern Sámi',
  args: { lang: 'se' },
  parameters: behind('sami'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await expect(widget.element.shadowRoot?.querySelectorAll('[lang=nb]').length).toBeGreaterThan(0);
  },
};

/** All headings follow from the first. */
export const HeadingLevel: ContactsStory = {
  args: { 'heading-level': 3 },
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await expect(widget.getAllByRole('heading', { level: 3 })).toHaveLength(1);
    await expect(widget.getAllByRole('heading', { level: 4 })).toHaveLength(4);
  },
};

/** Slots replace or add. */
export const Slots: ContactsStory = {
  render: (_, { loaded }) =>
    html`<hn-contacts backend-url=${backendOf(loaded)}>
      <h2 slot="heading">Hvem kan jeg kontakte?</h2>
      <p slot="help">800HELSE: <a href="tel:80043573">800 43 573</a></p>
      <p slot="footer">Kommunen svarer også på telefon.</p>
    </hn-contacts>`,
};

/** `empty` replaces what stands where there is nothing to show. */
export const EmptySlot: ContactsStory = {
  render: (_, { loaded }) =>
    html`<hn-contacts backend-url=${backendOf(loaded)} services="emergency-clinic">
      <p slot="empty">Legevakten når du på telefon <a href="tel:116117">116117</a>.</p>
    </hn-contacts>`,
};

/** Tokens and parts from the page. */
export const Themed: ContactsStory = {
  render: (_, { loaded }) =>
    html`<link rel="stylesheet" href="themed.css" />
      <hn-contacts class="themed" backend-url=${backendOf(loaded)}></hn-contacts>`,
};
