/**
 * Mock Service Worker handlers for integrators' tests and stories: the care
 * service itself, running in the page over memory. There is no mock that could
 * drift from the contract.
 *
 * ```js
 * import { setupWorker } from 'msw/browser';
 * import { careHandlers } from 'hn-widgets/msw';
 *
 * await setupWorker(...careHandlers('active')).start();
 * ```
 *
 * A widget with `backend-url="/api"` then shows Ingrid's services. What people would get as text message or e-mail,
 * codes too, is at `/outbox.json`, as in the demo.
 */
import { delay, http, HttpResponse, type RequestHandler } from 'msw';
import { createCareService, type CareService } from './care-service.js';
import { scenarios, type Network, type Scenario, type ScenarioName } from './scenarios.js';

export { scenarios };
export type { Network, Scenario, ScenarioName };

export interface CareHandlerOptions {
  /** Address of the contract, as in `backend-url`; `/api` of the page's own origin when left out. It ends in `/api`. */
  url?: string;
}

/** Milliseconds. */
const SLOW = 1500;

/**
 * Handlers for one care service, in the state that `scenario` describes. Each
 * call makes a service of its own, begun at its first request; what one test
 * writes no other test sees.
 */
export function careHandlers(
  scenario: ScenarioName | Scenario = 'active',
  options: CareHandlerOptions = {},
): RequestHandler[] {
  const chosen: Scenario = typeof scenario === 'string' ? scenarios[scenario] : scenario;
  const base = 'location' in globalThis ? location.href : 'http://localhost/';
  const api = new URL((options.url ?? '/api').replace(/\/+$/, ''), base);
  let service: Promise<CareService> | undefined;
  const asked = new Set<string>();
  const hits = ({ networkHits }: Scenario, request: Request): boolean => {
    const address = `${request.method} ${new URL(request.url).pathname}`;
    const again = asked.has(address);
    asked.add(address);
    if (networkHits === 'repeats') return again;
    return networkHits !== 'changes' || request.method !== 'GET';
  };

  return [
    http.get(new URL('outbox.json', api).href, async () => {
      service ??= createCareService(chosen, api);
      return HttpResponse.json(await (await service).outbox());
    }),
    http.all(`${api.href}/*`, async ({ request }) => {
      if (hits(chosen, request)) {
        const broken = await disturb(chosen.network);
        if (broken) return broken;
      }
      service ??= createCareService(chosen, api);
      return (await service).fetch(request);
    }),
  ];
}

/** The answer that the network makes of a request; undefined lets it through. */
async function disturb(network: Network | undefined): Promise<Response | undefined> {
  switch (network) {
    case 'slow':
      await delay(SLOW);
      return undefined;
    case 'pending':
      await delay('infinite');
      return undefined;
    case 'offline':
      return HttpResponse.error();
    case 'unavailable':
      return HttpResponse.json(
        { type: 'about:blank', title: 'The service cannot answer now.', status: 503, code: 'unavailable' },
        { status: 503, headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '2' } },
      );
    case 'html':
      return HttpResponse.html('<!doctype html><title>Kommunen</title><h1>Velkommen til kommunen</h1>');
    case undefined:
      return undefined;
  }
}
