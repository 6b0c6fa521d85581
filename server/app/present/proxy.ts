/** From a power of attorney to what goes over the wire, as one of its two sides sees it. */
import type { Proxy } from '../../../src/backend/types.js';
import { osloDate, toInstant } from '../../../src/domain/oslo.js';
import { refused } from '../../rules/actions.js';
import { powerInForce } from '../../rules/acting-for.js';
import { statusOf } from '../../rules/proxies.js';
import type { PersonRow, PowerRow } from '../../storage/storage.js';
import { nameOf } from '../visitor.js';

/** @param other the other side */
export function proxyOf(power: PowerRow, readerId: string, other: PersonRow | undefined, now: number): Proxy {
  const today = osloDate(now);
  const given = power.giverId === readerId;
  const status = statusOf(power, today);
  return {
    id: power.id,
    // Whom one may act for; nobody acts for a receiver.
    partyId: !given && powerInForce(power, today) ? power.giverId : null,
    direction: given ? 'given' : 'received',
    person: {
      name: other ? nameOf(other) : '',
      birthYear: other ? Number(other.birthDate.slice(0, 4)) : null,
    },
    scopes: power.scopes,
    validFrom: power.validFrom,
    validTo: power.validTo,
    status,
    endedAt: power.endedAt === null ? null : toInstant(power.endedAt),
    end:
      status === 'active'
        ? { allowed: true, until: null, reason: null, text: null }
        : refused('closed', null),
  };
}
