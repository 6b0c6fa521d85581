import type { Meta } from '@storybook/web-components-vite';
import { userEvent } from 'storybook/test';
import { demoPeople } from '../server/data/household/people.js';
import {
  behind,
  pickerOf,
  press,
  renderProxyPicker,
  STORY_TIME,
  type Inside,
  type ProxyPickerArgs,
  type ProxyPickerStory,
} from './support.js';

const INGRID = behind('active');
const MARTE = behind({ person: 'marte-solberg' });

/** Powers of attorney: giving, changing and ending them, and who has used them. */
const meta: Meta<ProxyPickerArgs> = {
  title: 'hn-proxy-picker/Powers of attorney',
  component: 'hn-proxy-picker',
  render: renderProxyPicker,
  args: { mode: 'manage' },
};
export default meta;

const numberOf = (name: string): string =>
  demoPeople(Date.parse(STORY_TIME)).find((one) => one.name === name)?.nationalId ?? '';

/** Fills in who gets it, and leads to what it is for. */
async function toPowers(widget: Inside, name: string): Promise<void> {
  await press(widget, 'Gi fullmakt');
  await userEvent.type(await widget.findByLabelText(/^Fødselsnummer/), numberOf(name));
  await userEvent.type(widget.getByLabelText('Etternavn'), name.split(' ').at(-1) ?? '');
  await press(widget, 'Neste');
  await widget.findByRole('dialog', { name: 'Hva skal fullmakten gjelde?' });
}

async function toSummary(widget: Inside, name: string): Promise<void> {
  await toPowers(widget, name);
  await userEvent.click(await widget.findByRole('checkbox', { name: /^Meldinger/ }));
  await press(widget, 'Neste');
  await widget.findByRole('dialog', { name: 'Stemmer dette?' });
}

/** Gives what the summary says. */
const give = async (widget: Inside): Promise<void> => {
  const dialog = await widget.findByRole('dialog');
  await userEvent.click(dialog.querySelector('[type=submit]') as HTMLElement);
};

/** Ingrid has given her daughter Marte a power of attorney. */
export const Given: ProxyPickerStory = {
  parameters: INGRID,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await widget.findByRole('button', { name: /^Avslutt fullmakt Marte Solberg/ });
  },
};

/** Marte has received it. */
export const Received: ProxyPickerStory = {
  parameters: MARTE,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await widget.findByRole('button', { name: /^Avslutt fullmakt Ingrid Solberg/ });
  },
};

/** Who gets it: identity number and family name. */
export const ToWhom: ProxyPickerStory = {
  name: 'To whom',
  parameters: INGRID,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await press(widget, 'Gi fullmakt');
    await press(widget, 'Neste');
    await widget.findByText('Skriv etternavnet.');
  },
};

/** Areas, and until when. */
export const ForWhat: ProxyPickerStory = {
  name: 'For what',
  parameters: INGRID,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await toPowers(widget, 'Áilu Somby');
    await userEvent.click(await widget.findByRole('radio', { name: 'Til og med en dato' }));
    await widget.findByLabelText('Gyldig til og med');
  },
};

/** What is to be given is summed up first. */
export const Summary: ProxyPickerStory = {
  parameters: INGRID,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await toSummary(widget, 'Áilu Somby');
  },
};

/** Áilu gets it. */
export const Give: ProxyPickerStory = {
  name: 'Given to Áilu',
  parameters: INGRID,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await toSummary(widget, 'Áilu Somby');
    await give(widget);
    await widget.findByRole('button', { name: /^Avslutt fullmakt Áilu Somby/ });
  },
};

/** Jonas is 17: too young. */
export const TooYoung: ProxyPickerStory = {
  name: 'To somebody too young',
  parameters: INGRID,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await toSummary(widget, 'Jonas Solberg');
    await give(widget);
    await widget.findByText('Den som får fullmakt, må ha fylt 18 år.');
  },
};

/** Liv's address is protected: she is not found, as if the number were nobody's. */
export const Unknown: ProxyPickerStory = {
  name: 'To somebody who is not found',
  parameters: INGRID,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await toSummary(widget, 'Liv Strand');
    await give(widget);
    await widget.findByText(/^Vi finner ingen med dette fødselsnummeret/);
  },
};

/** The old one ends, and a new one takes its place. */
export const Change: ProxyPickerStory = {
  parameters: INGRID,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await press(widget, /^Endre Marte Solberg/);
    await userEvent.click(await widget.findByRole('checkbox', { name: /^Varsler/ }));
    await press(widget, 'Neste');
    await widget.findByText(/^Fullmakten du har gitt før, blir avsluttet/);
    await give(widget);
    await press(widget, 'Tidligere fullmakter');
    await widget.findByText(/Avsluttet 24\. november 2026/);
  },
};

/** What ending means is said before it is done. */
export const End: ProxyPickerStory = {
  parameters: INGRID,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await press(widget, /^Avslutt fullmakt Marte Solberg/);
    await widget.findByText(/mister tilgangen med en gang/);
  },
};

/** Bruk og tilganger: who has used and read what. */
export const Log: ProxyPickerStory = {
  name: 'Use and access',
  parameters: INGRID,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await press(widget, 'Bruk og tilganger');
    await widget.findByText(/^Her ser du hvem som har lest/);
  },
};

/** Powers cannot be given on behalf of another. */
export const ActingForAnother: ProxyPickerStory = {
  name: 'While acting for another',
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement);
    await widget.findByText(/^Fullmakter styrer du bare som deg selv/);
  },
};
