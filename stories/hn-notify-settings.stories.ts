import type { Meta } from '@storybook/web-components-vite';
import {
  behind,
  renderNotifySettings,
  settingsOf,
  type NotifySettingsArgs,
  type NotifySettingsStory,
} from './support.js';

/** Where notices go, which come, and how. */
const meta: Meta<NotifySettingsArgs> = {
  title: 'hn-notify-settings/What is set',
  component: 'hn-notify-settings',
  render: renderNotifySettings,
  parameters: behind('active'),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['ready']);
    await widget.findByRole('button', { name: 'Lagre' });
  },
};
export default meta;

/** Ingrid's own. */
export const Active: NotifySettingsStory = {
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['ready']);
    await widget.findByRole('group', { name: 'Utførte hjemmebesøk' });
    await widget.findByRole('button', { name: 'Lagre' });
  },
};

/** What a notice looks like: nothing of health, and no name. */
export const Preview: NotifySettingsStory = {
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['ready']);
    widget.getByLabelText('Slik ser varselet ut: Nye meldinger').click();
    await widget.findByText(/^Du har en ny melding fra kommunen/, { selector: '[open] p' });
  },
};

/** Marte is Nora's mother: the addresses are her own, the notices are about Nora. */
export const ActingForAnother: NotifySettingsStory = {
  parameters: behind({ person: 'marte-solberg', actingFor: 'nora-solberg' }),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['ready']);
    await widget.findByRole('heading', { name: 'Varsler for Nora Solberg' });
    await widget.findByText(/^Dette er ditt eget mobilnummer/);
  },
};

/** Ingrid has not given Marte notices: why, and the way back. */
export const NotGiven: NotifySettingsStory = {
  name: 'Acting for another without access to notices',
  parameters: behind('acting-for-parent'),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['empty']);
    await widget.findByText(/gjelder ikke varsler/);
    await widget.findByRole('button', { name: 'Tilbake til deg selv' });
  },
};

/** Jonas has no e-mail address. */
export const AddressMissing: NotifySettingsStory = {
  name: 'An address is missing',
  parameters: behind({ person: 'jonas-solberg' }),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['ready']);
    await widget.findByText(/^Du får ikke e-post før/);
  },
};

/** Per's addresses are kept in a register, and changed there. */
export const KeptElsewhere: NotifySettingsStory = {
  name: 'Addresses kept elsewhere',
  parameters: behind('no-services'),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['ready']);
    await widget.findByRole('link', { name: 'Gå til kontaktregisteret' });
  },
};

export const Nynorsk: NotifySettingsStory = {
  name: 'In Nynorsk',
  args: { lang: 'nn' },
};
export const English: NotifySettingsStory = {
  name: 'In English',
  args: { lang: 'en' },
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['ready']);
    await widget.findByRole('button', { name: 'Save' });
  },
};
export const NorthernSami: NotifySettingsStory = {
  name: 'In Northern Sámi',
  args: { lang: 'se' },
  parameters: behind('sami'),
  play: async ({ canvasElement }) => {
    const widget = await settingsOf(canvasElement, ['ready']);
    await widget.findByRole('button', { name: 'Vurke' });
  },
};
