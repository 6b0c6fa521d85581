/** A widget over a backend in which somebody has been, and what is looked for in it. */
import { expect } from '@open-wc/testing';
import type { Backend } from '../../src/backend/backend.js';
import { safeLink } from '../../src/backend/rest/links.js';
import { createRestBackend } from '../../src/backend/rest/rest.js';
import type { HnElement } from '../../src/elements/base.js';
import { ATTACKS } from './attack-corpus.js';
import { poisoned, type Attacked, type Kind } from './attacked.js';
import { NOW } from './data.js';

const URL_OF_BACKEND = 'https://helse.example/api';
/** As many of a list at once as a widget shows of it. */
const BATCH = 29;

export const indices = [...ATTACKS.keys()];
export const batches = indices
  .filter((index) => index % BATCH === 0)
  .map((from) => indices.slice(from, from + BATCH));

/** What is answered, by the path's parts below the backend's address. */
export type Answers = Record<string, (...parts: string[]) => unknown>;

/** The adapter over answers in which somebody has been. */
export function backendOf(answers: Answers): Backend {
  const fetch = (input: string | URL | Request): Promise<Response> => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const [what = '', ...parts] = pathname.replace('/api/', '').split('/').map(decodeURIComponent);
    const answer = answers[parts[1] ?? what] ?? answers[what];
    if (!answer) return Promise.resolve(new Response(null, { status: 501 }));
    const value = answer(...parts);
    const headers = { 'Content-Type': 'application/json' };
    return Promise.resolve(
      value instanceof Blob ? new Response(value) : new Response(poisoned(value), { headers }),
    );
  };
  return createRestBackend({
    url: URL_OF_BACKEND,
    fetch,
    clock: { now: () => NOW },
  });
}

export const page = (items: unknown[], more: object = {}) => ({ items, next: null, ...more });
export const rootOf = (widget: HnElement): ShadowRoot => widget.shadowRoot!;
export const $ = (widget: HnElement, selector: string): HTMLElement => {
  const found = rootOf(widget).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector} in: ${rootOf(widget).textContent.slice(0, 500)}`);
  return found;
};
export const $$ = (widget: HnElement, selector: string): HTMLElement[] => [
  ...rootOf(widget).querySelectorAll<HTMLElement>(selector),
];

/** Fragments of the page, `tel:`, `mailto:`, files that are here, and what may be followed. */
export const isSafe = (address: string): boolean =>
  /^(#|tel:|mailto:)/.test(address) || safeLink(address) !== null;

/** All of the texts of a kind, but those that `except` names, are read in `where` as they are. */
export function expectRead(
  attacked: Attacked,
  where: Element | ShadowRoot,
  kind: Kind,
  index: number,
  except?: RegExp,
): void {
  const text = where.textContent;
  const missing = attacked
    .shown(kind, index)
    .filter(([path, words]) => !except?.test(path) && !text.includes(words));
  expect(missing, `fields of ${kind} that are not read`).to.deep.equal([]);
}

/** When what is waited for will not come any more, in milliseconds: 160 files take their time on a busy machine. */
const NEVER = 120_000;

/** Waits without a pause in between: there are thousands of these waits. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const begun = performance.now();
  while (!holds()) {
    if (performance.now() - begun > NEVER) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
