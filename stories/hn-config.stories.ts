import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { createRestBackend } from '../src/backend/rest/rest.js';
import { configure, define, registerBackend } from '../src/index.js';
import { backendOf, behind, inside, otherBackendOf, widgetOf, type Inside } from './support.js';

interface Args {
  'backend-type'?: string;
  lang?: string;
}

/** Gives backend and language to the widgets inside it. Draws nothing of its own. */
const meta: Meta<Args> = {
  title: 'hn-config/Settings',
  component: 'hn-config',
  play: async ({ canvasElement }) => {
    await widgetOf(canvasElement, ['ready']);
  },
};
export default meta;

type Story = StoryObj<Args>;

/** The widgets of a story, once all of them are ready. */
async function allOf(canvas: HTMLElement): Promise<Inside[]> {
  const widgets = [...canvas.querySelectorAll('hn-contacts')];
  await waitFor(() => expect(widgets.filter((widget) => !widget.matches(':state(ready)'))).toEqual([]));
  return widgets.map(inside);
}

/** The widget inside has no settings of its own. */
export const Around: Story = {
  name: 'Around a widget',
  args: { lang: 'nn' },
  render: (args, { loaded }) =>
    html`<hn-config backend-url=${backendOf(loaded)} lang=${args.lang ?? 'nb'}>
      <hn-contacts services="home-care"></hn-contacts>
    </hn-config>`,
};

/** The nearest setting wins. */
export const NearestWins: Story = {
  name: 'The nearest setting wins',
  render: (_, { loaded }) =>
    html`<hn-config backend-url=${backendOf(loaded)} lang="nn">
      <hn-contacts lang="en" services="home-care"></hn-contacts>
    </hn-config>`,
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await widget.findByRole('button', { name: /^New message/ });
  },
};

/** Two widgets of one page may speak different languages. */
export const TwoLanguages: Story = {
  name: 'Two languages on one page',
  render: (_, { loaded }) =>
    html`<hn-config backend-url=${backendOf(loaded)}>
      <hn-contacts lang="nb" services="home-care"></hn-contacts>
      <hn-contacts lang="en" services="home-care"></hn-contacts>
    </hn-config>`,
  play: async ({ canvasElement }) => {
    const [norwegian, english] = await allOf(canvasElement);
    await norwegian?.findByRole('button', { name: /^Ny melding/ });
    await english?.findByRole('button', { name: /^New message/ });
  },
};

/** Ingrid's services by one backend, Áilu's by another: they do not mix. */
export const TwoBackends: Story = {
  name: 'Two backends on one page',
  parameters: { ...behind('active'), otherScenario: 'sami' },
  render: (_, { loaded }) =>
    html`<hn-config backend-url=${backendOf(loaded)}>
        <hn-contacts services="home-care"></hn-contacts>
      </hn-config>
      <hn-config backend-url=${otherBackendOf(loaded)} lang="se">
        <hn-contacts services="mental-health"></hn-contacts>
      </hn-config>`,
  play: async ({ canvasElement }) => {
    const [oslo, karasjok] = await allOf(canvasElement);
    await oslo?.findByRole('heading', { name: /Østensjø/ });
    await karasjok?.findByRole('heading', { name: /^Psyhkalaš/ });
  },
};

/** Tags that nobody has registered yet, one for each time that a story is drawn. */
let drawn = 0;

function laterConfig(backendUrl: string): HTMLElement {
  const config = document.createElement(`hn-config-later-${++drawn}`);
  config.setAttribute('backend-url', backendUrl);
  const widget = document.createElement('hn-contacts');
  widget.setAttribute('services', 'home-care');
  config.append(widget);
  return config;
}

/** The widget waits for an `hn-config` whose script has not come yet. */
export const NotYetDefined: Story = {
  render: (_, { loaded }) => laterConfig(backendOf(loaded)),
  play: async ({ canvasElement }) => {
    await widgetOf(canvasElement, ['loading']);
  },
};

/** The script of the `hn-config` came after that of the widget. */
export const DefinedLater: Story = {
  render: (_, { loaded }) => laterConfig(backendOf(loaded)),
  play: async ({ canvasElement }) => {
    await widgetOf(canvasElement, ['loading']);
    define({ suffix: `-later-${drawn}` });
    await widgetOf(canvasElement, ['ready']);
  },
};

/** `configure()` holds for the whole page, where nothing nearer says otherwise. */
export const PageWide: Story = {
  render: () => html`<hn-contacts services="home-care"></hn-contacts>`,
  beforeEach: ({ loaded }) => {
    configure({ backendUrl: backendOf(loaded), lang: 'en' });
    return () => configure({ backendUrl: undefined, lang: undefined });
  },
};

/** A page may have its own words for single texts. */
export const OwnWords: Story = {
  render: (_, { loaded }) =>
    html`<hn-contacts backend-url=${backendOf(loaded)} services="home-care"></hn-contacts>`,
  beforeEach: () => {
    configure({ texts: { nb: { 'contacts.title': 'Hvem kan hjelpe meg?' } } });
    return () => configure({ texts: undefined });
  },
  play: async ({ canvasElement }) => {
    const widget = await widgetOf(canvasElement, ['ready']);
    await widget.findByRole('heading', { name: 'Hvem kan hjelpe meg?' });
  },
};

/** `backend-type` names an adapter that the page has registered. */
export const BackendType: Story = {
  args: { 'backend-type': 'our-own' },
  render: (args, { loaded }) =>
    html`<hn-config backend-url=${backendOf(loaded)} backend-type=${args['backend-type'] ?? 'rest'}>
      <hn-contacts services="home-care"></hn-contacts>
    </hn-config>`,
  beforeEach: () => {
    registerBackend('our-own', ({ url }) => createRestBackend({ url }));
  },
};
