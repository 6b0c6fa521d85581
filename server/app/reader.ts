/** Who reads what may be done: the resident of a request, in what the power of attorney covers. */
import type { ActionReader } from '../rules/actions.js';
import type { Call } from './endpoint.js';
import { asResident } from './visitor.js';

export const readerOf = (call: Pick<Call, 'visitor' | 'lang' | 'now'>): ActionReader => ({
  scopes: asResident(call.visitor).party.scopes,
  lang: call.lang,
  now: call.now,
});
