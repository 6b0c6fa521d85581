/** Live hints. */
import { z } from '@hono/zod-openapi';
import { operation } from '../operation.js';

const stream = {
  description:
    'Server-sent events; each `data:` line is a `Hint`, comments keep the connection alive. It ends with the session.',
  content: { 'text/event-stream': { schema: z.string() } },
};

export const watchEvents = operation(
  { access: 'terms' },
  {
    method: 'get',
    path: '/events',
    operationId: 'watchEvents',
    tags: ['events'],
    summary: 'Hints for this user, also about those acted for. One stream per browser and origin.',
    responses: { 200: stream },
  },
);

export const watchStaffEvents = operation(
  { access: 'staff' },
  {
    method: 'get',
    path: '/staff/events',
    operationId: 'watchStaffEvents',
    tags: ['staff'],
    summary: 'Hints about the services this person works in; `partyId` is null.',
    responses: { 200: stream },
  },
);
