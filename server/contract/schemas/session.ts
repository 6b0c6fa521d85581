/** Who is here, for whom, and how far in. */
import { z } from '@hono/zod-openapi';
import { Id, Instant, orNull, Scope, Url } from '../scalars.js';
import { MunicipalityRef } from './common.js';

export const Party = z
  .object({
    id: Id,
    name: z.string(),
    relation: z.enum(['self', 'proxy', 'child']),
    scopes: z.array(Scope),
  })
  .openapi('Party', { description: 'Somebody the person may be or act for.' });

export const Terms = z
  .object({
    version: z.string(),
    url: Url,
    points: z.array(z.string()).openapi({ description: 'Short points in the language asked for.' }),
    acceptedAt: orNull(Instant),
  })
  .openapi('Terms');

export const Help = z
  .object({ phone: z.string().nullable(), label: z.string().nullable(), url: orNull(Url) })
  .openapi('Help');

export const Film = z
  .object({
    url: Url,
    title: z.string(),
    provider: z.string().openapi({ description: 'Whose site it is, named before anything is asked of it.' }),
  })
  .openapi('Film');

export const Limits = z
  .object({
    messageLength: z.number().int().openapi({ description: 'Unicode code points.' }),
    subjectLength: z.number().int().openapi({ description: 'Unicode code points.' }),
    attachments: z.number().int().openapi({ description: 'Files to a message.' }),
    attachmentSize: z.number().int().openapi({ description: 'Bytes to a file.' }),
    mediaTypes: z.array(z.string()),
  })
  .openapi('Limits', { description: 'What a message may hold.' });

export const Access = z.enum(['anonymous', 'terms', 'pending', 'active']).openapi('Access', {
  description:
    '`terms`: logged in, but the terms are not accepted. `pending`: accepted, active from `activeFrom`.',
});

export const Session = z
  .object({
    access: Access,
    user: orNull(Party),
    actingFor: orNull(Party).openapi({ description: 'Echoes `HN-Acting-For`; null is oneself.' }),
    parties: z.array(Party).openapi({ description: 'Oneself first.' }),
    terms: orNull(Terms),
    activeFrom: orNull(Instant),
    municipality: orNull(MunicipalityRef).openapi({ description: 'Of the person acted for.' }),
    hasServices: z.boolean().openapi({ description: 'Whether the person acted for receives any service.' }),
    expiresAt: orNull(Instant),
    draftKey: z.string().nullable().openapi({
      format: 'byte',
      description:
        'Base64, 32 bytes. The same again after a new log-in within 24 hours, replaced at log-out.',
    }),
    loginUrl: orNull(Url).openapi({
      description: "Takes `return_to`: the page's address without query and hash, on an allowed origin.",
    }),
    help: Help,
    film: orNull(Film),
    limits: Limits,
  })
  .openapi('Session');

export const TermsAcceptance = z
  .object({ version: z.string().min(1).max(100).openapi({ description: '`Terms.version` that was shown.' }) })
  .openapi('TermsAcceptance');

export const LogoutAnswer = z
  .object({ logoutUrl: orNull(Url).openapi({ description: 'Where the page goes next, if anywhere.' }) })
  .openapi('LogoutAnswer');
