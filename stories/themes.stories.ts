import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import aksel from 'virtual:design-system/aksel';
import designsystemet from 'virtual:design-system/designsystemet';
import helsenorge from 'virtual:design-system/helsenorge';
import punkt from 'virtual:design-system/punkt';
import akselTheme from '../src/styles/themes/aksel.css?inline';
import designsystemetTheme from '../src/styles/themes/designsystemet.css?inline';
import helsenorgeTheme from '../src/styles/themes/helsenorge.css?inline';
import punktTheme from '../src/styles/themes/punkt.css?inline';
import { DESIGN_SYSTEMS, type DesignSystem } from './design-systems.js';
import { backendOf, inboxOf } from './support.js';

const SHEETS: Record<DesignSystem['name'], string[]> = {
  designsystemet: [designsystemet, designsystemetTheme],
  punkt: [punkt, punktTheme],
  aksel: [aksel, akselTheme],
  helsenorge: [helsenorge, helsenorgeTheme],
};

const meta: Meta = {
  title: 'Themes',
  component: 'hn-inbox',
  // The systems set the whole page's look: each story on a page of its own.
  parameters: { docs: { story: { inline: false, height: '640px' } } },
};
export default meta;

const systemOf = (name: DesignSystem['name']): DesignSystem => {
  const system = DESIGN_SYSTEMS.find((candidate) => candidate.name === name);
  if (!system) throw new Error(`There is no ${name}.`);
  return system;
};

/** A page of a design system with its own style sheets, and a widget beside its own components. */
const pageOf = (name: DesignSystem['name']): StoryObj => {
  const { title, dark, button, field } = systemOf(name);
  return {
    name: title,
    beforeEach: ({ globals }) => {
      const sheets = SHEETS[name].map((text) => {
        const sheet = document.createElement('style');
        sheet.textContent = text;
        return sheet;
      });
      document.head.append(...sheets);
      dark?.(document.documentElement, globals.scheme === 'dark');
      return () => {
        dark?.(document.documentElement, false);
        for (const sheet of sheets) sheet.remove();
      };
    },
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
