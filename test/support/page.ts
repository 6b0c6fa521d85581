import { expect, fixture, html } from '@open-wc/testing';
import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';
import '../../src/define.js';
import type { Backend } from '../../src/backend/backend.js';
import type { HnContactsElement } from '../../src/elements/contacts/contacts.js';
import type { HnElement } from '../../src/elements/base.js';
import type { FakeBackend } from './fake-backend.js';
import { waitUntil } from './wait.js';

/** The first time the code that comes on demand is built on the way. */
const PATIENT = { timeout: 15_000 };

/** Sets attributes on a widget before it is on the page. */
export type Attributes = Record<string, string>;

/** What draws something: `hn-config` gives settings alone. */
type WidgetTag = Exclude<Extract<keyof HTMLElementTagNameMap, `hn-${string}`>, 'hn-config'>;

/** An `hn-contacts` on the page, as soon as its first content is shown. */
export const show = (backend: FakeBackend | null, attributes: Attributes = {}): Promise<HnContactsElement> =>
  showWidget('hn-contacts', backend, attributes);

/** A widget on the page, as soon as its first content is shown. */
export async function showWidget<Tag extends WidgetTag>(
  tag: Tag,
  backend: Backend | null,
  attributes: Attributes = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  const wrapper = await fixture(html`<div></div>`);
  const widget = document.createElement(tag);
  widget.backend = backend;
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  wrapper.append(widget);
  const shown = (): boolean =>
    widget.matches(':is(:state(ready), :state(empty), :state(error), :state(locked))');
  if (backend) await waitUntil(shown, 'the first content', PATIENT);
  return widget;
}

/** Gives the page a column of `width` pixels; widgets ask their own box how wide it is, not the window. */
export const inColumn = (width: number): void => document.body.style.setProperty('inline-size', `${width}px`);

/** Whether something runs out of the widget's box. */
export function runsOut(widget: HnElement): boolean {
  const { scrollWidth, clientWidth } = widget.shadowRoot!.querySelector('.base')!;
  return scrollWidth > clientWidth;
}

/** What a person reads in the widget. */
export const textOf = (widget: HnElement): string => readable(widget.shadowRoot!);

function readable(root: Node): string {
  let text = '';
  const walk = (node: Node): void => {
    if (node instanceof Text) text += node.data;
    const style = node instanceof Element ? getComputedStyle(node) : null;
    if (style?.display === 'none') return;
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    for (const child of slotted.length ? slotted : node.childNodes) walk(child);
    if (style && !style.display.startsWith('inline')) text += ' ';
  };
  walk(root);
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

type Scope = HnElement | Element;

/** Everything in the widget, or below an element of it, with this role and name, as a person finds it. */
export function all(scope: Scope, role: string, name?: string | RegExp): HTMLElement[] {
  const root = (scope as HnElement).shadowRoot ?? scope;
  return [...root.querySelectorAll<HTMLElement>('*')].filter((element) => {
    if (getRole(element) !== role && !(role === 'searchbox' && element.matches('input[type=search]')))
      return false;
    if (isInaccessible(element)) return false;
    const told = computeAccessibleName(element).replace(/\s+/g, ' ').trim();
    return name === undefined || (typeof name === 'string' ? told === name : name.test(told));
  });
}

/** The one in the widget with this role and name; fails if there is none, or several. */
export function the(scope: Scope, role: string, name?: string | RegExp): HTMLElement {
  const found = all(scope, role, name);
  const names = all(scope, role).map((element) => computeAccessibleName(element));
  expect(found, `one ${role} named ${String(name)} among ${JSON.stringify(names)}`).to.have.length(1);
  return found[0]!;
}

/** Waits until there is one. */
export async function find(scope: Scope, role: string, name?: string | RegExp): Promise<HTMLElement> {
  await waitUntil(() => all(scope, role, name).length === 1, `a ${role} named ${String(name)}`, PATIENT);
  return the(scope, role, name);
}

/** Presses it, when it is there. */
export async function press(scope: Scope, role: string, name: string | RegExp): Promise<void> {
  const element = await find(scope, role, name);
  element.focus();
  element.click();
}

/** Writes into it, as somebody who types does. */
export function write(field: HTMLElement, text: string): void {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Waits until the widget reads so. */
export const reads = (widget: HnElement, text: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? textOf(widget).includes(text) : text.test(textOf(widget))),
    `"${String(text)}" is read`,
    PATIENT,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)} in: ${textOf(widget)}`);
  });

/** What has focus in the widget. */
export function focused(widget: HnElement): string {
  const element = widget.shadowRoot?.activeElement;
  return element ? computeAccessibleName(element) || readable(element) : '';
}

/** Waits until what has focus is called so. */
export const hasFocus = (widget: HnElement, name: string): Promise<void> =>
  waitUntil(() => focused(widget) === name, `"${name}" has focus`, PATIENT).catch((error: unknown) => {
    throw new Error(`${String(error)}, but "${focused(widget)}" has`);
  });

/** Prevents `type` the first time; gives how often the page was asked. */
export function preventOnce(widget: HnElement, type: string): () => number {
  let asked = 0;
  widget.addEventListener(type, (event) => {
    asked += 1;
    if (asked === 1) event.preventDefault();
  });
  return () => asked;
}

/** Whether the browser would ask before it leaves the page. */
export const asksBeforeLeaving = (): boolean =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

// What the tests of a file leave unsent does not keep the browser from going on to the next one.
after(() => addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true));

/** All of the tab's own storage. */
export const stored = (): string => JSON.stringify(Object.entries(sessionStorage));
/** Waits until a draft is kept. */
export const isKept = (): Promise<void> => waitUntil(() => stored().includes('hn:draft:'), 'it is kept');

/** Chooses files in the widget's file field. */
export function attach(widget: HnElement, ...files: File[]): void {
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  const input = widget.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
  input.files = chosen.files;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** All that screen readers are told by live regions from now on, in order. */
export function listen(widget: HnElement): string[] {
  const said: string[] = [];
  const take = (): void => {
    for (const { target } of observer.takeRecords()) note(target);
  };
  const note = (target: Node): void => {
    const region = (target instanceof Element ? target : target.parentElement)?.closest('[role=status]');
    const text = region?.textContent.trim();
    if (text && text !== said.at(-1)) said.push(text);
  };
  const observer = new MutationObserver((records) => {
    for (const { target } of records) note(target);
    take();
  });
  observer.observe(widget.shadowRoot!, { subtree: true, childList: true, characterData: true });
  return said;
}

/** Elements, texts and comments; not the white space between tags, which the build takes out. */
export function nodesOf(widget: HTMLElement): number {
  const walker = document.createTreeWalker(widget.shadowRoot!);
  let count = 0;
  while (walker.nextNode()) if (!/^\s*\n\s*$/.test(walker.currentNode.nodeValue ?? '')) count += 1;
  return count;
}
