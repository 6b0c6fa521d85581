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

/** A request as anybody may make it, of any context. */
export interface ContextRequest extends Event {
  readonly context: unknown;
  readonly callback: ContextCallback;
  readonly subscribe?: boolean;
}

const SPREAD = { bubbles: true, composed: true };

/** Asks the elements around for the settings, now and whenever they change. */
export class ContextRequestEvent extends Event {
  readonly context = CONFIG_CONTEXT;
  readonly subscribe = true;
  readonly contextTarget: Element;
  readonly callback: ContextCallback;

  constructor(contextTarget: Element, callback: ContextCallback) {
    super('context-request', SPREAD);
    this.contextTarget = contextTarget;
    this.callback = callback;
  }
}

/** Says that `hn-config` gives settings from now on: who asked before it could answer asks again. */
export class ContextProviderEvent extends Event {
  readonly context = CONFIG_CONTEXT;
  readonly contextTarget: Element;

  constructor(contextTarget: Element) {
    super('context-provider', SPREAD);
    this.contextTarget = contextTarget;
  }
}

/** `node` and the elements around it, the nearest first, across shadow roots. */
export function lineage(node: Node | null): Element[] {
  const elements: Element[] = [];
  while (node) {
    if (node instanceof Element) elements.push(node);
    const { assignedSlot, parentNode, host } = node as Partial<Element & ShadowRoot>;
    node = assignedSlot ?? parentNode ?? host ?? null;
  }
  return elements;
}
