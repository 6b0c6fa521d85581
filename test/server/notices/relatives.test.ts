/** The household on a running server: a daughter is given notices of her mother's visits, and they end with her power. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment, NotificationSettings, Proxy } from '../../../src/backend/types.js';
import type { TestBrowser } from '../auth/browser.js';
import { logIn, startServer, type RunningServer } from '../../support/server.js';

const SLOW = 240_000;
const MARTE = '+4701950002';

let server: RunningServer;
beforeAll(async () => {
  // So early in the day that all visits are still to come.
  server = await startServer({ CLOCK: '2026-11-24T06:00:00+01:00' });
}, SLOW);
afterAll(() => server.end('SIGKILL'));

interface Asked {
  method?: string;
  body?: object;
  version?: string;
  actingFor?: string;
}

async function ask<T>(who: TestBrowser, path: string, { method = 'GET', ...asked }: Asked = {}): Promise<T> {
  const response = await who.request(`${server.publicUrl}/api${path}`, {
    method,
    headers: {
      origin: server.publicUrl,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(asked.version ? { 'if-match': `"${asked.version}"` } : {}),
      ...(asked.actingFor ? { 'hn-acting-for': asked.actingFor } : {}),
    },
    ...(asked.body ? { body: JSON.stringify(asked.body) } : {}),
  });
  expect([path, response.status < 300 ? 'done' : await response.text()]).toEqual([path, 'done']);
  return (await response.json()) as T;
}

const caught = async () =>
  (
    (await (await fetch(`${server.publicUrl}/outbox.json`)).json()) as {
      items: { to: string; text: string; channel: string }[];
    }
  ).items;

const forMother = { actingFor: 'ingrid-solberg' };

describe('notices of visits to a daughter', { timeout: SLOW }, () => {
  it('come once for each visit, once she has been given them and asked for them, until they are taken back', async () => {
    const [ingrid, marte, amina] = await Promise.all(
      ['ingrid-solberg', 'marte-solberg', 'amina-yusuf'].map((who) => logIn(server.publicUrl, who)),
    );
    if (!ingrid || !marte || !amina) throw new Error('nobody there');
    const { items: visits } = await ask<{ items: Appointment[] }>(
      amina,
      '/staff/appointments?status=booked&from=2026-11-24T00:00:00%2B01:00&to=2026-11-25T00:00:00%2B01:00',
    );
    const today = visits.filter(({ kind }) => kind === 'home-visit');
    expect(today.length).toBeGreaterThanOrEqual(2);
    const register = ({ id, version }: Appointment) =>
      ask(amina, `/staff/appointments/${id}/completion`, { method: 'POST', body: {}, version });

    const { items } = await ask<{ items: Proxy[] }>(ingrid, '/proxies');
    const old = items.find(({ status, direction }) => status === 'active' && direction === 'given');
    const scopes = ['messages', 'appointments', 'notifications'];
    const power = await ask<Proxy>(ingrid, '/proxies', {
      method: 'POST',
      body: { replaces: old?.id, scopes, validTo: null },
    });

    const before = await ask<NotificationSettings>(marte, '/notification-settings', forMother);
    const rules = [{ event: 'visit-completed', channels: ['sms'] }];
    const saved = await ask<NotificationSettings>(marte, '/notification-settings', {
      ...forMother,
      method: 'PUT',
      version: before.version,
      body: { rules, language: 'nb' },
    });
    const preview = saved.rules.find(({ event }) => event === 'visit-completed')?.preview.sms;

    const [first, second] = today as [Appointment, Appointment];
    const atStart = (await caught()).length;
    await register(first);
    // Ingrid's own by e-mail, Marte's by text message.
    await expect.poll(async () => (await caught()).length, { timeout: 30_000 }).toBe(atStart + 2);
    const toMarte = async () =>
      (await caught()).filter(({ to, channel }) => to === MARTE && channel === 'sms');
    expect((await toMarte()).map(({ text }) => text)).toEqual([preview]);
    expect(preview).toContain('hos en du får varsler for');
    expect(preview).not.toMatch(/Ingrid|Solberg|Amina|hjemme|sykepleie/i);

    await ask(ingrid, `/proxies/${power.id}/end`, { method: 'POST' });
    const atEnd = (await caught()).length;
    await register(second);
    await expect.poll(async () => (await caught()).length, { timeout: 30_000 }).toBe(atEnd + 1);
    expect((await caught())[0]).toMatchObject({ to: 'ingrid.solberg@post.example', channel: 'email' });
    expect(await toMarte()).toHaveLength(1);
  });
});
