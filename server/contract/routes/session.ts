/** Logging in and out, terms, and who is here. */
import { z } from '@hono/zod-openapi';
import { headers, json, jsonBody, operation } from '../operation.js';
import { langQuery, Url } from '../scalars.js';
import { LogoutAnswer, Session, TermsAcceptance } from '../schemas/session.js';

const tags = ['session'];
const query = z.object(langQuery);

export const getSession = operation(
  { access: 'anonymous-ok', actingFor: 'used' },
  {
    method: 'get',
    path: '/session',
    operationId: 'getSession',
    tags,
    summary: 'Who is here, for whom, and how far in. 200 for anonymous too; extends nothing.',
    request: { query },
    responses: { 200: json('The session.', Session) },
  },
);

export const acceptTerms = operation(
  { access: 'terms', actingFor: 'used' },
  {
    method: 'post',
    path: '/session/terms',
    operationId: 'acceptTerms',
    tags,
    summary: 'Accepts the terms that were shown. Access begins at `activeFrom`.',
    description: 'Another version than the current one gives 422 `invalid` at `/version`.',
    request: { query, ...jsonBody(TermsAcceptance) },
    responses: { 200: json('The session after it.', Session) },
  },
);

export const withdrawTerms = operation(
  { access: 'terms', actingFor: 'used' },
  {
    method: 'delete',
    path: '/session/terms',
    operationId: 'withdrawTerms',
    tags,
    summary: 'Withdraws consent. Also when nothing was accepted.',
    request: { query },
    responses: { 200: json('The session after it.', Session) },
  },
);

export const extendSession = operation(
  { access: 'terms', actingFor: 'used' },
  {
    method: 'post',
    path: '/session/extend',
    operationId: 'extendSession',
    tags,
    summary: 'Extends the session by the idle limit. At most once a minute while the person is active.',
    description: 'Only this and requests that change something extend a session; no GET does.',
    request: { query },
    responses: { 200: json('The session with its new `expiresAt`.', Session) },
  },
);

export const endSession = operation(
  { access: 'anonymous-ok' },
  {
    method: 'delete',
    path: '/session',
    operationId: 'endSession',
    tags,
    summary: 'Logs out and replaces the draft key. Also when nobody is logged in; staff too.',
    responses: { 200: json('Where the page goes next.', LogoutAnswer) },
  },
);

export const login = operation(
  { access: 'anonymous-ok', problems: ['invalid', 'origin-refused'] },
  {
    method: 'get',
    path: '/login',
    operationId: 'login',
    tags,
    summary: 'Sends the browser to the identity provider (OpenID Connect, code with PKCE).',
    request: {
      query: z.object({
        return_to: Url.openapi({
          description:
            'The address to come back to, without query and hash. Another origin than those allowed: 403 `origin-refused`.',
        }),
      }),
    },
    responses: {
      302: { description: "The provider's log-in page.", headers: { Location: headers.Location } },
    },
  },
);

export const loginCallback = operation(
  { access: 'anonymous-ok', problems: ['invalid'] },
  {
    method: 'get',
    path: '/login/callback',
    operationId: 'loginCallback',
    tags,
    summary:
      'Where the identity provider sends the browser back to. Sets the cookie of the session, a resident’s or that of staff.',
    request: {
      query: z.object({
        state: z.string().max(1000),
        code: z.string().max(4000).optional(),
        iss: z.string().max(2000).optional(),
        error: z.string().max(1000).optional(),
        error_description: z.string().max(4000).optional(),
      }),
    },
    responses: {
      302: {
        description: 'Back to `return_to`, logged in or, when the person gave up, not.',
        headers: { Location: headers.Location },
      },
    },
  },
);
