/** Powers of attorney, always those of the caller. */
import { z } from '@hono/zod-openapi';
import { headers, json, jsonBody, operation } from '../operation.js';
import { Id, langQuery, pageQuery } from '../scalars.js';
import { Proxy, ProxyGrant, ProxyList } from '../schemas/proxy.js';

const tags = ['proxies'];

export const listProxies = operation(
  { access: 'active' },
  {
    method: 'get',
    path: '/proxies',
    operationId: 'listProxies',
    tags,
    summary: 'Given and received powers, ended ones too.',
    request: { query: z.object({ ...langQuery, ...pageQuery }) },
    responses: { 200: json('Powers of attorney.', ProxyList) },
  },
);

export const grantProxy = operation(
  {
    access: 'active',
    actingFor: 'refused',
    idempotent: true,
    problems: [
      'not-found',
      'person-unknown',
      'proxy-too-young',
      'grantor-too-young',
      'proxy-self',
      'too-many-attempts',
    ],
  },
  {
    method: 'post',
    path: '/proxies',
    operationId: 'grantProxy',
    tags,
    summary: 'Gives a power of attorney, or one in place of another. Five attempts a day.',
    description:
      'An unknown number, a wrong name and a protected address give the same `person-unknown` in the same time; errors about age come only after a match.',
    request: { query: z.object(langQuery), ...jsonBody(ProxyGrant) },
    responses: { 201: { ...json('The power of attorney.', Proxy), headers: { Location: headers.Location } } },
  },
);

export const endProxy = operation(
  { access: 'active', idempotent: true },
  {
    method: 'post',
    path: '/proxies/{id}/end',
    operationId: 'endProxy',
    tags,
    summary: 'Ends a power of attorney at once; either side may.',
    request: { params: z.object({ id: Id }), query: z.object(langQuery) },
    responses: { 200: json('The ended power of attorney.', Proxy) },
  },
);
