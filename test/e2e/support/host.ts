/** Somebody else's page with our widgets on it: a tiny server of its own. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostPage {
  /** Between the tags of `body`. */
  body: string;
  head?: string;
  headers?: Record<string, string>;
}

export interface Host {
  /** Such as `http://localhost:40123`. */
  origin: string;
  /** What it answers, by path; anything else is 404. */
  pages: Map<string, HostPage>;
  close(): Promise<void>;
}

/** What a page loads the library with. @param url of the care service, which has the library's files too */
export const libraryTag = (url: string, file = 'hn.js'): string =>
  `<script type="module" src="${url}/dist/cdn/${file}"></script>`;
export const contactsTag = (url: string, attributes = ''): string =>
  `<hn-contacts backend-url="${url}/api" ${attributes}></hn-contacts>`;
export const inboxTag = (url: string, within = ''): string =>
  `<hn-inbox backend-url="${url}/api">${within}</hn-inbox>`;
export const appointmentsTag = (url: string, within = ''): string =>
  `<hn-appointments backend-url="${url}/api">${within}</hn-appointments>`;

/**
 * The policy of the README for a page whose scripts and backend are elsewhere.
 *
 * @param library origin of the library's files and of the backend
 */
export function strictPolicy(library: string): string {
  const policy = /```\n(default-src 'none';[^`]*)```/.exec(readFileSync('README.md', 'utf8'))?.[1];
  if (!policy) throw new Error('README.md states no policy.');
  return policy.replace(/\s+/g, ' ').replace(/(script|connect)-src 'self'/g, `$& ${library}`);
}

/** @param hostname `127.0.0.1` is another site than `localhost`, as far as cookies go. */
export async function startHost(hostname: 'localhost' | '127.0.0.1' = 'localhost'): Promise<Host> {
  const pages: Host['pages'] = new Map();
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/icon.svg') {
      response.writeHead(200, { 'Content-Type': 'image/svg+xml' });
      return void response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
    }
    const page = pages.get(path);
    if (!page) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers });
    response.end(
      `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Vertskommune</title>` +
        `<link rel="icon" href="/icon.svg">${page.head ?? ''}</head><body>${page.body}</body></html>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    pages,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
