/** The small building blocks of the contract: ids, times, languages, written text, lists. */
import { z } from '@hono/zod-openapi';
import { opaqueLength, pageLimits } from './limits.js';

/** No database keeps U+0000 or half a surrogate pair, so nothing has such an id or cursor. */
function isKeepable(value: string): boolean {
  return !value.includes('\0') && !/\p{Surrogate}/u.test(value);
}

export const Id = z
  .string()
  .min(1)
  .max(opaqueLength)
  .refine(isKeepable)
  .openapi('Id', { description: 'Opaque. Ids of different kinds are not comparable.' });

/** Whether `YYYY-MM-DD` is a day that exists; `Date` alone would turn 30 February into 2 March. */
function isDay(value: string): boolean {
  const ms = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}

/** RFC 3339 with offset; seconds may have fractions. */
const instantPattern =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export const Instant = z
  .string()
  .max(40)
  .regex(instantPattern)
  .refine((value) => isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)))
  .openapi('Instant', {
    format: 'date-time',
    description: 'A point in time, RFC 3339 with offset.',
    example: '2026-11-24T09:00:00+01:00',
  });

export const OsloDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay)
  .openapi('OsloDate', { format: 'date', description: 'A day in Europe/Oslo.', example: '2026-11-24' });

export const TimeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .openapi('TimeOfDay', {
    description: 'A time of day on an Oslo clock, `00:00` to `24:00`.',
    example: '08:00',
  });

export const Language = z
  .enum(['nb', 'nn', 'en', 'se'])
  .openapi('Language', { description: 'Bokmål, Nynorsk, English, Northern Sámi.' });

export const Scope = z
  .enum(['messages', 'appointments', 'notifications'])
  .openapi('Scope', { description: 'What a power of attorney, or being a parent, gives access to.' });

export const Url = z.string().max(2000).openapi({ format: 'uri' });

/**
 * A named shape or null. Not `.nullable()`: the generator writes a bare `$ref`
 * for that and the null is lost (asteasolutions/zod-to-openapi#387, 2026-06).
 */
export function orNull<const T extends z.ZodType>(schema: T) {
  return z.union([schema, z.null()]);
}

/** How many Unicode code points. */
export function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/**
 * What a person writes: 1 to `max` code points, not blank. U+0000 and half
 * surrogate pairs are refused, for no database keeps them.
 */
export function writtenText(max: number, description: string, options: { singleLine?: boolean } = {}) {
  return z
    .string()
    .superRefine((value, context) => {
      const refuse = (code: FieldCode) =>
        context.addIssue({ code: 'custom', message: code, params: { code } });
      if (value.trim() === '') refuse('required');
      else if (codePoints(value) > max) refuse('too-long');
      else if (!isKeepable(value)) refuse('invalid');
      else if (options.singleLine && /[\r\n\u2028\u2029]/.test(value)) refuse('invalid');
    })
    .openapi({ minLength: 1, maxLength: max, description: `${description} 1 to ${max} code points.` });
}

/** What may be wrong with a field. */
export const fieldCodes = ['required', 'too-short', 'too-long', 'too-few', 'too-many', 'invalid'] as const;
export type FieldCode = (typeof fieldCodes)[number];

const Cursor = z
  .string()
  .min(1)
  .max(opaqueLength)
  .refine(isKeepable)
  .openapi({ description: '`next` of the page before. New rows neither shift nor repeat others.' });

const Limit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.number().int().max(pageLimits.max))
  .openapi({
    type: 'integer',
    minimum: 1,
    maximum: pageLimits.max,
    default: pageLimits.default,
    description: `Rows to a page, 1 to ${pageLimits.max}; ${pageLimits.default} when left out.`,
  });

/** Query parameters of every list. */
export const pageQuery = { cursor: Cursor.optional(), limit: Limit.optional() };

/** Query parameter of every answer that holds words. */
export const langQuery = {
  lang: Language.optional().openapi({
    description: 'The language of the words in the answer; `nb` when left out.',
  }),
};

/** A page of a list. */
export function listOf<T extends z.ZodType>(item: T, name: string) {
  return z
    .object({
      items: z.array(item),
      next: z.string().nullable().openapi({ description: 'Asks for the page after this one, as `cursor`.' }),
    })
    .openapi(name);
}
