import type { Action, Capability, Contact } from '../../backend/types.js';
import { capabilityName } from '../../views/words.js';

/** What may be done with a service, in the order in which it is told. */
export const capabilities = (contact: Contact): readonly (readonly [Capability, Action])[] => [
  ['write', contact.write],
  ['appointments', contact.appointments],
  ['visit-notices', contact.visitNotices],
];

/** Offered, if only to those who log in. */
export const isOffered = ({ allowed, reason }: Action): boolean => allowed || reason === 'unauthenticated';

/** The words of what a service offers. */
export const offered = (contact: Contact): string[] =>
  capabilities(contact).flatMap(([capability, action]) =>
    isOffered(action) ? capabilityName(capability) : [],
  );
