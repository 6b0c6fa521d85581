/** The services that the person receives. */
import { z } from '@hono/zod-openapi';
import { json, operation } from '../operation.js';
import { Id, langQuery, pageQuery } from '../scalars.js';
import { Contact, ContactList } from '../schemas/contact.js';

const tags = ['contacts'];

export const listContacts = operation(
  { access: 'active', actingFor: 'used' },
  {
    method: 'get',
    path: '/contacts',
    operationId: 'listContacts',
    tags,
    summary: 'The services that the person acted for receives, by name.',
    description: 'No scope is needed: `write` and the others say `scope-missing` where one is lacking.',
    request: { query: z.object({ ...langQuery, ...pageQuery }) },
    responses: { 200: json('Services, each with what may be done.', ContactList) },
  },
);

export const getContact = operation(
  { access: 'active', actingFor: 'used' },
  {
    method: 'get',
    path: '/contacts/{id}',
    operationId: 'getContact',
    tags,
    summary: 'One of these services.',
    request: { params: z.object({ id: Id }), query: z.object(langQuery) },
    responses: { 200: json('The service.', Contact) },
  },
);
