import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  careFor,
  configure,
  onConfigure,
  pageConfiguration,
  registerBackend,
} from '../../src/care/registry.js';
import { VERSION } from '../../src/version.js';
import { fakeBackend } from './fake-backend.js';

const KEY = Symbol.for(`hn-widgets/${VERSION}`);
const forget = (): boolean => Reflect.deleteProperty(globalThis, KEY);
beforeEach(forget);
afterEach(() => {
  vi.unstubAllGlobals();
  forget();
});

describe('the registry', () => {
  it('is one for every copy of this version, under the only global', async () => {
    const before = Reflect.ownKeys(globalThis).length;
    configure({ lang: 'nn' });
    expect(Reflect.ownKeys(globalThis).length).toBe(before + 1);
    vi.resetModules();
    const copy = await import('../../src/care/registry.js');
    expect(copy.careFor).not.toBe(careFor);
    expect(copy.pageConfiguration().lang).toBe('nn');
    expect(copy.careFor({ url: 'https://x.example' })).toBe(careFor({ url: 'https://x.example' }));
  });

  it('adds up what is configured, but takes address, type and token as one', () => {
    const getToken = async (): Promise<string> => 't';
    configure({ lang: 'nb', backendUrl: 'https://a.example', getToken });
    configure({ lang: 'en' });
    expect(pageConfiguration()).toMatchObject({ lang: 'en', backendUrl: 'https://a.example', getToken });
    configure({ backendUrl: 'https://b.example' });
    expect(pageConfiguration()).toMatchObject({ lang: 'en', backendUrl: 'https://b.example' });
    expect(pageConfiguration().getToken).toBeUndefined();
  });

  it('tells who listens', () => {
    const listener = vi.fn();
    const stop = onConfigure(listener);
    configure({ lang: 'nb' });
    registerBackend('other', () => fakeBackend());
    stop();
    configure({ lang: 'nn' });
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

describe('the care client for some settings', () => {
  it('is the same for the same backend, however it is spelt', () => {
    vi.stubGlobal('document', { baseURI: 'https://kommune.example/side/' });
    const one = careFor({ url: 'https://kommune.example/api' });
    expect(one).not.toBeNull();
    expect(careFor({ url: '/api/', type: 'rest' })).toBe(one);
    expect(careFor({ url: '../api' })).toBe(one);
    expect(careFor({ url: '/other' })).not.toBe(one);
  });

  it('is another with a token, or another token', () => {
    const url = 'https://x.example';
    const a = async (): Promise<string> => 'a';
    const b = async (): Promise<string> => 'b';
    const clients = [careFor({ url }), careFor({ url, getToken: a }), careFor({ url, getToken: b })];
    expect(new Set(clients).size).toBe(3);
    expect(careFor({ url, getToken: a })).toBe(clients[1]);
  });

  it('is one for each backend object, which wins over an address', () => {
    const backend = fakeBackend();
    const one = careFor({ backend, url: 'https://x.example' });
    expect(careFor({ backend })).toBe(one);
    expect(careFor({ backend: fakeBackend() })).not.toBe(one);
  });

  it('is none without a backend, with an address that is none, or with a type that nobody knows', () => {
    expect(careFor({})).toBeNull();
    for (const url of ['', 'no address', 'javascript:alert(1)', 'ftp://x.example']) {
      expect(careFor({ url }), url).toBeNull();
    }
    expect(careFor({ url: 'https://x.example', type: 'fhir' })).toBeNull();
  });

  it('gives an adapter its address, token and settings when it is first used', async () => {
    const getToken = async (): Promise<string> => 't';
    const factory = vi.fn(async () => fakeBackend({ capabilities: new Set(['search'] as const) }));
    registerBackend('mine', factory);
    configure({ backends: { mine: { depth: 2 } } });
    const client = careFor({ url: 'https://x.example/', type: 'mine', getToken })!;
    expect(factory).not.toHaveBeenCalled();
    expect(client.can('search')).toBe(false);
    const held = client.observeSession('nb', () => undefined);
    await vi.waitUntil(() => held.snapshot.status === 'ready');
    expect(factory).toHaveBeenCalledExactlyOnceWith({
      url: 'https://x.example',
      getToken,
      options: { depth: 2 },
    });
    expect(client.can('search')).toBe(true);
    client.close();
  });
});
