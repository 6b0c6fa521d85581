/** What stands on paper. */
const SHEET = `
  body { font: 12pt/1.4 sans-serif; }
  ol, ul { list-style: none; padding: 0; }
  li { break-inside: avoid; margin-block-end: 1em; }
  p { margin: 0; }
  .body { white-space: pre-wrap; overflow-wrap: anywhere; }
  button { border: 0; background: none; padding: 0; font: inherit; }
  .vh { display: none; }
`;

/**
 * Prints what `draw` puts on the paper, alone, whatever else stands on the page: from a frame of its own,
 * which goes when the person has answered the browser's dialog.
 */
export async function printAlone(
  title: string,
  lang: string,
  draw: (paper: HTMLElement) => void,
): Promise<void> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const { contentWindow: view, contentDocument: paper } = frame;
  if (!view || !paper) {
    frame.remove();
    return;
  }
  paper.documentElement.lang = lang;
  paper.title = title;
  const { CSSStyleSheet: Sheet } = view as Window & typeof globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(SHEET);
  paper.adoptedStyleSheets = [sheet];
  draw(paper.body);
  await new Promise((drawn) => requestAnimationFrame(drawn));
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
