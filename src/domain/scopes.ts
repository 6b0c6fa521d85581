import type { Party, Scope } from '../backend/types.js';

/** In the order in which they stand everywhere. */
export const SCOPES: readonly Scope[] = ['messages', 'appointments', 'notifications'];

/** Each once, in that order. */
export const inOrder = (scopes: readonly Scope[]): Scope[] =>
  SCOPES.filter((scope) => scopes.includes(scope));

/** Whether whoever acts for `party` is let into what `scope` covers; null is oneself, and nothing in particular. */
export const covers = (party: Party | null, scope: Scope | null): boolean =>
  !party || !scope || party.scopes.includes(scope);
