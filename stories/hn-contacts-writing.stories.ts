import type { Meta } from '@storybook/web-components-vite';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import {
  attach,
  behind,
  openComposer,
  picture,
  press,
  renderContacts,
  widgetOf,
  write,
  type ContactsArgs,
  type ContactsStory,
} from './support.js';

/** A new message to a service. 113 and 116117 stand beside it, whatever the page does with parts and tokens. */
const meta: Meta<ContactsArgs> = {
  title: 'hn-contacts/Writing',
  component: 'hn-contacts',
  render: renderContacts,
  parameters: behind('active'),
};
export default meta;

/** It is tried again a few times before the person is told. */
const AFTER_RETRIES = { timeout: 60_000 };

/** Rules for writing, who reads it, when to expect an answer, and 113 and 116117 beside it. */
export const Composer: ContactsStory = {
  name: 'A new message',
  play: async ({ canvasElement }) => {
    const widget = await openComposer(canvasElement);
    await widget.findByText('113');
    await widget.findByText(/Du kan forvente svar innen onsdag 25\. november/);
  },
};

export const SomethingMissing: ContactsStory = {
  play: async ({ canvasElement }) => {
    const widget = await openComposer(canvasElement);
    await press(widget, 'Send');
    await widget.findByText(/Meldingen er ikke sendt ennå/);
  },
};

/** The counter says by how much; nothing is cut off. */
export const TooLong: ContactsStory = {
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    const body = widget.getByLabelText(/^Melding/);
    await fireEvent.input(body, { target: { value: 'Takk for hjelpen. '.repeat(600) } });
    await press(widget, 'Send');
    await widget.findByText(/Meldingen er ikke sendt ennå/);
  },
};

export const WithFile: ContactsStory = {
  name: 'With a file',
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    await attach(widget, picture('rullator.png'));
    await widget.findByRole('button', { name: /^Fjern.*rullator\.png/ });
    await waitFor(() => expect(widget.queryByRole('progressbar')).toBeNull());
  },
};

export const Uploading: ContactsStory = {
  name: 'A file on its way',
  parameters: behind({ person: 'ingrid-solberg', network: 'pending', networkHits: 'changes' }),
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    await attach(widget, picture('rullator.png'));
    await widget.findByRole('progressbar');
  },
};

export const TooManyFiles: ContactsStory = {
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    await attach(widget, ...[1, 2, 3, 4, 5, 6].map((n) => picture(`bilde-${n}.png`)));
    await widget.findByText(/Du kan legge ved høyst/);
  },
};

export const FileTooLarge: ContactsStory = {
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    const film = new File([new Uint8Array(50 * 1024 * 1024)], 'film.png', { type: 'image/png' });
    await attach(widget, film);
    await widget.findByText(/Filen er for stor/);
  },
};

/** The service looks at what a file is, whatever it is called. */
export const ProgramCalledPdf: ContactsStory = {
  name: 'A program called .pdf',
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    const program = new Uint8Array(512);
    program.set([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]);
    await attach(widget, new File([program], 'kvittering.pdf', { type: 'application/pdf' }));
    await widget.findByText(/Du kan ikke legge ved denne filen/);
  },
};

/** What is begun is kept, and the list says so. */
export const DraftKept: ContactsStory = {
  play: async ({ canvasElement }) => {
    await press(await write(canvasElement), 'Lukk');
    const widget = await widgetOf(canvasElement);
    await widget.findByRole('button', { name: /^Fortsett på meldingen/ });
  },
};

export const DraftRestored: ContactsStory = {
  play: async (context) => {
    await DraftKept.play?.(context);
    const widget = await openComposer(context.canvasElement);
    await expect(widget.getByLabelText(/^Melding/)).toHaveValue('Kan dere komme litt før?');
  },
};

export const ThrowAway: ContactsStory = {
  name: 'Delete the draft?',
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    await press(widget, 'Slett utkastet');
    await widget.findByRole('dialog');
  },
};

export const Sending: ContactsStory = {
  parameters: behind({ person: 'ingrid-solberg', network: 'pending', networkHits: 'changes' }),
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    await press(widget, 'Send');
    await widget.findByRole('button', { name: 'Sender …' });
  },
};

export const Sent: ContactsStory = {
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    await press(widget, 'Send');
    await widget.findByRole('heading', { name: 'Meldingen er sendt' });
  },
};

/** The text stays, and a retry reuses its key, so the message is never sent twice. */
export const NotSent: ContactsStory = {
  parameters: behind('sending-fails'),
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    await press(widget, 'Send');
    await widget.findByText(/Ikke sendt/, undefined, AFTER_RETRIES);
    await expect(widget.getByLabelText(/^Melding/)).toHaveValue('Kan dere komme litt før?');
  },
};

/** The service itself says no for now. */
export const NotSentUnavailable: ContactsStory = {
  name: 'Not sent: service unavailable',
  parameters: behind({ person: 'ingrid-solberg', network: 'unavailable', networkHits: 'changes' }),
  play: async ({ canvasElement }) => {
    const widget = await write(canvasElement);
    await press(widget, 'Send');
    await widget.findByText(/Ikke sendt/, undefined, AFTER_RETRIES);
  },
};

/** Whoever was writing is told that it is there again after log-in. */
export const SessionEndsWhileWriting: ContactsStory = {
  parameters: behind({ person: 'ingrid-solberg', sessionIdleMinutes: 0.2 }),
  play: async ({ canvasElement }) => {
    const widget = await openComposer(canvasElement);
    await userEvent.type(widget.getByLabelText(/^Melding/), 'Hei');
    await widget.findByRole('heading', { name: 'Du er logget ut' });
    await widget.findByText(/Hadde du begynt å skrive noe, er det her når du logger inn igjen/);
    await widget.findByRole('button', { name: 'Logg inn' });
  },
};

/** Also on behalf of another, who then reads it too. */
export const OnBehalfOfParent: ContactsStory = {
  name: 'On behalf of a parent',
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await openComposer(canvasElement);
    await widget.findByText(/på vegne av/);
  },
};
