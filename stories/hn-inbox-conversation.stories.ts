import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { answerNow, manyMessages } from './many.js';
import { answerLost, filesUnreadable } from './mishaps.js';
import {
  STORY_TIME,
  attach,
  behind,
  conversationOf,
  inboxOf,
  picture,
  press,
  renderInbox,
  type InboxArgs,
  type InboxStory,
} from './support.js';

/** A conversation, and answering in it. */
const meta: Meta<InboxArgs> = {
  title: 'hn-inbox/A conversation',
  component: 'hn-inbox',
  render: renderInbox,
  args: { thread: 'ingrid-exercises' },
  play: async ({ canvasElement }) => {
    await conversationOf(canvasElement);
  },
};
export default meta;

/** Who wrote what, day by day, with the file that came along. */
export const Open: InboxStory = {
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await widget.findByRole('button', { name: /^Øvelser for hoften\.pdf/ });
  },
};

/** The newest thirty messages, and the older ones when they are asked for. */
export const ManyMessages: InboxStory = {
  name: 'A long conversation',
  args: { thread: 'long' },
  parameters: behind({ person: 'ingrid-solberg', prepare: manyMessages }),
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await press(widget, 'Vis eldre meldinger');
    await waitFor(() => expect(widget.getAllByText(/^Sendt \d\d:\d\d$/).length).toBeGreaterThan(20));
  },
};

let household: Parameters<typeof answerNow>[0] | undefined;

/** Ingrid's, with the household at hand for what happens meanwhile. */
const remembered = () =>
  behind({
    person: 'ingrid-solberg',
    async prepare(storage) {
      household = storage;
    },
  });

/** What comes while one reads stands below what was there. */
export const NewAnswer: InboxStory = {
  name: 'An answer comes',
  args: { thread: 'ingrid-eye-drops' },
  parameters: remembered(),
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    if (!household) throw new Error('The story has no household.');
    await answerNow(household, Date.parse(STORY_TIME));
    // As when the page is looked at again.
    await widget.element.refresh();
    await widget.findByText('Vi tar med dråpene når vi kommer i morgen.', { selector: '.body' });
  },
};

/** A file that goes with the reply. */
export const WithFile: InboxStory = {
  name: 'With a file',
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await attach(widget, picture('hofte.png'));
    await widget.findByRole('button', { name: 'Fjern hofte.png' });
  },
};

/** Those that were on their way when the page went are named, so that they can go along all the same. */
export const FilesLost: InboxStory = {
  name: 'Files that were lost',
  parameters: behind({ person: 'ingrid-solberg', network: 'pending', networkHits: 'changes' }),
  play: async ({ canvasElement }) => {
    const before = await conversationOf(canvasElement);
    await userEvent.type(before.getByLabelText(/^Svar/), 'Slik ser det ut nå.');
    await attach(before, picture('hofte.png'), picture('kne.png'));
    await before.findByRole('progressbar', { name: 'kne.png' });
    // As a reload does: another widget takes up what the tab has kept.
    const { element } = before;
    element.replaceWith(element.cloneNode());
    const widget = await conversationOf(canvasElement);
    await widget.findByText('Disse filene ble ikke lastet opp. Legg dem ved på nytt: hofte.png og kne.png.');
    await expect(widget.getByLabelText(/^Svar/)).toHaveValue('Slik ser det ut nå.');
  },
};

/** It says so, and the file can be asked for again. */
export const DownloadFails: InboxStory = {
  name: 'A file cannot be downloaded',
  parameters: behind({ person: 'ingrid-solberg', prepare: filesUnreadable }),
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await press(widget, /^Øvelser for hoften\.pdf/);
    await widget.findByText(/^Noe gikk galt\. Prøv igjen/, { selector: 'p' }, { timeout: 60_000 });
    await expect(widget.getByRole('button', { name: /^Øvelser for hoften\.pdf/ })).toBeEnabled();
  },
};

/** On a narrow page there is the list or the conversation, and a way back. */
export const Narrow: InboxStory = {
  render: (args, context) => html`<div class="narrow">${renderInbox(args, context)}</div>`,
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await widget.findByRole('button', { name: 'Tilbake til meldingene' });
  },
};

/** It says why, and leads to a new message. */
export const Closed: InboxStory = {
  args: { thread: 'ingrid-cleaning' },
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await widget.findByText('Samtalen er avsluttet.');
    await widget.findByRole('button', { name: /^Ny melding til/ });
    await expect(widget.queryByLabelText(/^Svar/)).toBeNull();
  },
};

/** What was begun stands there to be copied; it cannot be sent any more. */
export const ClosedWhileWriting: InboxStory = {
  name: 'Closed while one writes',
  args: { thread: 'ingrid-eye-drops' },
  parameters: remembered(),
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await userEvent.type(widget.getByLabelText(/^Svar/), 'Jeg lurer på');
    await household?.updateThread('ingrid-eye-drops', { state: 'closed' });
    await widget.element.refresh();
    await widget.findByText('Samtalen er avsluttet.');
    await expect(widget.getByLabelText(/^Svar/)).toHaveValue('Jeg lurer på');
    await expect(widget.queryByRole('button', { name: 'Send' })).toBeNull();
  },
};

/** One has answered what the service wrote, and may write again when it does. */
export const ReplyOnly: InboxStory = {
  name: 'Only for answers',
  args: { thread: 'ingrid-training-group' },
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await widget.findByText('Du kan skrive her igjen når tjenesten har svart.');
    await expect(widget.queryByLabelText(/^Svar/)).toBeNull();
  },
};

/** What tells of something done is from no service, and cannot be answered. */
export const Receipt: InboxStory = {
  args: { thread: 'ingrid-receipt' },
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await widget.findByText(/Du har gitt Marte Solberg fullmakt/, { selector: '.body' });
    await expect(widget.queryByLabelText(/^Svar/)).toBeNull();
  },
};

export const NotFound: InboxStory = {
  name: 'The conversation is not found',
  args: { thread: 'somewhere-else' },
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await widget.findByText(/Vi finner ikke det du ser etter/);
  },
};

/** From the access log. */
export const WhoHasSeen: InboxStory = {
  name: 'Who has seen it',
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await press(widget, 'Hvem har sett');
    await widget.findByRole('dialog');
  },
};

/** Marte writes for her mother, and it says so. */
export const OnBehalfOfParent: InboxStory = {
  name: 'On behalf of a parent',
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await userEvent.type(widget.getByLabelText(/^Svar/), 'Vi prøver det.');
    await press(widget, 'Send');
    await widget.findByText(/på vegne av Ingrid Solberg/);
  },
};

/** Sent with a picture; the answer stands in the conversation, and the field is empty. */
export const Answered: InboxStory = {
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await userEvent.type(widget.getByLabelText(/^Svar/), 'Slik ser det ut nå.');
    await attach(widget, picture('hofte.png'));
    await widget.findByRole('button', { name: 'Fjern hofte.png' });
    await waitFor(() => expect(widget.queryByRole('progressbar')).toBeNull());
    await press(widget, 'Send');
    await widget.findByText('Slik ser det ut nå.', { selector: '.body' });
    await widget.findByText('Meldingen er sendt', { selector: 'p' });
    await expect(widget.getByLabelText(/^Svar/)).toHaveValue('');
  },
};

/** The text stays, and a retry reuses its key, so the message is never sent twice. */
export const NotSent: InboxStory = {
  parameters: behind('sending-fails'),
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await userEvent.type(widget.getByLabelText(/^Svar/), 'Takk!');
    await press(widget, 'Send');
    await widget.findByText(/Ikke sendt/, undefined, { timeout: 40_000 });
    await expect(widget.getByLabelText(/^Svar/)).toHaveValue('Takk!');
  },
};

/** An attempt whose answer got lost did arrive, and the text has been changed since. */
export const Arrived: InboxStory = {
  name: 'Sent before it was changed',
  parameters: behind({ person: 'ingrid-solberg', prepare: answerLost }),
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await userEvent.type(widget.getByLabelText(/^Svar/), 'Takk! Da begynner jeg i overmorgen.');
    await press(widget, 'Send');
    await widget.findByText(/^Meldingen kom fram da du sendte den først\./);
    await widget.findByRole('button', { name: 'Send som en ny melding' });
    await widget.findByRole('button', { name: 'Slett endringene' });
    await expect(widget.getByLabelText(/^Svar/)).toHaveValue('Takk! Da begynner jeg i overmorgen.');
  },
};

/** Nothing to send yet: it says what is missing. */
export const Missing: InboxStory = {
  name: 'Nothing written',
  play: async ({ canvasElement }) => {
    const widget = await conversationOf(canvasElement);
    await press(widget, 'Send');
    await widget.findByText('Skriv en melding.', { selector: 'a' });
  },
};

/** To one of those who take messages; of the others it says why they do not. */
export const ToWhom: InboxStory = {
  name: 'A new message: to whom?',
  args: { thread: undefined },
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await press(widget, 'Ny melding');
    await widget.findByRole('button', { name: /^Hjemmesykepleie/ });
  },
};

export const NewMessage: InboxStory = {
  name: 'A new message',
  args: { thread: undefined },
  play: async ({ canvasElement }) => {
    const widget = await inboxOf(canvasElement, ['ready']);
    await press(widget, 'Ny melding');
    await press(widget, /^Hjemmesykepleie/);
    await widget.findByLabelText(/^Emne/);
  },
};
