import { render } from 'lit/html.js';

/** The modal dialogs of a widget: drawn by themselves, and answered once, however they are closed. */
export class Dialogs {
  readonly #host: { readonly renderRoot: ParentNode };
  readonly #closed: (dialog: HTMLDialogElement, event: Event) => void;
  readonly #shown = new WeakSet<HTMLDialogElement>();

  /** @param closed is called once with each that has been closed */
  constructor(
    host: { readonly renderRoot: ParentNode },
    closed: (dialog: HTMLDialogElement, event: Event) => void,
  ) {
    this.#host = host;
    this.#closed = closed;
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
    if (this.#shown.delete(dialog)) this.#closed(dialog, event);
  }
}
