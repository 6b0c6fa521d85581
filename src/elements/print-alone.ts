/** The day that paper is read on, in milliseconds since the epoch: none that is near, so that each has its date and year. */
export const ON_PAPER = 0;

/** What stands on paper. */
const SHEET = `
  body { font: 11pt/1.4 sans-serif; }
  h1 { margin: 0 0 0.25em; font-size: 1.5em; }
  h2 { margin: 1.25em 0 0.5em; padding-block-end: 0.25em; border-block-end: 0.5pt solid; font-size: 1.1em; break-after: avoid; }
  ol, ul { list-style: none; margin: 0; padding: 0; }
  li { break-inside: avoid; margin-block-end: 0.75em; }
  li li { margin: 0; }
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
