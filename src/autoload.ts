/**
 * Watches the page and loads only the widgets that stand in it, now or later.
 *
 * Holds no Lit and no element, so that a page pays for what it shows.
 */

/** What loads each tag. */
const loaders: Record<string, () => Promise<unknown>> = {
  'hn-contacts': () => import('./autoload/hn-contacts.js'),
  'hn-appointments': () => import('./autoload/hn-appointments.js'),
  'hn-inbox': () => import('./autoload/hn-inbox.js'),
  'hn-proxy-picker': () => import('./autoload/hn-proxy-picker.js'),
  'hn-notify-settings': () => import('./autoload/hn-notify-settings.js'),
  'hn-config': () => import('./define/hn-config.js'),
};
const tags = Object.keys(loaders);
const asked = new Set<string>();

function load(tag: string): void {
  if (asked.has(tag)) return;
  asked.add(tag);
  loaders[tag]?.().catch((error: unknown) => {
    // What stands in the element stays visible. The next such element on the page tries again.
    asked.delete(tag);
    console.error(`hn-widgets: <${tag}> did not load.`, error);
  });
}

function look(root: ParentNode): void {
  for (const tag of tags) if (root.querySelector(tag)) load(tag);
}

/**
 * Loads what stands in `root` and watches it. The document is watched from the start, a shadow root only
 * when it is given here: nothing tells when one is attached.
 *
 * @returns what stops watching
 */
export function observe(root: Document | ShadowRoot | Element): () => void {
  const observer = new MutationObserver((changes) => {
    if (changes.some((change) => change.addedNodes.length > 0)) look(root);
  });
  observer.observe(root, { childList: true, subtree: true });
  look(root);
  return () => observer.disconnect();
}

if (typeof document !== 'undefined') observe(document);
