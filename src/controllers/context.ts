/**
 * The community context protocol
 * (https://github.com/webcomponents-cg/community-protocols/blob/main/proposals/context.md), by which
 * `hn-config` gives its settings to the widgets inside it.
 */

/** The context's key. The number is the shape's: another shape gets another number. */
export const CONFIG_CONTEXT = Symbol.for('hn-config/1');

/** What `hn-config` gives: plain data, so that versions of the library understand each other. */
export interface ConfigContext {
  readonly backendUrl: string | null;
  readonly backendType: string | null;
  readonly lang: string | null;
}

/** Called with each value; `unsubscribe` ends that. */
export type ContextCallback = (value: ConfigContext, unsubscribe?: () => void) => void;

/** Asks the elements around for a context's value, now and (with `subscribe`) whenever it changes. */
export class ContextRequestEvent extends Event {
  readonly context: unknown;
  readonly contextTarget: Element;
  readonly callback: ContextCallback;
  readonly subscribe: boolean;

  constructor(context: unknown, contextTarget: Element, callback: ContextCallback, subscribe = false) {
    super('context-request', { bubbles: true, composed: true });
    this.context = context;
    this.contextTarget = contextTarget;
    this.callback = callback;
    this.subscribe = subscribe;
  }
}

/** Says that an element gives a context from now on: who asked before it could answer asks again. */
export class ContextProviderEvent extends Event {
  readonly context: unknown;
  readonly contextTarget: Element;

  constructor(context: unknown, contextTarget: Element) {
    super('context-provider', { bubbles: true, composed: true });
    this.context = context;
    this.contextTarget = contextTarget;
  }
}

/** The elements around `node`, the nearest first, across shadow roots. */
export function* ancestors(node: Node): Generator<Element> {
  for (let at: Node | null = node; at;) {
    at = (at as Element).assignedSlot ?? at.parentNode ?? (at as ShadowRoot).host ?? null;
    if (at instanceof Element) yield at;
  }
}
