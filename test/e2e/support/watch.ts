import type { BrowserContext } from 'playwright-core';

/** What a browser said while somebody went through pages. */
export interface Watched {
  /** Violations of the Content Security Policy and of Trusted Types, on all pages. */
  violations: string[];
  /** Lines of the console, and errors nobody caught. */
  console: string[];
  /** Addresses of all requests. */
  requests: string[];
  /** Everything the `hn-…` events carried, as JSON. */
  events: string[];
}

/** Begins to watch; before the first page is opened. */
export async function watch(context: BrowserContext): Promise<Watched> {
  const watched: Watched = { violations: [], console: [], requests: [], events: [] };
  context.on('request', (request) => watched.requests.push(request.url()));
  context.on('console', (message) => watched.console.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => watched.console.push(`error: ${error.error().message}`));
  await context.exposeBinding('tellViolation', (_source, text: string) => watched.violations.push(text));
  await context.exposeBinding('tellEvent', (_source, text: string) => watched.events.push(text));
  await context.addInitScript(() => {
    const tell = window as unknown as { tellViolation(text: string): void; tellEvent(text: string): void };
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      tell.tellViolation(`${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber} ${sample}`);
    });
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type.startsWith('hn-')) {
        const own = Object.fromEntries(Object.entries(event));
        const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
        tell.tellEvent(JSON.stringify({ type: event.type, ...own, detail }));
      }
      return dispatch.call(this, event);
    };
  });
  return watched;
}
