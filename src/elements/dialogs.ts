import { render } from 'lit/html.js';
import type { WidgetAction } from './desk.js';

/** The modal dialogs of a widget: drawn by themselves, and answered once, however they are closed. */
export class Dialogs {
  readonly #host: { readonly renderRoot: ParentNode };
  readonly #actions: Readonly<Record<string, WidgetAction>>;
  readonly #shown = new WeakSet<HTMLDialogElement>();

  /** @param actions what a dialog's `data-close` names */
  constructor(host: { readonly renderRoot: ParentNode }, actions: Readonly<Record<string, WidgetAction>>) {
    this.#host = host;
    this.#actions = actions;
  }

  /** Shows what is asked; what stands behind it is not drawn anew. */
  show(asked: unknown): void {
    const { renderRoot } = this.#host;
    const base = renderRoot.querySelector('section');
    if (base) render(asked, base);
    for (const dialog of renderRoot.querySelectorAll('dialog')) this.#open(dialog);
  }

  close(dialog: HTMLDialogElement | null | undefined): void {
    if (!dialog) return;
    dialog.close();
    this.#answer(dialog, new Event('close'));
  }

  closeAll(): void {
    for (const dialog of this.#host.renderRoot.querySelectorAll('dialog')) this.close(dialog);
  }

  #open(dialog: HTMLDialogElement): void {
    if (this.#shown.has(dialog)) return;
    this.#shown.add(dialog);
    dialog.addEventListener('close', (event) => this.#answer(dialog, event), { once: true });
    dialog.showModal();
    // Not at 113 in the box above it, where the next Enter would ring.
    dialog.querySelector<HTMLElement>('[tabindex]')?.focus();
  }

  /** What it asked is answered now, or when the browser tells that it is closed. */
  #answer(dialog: HTMLDialogElement, event: Event): void {
    if (this.#shown.delete(dialog)) this.#actions[dialog.dataset.close ?? '']?.(dialog, event);
  }
}
