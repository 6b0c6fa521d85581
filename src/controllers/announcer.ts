import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a message stays where a screen reader may also find it by reading on, in milliseconds. */
const KEPT = 5_000;

/**
 * Says things to screen readers, once each: in the open dialog if there is one, since regions outside
 * are silent then, else in the widget's own `role="status"`.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  #timer?: ReturnType<typeof setTimeout>;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  /** Says `text` when what it is about stands on the page. */
  async say(text: string): Promise<void> {
    await this.#host.updateComplete;
    const { renderRoot } = this.#host;
    const region =
      renderRoot.querySelector('dialog[open] [role=status]') ??
      [...renderRoot.querySelectorAll('[role=status]')].pop();
    if (!region) return;
    // What was said elsewhere is over.
    for (const other of renderRoot.querySelectorAll('[role=status]'))
      if (other !== region) other.textContent = '';
    // The same text again is news only if it differs.
    region.textContent = region.textContent === text ? text + '\u00a0' : text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (region.textContent = ''), KEPT);
  }

  /** What was said is for nobody else. */
  clear(): void {
    for (const region of this.#host.renderRoot.querySelectorAll('[role=status]')) region.textContent = '';
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
