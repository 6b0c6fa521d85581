import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { createRestBackend } from '../src/backend/rest/rest.js';
import {
  backendOf,
  behind,
  press,
  renderNotifySettings,
  settingsOf,
  type Inside,
  type NotifySettingsArgs,
  type NotifySettingsStory,
} from './support.js';

/** Choosing and saving, a new address with its code, and what others change meanwhile. */
const meta: Meta<NotifySettingsArgs> = {
  title: 'hn-notify-settings/Changes',
  component: 'hn-notify-settings',
  render: renderNotifySettings,
  parameters: behind('active'),
};
export default meta;

const ready = async (canvas: HTMLElement): Promise<Inside> => {
  const widget = await settingsOf(canvas, ['ready']);
  await widget.findByRole('button', { name: 'Lagre' });
  return widget;
};

/** The checkbox of a notice and a channel. */
const box = (widget: Inside, event: string, channel: string): HTMLInputElement => {
  const rule = widget.getByRole('group', { name: event });
  const found = [...rule.querySelectorAll('label')].find((label) => label.textContent.trim() === channel);
  return found?.querySelector('input') as HTMLInputElement;
};

/** What is chosen and not saved is kept, and said to be so. */
export const Unsaved: NotifySettingsStory = {
  play: async ({ canvasElement }) => {
    const widget = await ready(canvasElement);
    await userEvent.click(box(widget, 'Utførte hjemmebesøk', 'Tekstmelding'));
    await widget.findByText('Du har endringer som ikke er lagret.');
  },
};

export const Saved: NotifySettingsStory = {
  play: async ({ canvasElement }) => {
    const widget = await ready(canvasElement);
    await userEvent.click(box(widget, 'Utførte hjemmebesøk', 'Tekstmelding'));
    await userEvent.selectOptions(widget.getByLabelText('Språk i varslene'), 'nn');
    await press(widget, 'Lagre');
    await widget.findByText('Varslene er lagret', { selector: 'p' });
    await expect(box(widget, 'Utførte hjemmebesøk', 'Tekstmelding').checked).toBe(true);
  },
};

/** Messages from health personnel always give a notice: one chooses how. */
export const AlwaysComes: NotifySettingsStory = {
  name: 'A notice that cannot be turned off',
  play: async ({ canvasElement }) => {
    const widget = await ready(canvasElement);
    for (const channel of ['Tekstmelding', 'E-post']) {
      const checkbox = box(widget, 'Nye meldinger', channel);
      if (checkbox.checked) await userEvent.click(checkbox);
    }
    await widget.findByText('Velg minst én måte å få varselet på.', { selector: '[part=field-error]' });
  },
};

export const SavingFails: NotifySettingsStory = {
  name: 'Saving fails',
  parameters: behind('sending-fails'),
  play: async ({ canvasElement }) => {
    const widget = await ready(canvasElement);
    await userEvent.click(box(widget, 'Utførte hjemmebesøk', 'Tekstmelding'));
    await press(widget, 'Lagre');
    await widget.findByText('Ikke lagret – prøv igjen');
  },
};

/** Mine and what stands there now, side by side: nothing is overwritten before one has chosen. */
export const Meanwhile: NotifySettingsStory = {
  name: 'Changed elsewhere meanwhile',
  play: async ({ canvasElement, loaded }) => {
    const widget = await ready(canvasElement);
    await userEvent.click(box(widget, 'Timeavtaler', 'E-post'));
    await widget.findByText('Du har endringer som ikke er lagret.');
    const elsewhere = createRestBackend({ url: backendOf(loaded) });
    const { rules, language, version } = await elsewhere.getNotificationSettings();
    await elsewhere.saveNotificationSettings(
      {
        language,
        rules: rules.map(({ event, channels }) => ({
          event,
          channels: event === 'appointment' ? [] : channels,
        })),
      },
      { version },
    );
    await press(widget, 'Lagre');
    await widget.findByText('Dette er endret et annet sted. Hva skal gjelde?');
    await widget.findByRole('button', { name: 'Behold valget mitt Timeavtaler' });
  },
};

/** Where a new number is typed. */
export const NewAddress: NotifySettingsStory = {
  name: 'A new number',
  play: async ({ canvasElement }) => {
    const widget = await ready(canvasElement);
    await press(widget, 'Endre Mobilnummer');
    await userEvent.type(await widget.findByLabelText('Nytt mobilnummer'), '1234');
    await press(widget, 'Send kode');
    await widget.findByText('Skriv et mobilnummer med åtte siffer, eller med landkode.', {
      selector: '[part=field-error]',
    });
  },
};

async function codeSent(canvas: HTMLElement): Promise<Inside> {
  const widget = await ready(canvas);
  await press(widget, 'Endre E-post');
  await userEvent.type(await widget.findByLabelText('Ny e-postadresse'), 'ny@post.example');
  await press(widget, 'Send kode');
  await widget.findByLabelText('Kode');
  return widget;
}

export const WrongCode: NotifySettingsStory = {
  name: 'A code that is wrong',
  play: async ({ canvasElement }) => {
    const widget = await codeSent(canvasElement);
    await userEvent.type(widget.getByLabelText('Kode'), '0000');
    await press(widget, 'Bekreft');
    await widget.findByText(/^Koden er ikke riktig/, { selector: '[part=field-error]' });
  },
};

/** With the code that came there, the new address stands as confirmed. */
export const Confirmed: NotifySettingsStory = {
  name: 'A new address, confirmed',
  play: async ({ canvasElement, loaded }) => {
    const widget = await codeSent(canvasElement);
    const outbox = new URL('outbox.json', backendOf(loaded));
    const { items } = (await (await fetch(outbox)).json()) as { items: { to: string; text: string }[] };
    const code = /\d{6}/.exec(items.find(({ to }) => to === 'ny@post.example')?.text ?? '')?.[0] ?? '';
    await userEvent.type(widget.getByLabelText('Kode'), code);
    await press(widget, 'Bekreft');
    await widget.findByText('ny@post.example');
    await waitFor(() => expect(widget.queryByLabelText('Kode')).toBeNull());
  },
};

/** What it means is said before it is done. */
export const Remove: NotifySettingsStory = {
  name: 'Remove an address',
  play: async ({ canvasElement }) => {
    const widget = await ready(canvasElement);
    await press(widget, 'Fjern Mobilnummer');
    await widget.findByRole('dialog', { name: 'Vil du fjerne mobilnummeret?' });
  },
};

/** Jonas has no other way. */
export const RemoveLast: NotifySettingsStory = {
  name: 'Remove the last address',
  parameters: behind({ person: 'jonas-solberg' }),
  play: async ({ canvasElement }) => {
    const widget = await ready(canvasElement);
    await press(widget, 'Fjern Mobilnummer');
    await widget.findByText(/^Da kan vi ikke varsle deg om nye meldinger/);
  },
};
