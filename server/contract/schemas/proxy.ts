/** Powers of attorney. */
import { z } from '@hono/zod-openapi';
import { readNationalId } from '../../../src/domain/national-id.js';
import { textLimits } from '../limits.js';
import { Id, Instant, listOf, orNull, OsloDate, Scope, writtenText } from '../scalars.js';
import { Action } from './common.js';

export const Proxy = z
  .object({
    id: Id,
    partyId: orNull(Id),
    direction: z.enum(['given', 'received']),
    person: z.object({ name: z.string(), birthYear: z.number().int().nullable() }),
    scopes: z.array(Scope),
    validFrom: OsloDate,
    validTo: orNull(OsloDate),
    status: z.enum(['active', 'expired', 'ended']),
    endedAt: orNull(Instant),
    end: Action,
  })
  .openapi('Proxy');

export const ProxyList = listOf(Proxy, 'ProxyList');

const Grant = z.object({
  scopes: z.array(Scope).min(1),
  validTo: orNull(OsloDate).openapi({ description: 'The last day; null is until further notice.' }),
});

export const ProxyGrant = z
  .union([
    Grant.extend({
      person: z.object({
        nationalId: z
          .string()
          .regex(/^\d{11}$/)
          .refine((digits) => readNationalId(digits) !== null)
          .openapi({
            description: 'Eleven digits with right check digits; D-numbers too. Looked at once, never kept.',
          }),
        familyName: writtenText(textLimits.name, 'As it is registered.', { singleLine: true }),
      }),
    }),
    Grant.extend({ replaces: Id.openapi({ description: 'The power that this one takes the place of.' }) }),
  ])
  .openapi('ProxyGrant');
