/** Live hints, and the contract's own document. */
import { openApiDocument } from '../../contract/document.js';
import { routes } from '../../contract/routes/index.js';
import type { Mount } from '../endpoint.js';
import { eventStream } from '../event-stream.js';

export function mountEvents(mount: Mount): void {
  mount(routes.watchEvents, (call) => eventStream(call));
  mount(routes.watchStaffEvents, (call) => eventStream(call));
  mount(routes.getDocument, () => ({ body: openApiDocument() }));
}
