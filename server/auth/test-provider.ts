/**
 * An OpenID provider for the demo and the tests: the invented household as
 * buttons, no passwords. Built on oidc-provider, so that what logs in here is
 * the real protocol; only who one is, is for the choosing. Never outside demo
 * mode: `settings.ts` sees to that.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { raw } from 'hono/html';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import Provider, { errors, interactionPolicy } from 'oidc-provider';
import type { ClientMetadata, Configuration, Interaction, KoaContextWithOIDC } from 'oidc-provider';
import { faultFields } from '../log.js';
import type { Log } from '../log.js';
import type { OidcSettings } from '../settings.js';
import {
  errorPage,
  loggedOutPage,
  loginPage,
  logoutPage,
  STYLES,
  SUBMIT_SCRIPT,
} from './test-provider-pages.js';
import type { Page, TestPerson } from './test-provider-pages.js';
import { createMemoryAdapters } from './test-provider-memory.js';

/** Where it stands on the server; the issuer is the public address and this. */
export const TEST_PROVIDER_PATH = '/oidc';
/** A client without a secret, for a page on another site that sends bearer tokens (`getToken`). */
export const TEST_PORTAL_CLIENT = 'hn-portal';

export interface TestProviderOptions {
  publicUrl: string;
  /** Origins whose pages may log in; the callback of each is registered. */
  allowedOrigins: readonly string[];
  /** Who bearer tokens are for. */
  audience: string;
  people: readonly TestPerson[];
  keys: TestProviderKeys;
  log: Log;
}

/** Kept over restarts, so that log-out and tokens go on working. */
export interface TestProviderKeys {
  signing: JWK;
  cookies: string;
  clientSecret: string;
}

export interface TestProvider {
  /** What the service logs in with. */
  oidc: OidcSettings;
  /** Answers everything under `TEST_PROVIDER_PATH`. */
  handle(request: IncomingMessage, response: ServerResponse): void;
}

export async function createTestProviderKeys(): Promise<TestProviderKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const random = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  return {
    signing: { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: random().slice(0, 8) },
    cookies: random(),
    clientSecret: random(),
  };
}

export function createTestProvider(options: TestProviderOptions): TestProvider {
  const { publicUrl, keys, log } = options;
  const issuer = publicUrl + TEST_PROVIDER_PATH;
  const assets = `${TEST_PROVIDER_PATH}/assets`;
  const policy = contentPolicy(options.allowedOrigins);
  const service: OidcSettings = { issuer, clientId: 'hn-service', clientSecret: keys.clientSecret };

  const provider = new Provider(issuer, configuration(options, service, assets));
  // The address comes from the settings, not from what a request claims; see `publicise`.
  provider.proxy = true;
  provider.on('server_error', (_, fault) => log.error('test-provider.failed', faultFields(fault)));
  const answer = provider.callback();
  const pages = getRequestListener(interactionPages(provider, options, assets, policy).fetch, {
    overrideGlobalObjects: false,
  });

  return {
    oidc: service,
    handle(request, response) {
      const path = (request.url ?? '').slice(TEST_PROVIDER_PATH.length);
      if (/^\/(interaction|assets)\//.test(path)) {
        void pages(request, response);
        return;
      }
      publicise(request, publicUrl);
      for (const [name, value] of Object.entries(policy)) response.setHeader(name, value);
      Object.assign(request, { originalUrl: request.url, url: path.startsWith('/') ? path : `/${path}` });
      void answer(request, response);
    },
  };
}

function configuration(options: TestProviderOptions, service: OidcSettings, assets: string): Configuration {
  const { publicUrl, allowedOrigins, audience, people, keys } = options;
  const subjects = new Set(people.map((person) => person.subject));
  const show = async (ctx: KoaContextWithOIDC, page: Page): Promise<void> => {
    ctx.type = 'html';
    ctx.body = String(await page);
  };
  return {
    adapter: createMemoryAdapters(),
    clients: clients(service, publicUrl, allowedOrigins),
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: [keys.cookies],
      long: { signed: true, httpOnly: true, sameSite: 'lax' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    claims: { openid: ['sub'] },
    scopes: ['openid'],
    clientAuthMethods: ['client_secret_basic', 'none'],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    findAccount: (_, sub) => (subjects.has(sub) ? { accountId: sub, claims: () => ({ sub }) } : undefined),
    clientBasedCORS: (_, origin) => allowedOrigins.includes(origin),
    conformIdTokenClaims: true,
    interactions: {
      policy: alwaysAsk(),
      url: async (_, interaction) => {
        await letOthersIn(interaction);
        return `${TEST_PROVIDER_PATH}/interaction/${interaction.uid}`;
      },
    },
    loadExistingGrant: (ctx) => grantWithoutAsking(ctx, audience),
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, resource) => {
          if (resource !== audience) throw new errors.InvalidTarget();
          return {
            scope: 'api',
            audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 15 * 60,
            jwt: { sign: { alg: 'ES256' } },
          };
        },
        useGrantedResource: () => true,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, logoutPage(assets, raw(form))),
        postLogoutSuccessSource: (ctx) => show(ctx, loggedOutPage(assets)),
      },
    },
    renderError: (ctx, out) => show(ctx, errorPage(assets, out.error)),
    ttl: {
      AccessToken: 15 * 60,
      AuthorizationCode: 60,
      IdToken: 60 * 60,
      Interaction: 60 * 60,
      Session: 60 * 60,
      Grant: 60 * 60,
    },
  };
}

function clients(
  service: OidcSettings,
  publicUrl: string,
  allowedOrigins: readonly string[],
): ClientMetadata[] {
  const origins = [...new Set([publicUrl, ...allowedOrigins])];
  const shared: Partial<ClientMetadata> = {
    grant_types: ['authorization_code'],
    response_types: ['code'],
    id_token_signed_response_alg: 'ES256',
    // Plain http to this machine is fine in a demo; the library asks for the native type then.
    application_type: publicUrl.startsWith('https:') ? 'web' : 'native',
  };
  return [
    {
      ...shared,
      client_id: service.clientId,
      client_secret: service.clientSecret,
      token_endpoint_auth_method: 'client_secret_basic',
      redirect_uris: origins.map((origin) => `${origin}/api/login/callback`),
      post_logout_redirect_uris: origins.flatMap((origin) => [origin, `${origin}/`]),
    },
    {
      ...shared,
      client_id: TEST_PORTAL_CLIENT,
      token_endpoint_auth_method: 'none',
      redirect_uris: origins.map((origin) => `${origin}/portal.html`),
    },
  ];
}

/** Asks who it is at every log-in: whoever shows the demo wants to be somebody else next. */
function alwaysAsk(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('choose', 'a person has to be chosen', (ctx) => !ctx.oidc.result?.login),
    );
  return policy;
}

/** The service is the provider's own: nobody is asked whether it may know who they are. */
async function grantWithoutAsking(ctx: KoaContextWithOIDC, audience: string) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant =
    (known ? await provider.Grant.find(known) : undefined) ??
    new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(audience, 'api');
  await grant.save();
  return grant;
}

/** The pages that oidc-provider leaves to its user: choosing a person. */
function interactionPages(
  provider: Provider,
  options: TestProviderOptions,
  assets: string,
  headers: Readonly<Record<string, string>>,
): Hono<{ Bindings: HttpBindings }> {
  const { people, publicUrl, log } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
  app.get(`${assets}/test-provider.css`, (c) =>
    c.body(STYLES, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  app.get(`${assets}/submit.js`, (c) =>
    c.body(SUBMIT_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );

  const path = `${TEST_PROVIDER_PATH}/interaction/:uid`;
  app.get(path, async (c) => {
    await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    return c.html(loginPage(assets, c.req.path, people), 200, { 'Cache-Control': 'no-store' });
  });
  app.post(path, async (c) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== publicUrl) return c.html(errorPage(assets, 'access_denied'), 403);
    const chosen = (await c.req.parseBody()).person;
    const person = people.find((one) => one.subject === chosen);
    const next = await provider.interactionResult(
      c.env.incoming,
      c.env.outgoing,
      person
        ? { login: { accountId: person.subject, remember: false } }
        : { error: 'access_denied', error_description: 'the person turned back' },
    );
    if (person) await forgetSomebodyElse(provider, c.env, person.subject);
    return c.redirect(next, 303);
  });
  app.notFound((c) => c.html(errorPage(assets, 'not_found'), 404));
  app.onError((fault, c) => {
    if (fault instanceof errors.SessionNotFound) return c.html(errorPage(assets, 'session_not_found'), 400);
    log.error('test-provider.failed', faultFields(fault));
    return c.html(errorPage(assets, 'server_error'), 500);
  });
  return app;
}

/**
 * Ends the provider's session of another person in this browser. The library
 * would do it on a page of its own that sends itself by an inline script.
 */
async function forgetSomebodyElse(
  provider: Provider,
  { incoming, outgoing }: HttpBindings,
  subject: string,
): Promise<void> {
  const session = await provider.Session.get(provider.createContext(incoming, outgoing));
  if (session.accountId && session.accountId !== subject) await session.destroy();
}

/**
 * Lets two people log in side by side in one browser: a log-in is not held to
 * the provider's session that there was when it began, which the other ends.
 */
async function letOthersIn(interaction: Interaction): Promise<void> {
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

/** Makes a request look as it did to the person, whatever a proxy or a client wrote. */
function publicise(request: IncomingMessage, publicUrl: string): void {
  const { protocol, host } = new URL(publicUrl);
  request.headers.host = host;
  request.headers['x-forwarded-host'] = host;
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

/** `form-action` holds for redirects after a form too, so it names the sites a log-in may end at. */
function contentPolicy(allowedOrigins: readonly string[]): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      ["form-action 'self'", ...allowedOrigins].join(' '),
      "base-uri 'none'",
      // The page with both sides frames them.
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    // Not `no-referrer`: it would make the browser send `Origin: null` with the form.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
  };
}
