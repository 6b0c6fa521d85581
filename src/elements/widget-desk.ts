/** The states of which a widget has exactly one; `offline` may come beside each. */
export type WidgetState = 'loading' | 'ready' | 'empty' | 'error' | 'locked';

/** A widget's desk, as the widget itself sees it: what it does and shows after the first sight. */
export interface WidgetDesk {
  /** Does what the view around `target` calls for, on an event that was first heard there. */
  answer(event: Event, target: Element): void;
  /** What the widget has come to, where its own content, for whoever is in, has come to `content`. */
  stateWith(content: WidgetState): WidgetState;
  /** Makes all sheets anew, in the document where the widget stands now. */
  adoptSheets(): void;
  /** Beside the widget's content, where no part and no slot reaches. */
  renderBeside(): unknown;
  /** Above everything else. */
  renderAbove(): unknown;
  /** What has happened, above the content. */
  renderNotices(): unknown;
  /** What stands there instead of the content; null for whoever is in. */
  renderInstead(): unknown;
}
