import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { longer, rtl } from '../test/support/pseudo.js';
import { backendOf, inboxOf } from './support.js';

/** Bokmål said another way, so that one sees whether there is room; the toolbar has both for every story. */
const meta: Meta = {
  title: 'Pseudo-languages',
  component: 'hn-inbox',
  // They are the whole page's: each story on a page of its own.
  parameters: { docs: { story: { inline: false, height: '640px' } } },
};
export default meta;

const saidIn = (lang: 'longer' | 'rtl', say: (text: string) => string): StoryObj => ({
  globals: { lang },
  render: (_args, { loaded }): TemplateResult => html`<hn-inbox backend-url=${backendOf(loaded)}></hn-inbox>`,
  play: async ({ canvasElement }) => {
    const inbox = await inboxOf(canvasElement, ['ready']);
    await expect(await inbox.findByRole('button', { name: say('Ny melding') })).toBeVisible();
  },
});

export const Longer: StoryObj = { ...saidIn('longer', longer), name: '40 % longer' };
export const RightToLeft: StoryObj = { ...saidIn('rtl', rtl), name: 'From right to left' };
