import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { readyWidget } from './support.js';

/** Gives backend and language to the widgets inside it. Draws nothing of its own. */
const meta: Meta = {
  title: 'hn-config',
  component: 'hn-config',
  play: async ({ canvasElement }) => {
    await readyWidget(canvasElement);
  },
};
export default meta;

/** The widget inside has no settings of its own. */
export const Around: StoryObj = {
  name: 'Around a widget',
  render: (_, { loaded }) =>
    html`<hn-config backend-url=${loaded['backendUrl'] as string} lang="nn">
      <hn-contacts></hn-contacts>
    </hn-config>`,
};

/** The nearest setting wins. */
export const NearestWins: StoryObj = {
  name: 'The nearest setting wins',
  render: (_, { loaded }) =>
    html`<hn-config backend-url=${loaded['backendUrl'] as string} lang="nn">
      <hn-contacts lang="en"></hn-contacts>
    </hn-config>`,
};

/** Two widgets of one page may speak different languages. */
export const TwoLanguages: StoryObj = {
  name: 'Two languages on one page',
  render: (_, { loaded }) =>
    html`<hn-config backend-url=${loaded['backendUrl'] as string}>
      <hn-contacts lang="nb" services="home-care"></hn-contacts>
      <hn-contacts lang="en" services="home-care"></hn-contacts>
    </hn-config>`,
};
