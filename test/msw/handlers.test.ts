import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRestBackend } from '../../src/backend/rest/rest.js';
import type { Backend } from '../../src/backend/backend.js';
import type { Session } from '../../src/backend/types.js';
import { careHandlers, scenarios, type Scenario, type ScenarioName } from '../../src/msw/index.js';

const ORIGIN = 'https://page.example.no';
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** What a widget would use, with the service of `scenario` behind it. */
function backendFor(scenario: ScenarioName | Scenario, url = `${ORIGIN}/api`): Backend {
  server.use(...careHandlers(scenario, { url }));
  return createRestBackend({ url });
}

/** The session of a scenario, after acting for whom it says. */
async function sessionOf(name: ScenarioName): Promise<Session> {
  const scenario: Scenario = scenarios[name];
  const backend = backendFor(name);
  if (scenario.actingFor) await backend.actFor(scenario.actingFor);
  return backend.getSession({ lang: 'nb' });
}

const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  );

describe('a scenario gives the access that it promises', () => {
  const access = {
    anonymous: 'anonymous',
    terms: 'terms',
    'terms-then-pending': 'terms',
    pending: 'pending',
    active: 'active',
    'no-services': 'active',
    'contact-information-only': 'active',
    'acting-for-parent': 'active',
    'acting-for-teenager': 'active',
    sami: 'active',
    'session-ending': 'active',
    'session-ended': 'active',
    film: 'active',
    stale: 'active',
    'sending-fails': 'active',
  } satisfies Partial<Record<ScenarioName, Session['access']>>;

  it.each(Object.entries(access))('%s: %s', async (name, expected) => {
    expect((await sessionOf(name as ScenarioName)).access).toBe(expected);
  });

  it('has a row here for every scenario whose network answers', () => {
    const silent = Object.entries<Scenario>(scenarios).filter(
      ([, { network, networkHits }]) => network && !networkHits,
    );
    expect([...Object.keys(access), ...silent.map(([name]) => name)].sort()).toEqual(
      Object.keys(scenarios).sort(),
    );
  });
});

describe('who is there', () => {
  it('is the person of the scenario, or whom that person acts for', async () => {
    expect((await sessionOf('active')).user?.name).toBe('Ingrid Solberg');
    const { user, actingFor } = await sessionOf('acting-for-parent');
    expect([user?.name, actingFor?.name]).toEqual(['Marte Solberg', 'Ingrid Solberg']);
    expect((await sessionOf('acting-for-teenager')).actingFor).toMatchObject({
      id: 'sander-solberg',
      scopes: ['appointments'],
    });
  });

  it('receives services, or none', async () => {
    expect((await sessionOf('active')).hasServices).toBe(true);
    expect((await sessionOf('no-services')).hasServices).toBe(false);
  });

  it('is pending for a day, or active at once, after accepting the terms', async () => {
    for (const [name, after] of [
      ['terms', 'active'],
      ['terms-then-pending', 'pending'],
    ] as const) {
      const backend = backendFor(name);
      const { terms } = await backend.getSession({ lang: 'nb' });
      expect((await backend.acceptTerms(terms?.version ?? '')).access).toBe(after);
    }
  });

  it('may write to home care, but not where the municipality has not opened', async () => {
    const { items } = await backendFor('active').listContacts({ lang: 'nb' });
    expect(items.find(({ service }) => service === 'home-care')?.write.allowed).toBe(true);
    const [contact] = (await backendFor('contact-information-only').listContacts({ lang: 'nb' })).items;
    expect(contact).toMatchObject({ write: { allowed: false, reason: 'not-open-yet' } });
    expect(contact?.opensOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('comes before logging in where the scenario says so, and then logs in over the service’s own routes', async () => {
    const backend = backendFor({ person: 'ingrid-solberg', loggedIn: false });
    const session = await backend.getSession({ lang: 'nb' });
    expect(session.access).toBe('anonymous');
    const login = backend.loginUrl(session, `${ORIGIN}/side.html`) ?? '';
    const away = await fetch(login, { redirect: 'manual' });
    const callback = new URL(away.headers.get('Location') ?? '', login);
    const back = await fetch(callback, { redirect: 'manual' });
    expect(back.headers.get('Location')).toBe(`${ORIGIN}/side.html`);
    expect((await backend.getSession({ lang: 'nb' })).access).toBe('active');
  });

  it('is whoever brings a token', async () => {
    const url = `${ORIGIN}/api`;
    server.use(...careHandlers({ person: 'ailu-somby', loggedIn: false }, { url }));
    const backend = createRestBackend({ url, getToken: () => Promise.resolve('any') });
    expect((await backend.getSession({ lang: 'se' })).user?.name).toBe('Áilu Somby');
  });
});

describe('the session', () => {
  it('ends within two minutes, or after a moment', async () => {
    for (const [name, most] of [
      ['session-ending', 120],
      ['session-ended', 4],
    ] as const) {
      const backend = backendFor(name);
      const { expiresAt } = await backend.getSession({ lang: 'nb' });
      const left = (Date.parse(expiresAt ?? '') - backend.now()) / 1000;
      expect(left).toBeLessThanOrEqual(most);
    }
  });

  it('names a film only in that scenario', async () => {
    expect((await sessionOf('film')).film?.provider).toBe('film.example.no');
    expect((await sessionOf('active')).film).toBeNull();
  });
});

describe('the network', () => {
  it.each([
    ['offline', 'offline'],
    ['unavailable', 'unavailable'],
    ['html', 'bad-response'],
  ] as const)('%s is %s to the adapter', async (name, expected) => {
    expect(await code(backendFor(name).getSession({ lang: 'nb' }))).toBe(expected);
  });

  it('gives no answer while loading', async () => {
    const controller = new AbortController();
    const asked = backendFor('loading').getSession({ lang: 'nb', signal: controller.signal });
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('answers late where it is slow', async () => {
    expect((await backendFor('slow').getSession({ lang: 'nb' })).access).toBe('active');
  });

  it('fails only when an address is asked again', async () => {
    const backend = backendFor('stale');
    expect((await backend.listContacts({ lang: 'nb' })).items).toHaveLength(4);
    expect(await code(backend.listContacts({ lang: 'nb' }))).toBe('offline');
  });

  it('fails only for what changes something', async () => {
    const backend = backendFor('sending-fails');
    const thread = { contactId: 'ostensjo-home-care', subject: 'Besøk', body: 'Hei', attachmentIds: [] };
    expect(await code(backend.createThread(thread))).toBe('offline');
    expect((await backend.listThreads({}, { lang: 'nb' })).items).not.toContainEqual(
      expect.objectContaining({ subject: 'Besøk' }),
    );
  });
});

describe('a service', () => {
  const thread = { contactId: 'ostensjo-home-care', subject: 'Besøk', body: 'Hei', attachmentIds: [] };
  const subjects = async (backend: Backend): Promise<string[]> =>
    (await backend.listThreads({}, { lang: 'nb' })).items.map(({ subject }) => subject);

  it('keeps what is written, and no other service knows of it', async () => {
    const first = backendFor('active', `${ORIGIN}/one/api`);
    const second = backendFor('active', `${ORIGIN}/two/api/`);
    await first.createThread(thread);
    expect(await subjects(first)).toContain('Besøk');
    expect(await subjects(second)).not.toContain('Besøk');
  });

  it('keeps a message once, however often it is sent under one key', async () => {
    const backend = backendFor('active');
    const idempotencyKey = crypto.randomUUID();
    const one = await backend.createThread(thread, { idempotencyKey });
    const again = await backend.createThread(thread, { idempotencyKey });
    expect(again.id).toBe(one.id);
  });

  it('has a clock that starts where the scenario says', async () => {
    const backend = backendFor({ person: 'ingrid-solberg', now: '2027-05-17T12:00:00+02:00' });
    const { replyBy } = await backend.createThread(thread);
    expect(replyBy).toBe('2027-05-18');
    expect(Math.abs(backend.now() - Date.parse('2027-05-17T12:00:00+02:00'))).toBeLessThan(60_000);
  });

  it('can be prepared by the test', async () => {
    const backend = backendFor({
      person: 'ingrid-solberg',
      prepare: async (storage) => {
        const contact = await storage.getContact('ostensjo-home-care');
        if (contact) await storage.putContact({ ...contact, name: { nb: 'Hjemmesykepleien vår' } });
      },
    });
    const { items } = await backend.listContacts({ lang: 'nb' });
    expect(items.map(({ name }) => name)).toContain('Hjemmesykepleien vår');
  });

  it('says so when the household has no such person', async () => {
    server.use(...careHandlers({ person: 'nobody-known' }, { url: `${ORIGIN}/api` }));
    const response = await fetch(`${ORIGIN}/api/session?lang=nb`);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('nobody-known');
  });

  it('knows all municipalities', async () => {
    const { items } = await backendFor('anonymous').listMunicipalities('herøy', { lang: 'nb' });
    expect(items.map(({ county }) => county).sort()).toEqual(['Møre og Romsdal', 'Nordland']);
  });
});

describe('a code that is asked for', () => {
  it('can be read at /outbox.json, and proves the number', async () => {
    const backend = backendFor('active');
    const { id } = await backend.startVerification({ channel: 'sms', to: '01 95 00 99' });
    const caught = (await (await fetch(`${ORIGIN}/outbox.json`)).json()) as {
      items: { to: string; text: string }[];
    };
    expect(caught.items.map(({ to }) => to)).toEqual(['+4701950099']);
    const [sent = ''] = /^\d{6}/.exec(caught.items[0]?.text ?? '') ?? [];
    const { mobile } = await backend.completeVerification(id, sent);
    expect(mobile).toEqual({ value: '+4701950099', verified: true });
  });
});
