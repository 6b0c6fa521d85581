/**
 * What comes over the wire is what the domain says, and the other way round.
 * The proof is the compiler's: `tsc` fails on this file when a type differs.
 */
import { describe, expectTypeOf, it } from 'vitest';
import type { NewMessage, NewThread } from '../../src/backend/backend.js';
import type { BackendErrorCode, FieldError } from '../../src/backend/errors.js';
import type * as domain from '../../src/backend/types.js';
import type { components } from '../../src/backend/rest/wire.generated.js';

type Wire = components['schemas'];

/** Each shape of the contract beside the domain type that an adapter makes of it. */
interface Pairs {
  AccessLogEntry: [Wire['AccessLogEntry'], domain.AccessLogEntry];
  Action: [Wire['Action'], domain.Action];
  Appointment: [Wire['Appointment'], domain.Appointment];
  Attachment: [Wire['Attachment'], domain.Attachment];
  Contact: [Wire['Contact'], domain.Contact];
  ContactRef: [Wire['ContactRef'], domain.ContactRef];
  Hint: [Wire['Hint'], domain.Hint];
  Message: [Wire['Message'], domain.Message];
  Municipality: [Wire['Municipality'], domain.Municipality];
  NewMessage: [Wire['NewMessage'], NewMessage];
  NewThread: [Wire['NewThread'], NewThread];
  NotificationSettings: [Wire['NotificationSettings'], domain.NotificationSettings];
  Party: [Wire['Party'], domain.Party];
  Period: [Wire['Period'], domain.Period];
  Proxy: [Wire['Proxy'], domain.Proxy];
  Session: [Wire['Session'], domain.Session];
  Slot: [Wire['Slot'], domain.Slot];
  Thread: [Wire['Thread'], domain.Thread];
  MessageList: [Wire['MessageList'], domain.Page<domain.Message>];
  ThreadList: [Wire['ThreadList'], domain.Page<domain.Thread> & { counts: { unread: number } }];
}

/** The pairs of which either side does not fit the other. */
type Different = {
  [Name in keyof Pairs]: Pairs[Name] extends [infer OnWire, infer InDomain]
    ? OnWire extends InDomain
      ? InDomain extends OnWire
        ? never
        : Name
      : Name
    : Name;
}[keyof Pairs];

describe('wire types', () => {
  it('are the domain types', () => {
    expectTypeOf<Different>().toEqualTypeOf<never>();
  });

  it('know the same error codes, save those that an adapter makes itself', () => {
    expectTypeOf<Wire['Problem']['code']>().toEqualTypeOf<
      Exclude<BackendErrorCode, 'offline' | 'timeout' | 'bad-response'>
    >();
    expectTypeOf<Wire['FieldError']>().toExtend<FieldError>();
  });
});
