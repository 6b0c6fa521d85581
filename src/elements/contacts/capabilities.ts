import type { Action, Capability, Contact } from '../../backend/types.js';

/** What may be done with a service, in the order in which it is told. */
export const capabilities = ({
  write,
  appointments,
  visitNotices,
}: Contact): readonly (readonly [Capability, Action])[] => [
  ['write', write],
  ['appointments', appointments],
  ['visit-notices', visitNotices],
];

/** Offered, if only to those who log in. */
export const isOffered = ({ allowed, reason }: Action): boolean => allowed || reason === 'unauthenticated';
