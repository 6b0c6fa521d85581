/** What says something of a node to whoever does not see it, and how it is written. */
const SHOWN = {
  level: (/** @type {unknown} */ value, /** @type {string} */ role) =>
    role === 'heading' ? `level ${value}` : '',
  expanded: (/** @type {unknown} */ value) => (value ? 'expanded' : 'collapsed'),
  pressed: (/** @type {unknown} */ value) => (value === 'true' ? 'pressed' : 'not pressed'),
  checked: (/** @type {unknown} */ value) => (value === 'true' ? 'checked' : 'not checked'),
  selected: (/** @type {unknown} */ value) => (value ? 'selected' : ''),
  disabled: (/** @type {unknown} */ value) => (value ? 'disabled' : ''),
  required: (/** @type {unknown} */ value) => (value ? 'required' : ''),
  invalid: (/** @type {unknown} */ value) => (value === 'false' ? '' : 'invalid'),
  modal: (/** @type {unknown} */ value) => (value ? 'modal' : ''),
  busy: (/** @type {unknown} */ value) => (value ? 'busy' : ''),
  hasPopup: (/** @type {unknown} */ value) => `opens ${value}`,
  live: (/** @type {unknown} */ value) => `live ${value}`,
  roledescription: (/** @type {unknown} */ value) => `called ${value}`,
};

/** Boxes without a meaning of their own: what stands in them stands where they are. */
const TRANSPARENT = new Set([
  'RootWebArea',
  'generic',
  'none',
  'presentation',
  'LabelText',
  'Legend',
  'InlineTextBox',
  'LineBreak',
]);

/**
 * @typedef {{value?: unknown}} Value
 * @typedef {object} Node of the protocol
 * @property {string} nodeId
 * @property {boolean} ignored
 * @property {Value} [role]
 * @property {Value} [name]
 * @property {Value} [value]
 * @property {Value} [description]
 * @property {{name: string, value: Value}[]} [properties]
 * @property {string[]} [childIds]
 */

/** @param {Value | undefined} value */
const words = (value) =>
  String(value?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** A node in one line: `role "name" (states) = value: description`. @param {Node} node */
function lineOf(node) {
  const role = words(node.role);
  const name = words(node.name);
  // What a file field says of itself is in the language of the browser.
  const value = role === 'button' ? '' : words(node.value);
  const description = words(node.description);
  if (role === 'StaticText') return `"${name}"`;
  const states = (node.properties ?? [])
    .map((property) => SHOWN[property.name]?.(property.value.value, role))
    .filter(Boolean);
  return [
    role,
    name && ` "${name}"`,
    states.length > 0 && ` (${states.join(', ')})`,
    value && ` = "${value}"`,
    description && `: "${description}"`,
  ]
    .filter(Boolean)
    .join('');
}

/**
 * The tree that Chromium gives to assistive technology, as text: a line for each node, indented.
 *
 * @param {Node[]} nodes
 */
export function textOfTree(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {string[]} */
  const lines = [];
  /** @param {Node} node @param {number} depth @param {string} within the name of what it stands in */
  const walk = (node, depth, within) => {
    const isShown = !node.ignored && !TRANSPARENT.has(words(node.role));
    // What a button has for a name is also what stands in it.
    if (isShown && words(node.role) === 'StaticText' && within.includes(words(node.name))) return;
    if (isShown) lines.push(`${'  '.repeat(depth)}${lineOf(node)}`);
    // What is said just now, and is gone in five seconds.
    if (words(node.role) === 'status') return;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, isShown ? depth + 1 : depth, isShown ? words(node.name) : within);
    }
  };
  const [root] = nodes;
  if (root) walk(root, 0, '');
  return `${lines.join('\n')}\n`;
}

/**
 * A command for tests in Chromium: `executeServerCommand('accessibility-tree')` answers with the page's tree.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function accessibilityTree() {
  return {
    name: 'hn:accessibility-tree',
    async executeCommand({ command, session }) {
      if (command !== 'accessibility-tree') return undefined;
      const page = session.browser.getPage(session.id);
      const protocol = await page.context().newCDPSession(page);
      const { nodes } = await protocol.send('Accessibility.getFullAXTree');
      await protocol.detach();
      return textOfTree(nodes);
    },
  };
}
