import { expect, fixture, html } from '@open-wc/testing';
import { setupWorker, type SetupWorker } from 'msw/browser';
import '../../src/define.js';
import { waitUntil } from '../support/wait.js';

/** As integrators get it; `npm test` builds it first. */
const BUILT = '/dist/msw.js';

describe('hn-widgets/msw in a browser', () => {
  let worker: SetupWorker;

  before(async () => {
    const { careHandlers } = (await import(BUILT)) as typeof import('../../src/msw/index.js');
    worker = setupWorker(
      ...careHandlers('active', { url: '/one/api' }),
      ...careHandlers('anonymous', { url: '/two/api' }),
    );
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  });
  after(() => worker.stop());

  const shown = async (url: string, state: string): Promise<string> => {
    const widget = await fixture(html`<hn-contacts backend-url=${url}></hn-contacts>`);
    await waitUntil(() => widget.matches(`:state(${state})`), `${url} becomes ${state}`, { timeout: 15_000 });
    return widget.shadowRoot?.textContent ?? '';
  };

  it('gives a widget the services of the person of the scenario', async () => {
    expect(await shown('/one/api', 'ready')).to.contain('Hjemmesykepleie');
  });

  it('has another service for each call', async () => {
    expect(await shown('/two/api', 'locked')).to.contain('Logg inn');
  });
});
