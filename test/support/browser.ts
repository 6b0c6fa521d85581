/** What the tests know of the browser they run in, and of what a reader sets in it. */
import type { HnElement } from '../../src/elements/base.js';

/** Chromium's driver alone can emulate all that people set in their system. */
export const inChromium = navigator.userAgent.includes('Chrome');
/** WebKit's driver sets no size of the window. */
export const canResize = !/AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);

/** What people set who read better so, WCAG 2.2, 1.4.12. */
export const SPACED = new CSSStyleSheet();
SPACED.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`);

/** What one can press or write in. */
export const PRESSED = 'a[href], button, input, select, textarea, summary';

/** The widget's custom states. */
export const statesOf = (widget: HnElement): string[] =>
  ['loading', 'ready', 'empty', 'error', 'locked', 'offline'].filter((state) =>
    widget.matches(`:state(${state})`),
  );
