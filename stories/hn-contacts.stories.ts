import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { inside, onePixel, readyWidget } from './support.js';

interface Args {
  municipality?: string;
  services?: string;
  contact?: string;
  public?: boolean;
  'heading-level'?: number;
  lang?: string;
}

/**
 * The services one can reach. Behind each story stands the care service itself,
 * running in the page; the people are invented.
 */
const meta: Meta<Args> = {
  title: 'hn-contacts',
  component: 'hn-contacts',
  render: (args, { loaded }) =>
    html`<hn-contacts
      backend-url=${loaded['backendUrl'] as string}
      municipality=${args.municipality ?? nothing}
      services=${args.services ?? nothing}
      contact=${args.contact ?? nothing}
      heading-level=${args['heading-level'] ?? nothing}
      lang=${args.lang ?? nothing}
      ?public=${args.public ?? false}
    ></hn-contacts>`,
  play: async ({ canvasElement }) => {
    await readyWidget(canvasElement);
  },
};
export default meta;

type Story = StoryObj<Args>;
const story = (name: string, scenario: string, more: Story = {}): Story => ({
  name,
  ...more,
  parameters: { scenario, ...more.parameters },
});

/** Ingrid sees whom she can reach, when they are open and what each offers. */
export const Active = story('Active', 'active');

export const Details = story('Details of a service', 'active', {
  play: async ({ canvasElement }) => {
    const widget = inside(await readyWidget(canvasElement));
    const [first] = await widget.findAllByRole('button', { name: /^Se detaljer/ });
    await userEvent.click(first as HTMLElement);
    await widget.findByRole('button', { name: /^Skjul detaljer/ });
  },
});

export const Searched = story('Searched', 'active', {
  play: async ({ canvasElement }) => {
    const widget = inside(await readyWidget(canvasElement));
    await userEvent.type(await widget.findByLabelText('Søk i tjenester'), 'fysio');
    await waitFor(() => expect(widget.getAllByRole('heading', { level: 3 })).toHaveLength(1));
  },
});

export const NoHits = story('Nothing found', 'active', {
  play: async ({ canvasElement }) => {
    const widget = inside(await readyWidget(canvasElement));
    await userEvent.type(await widget.findByLabelText('Søk i tjenester'), 'xyz');
    await waitFor(() => expect(widget.queryAllByRole('heading', { level: 3 })).toHaveLength(0));
  },
});

/** One page may show some of the services only. */
export const SomeServices = story('Some services', 'active', {
  args: { services: 'home-care, practical-help' },
});

/** `contact` opens one from the start. */
export const OneOpen = story('One open from the start', 'active', {
  args: { contact: 'ostensjo-home-care' },
});

async function openComposer(canvasElement: HTMLElement) {
  const widget = inside(await readyWidget(canvasElement));
  await userEvent.click(await widget.findByRole('button', { name: /^Ny melding.*Hjemmesykepleie/ }));
  await widget.findByRole('button', { name: 'Send' });
  return widget;
}

async function write(canvasElement: HTMLElement) {
  const widget = await openComposer(canvasElement);
  const topic = widget.queryByLabelText(/Hva gjelder det/);
  if (topic instanceof HTMLSelectElement) {
    await userEvent.selectOptions(topic, topic.options[1]?.value ?? '');
  }
  await userEvent.type(widget.getByLabelText(/^Emne/), 'Besøket i morgen');
  await userEvent.type(widget.getByLabelText(/^Melding/), 'Kan dere komme litt før?');
  return widget;
}

/** Rules for writing, who reads it, when to expect an answer, and 113 and 116117 beside it. */
export const Composer = story('Writing', 'active', {
  play: async ({ canvasElement }) => {
    await openComposer(canvasElement);
  },
});

export const ComposerWithMistakes = story('Writing: something is missing', 'active', {
  play: async ({ canvasElement }) => {
    const widget = await openComposer(canvasElement);
    await userEvent.click(widget.getByRole('button', { name: 'Send' }));
    await widget.findByText(/Meldingen er ikke sendt ennå/);
  },
});

export const ComposerWithAttachment = story('Writing: with a file', 'active', {
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    const file = new File([onePixel()], 'rullator.png', { type: 'image/png' });
    const picker = canvasElement
      .querySelector('hn-contacts')
      ?.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
    await userEvent.upload(picker as HTMLInputElement, file);
    await widget.findByText(/rullator\.png/);
  },
});

export const Sent = story('Sent', 'active', {
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    await userEvent.click(widget.getByRole('button', { name: 'Send' }));
    await widget.findByText('Meldingen er sendt');
  },
});

/** The text stays, and a retry reuses its key, so the message is never sent twice. */
export const NotSent = story('Not sent', 'sending-fails', {
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    await userEvent.click(widget.getByRole('button', { name: 'Send' }));
    await widget.findByText(/Ikke sendt/, undefined, { timeout: 20_000 });
  },
});

/** Every municipality gives its contact information, also to those who have not logged in. */
export const NotLoggedIn = story('Not logged in', 'anonymous', { args: { municipality: '4601' } });

export const NotLoggedInNoMunicipality = story('Not logged in, no municipality given', 'anonymous');

/** `public` never offers to log in. */
export const Public = story('Public', 'anonymous', { args: { municipality: '1103', public: true } });

/** Two municipalities are called Herøy; the county tells them apart. */
export const PublicSearch = story('Public: which municipality?', 'anonymous', {
  args: { public: true },
  play: async ({ canvasElement }) => {
    const widget = inside(await readyWidget(canvasElement));
    await userEvent.type(await widget.findByRole('combobox'), 'herøy');
    await waitFor(() => expect(widget.getAllByText(/Herøy/).length).toBeGreaterThan(1));
  },
});

export const UnknownMunicipality = story('Unknown municipality', 'anonymous', {
  args: { municipality: '9999', public: true },
});

/** Nothing is ticked beforehand. */
export const Terms = story('Terms not accepted', 'terms');

export const TermsAccepted = story('Terms accepted', 'terms', {
  play: async ({ canvasElement }) => {
    const widget = inside(await readyWidget(canvasElement));
    await userEvent.click(await widget.findByRole('button', { name: 'Godta' }));
    await waitFor(() => expect(widget.queryByRole('button', { name: 'Godta' })).toBeNull());
  },
});

/** It takes one day from acceptance. */
export const Pending = story('Pending', 'pending');

/** Who to turn to, and what the municipality offers. */
export const NoServices = story('Receives no service', 'no-services');

/** Contact information only, and when the municipality opens for messages. */
export const ContactInformationOnly = story('Contact information only', 'contact-information-only');

/** Always visible while acting for another, with the way back. */
export const ActingForParent = story('Acting for a parent', 'acting-for-parent');

export const ActingForTeenager = story('Acting for a teenager', 'acting-for-teenager');

/** Two minutes before, with a way to go on. */
export const SessionEnding = story('Session about to end', 'session-ending', {
  play: async ({ canvasElement }) => {
    const widget = inside(await readyWidget(canvasElement));
    await widget.findByText('Du blir snart logget ut automatisk');
  },
});

export const SessionEnded = story('Session ended', 'session-ended', {
  play: async ({ canvasElement }) => {
    const widget = inside(await readyWidget(canvasElement));
    await widget.findByText('Du er logget ut', undefined, { timeout: 20_000 });
  },
});

/** The film's site is asked nothing before the person consents. */
export const HelpFilm = story('Help film', 'film', {
  play: async ({ canvasElement }) => {
    const widget = inside(await readyWidget(canvasElement));
    await userEvent.click(await widget.findByRole('button', { name: /hjelpefilm/ }));
    await widget.findByRole('dialog');
  },
});

/** A skeleton of the final size, so that nothing jumps. */
export const Loading = story('Loading', 'loading', { play: async () => {} });

export const Offline = story('Offline', 'offline');

export const Unavailable = story('Service unavailable', 'unavailable');

/** A wrong address leads to a page instead of the service. */
export const NotTheService = story('An answer in HTML', 'html');

/** What was shown stays, marked as not up to date. */
export const Stale = story('Not up to date', 'stale', {
  play: async ({ canvasElement }) => {
    const widget = await readyWidget(canvasElement);
    await (widget as HTMLElement & { refresh(): Promise<void> }).refresh();
    await waitFor(() => expect(widget.matches(':state(offline)')).toBe(true));
  },
});

/** The page shows the help line; the console tells the editor the tag and the fix. */
export const NoBackend = story('No backend', 'active', {
  render: () =>
    html`<hn-contacts
      ><p slot="help">Ring oss på <a href="tel:80043573">800 43 573</a>.</p></hn-contacts
    >`,
  play: async () => {},
});

export const Nynorsk = story('In Nynorsk', 'active', { args: { lang: 'nn' } });
export const English = story('In English', 'active', { args: { lang: 'en' } });
/** Strings that no native speaker has reviewed are in Bokmål, and marked as such. */
export const NorthernSami = story('In Northern Sámi', 'sami', { args: { lang: 'se' } });

/** Slots replace or add. */
export const Slots = story('Slots', 'active', {
  render: (_, { loaded }) =>
    html`<hn-contacts backend-url=${loaded['backendUrl'] as string}>
      <h2 slot="heading">Hvem kan jeg kontakte?</h2>
      <p slot="help">Servicetorget: <a href="tel:01900000">01 90 00 00</a></p>
      <p slot="footer">Kommunen svarer også på telefon.</p>
    </hn-contacts>`,
});

/** Tokens and parts from the page. */
export const Themed = story('Themed', 'active', {
  render: (_, { loaded }) =>
    html`<link rel="stylesheet" href="themed.css" />
      <hn-contacts class="themed" backend-url=${loaded['backendUrl'] as string}></hn-contacts>`,
});
