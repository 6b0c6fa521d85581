/**
 * ESLint rule: an element class reads top to bottom in one order, so that a reader finds things without searching:
 * static members, decorated properties, decorated state, other fields, methods and the constructor, then `render()`
 * and its `#renderX()` helpers last. Accessors may stand anywhere.
 *
 * It also holds the names: class `HnInboxElement` in `inbox/inbox.ts`, actions named for what they do
 * (`#openThread`, never `handleClick` or `onClick`), private by `#`, booleans that default to false (an
 * attribute cannot say "false").
 */
import { basename, dirname } from 'node:path';

const GROUPS = ['static members', 'public properties', 'state', 'private fields', 'methods', 'rendering'];

/** @param {any} member @param {string} name */
function hasDecorator(member, name) {
  return decorator(member, name) !== undefined;
}

function decorator(member, name) {
  return member.decorators?.find(
    ({ expression }) => expression.type === 'CallExpression' && expression.callee.name === name,
  );
}

/** @returns {string | undefined} */
function nameOf(member) {
  if (member.key?.type === 'PrivateIdentifier') return `#${member.key.name}`;
  return member.key?.name ?? member.key?.value;
}

/** @returns {number} which of `GROUPS` a class member belongs to */
function groupOf(member) {
  if (member.static || member.type === 'StaticBlock') return 0;
  const name = nameOf(member) ?? '';
  const isField = member.type === 'PropertyDefinition' || member.type === 'AccessorProperty';
  const isAccessor = member.kind === 'get' || member.kind === 'set';
  if (hasDecorator(member, 'property')) return 1;
  if (hasDecorator(member, 'state') || hasDecorator(member, 'query')) return 2;
  const isFunction = member.value?.type === 'ArrowFunctionExpression';
  if (isField && !isFunction) return 3;
  if (isAccessor) return -1;
  return /^#?render[A-Z]?/.test(name) ? 5 : 4;
}

/** @type {import('eslint').Rule.RuleModule} */
export const elementAnatomy = {
  meta: {
    type: 'suggestion',
    docs: { description: 'holds the order and the names inside an element class' },
    schema: [],
    messages: {
      order: '{{group}} come before {{after}}: move `{{name}}` up.',
      className: 'The class of {{file}} is called {{expected}}.',
      action: 'Name `{{name}}` for what it does (openThread), not for what calls it.',
      hash: 'Private is `#{{name}}`.',
      boolean: '`{{name}}` defaults to true: no attribute can switch it off. Turn its meaning round.',
    },
  },
  create(context) {
    const file = basename(context.filename, '.ts');
    const isElementFile = file === basename(dirname(context.filename));
    return {
      ClassDeclaration(node) {
        if (!node.superClass) return;
        if (isElementFile && /Element$/.test(node.id?.name ?? '')) {
          const pascal = file.replace(/(^|-)([a-z])/g, (_match, _dash, letter) => letter.toUpperCase());
          const expected = `Hn${pascal}Element`;
          if (node.id.name !== expected) {
            context.report({
              node: node.id,
              messageId: 'className',
              data: { file: `${file}.ts`, expected },
            });
          }
        }
        let latest = -1;
        for (const member of node.body.body) {
          const name = nameOf(member) ?? '';
          const group = groupOf(member);
          if (group !== -1 && group < latest) {
            const data = { name, group: GROUPS[group], after: GROUPS[latest] };
            context.report({ node: member, messageId: 'order', data });
          }
          latest = Math.max(latest, group);
          if (/^#?(handle|on)[A-Z]/.test(name)) {
            context.report({ node: member, messageId: 'action', data: { name } });
          }
          if (member.accessibility === 'private') {
            context.report({ node: member, messageId: 'hash', data: { name } });
          }
          if (hasDecorator(member, 'property') && member.value?.value === true) {
            context.report({ node: member, messageId: 'boolean', data: { name } });
          }
        }
      },
    };
  },
};
