/** The contract about itself. */
import { z } from '@hono/zod-openapi';
import { json, operation } from '../operation.js';

export const getDocument = operation(
  { access: 'public' },
  {
    method: 'get',
    path: '/openapi.json',
    operationId: 'getDocument',
    tags: ['document'],
    summary: 'This document.',
    responses: { 200: json('OpenAPI 3.1.', z.record(z.string(), z.unknown())) },
  },
);
