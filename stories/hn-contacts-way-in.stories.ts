import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { careFor } from '../src/care/registry.js';
import type { Scenario } from '../src/msw/index.js';
import {
  backendOf,
  behind,
  press,
  renderContacts,
  widgetOf,
  type ContactsArgs,
  type ContactsStory,
} from './support.js';

/** The way in and out, the same in every widget. */
const meta: Meta<ContactsArgs> = {
  title: 'hn-contacts/The way in',
  component: 'hn-contacts',
  render: renderContacts,
  play: async ({ canvasElement }) => {
    await widgetOf(canvasElement, ['locked']);
  },
};
export default meta;

/** Every municipality gives its contact information, also to those who have not logged in. */
export const NotLoggedIn: ContactsStory = {
  args: { municipality: '4601' },
  parameters: behind('anonymous'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['locked']);
    await widget.findByRole('button', { name: 'Logg inn' });
    await widget.findAllByRole('button', { name: /^Se detaljer/ });
  },
};

export const NotLoggedInNoMunicipality: ContactsStory = {
  name: 'Not logged in, no municipality given',
  parameters: behind('anonymous'),
};

/** The browser stopped the cookie, or the log-in was broken off: a link to the portal's own page, never a loop. */
export const LoginDidNotArrive: ContactsStory = {
  name: 'Back from log-in, still not in',
  args: { municipality: '4601' },
  parameters: behind('anonymous'),
  beforeEach: async ({ loaded }) => {
    // As after «Logg inn» on an earlier load of the page.
    const care = careFor({ url: backendOf(loaded) });
    await care?.call(() => Promise.resolve());
    care?.loggingIn();
  },
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['locked']);
    await widget.findByText('Innloggingen når ikke fram til denne siden');
  },
};

/** Nothing is ticked beforehand. */
export const Terms: ContactsStory = { name: 'Terms not accepted', parameters: behind('terms') };

/** Tor is active as soon as he has accepted. */
export const TermsAccepted: ContactsStory = {
  parameters: behind('terms'),
  play: async ({ canvasElement }) => {
    await press(await widgetOf(canvasElement, ['locked']), 'Godta');
    await widgetOf(canvasElement, ['ready']);
  },
};

/** In most municipalities it takes a day. */
export const TermsAcceptedThenPending: ContactsStory = {
  parameters: behind('terms-then-pending'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['locked']);
    await press(widget, 'Godta');
    await widget.findByText(/Du kan bruke tilbudet fra/);
  },
};

/** It takes one day from acceptance. */
export const Pending: ContactsStory = { parameters: behind('pending') };

export const PendingWithdraw: ContactsStory = {
  name: 'Pending: withdraw consent?',
  parameters: behind('pending'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['locked']);
    await press(widget, 'Bruksvilkår og samtykke');
    await press(widget, 'Trekk tilbake samtykke');
    await widget.findByRole('button', { name: 'Trekk tilbake' });
  },
};

export const Withdrawn: ContactsStory = {
  name: 'Consent withdrawn',
  parameters: behind('pending'),
  play: async (context) => {
    await PendingWithdraw.play?.(context);
    const widget = await widgetOf(context.canvasElement);
    await press(widget, 'Trekk tilbake');
    await widget.findByRole('button', { name: 'Godta' });
  },
};

/** Who to turn to, and what the municipality offers. */
export const NoServices: ContactsStory = {
  name: 'Receives no service',
  parameters: behind('no-services'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await widget.findByText('Du har ingen tjenester fra kommunen nå');
  },
};

/** Always visible while acting for another, with the way back. */
export const ActingForParent: ContactsStory = {
  name: 'Acting for a parent',
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await widget.findByText(/på vegne av/);
  },
};

export const ActingForTeenager: ContactsStory = {
  name: 'Acting for a teenager',
  parameters: behind('acting-for-teenager'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready', 'empty']);
    await widget.findByText(/på vegne av/);
    await expect(widget.queryByRole('button', { name: /^Ny melding/ })).toBeNull();
  },
};

export const BackToOneself: ContactsStory = {
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await press(widget, /deg selv/);
    await waitFor(() => expect(widget.queryByText(/på vegne av/)).toBeNull());
  },
};

/** The service's storage, for what happens elsewhere while the page is open. */
let storage: Parameters<NonNullable<Scenario['prepare']>>[0];

/** Ingrid ends Marte's power of attorney while Marte has the page open: her access ends there too. */
export const PowerEnded: ContactsStory = {
  name: 'The power of attorney has ended',
  parameters: behind({
    person: 'marte-solberg',
    actingFor: 'ingrid-solberg',
    prepare: async (its) => {
      storage = its;
    },
  }),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await widget.findByText(/på vegne av/);
    const [power] = await storage.listPowersGiven('ingrid-solberg');
    if (!power) throw new Error('The household has no power of attorney.');
    await storage.putPower({ ...power, endedAt: Date.parse(power.validFrom) });
    await widget.element.refresh();
    await waitFor(() => expect(widget.queryByText(/Hjemmesykepleien/)).toBeNull());
  },
};

/** Two minutes before, with a way to go on. */
export const SessionEnding: ContactsStory = {
  name: 'Session about to end',
  parameters: behind('session-ending'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await widget.findByText('Du blir snart logget ut automatisk');
  },
};

export const SessionEnded: ContactsStory = {
  parameters: behind('session-ended'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement);
    await widget.findByRole('heading', { name: 'Du er logget ut' });
  },
};

export const LoggedOut: ContactsStory = {
  args: { municipality: '0301', services: 'home-care' },
  parameters: behind('active'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await press(widget, 'Logg ut');
    await widget.findByRole('button', { name: 'Logg inn' });
  },
};

/** The film's site is asked nothing before the person consents. */
export const HelpFilm: ContactsStory = {
  parameters: behind('film'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await press(widget, 'Se hjelpefilm');
    const dialog = await widget.findByRole('dialog');
    await expect(dialog.querySelector('iframe')).toBeNull();
  },
};

/** From the help row of every widget. */
export const TermsDialog: ContactsStory = {
  name: 'Terms and consent',
  parameters: behind('active'),
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await press(widget, 'Bruksvilkår');
    await widget.findByRole('button', { name: 'Trekk tilbake samtykke' });
    await userEvent.keyboard('{Tab}');
  },
};
