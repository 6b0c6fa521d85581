/** What somebody's things look like where they must not be, and the places to look. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Watched } from './watch.js';

/** In any case, and as it looks in an address, in JSON or in base64. */
export function traces(text: string): RegExp {
  const plain = [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), ascii(text)];
  // Of base64 any of three alignments: its middle says enough. Case counts there: of a short word it is four
  // letters, which a random id has by chance in some case.
  const coded = ['', ' ', '  '].flatMap((before) => {
    const middle = Buffer.from(before + text)
      .toString('base64')
      .slice(4, -4);
    return [middle, middle.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const any = (forms: string[]): string =>
    [...new Set(forms)].map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
  return new RegExp(`(?i:${any(plain)})|${any(coded)}`);
}

/** A number, however it is grouped; not as a part of a longer one. */
export const digits = (number: string): RegExp =>
  new RegExp(
    `(?<![0-9a-z])${Array.from(number.replace(/\D/g, '')).join('(?:[^0-9a-z]{0,3})')}(?![0-9a-z])`,
    'i',
  );

const ascii = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What must stand nowhere, by what it is. */
export type Secrets = Readonly<Record<string, RegExp>>;

export function expectNone(secrets: Secrets, where: string, lines: readonly string[]): void {
  for (const [what, pattern] of Object.entries(secrets)) {
    expect(
      lines.filter((line) => pattern.test(line)),
      `${what} in ${where}`,
    ).toEqual([]);
  }
}

/** All that the browser keeps for the origin, and that outlives the page. */
export const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const entries: string[] = [];
    for (const storage of [localStorage, sessionStorage]) {
      for (const [name, value] of Object.entries(storage)) entries.push(`${name}=${String(value)}`);
    }
    for (const { name } of await indexedDB.databases()) entries.push(`IndexedDB ${name}`);
    for (const name of await caches.keys()) {
      entries.push(`cache ${name}`);
      for (const { url } of await (await caches.open(name)).keys()) entries.push(url);
    }
    for (const { scope } of await navigator.serviceWorker.getRegistrations()) entries.push(`worker ${scope}`);
    entries.push(JSON.stringify(history.state), location.href, document.title, window.name);
    return entries;
  });

/** All that stands in the page, in open shadow roots, attributes and fields too. */
export const standing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) found.push(`${name}=${value}`);
        for (const node of element.childNodes) if (node instanceof Text) found.push(node.data);
        if (element instanceof HTMLInputElement) found.push(`field: ${element.value}`);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return found;
  });

export const cookies = async (context: BrowserContext): Promise<string[]> =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`);

/** Requests to another origin than `own`. */
export const foreignTo = (own: string, { requests }: Watched): string[] =>
  requests.filter((address) => /^https?:/.test(address) && new URL(address).origin !== own);
