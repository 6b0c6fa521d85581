import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import {
  appointmentsOf,
  backendOf,
  behind,
  pickerOf,
  press,
  renderProxyPicker,
  type ProxyPickerArgs,
  type ProxyPickerStory,
} from './support.js';

const MARTE = behind({ person: 'marte-solberg' });

/** Whom one acts for: oneself, those who gave a power of attorney, one's children. */
const meta: Meta<ProxyPickerArgs> = {
  title: 'hn-proxy-picker/Acting for another',
  component: 'hn-proxy-picker',
  render: renderProxyPicker,
  args: { mode: 'picker' },
  play: async ({ canvasElement }) => {
    await pickerOf(canvasElement, ['ready']);
  },
};
export default meta;

/** Marte has her mother's power of attorney, and children of whom the service lets parents do more or less. */
export const Family: ProxyPickerStory = {
  parameters: MARTE,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await widget.findByRole('button', { name: /^Ingrid Solberg Har gitt deg fullmakt/ });
  },
};

/** She chooses her mother: the banner stands, with the way back. */
export const Acting: ProxyPickerStory = {
  parameters: MARTE,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await press(widget, /^Ingrid Solberg/);
    await widget.findByRole('button', { name: 'Tilbake til deg selv' });
    const chosen = await widget.findByRole('button', { name: /^Ingrid Solberg/ });
    await expect(chosen).toHaveAttribute('aria-pressed', 'true');
  },
};

/** She has chosen her mother before, in this tab. */
export const ActingFromTheStart: ProxyPickerStory = {
  name: 'Acting from the start',
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await widget.findByRole('button', { name: 'Tilbake til deg selv' });
  },
};

/** All widgets of the backend follow, in every widget with the way back. */
export const AllFollow: ProxyPickerStory = {
  parameters: MARTE,
  name: 'All widgets follow',
  render: (_args, { loaded }) =>
    html`<hn-config backend-url=${backendOf(loaded)}>
      <hn-proxy-picker mode="picker"></hn-proxy-picker>
      <hn-appointments></hn-appointments>
    </hn-config>`,
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['ready']);
    await press(widget, /^Ingrid Solberg/);
    const appointments = await appointmentsOf(canvasElement);
    await appointments.findByRole('button', { name: 'Tilbake til deg selv' });
    await appointments.findByText(/^Neste time/);
  },
};

/** Nobody has given Per a power of attorney. */
export const Alone: ProxyPickerStory = {
  parameters: behind('no-services'),
  play: async ({ canvasElement }) => {
    const widget = await pickerOf(canvasElement, ['empty']);
    await widget.findByText(/^Ingen har gitt deg fullmakt ennå/);
  },
};

export const Nynorsk: ProxyPickerStory = { name: 'In Nynorsk', args: { lang: 'nn' }, parameters: MARTE };
export const English: ProxyPickerStory = { name: 'In English', args: { lang: 'en' }, parameters: MARTE };
export const Sami: ProxyPickerStory = { name: 'In Northern Sámi', args: { lang: 'se' }, parameters: MARTE };
