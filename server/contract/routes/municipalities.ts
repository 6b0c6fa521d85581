/** What anyone may see: municipalities and their public contact information. */
import { z } from '@hono/zod-openapi';
import { textLimits } from '../limits.js';
import { json, operation } from '../operation.js';
import { langQuery, pageQuery } from '../scalars.js';
import { ContactList, MunicipalityList } from '../schemas/contact.js';

const tags = ['municipalities'];

export const listMunicipalities = operation(
  { access: 'public' },
  {
    method: 'get',
    path: '/municipalities',
    operationId: 'listMunicipalities',
    tags,
    summary: 'Finds municipalities by name or number; all of them without `q`.',
    description: 'Case and accents do not matter: `heroy` finds both Herøy. Best match first.',
    request: {
      query: z.object({
        q: z
          .string()
          .max(textLimits.query)
          .optional()
          .openapi({ description: 'Part of a name, or a number.' }),
        ...pageQuery,
      }),
    },
    responses: { 200: json('Municipalities with what each offers.', MunicipalityList) },
  },
);

export const listMunicipalityContacts = operation(
  { access: 'public' },
  {
    method: 'get',
    path: '/municipalities/{number}/contacts',
    operationId: 'listMunicipalityContacts',
    tags,
    summary: 'The public contact information of a municipality. 404 for a number that does not exist.',
    request: {
      params: z.object({ number: z.string().openapi({ description: 'Four digits.', example: '0301' }) }),
      query: z.object({ ...langQuery, ...pageQuery }),
    },
    responses: {
      200: json('Its services; every `write` and the like says what is offered to who logs in.', ContactList),
    },
  },
);
