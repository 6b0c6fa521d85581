/**
 * In the page, before anything else: keeps the moment of the first `hn-ready`, counts nodes, and mounts and
 * unmounts a widget when asked. The floor page tells its own moment with an event of the same name.
 */
window.ready = new Promise((resolve) => {
  addEventListener(
    'hn-ready',
    () => {
      performance.mark('hn-ready');
      resolve(performance.now());
    },
    { once: true },
  );
});

/** Nodes below `root` and in open shadow roots: elements, texts and comments. */
window.countNodes = (root) => {
  const below = [...root.childNodes].reduce((sum, node) => sum + 1 + window.countNodes(node), 0);
  return below + (root.shadowRoot ? window.countNodes(root.shadowRoot) : 0);
};

/** Puts a widget in, waits for its first content and takes it out again, `times` over. */
window.mountAndUnmount = async (tag, times) => {
  for (let count = 0; count < times; count += 1) {
    const element = document.createElement(tag);
    element.setAttribute('backend-url', '/api');
    const shown = new Promise((resolve) => {
      element.addEventListener('hn-ready', resolve, { once: true });
    });
    document.body.append(element);
    await shown;
    element.remove();
  }
};

/** Clicks on the first of these in the appointments, as soon as it stands there. */
window.press = async (selector) => {
  const { shadowRoot } = document.querySelector('hn-appointments');
  const found = () => shadowRoot.querySelector(selector);
  while (!found()) await new Promise((resolve) => requestAnimationFrame(resolve));
  found().click();
};
