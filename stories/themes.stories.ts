import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { backendOf, inboxOf } from './support.js';
import { layTheme, systemOf, type ThemeName } from './theme-sheets.js';

const meta: Meta = {
  title: 'Themes',
  component: 'hn-inbox',
  // The systems set the whole page's look: each story on a page of its own.
  parameters: { docs: { story: { inline: false, height: '640px' } } },
};
export default meta;

/** A page of a design system with its own style sheets, and a widget beside its own components. */
const pageOf = (name: ThemeName): StoryObj => {
  const { title, button, field } = systemOf(name);
  return {
    name: title,
    globals: { theme: 'none' },
    beforeEach: ({ globals }) => layTheme(name, globals.scheme === 'dark'),
    render: (_args, { loaded }): TemplateResult =>
      html`<p>${button}</p>
        <div>${field}</div>
        <hn-inbox backend-url=${backendOf(loaded)}></hn-inbox>`,
    play: async ({ canvasElement }) => {
      await inboxOf(canvasElement);
    },
  };
};

export const Designsystemet = pageOf('designsystemet');
export const Punkt = pageOf('punkt');
export const Aksel = pageOf('aksel');
export const Helsenorge = pageOf('helsenorge');
