/** Text messages by webhook: `POST {"to","text","id"}` to a gateway, which knows a repeated notice by its id. */
import { SEND_LIMIT, type Sender } from './sender.js';

/** The connection never came about, so nothing was handed over. */
const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
/** A gateway in between says these when it does not know what came of it. */
const FROM_BETWEEN = [502, 504];
/** The request is one that this gateway never takes: most likely a number that cannot be. */
const NEVER = [400, 410, 422];

/** `url` may carry user and password, which go as HTTP basic authentication. `limit` in milliseconds. */
export function createSmsSender(url: string, limit = SEND_LIMIT): Sender {
  const target = new URL(url);
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (target.username !== '') {
    const user = `${decodeURIComponent(target.username)}:${decodeURIComponent(target.password)}`;
    headers.Authorization = `Basic ${Buffer.from(user).toString('base64')}`;
    target.username = target.password = '';
  }
  return async ({ id, to, text }) => {
    let response: Response;
    try {
      response = await fetch(target, {
        method: 'POST',
        headers,
        body: JSON.stringify({ to, text, id }),
        // Numbers go where the operator said, and nowhere else.
        redirect: 'manual',
        signal: AbortSignal.timeout(limit),
      });
    } catch (fault) {
      const errorCode = codeOf(fault);
      const reason = { errorCode };
      return NEVER_CONNECTED.test(errorCode)
        ? { is: 'refused', final: false, reason }
        : { is: 'in-doubt', reason };
    }
    const { status, ok } = response;
    const retryAfter = Number(response.headers.get('Retry-After') ?? NaN) * 1000;
    await response.body?.cancel().catch(() => undefined);
    if (ok) return { is: 'accepted' };
    if (FROM_BETWEEN.includes(status)) return { is: 'in-doubt', reason: { status } };
    return {
      is: 'refused',
      final: NEVER.includes(status),
      ...(retryAfter > 0 ? { retryAfter } : {}),
      reason: { status },
    };
  };
}

/** Node's code, or the name of what was thrown (`TimeoutError`). */
function codeOf(fault: unknown): string {
  const cause: unknown = fault instanceof Error ? (fault.cause ?? fault) : fault;
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  if (!(first instanceof Error)) return 'unknown';
  return 'code' in first && typeof first.code === 'string' ? first.code : first.name;
}
