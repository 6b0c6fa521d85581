/** A widget's desk, as the widget itself sees it: what it does and shows after the first sight. */
export interface WidgetDesk {
  /** Does what a view calls `name`. */
  act(name: string, target: HTMLElement, event: Event): void;
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
  renderDialog(): unknown;
}
