import { within } from 'storybook/test';

/** The widget of a story, once its first content is shown. */
export async function readyWidget(canvas: HTMLElement, tag = 'hn-contacts'): Promise<HTMLElement> {
  const widget = canvas.querySelector<HTMLElement>(tag);
  if (!widget) throw new Error(`The story shows no ${tag}.`);
  if (!widget.matches(':state(ready), :state(empty), :state(locked), :state(error)')) {
    await new Promise((resolve) => widget.addEventListener('hn-ready', resolve, { once: true }));
  }
  return widget;
}

/** Finds things in a widget as a person does: by role and name. */
export const inside = (widget: HTMLElement) => within(widget.shadowRoot as unknown as HTMLElement);

/** The smallest picture: the service looks at what a file is, not at what it is called. */
export function onePixel(): Uint8Array<ArrayBuffer> {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
