import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AppointmentRequest,
  fieldCodes,
  fieldErrors,
  Instant,
  messageLimits,
  NewThread,
  OsloDate,
  ProxyGrant,
  Rescheduling,
  routes,
  VerificationRequest,
} from '../../../server/contract/index.js';
import type { z } from '@hono/zod-openapi';

const errorsOf = (schema: z.ZodType, input: unknown) => {
  const result = schema.safeParse(input);
  return result.success ? [] : fieldErrors(result.error, input);
};

const message = {
  contactId: 'c1',
  subject: 'Hei',
  body: 'Hei på deg',
  attachmentIds: [],
};

describe('fieldErrors', () => {
  it('finds nothing wrong with a message', () => {
    expect(errorsOf(NewThread, message)).toEqual([]);
    expect(errorsOf(NewThread, { ...message, topicId: null, attachmentIds: ['a', 'b'] })).toEqual([]);
  });

  it('tells what is missing from what is of the wrong kind', () => {
    expect(errorsOf(NewThread, { contactId: 4, subject: '', attachmentIds: {} })).toEqual([
      { pointer: '/contactId', code: 'invalid' },
      { pointer: '/subject', code: 'required' },
      { pointer: '/body', code: 'required' },
      { pointer: '/attachmentIds', code: 'invalid' },
    ]);
  });

  it('calls a blank text missing', () => {
    expect(errorsOf(NewThread, { ...message, body: ' \n\u00a0 ' })).toEqual([
      { pointer: '/body', code: 'required' },
    ]);
  });

  it('counts code points, so that an emoji is one', () => {
    const { messageLength, subjectLength } = messageLimits;
    expect(errorsOf(NewThread, { ...message, body: '🙂'.repeat(messageLength) })).toEqual([]);
    expect(errorsOf(NewThread, { ...message, body: '🙂'.repeat(messageLength) + '.' })).toEqual([
      { pointer: '/body', code: 'too-long' },
    ]);
    expect(errorsOf(NewThread, { ...message, subject: 'š'.repeat(subjectLength) })).toEqual([]);
    expect(errorsOf(NewThread, { ...message, subject: 'š'.repeat(subjectLength + 1) })).toEqual([
      { pointer: '/subject', code: 'too-long' },
    ]);
  });

  it.each(['a\0b', 'a\ud800b', 'a\udc00'])('refuses what no database keeps: %j', (body) => {
    expect(errorsOf(NewThread, { ...message, body })).toEqual([{ pointer: '/body', code: 'invalid' }]);
  });

  it('refuses a subject of two lines', () => {
    expect(errorsOf(NewThread, { ...message, subject: 'a\nb' })).toEqual([
      { pointer: '/subject', code: 'invalid' },
    ]);
  });

  it('refuses the same file twice', () => {
    expect(errorsOf(NewThread, { ...message, attachmentIds: ['a', 'a'] })).toEqual([
      { pointer: '/attachmentIds', code: 'invalid' },
    ]);
  });

  it('lets the nearest of several shapes speak', () => {
    expect(errorsOf(Rescheduling, { slotId: 's1' })).toEqual([]);
    expect(errorsOf(Rescheduling, { wishes: '', preferred: [] })).toEqual([
      { pointer: '/wishes', code: 'required' },
    ]);
    expect(
      errorsOf(ProxyGrant, {
        person: { nationalId: '123', familyName: 'Lie' },
        scopes: [],
        validTo: null,
      }),
    ).toEqual([
      { pointer: '/scopes', code: 'too-few' },
      { pointer: '/person/nationalId', code: 'invalid' },
    ]);
    expect(errorsOf(ProxyGrant, { person: {}, scopes: ['messages'], validTo: null })).toEqual([
      { pointer: '/person/nationalId', code: 'required' },
      { pointer: '/person/familyName', code: 'required' },
    ]);
  });

  it('wants a slot or wishes with a request for an appointment', () => {
    expect(errorsOf(AppointmentRequest, { contactId: 'c', kind: 'video' })).toEqual([
      { pointer: '/wishes', code: 'required' },
    ]);
  });

  it('points at parameters by name', () => {
    const { query } = routes.listMunicipalities.request;
    expect(errorsOf(query, { limit: '201' })).toEqual([{ pointer: '/limit', code: 'invalid' }]);
    expect(errorsOf(query, { limit: '0' })).toEqual([{ pointer: '/limit', code: 'invalid' }]);
    expect(errorsOf(routes.login.request.query, {})).toEqual([{ pointer: '/return_to', code: 'required' }]);
  });

  it('says where it is wrong when the whole body is', () => {
    expect(errorsOf(NewThread, null)).toEqual([{ pointer: '', code: 'invalid' }]);
    expect(errorsOf(NewThread, [])).toEqual([{ pointer: '', code: 'invalid' }]);
  });

  it('never echoes a value or a key of the sender, whatever was sent', () => {
    const secret = 'hemmelig-14834800013';
    const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.constant(secret),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(secret, 'body', 'subject', 'person', 'to', 'scopes', 'wishes', 'slotId'),
          tie('any'),
          { maxKeys: 4 },
        ),
      ),
    })).any;
    const schemas = [NewThread, ProxyGrant, Rescheduling, VerificationRequest, AppointmentRequest];
    fc.assert(
      fc.property(fc.constantFrom(...schemas), value, (schema, input) => {
        for (const error of errorsOf(schema, input)) {
          expect(Object.keys(error)).toEqual(['pointer', 'code']);
          expect(fieldCodes).toContain(error.code);
          expect(error.pointer).not.toContain(secret);
        }
      }),
    );
  });
});

describe('dates and instants', () => {
  it.each(['2026-11-24', '2024-02-29'])('takes %s', (value) => {
    expect(OsloDate.safeParse(value).success).toBe(true);
  });

  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '26-11-24', '2026-11-24T00:00:00Z', ''])(
    'refuses %j as a day',
    (value) => expect(OsloDate.safeParse(value).success).toBe(false),
  );

  it.each(['2026-11-24T09:00:00+01:00', '2026-11-24T08:00:00Z', '2026-11-24T08:00:00.123Z'])(
    'takes %s',
    (value) => expect(Instant.safeParse(value).success).toBe(true),
  );

  it.each(['2026-11-24T09:00:00', '2026-11-24', '2026-11-24 09:00:00Z', '2026-11-24T25:00:00Z'])(
    'refuses %j as an instant',
    (value) => expect(Instant.safeParse(value).success).toBe(false),
  );
});
