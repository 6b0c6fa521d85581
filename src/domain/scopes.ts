import type { Party, Scope } from '../backend/types.js';

/** Whether whoever acts for `party` is let into what `scope` covers; null is oneself, and nothing in particular. */
export const covers = (party: Party | null, scope: Scope | null): boolean =>
  !party || !scope || party.scopes.includes(scope);
