/** Which page of a list is asked for. */
import { pageLimits } from '../contract/limits.js';

export const pageOf = (query: { limit?: number | undefined; cursor?: string | undefined }) => ({
  limit: query.limit ?? pageLimits.default,
  cursor: query.cursor ?? null,
});
