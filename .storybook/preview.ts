/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';
import manifest from '../custom-elements.json' with { type: 'json' };
import { createRestBackend } from '../src/backend/rest/rest.js';
import '../src/define.js';
import { careHandlers, scenarios, type Scenario, type ScenarioName } from '../src/msw/index.js';
import { STORY_TIME } from '../stories/support.js';
import './preview.css';

setCustomElementsManifest(manifest);

// A widget that has gone may ask once more for what its story had.
const worker = setupWorker(http.all('*/story-:id/api/*', () => HttpResponse.error()));
let started: Promise<unknown> | undefined;

/** Once for all stories; beside the page, also where the stories stand in a sub-folder of a site. */
const startWorker = (): Promise<unknown> =>
  (started ??= worker.start({
    serviceWorker: {
      url: new URL(`${import.meta.env.BASE_URL}mockServiceWorker.js`, document.baseURI).href,
    },
    onUnhandledFrame: 'bypass',
    quiet: true,
  }));

/** A page of the documentation shows many stories at once: each has a care service of its own, by address. */
const services = new Map<string, RequestHandler[]>();
function serve(): void {
  worker.resetHandlers();
  worker.use(...[...services.values()].flat());
}

/** What a story's parameters may say. */
interface Behind {
  scenario?: ScenarioName | Scenario;
  otherScenario?: ScenarioName | Scenario;
}

/** Begins a care service; resolves to its address. */
async function begin(named: ScenarioName | Scenario): Promise<string> {
  const scenario: Scenario = typeof named === 'string' ? scenarios[named] : named;
  // Never used before, so that nothing an earlier story kept in this tab belongs to it.
  const url = new URL(`/story-${crypto.randomUUID()}/api`, location.origin).href;
  services.set(url, careHandlers({ now: STORY_TIME, ...scenario }, { url }));
  serve();
  if (scenario.actingFor) await createRestBackend({ url }).actFor(scenario.actingFor);
  return url;
}

const preview: Preview = {
  parameters: {
    layout: 'padded',
    // A story that axe finds a fault in fails the run.
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Introduction',
          'hn-contacts',
          'hn-appointments',
          'hn-inbox',
          'hn-proxy-picker',
          'hn-notify-settings',
          'hn-config',
        ],
      },
    },
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
    async ({ parameters }) => {
      await startWorker();
      const { scenario = 'active', otherScenario } = parameters as Behind;
      return {
        backendUrl: await begin(scenario),
        otherBackendUrl: otherScenario ? await begin(otherScenario) : null,
      };
    },
  ],
  beforeEach: ({ loaded }) => {
    const urls = Object.values(loaded) as string[];
    return () => {
      for (const url of urls) services.delete(url);
      serve();
    };
  },
  decorators: [
    (story, { globals }) => {
      document.documentElement.lang = globals.lang as string;
      document.documentElement.dataset.scheme = globals.scheme as string;
      return story();
    },
  ],
};

export default preview;
