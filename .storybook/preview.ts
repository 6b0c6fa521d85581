/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';
import manifest from '../custom-elements.json' with { type: 'json' };
import { createRestBackend } from '../src/backend/rest/rest.js';
import '../src/define.js';
import { careHandlers, scenarios, type Scenario, type ScenarioName } from '../src/msw/index.js';
import { loadPseudo, speak, type PseudoName } from '../test/support/pseudo.js';
import { DESIGN_SYSTEMS } from '../stories/design-systems.js';
import { STORY_TIME } from '../stories/support.js';
import { layTheme, type ThemeName } from '../stories/theme-sheets.js';
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

/** Bokmål said another way, to see that there is room. */
const isPseudo = (lang: unknown): lang is PseudoName => lang === 'longer' || lang === 'rtl';

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
          'Guides',
          [
            'Start in five minutes',
            'Backend',
            'Events',
            'Tokens',
            'Parts',
            'Languages and own words',
            'Accessibility',
            'Privacy and CSP',
            'Testing',
            "Do and don't",
          ],
          'Tools',
          'Themes',
          'Pseudo-languages',
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
          { value: 'longer', title: 'Pseudo: 40 % longer' },
          { value: 'rtl', title: 'Pseudo: from right to left' },
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
    theme: {
      description: 'The design system of the page',
      toolbar: {
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'none', title: 'The default look' },
          ...DESIGN_SYSTEMS.map(({ name, title }) => ({ value: name, title })),
        ],
      },
    },
  },
  initialGlobals: { lang: 'nb', scheme: 'light', theme: 'none' },
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
  beforeEach: async ({ loaded, globals }) => {
    speak(isPseudo(globals.lang) ? (await loadPseudo())[globals.lang] : null);
    const urls = Object.values(loaded) as string[];
    const theme = globals.theme as ThemeName | 'none';
    const unlay = theme === 'none' ? null : await layTheme(theme, globals.scheme === 'dark');
    return () => {
      unlay?.();
      for (const url of urls) services.delete(url);
      serve();
    };
  },
  decorators: [
    (story, { globals }) => {
      const lang = globals.lang as string;
      document.documentElement.lang = isPseudo(lang) ? 'nb' : lang;
      document.documentElement.dir = lang === 'rtl' ? 'rtl' : 'ltr';
      document.documentElement.dataset.scheme = globals.scheme as string;
      return story();
    },
  ],
};

export default preview;
