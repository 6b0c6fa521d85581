import { expect } from '@open-wc/testing';
import { BackendError } from '../../src/backend/errors.js';
import { createRestBackend } from '../../src/backend/rest/rest.js';
import type { Hint } from '../../src/backend/types.js';
import { DraftStore } from '../../src/care/drafts.js';
import type { Draft } from '../../src/care/drafts.js';
import { waitUntil } from '../support/wait.js';

const PERSON = { user: 'ingrid', party: 'ingrid', draftKey: btoa('k'.repeat(32)) };
const DRAFT: Draft = { key: 'k', subject: 'Hemmelig', body: 'Tekst ø š', attachments: [] };

describe('the care client in this engine', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  it('keeps drafts encrypted in the tab, also over a reload', async () => {
    const load = (): DraftStore => new DraftStore({ person: PERSON, backendId: 'b', draftsLoaded: false });
    await load().set('s', DRAFT);
    expect(sessionStorage.length).to.equal(1);
    expect(JSON.stringify(Object.entries(sessionStorage))).not.to.match(/Hemmelig|ingrid/);
    expect(await load().get('s')).to.deep.equal(DRAFT);
    await load().purge(null);
    expect(sessionStorage.length).to.equal(0);
  });

  it('reads live hints by one stream for all', async () => {
    const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
    const aborted: AbortSignal[] = [];
    const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
      if (init?.signal) aborted.push(init.signal);
      const body = new ReadableStream<Uint8Array>({ start: (stream) => void streams.push(stream) });
      return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
    };
    const url = `https://helse.example.no/${crypto.randomUUID()}`;
    const listen = (): { heard: (Hint | null)[]; stop: () => void } => {
      const heard: (Hint | null)[] = [];
      return { heard, stop: createRestBackend({ url, fetch }).watch((hint) => heard.push(hint)) };
    };
    const first = listen();
    await waitUntil(() => first.heard.length);
    const second = listen();
    await waitUntil(async () =>
      (await navigator.locks.query()).pending?.some(({ name }) => name?.includes(url)),
    );
    const hint: Hint = { type: 'message', partyId: null, id: 'å' };
    const bytes = new TextEncoder().encode(`data: ${JSON.stringify(hint)}\n\n`);
    // Cut within a letter.
    streams[0]?.enqueue(bytes.slice(0, -5));
    streams[0]?.enqueue(bytes.slice(-5));
    await waitUntil(() => second.heard.length);
    expect([first.heard, second.heard]).to.deep.equal([[null, hint], [hint]]);
    expect(streams.length).to.equal(1);
    first.stop();
    expect(aborted[0]?.aborted).to.equal(true);
    await waitUntil(() => second.heard.length > 1);
    expect(streams.length).to.equal(2);
    second.stop();
  });

  it('tells how far an upload has come, and takes no page for an answer', async () => {
    const steps: [number, number][] = [];
    // The test runner's own server: it answers such a request with a page.
    const backend = createRestBackend({ url: `${location.origin}/no-such-backend` });
    const file = new File([new Uint8Array(300_000)], 'bilde.png', { type: 'image/png' });
    const error: unknown = await backend
      .upload(file, { onProgress: (...step) => steps.push(step) })
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(BackendError);
    expect((error as BackendError).code).to.equal('bad-response');
    const [sent, total] = steps.at(-1) ?? [];
    expect(sent).to.equal(total);
    expect(total).to.be.greaterThan(300_000);
  });

  it('stops an upload', async () => {
    const stop = new AbortController();
    const backend = createRestBackend({ url: `${location.origin}/no-such-backend` });
    const upload = backend.upload(new File(['x'], 'x.txt'), { signal: stop.signal });
    const reason = new Error('enough');
    stop.abort(reason);
    expect(await upload.catch((why: unknown) => why)).to.equal(reason);
  });

  it('says offline where nobody answers', async () => {
    const backend = createRestBackend({ url: 'http://127.0.0.1:9/api', retryDelay: 1 });
    for (const ask of [() => backend.getSession(), () => backend.upload(new File(['x'], 'x.txt'))]) {
      const error: unknown = await ask().catch((why: unknown) => why);
      expect((error as BackendError).code).to.equal('offline');
    }
  });
});
