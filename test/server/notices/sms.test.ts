import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Letter } from '../../../server/notices/sender.js';
import { createSmsSender } from '../../../server/notices/sms.js';
import { openGateway, type Gateway, type GatewayAnswer } from './support/gateway.js';

const letter: Letter = {
  id: 'f3c0e6d2',
  to: '+4701950001',
  subject: null,
  text: 'Du har en ny melding fra kommunen. Logg inn for å lese den.\nhttps://helse.example.no/',
  language: 'nb',
};

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openGateway();
});
afterEach(() => gateway.close());

describe('a notice by text message', () => {
  it('is posted as to, text and id, and nothing else', async () => {
    expect(await createSmsSender(gateway.url)(letter)).toEqual({ is: 'accepted' });
    const [request] = gateway.asked;
    expect(request?.method).toBe('POST');
    expect(request?.headers['content-type']).toBe('application/json');
    expect(request?.headers.authorization).toBeUndefined();
    expect(request?.body).toEqual({ to: letter.to, text: letter.text, id: letter.id });
  });

  it('carries user and password of the address as basic authentication', async () => {
    await createSmsSender(gateway.url.replace('//', '//kommunen:p%40ss@'))(letter);
    const sent = gateway.asked[0]?.headers.authorization?.replace('Basic ', '') ?? '';
    expect(Buffer.from(sent, 'base64').toString()).toBe('kommunen:p@ss');
  });

  const refused = (final: boolean, status: number) => ({ is: 'refused', final, reason: { status } });
  const wait = (status: number, seconds: string) => ({ status, headers: { 'Retry-After': seconds } });
  it.each<[GatewayAnswer, object]>([
    [200, { is: 'accepted' }],
    [204, { is: 'accepted' }],
    [400, refused(true, 400)],
    [422, refused(true, 422)],
    [401, refused(false, 401)],
    [404, refused(false, 404)],
    [429, refused(false, 429)],
    [500, refused(false, 500)],
    [503, refused(false, 503)],
    [wait(503, '120'), { ...refused(false, 503), retryAfter: 120_000 }],
    [wait(503, 'Wed, 21 Oct 2026 07:28:00 GMT'), refused(false, 503)],
    [{ status: 307, headers: { Location: '/elsewhere' } }, refused(false, 307)],
    [502, { is: 'in-doubt', reason: { status: 502 } }],
    [504, { is: 'in-doubt', reason: { status: 504 } }],
    ['cut', { is: 'in-doubt', reason: { errorCode: 'UND_ERR_SOCKET' } }],
  ])('%j gives %j', async (answer, delivery) => {
    gateway.answer = () => answer;
    expect(await createSmsSender(gateway.url)(letter)).toEqual(delivery);
    expect(gateway.asked).toHaveLength(1);
  });

  it('waits no longer than it may', async () => {
    gateway.answer = () => 'silence';
    const delivery = await createSmsSender(gateway.url, 300)(letter);
    expect(delivery).toEqual({ is: 'in-doubt', reason: { errorCode: 'TimeoutError' } });
  });

  it('has not arrived where nothing listens', async () => {
    await gateway.close();
    const delivery = await createSmsSender(gateway.url)(letter);
    expect(delivery).toEqual({ is: 'refused', final: false, reason: { errorCode: 'ECONNREFUSED' } });
    gateway = await openGateway();
  });
});
