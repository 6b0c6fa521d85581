import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../custom-elements.json' with { type: 'json' };
import { createRestBackend } from '../src/backend/rest/rest.js';
import '../src/define.js';
import { careHandlers, scenarios, type Scenario, type ScenarioName } from '../src/msw/index.js';
import './preview.css';

setCustomElementsManifest(manifest);

const startWorker = mswLoader(async () => {
  const worker = setupWorker();
  const url = new URL('mockServiceWorker.js', document.baseURI);
  await worker.start({ serviceWorker: { url: url.href }, onUnhandledRequest: 'bypass', quiet: true });
  return worker;
});

/** Each story that is drawn has a care service of its own, and so a backend address of its own. */
let drawn = 0;

const preview: Preview = {
  parameters: {
    layout: 'padded',
    // A story that axe finds a fault in fails the run.
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['Introduction', 'hn-contacts', 'hn-config'] } },
  },
  globalTypes: {
    lang: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'nb', title: 'Bokmål' },
          { value: 'nn', title: 'Nynorsk' },
          { value: 'en', title: 'English' },
          { value: 'se', title: 'Davvisámegiella' },
        ],
      },
    },
    scheme: {
      description: 'Light or dark',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: { lang: 'nb', scheme: 'light' },
  loaders: [
    async (context) => {
      await startWorker(context);
      const named = (context.parameters.scenario ?? 'active') as ScenarioName | Scenario;
      const scenario: Scenario = typeof named === 'string' ? scenarios[named] : named;
      const backendUrl = `${location.origin}/story-${++drawn}/api`;
      context.msw.use(
        ...careHandlers({ now: '2026-11-24T10:15:00+01:00', ...scenario }, { url: backendUrl }),
      );
      if (scenario.actingFor) await createRestBackend({ url: backendUrl }).actFor(scenario.actingFor);
      return { backendUrl };
    },
  ],
  decorators: [
    (story, { globals }) => {
      document.documentElement.lang = globals.lang as string;
      document.documentElement.dataset.scheme = globals.scheme as string;
      return story();
    },
  ],
};

export default preview;
