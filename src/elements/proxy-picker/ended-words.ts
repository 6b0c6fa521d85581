import type { Proxy } from '../../backend/types.js';
import { osloDate } from '../../domain/oslo.js';
import { formatDate, msg, str, together } from '../../i18n/index.js';

/** Who gave a power that is in force no more, and when it came to its end. */
export function endedWords({ direction, status, validFrom, validTo, endedAt }: Proxy): string {
  const from = formatDate(validFrom);
  const begun =
    direction === 'given'
      ? msg(str`Gitt av deg ${from}.`, { id: 'proxy.givenOn', desc: 'A date' })
      : msg(str`Gitt til deg ${from}.`, { id: 'proxy.receivedOn', desc: 'A date' });
  const last = status === 'expired' ? validTo : endedAt && osloDate(Date.parse(endedAt));
  const on = formatDate(last ?? validFrom);
  const end =
    status === 'expired'
      ? msg(str`Utløpt ${on}.`, { id: 'proxy.expiredOn', desc: 'The last day on which it was valid' })
      : msg(str`Avsluttet ${on}.`, { id: 'proxy.endedOn', desc: 'A date' });
  return together(begun, ' ', end);
}
