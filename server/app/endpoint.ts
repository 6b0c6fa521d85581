/**
 * How every operation of the contract is answered: the guard, the checks of
 * what was sent, the key of a change, the change, and the answer with its
 * headers. Routes only say what is theirs.
 */
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status';
import type { z, ZodType } from 'zod';
import type { Language } from '../../src/backend/types.js';
import { fieldErrors } from '../contract/field-errors.js';
import { IdempotencyKey, type Operation } from '../contract/operation.js';
import { onlyReads, refusalOf } from '../rules/access.js';
import type { News } from '../storage/hints.js';
import type { Store } from '../storage/storage.js';
import { readJson } from './body.js';
import { once, type KeptAnswer } from './idempotency.js';
import { makePublic } from './middleware.js';
import { Problem } from './problem.js';
import type { AppEnv, Services } from './services.js';
import { loadVisitor, readCredential, type Credential, type Visitor } from './visitor.js';

type SchemaOf<T> = T extends ZodType ? z.output<T> : undefined;
type RequestOf<O> = O extends { request: infer R } ? R : object;
type ParamsOf<O> = RequestOf<O> extends { params: infer P } ? SchemaOf<P> : undefined;
type QueryOf<O> = RequestOf<O> extends { query: infer Q } ? SchemaOf<Q> : undefined;
type BodyOf<O> =
  RequestOf<O> extends { body: { content: { 'application/json': { schema: infer B } } } }
    ? SchemaOf<B>
    : undefined;

/** One request, checked. */
export interface Call<O = Operation> {
  c: Context<AppEnv>;
  services: Services;
  visitor: Visitor;
  credential: Credential | null;
  lang: Language;
  now: number;
  params: ParamsOf<O>;
  query: QueryOf<O>;
  body: BodyOf<O>;
  /** In an operation with an idempotency key the open transaction, else the storage. */
  store: Store;
  /** Tells of a change, once it is committed and answered. */
  tell(news: News): void;
  /**
   * Of an operation without an idempotency key: does work in a transaction in which whoever asks is looked at
   * again, so that what has ended meanwhile changes nothing any more. It may be run again.
   */
  change<T>(work: (store: Store, visitor: Visitor) => Promise<T>): Promise<T>;
  /** Something waits in the outbox that is no news to any page: wakes who sends it, once it is committed. */
  wake(): void;
}

/** A JSON answer, 200 unless it says otherwise; a `Response` goes out as it is. */
export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | Response;

export interface MountOptions<O = Operation> {
  /**
   * Comes before the transaction of a change with a key and in none, once for each attempt to make the
   * change: what it keeps stays kept, and what it throws is the answer.
   */
  before?: (call: Call<O>) => Promise<void>;
  /**
   * Answers, refusals too, leave at a multiple of so many milliseconds after the request came, so that the
   * time they take tells nothing.
   */
  pace?: (services: Services) => number;
}

export type Mount = <O extends Operation>(
  operation: O,
  handler: (call: Call<O>) => Promise<Answer> | Answer,
  options?: MountOptions<O>,
) => void;

/** `/threads/{id}` as Hono writes it. */
export const honoPath = (path: string): string => `/api${path.replace(/\{(\w+)\}/g, ':$1')}`;

export function createMount(app: Hono<AppEnv>, services: Services): Mount {
  return (operation, handler, { before, pace } = {}) => {
    app.on(operation.method.toUpperCase(), honoPath(operation.path), async (c) => {
      c.set('route', operation.path);
      const came = performance.now();
      try {
        return await answer(c, services, operation, { handler, before });
      } finally {
        if (pace) await nextStep(came, pace(services));
      }
    });
  };
}

/** Waits until a whole number of steps, in milliseconds, has passed since an instant. */
async function nextStep(since: number, step: number): Promise<void> {
  if (step <= 0) return;
  const passed = performance.now() - since;
  const wait = Math.ceil(passed / step) * step - passed;
  await new Promise((resolve) => setTimeout(resolve, wait));
}

/** What a route gave. */
interface Work {
  handler(call: Call): Promise<Answer> | Answer;
  before?: ((call: Call) => Promise<void>) | undefined;
}

async function answer(
  c: Context<AppEnv>,
  services: Services,
  operation: Operation,
  { handler, before }: Work,
): Promise<Response> {
  const isPublic = operation['x-access'] === 'public';
  if (isPublic) makePublic(c);

  const actingFor = c.req.header('HN-Acting-For') || undefined;
  const credential = isPublic ? null : await readCredential(c, services, operation);
  const guard = async (store: Store, hold = false): Promise<Visitor> => {
    const visitor = await loadVisitor(store, services, credential, actingFor, hold);
    const refusal = refusalOf(operation, visitor);
    if (!refusal) return visitor;
    const challenge = { 'WWW-Authenticate': 'Bearer' };
    throw new Problem(refusal, refusal === 'unauthenticated' ? { headers: challenge } : {});
  };
  if (credential) limitSession(services, credential, operation);
  const visitor = await guard(services.storage);

  const schema = jsonSchemaOf(operation);
  const json = schema ? await readJson(c.req.raw) : null;
  const check = (): Pick<Call, 'params' | 'query' | 'body' | 'lang'> => {
    const params = parsed(operation.request?.params, c.req.param(), 'params');
    const query = parsed(operation.request?.query, c.req.query(), 'query');
    const body = parsed(schema, json?.value, 'body');
    const lang = (query as { lang?: Language } | undefined)?.lang ?? 'nb';
    return { params, query, body, lang } as Pick<Call, 'params' | 'query' | 'body' | 'lang'>;
  };

  const told: News[] = [];
  const outbox = { woken: false };
  const callOf = (store: Store, from: Visitor): Call => {
    told.length = 0;
    const tell = (news: News) => void told.push(news);
    const wake = () => void (outbox.woken = true);
    const now = services.clock.now();
    const change: Call['change'] = (work) =>
      services.storage.transaction(async (within) => {
        told.length = 0;
        return work(within, await guard(within, true));
      });
    return { c, services, visitor: from, credential, now, store, tell, wake, change, ...check() };
  };

  let response: Response;
  if (operation['x-idempotency-key'] && (visitor.kind === 'resident' || visitor.kind === 'staff')) {
    const userId = visitor.kind === 'staff' ? visitor.staff.id : visitor.person.id;
    const partyId = visitor.kind === 'staff' ? userId : (visitor.party?.personId ?? userId);
    const route = `${operation.method} ${operation.path}`;
    const key = keyOf(c);
    const request = { userId, partyId, route, path: c.req.path, key, body: json?.text ?? '' };
    const kept = await once(services, request, {
      before: () => before?.(callOf(services.storage, visitor)),
      work: async (store) => {
        const call = callOf(store, await guard(store, true));
        const made = keptAnswer(await handler(call));
        await store.insertHints(told, call.now);
        return made;
      },
    });
    response = c.body(kept.body, kept.status as ContentfulStatusCode, kept.headers);
  } else {
    const made = await handler(callOf(services.storage, visitor));
    // What was read of another leaves only while it may: the right may have ended meanwhile.
    if (onlyReads(operation) && isForAnother(visitor)) await guard(services.storage);
    if (told.length > 0) await services.storage.insertHints(told, services.clock.now());
    response = made instanceof Response ? made : answerOf(c, made);
  }
  if (response.ok) await extend(services, visitor, operation);
  if (told.length > 0 || outbox.woken) services.storage.announce();
  return response;
}

const isForAnother = (visitor: Visitor): boolean =>
  visitor.kind === 'resident' && visitor.party?.relation !== 'self';

/** Requests of one session, whatever they ask for. */
function limitSession(services: Services, credential: Credential, operation: Operation): void {
  const limits = services.settings.rateLimits;
  if (!limits) return;
  services.limiter.take(`session ${credential.sessionId}`, limits.session);
  if (operation.request?.body?.content['multipart/form-data'])
    services.limiter.take(`upload ${credential.sessionId}`, limits.upload);
}

function jsonSchemaOf(operation: Operation): unknown {
  const content = operation.request?.body?.content['application/json'];
  return content && 'schema' in content ? content.schema : undefined;
}

/** @throws Problem `invalid`; pointers name the body's fields, or the parameter */
function parsed(schema: unknown, input: unknown, place: 'params' | 'query' | 'body'): unknown {
  if (!schema) return undefined;
  const result = (schema as ZodType).safeParse(input);
  if (result.success) return result.data;
  // An id that nothing could have is one that nothing has.
  if (place === 'params') throw new Problem('not-found');
  throw new Problem('invalid', { errors: fieldErrors(result.error, input) });
}

function keyOf(c: Context<AppEnv>): string {
  const key = c.req.header('Idempotency-Key');
  if (key !== undefined && IdempotencyKey.safeParse(key).success) return key;
  const code = key === undefined ? 'required' : 'invalid';
  throw new Problem('invalid', { errors: [{ pointer: '/Idempotency-Key', code }] });
}

function keptAnswer(made: Answer): KeptAnswer {
  if (made instanceof Response) throw new TypeError('a change with a key answers in JSON');
  return {
    status: made.status ?? 200,
    headers: { 'Content-Type': 'application/json', ...made.headers },
    body: JSON.stringify(made.body),
  };
}

function answerOf(c: Context<AppEnv>, made: Exclude<Answer, Response>): Response {
  if (made.body === undefined) return c.body(null, (made.status ?? 204) as StatusCode, made.headers);
  return c.body(JSON.stringify(made.body), (made.status ?? 200) as ContentfulStatusCode, {
    'Content-Type': 'application/json',
    ...made.headers,
  });
}

/** Requests that change something keep the session alive; a bearer token lives as long as it says. */
async function extend(services: Services, visitor: Visitor, operation: Operation): Promise<void> {
  if (onlyReads(operation) || !('session' in visitor) || !visitor.session.byCookie) return;
  const until = services.clock.now() + services.settings.sessionIdleMinutes * 60_000;
  await services.storage.extendSession(visitor.session.id, until);
}
