/** Live hints, the contract's own document, and the sign of life. */
import { openApiDocument } from '../../contract/document.js';
import { operations, routes } from '../../contract/routes/index.js';
import { Problem } from '../problem.js';
import type { Mount } from '../endpoint.js';
import { eventStream } from '../event-stream.js';

export function mountEvents(mount: Mount): void {
  mount(routes.watchEvents, (call) => eventStream(call));
  mount(routes.watchStaffEvents, (call) => eventStream(call));
  mount(routes.getDocument, () => ({ body: openApiDocument() }));
}

/** What is being built answers 501, after everything that is checked before a route. */
export function mountDue(mount: Mount): void {
  for (const operation of operations) {
    if (operation['x-due'])
      mount(operation, () => {
        throw new Problem('not-implemented');
      });
  }
}
