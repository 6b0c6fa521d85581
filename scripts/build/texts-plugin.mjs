import MagicString from 'magic-string';
import { walk } from './walk.mjs';

/**
 * Drops `desc` from every `msg(…, {id, desc})`: words for translators, not for residents.
 *
 * @returns {import('rolldown').Plugin}
 */
export function dropDescriptions() {
  return {
    name: 'hn:drop-descriptions',
    transform(code, id) {
      if (!/\.ts$/.test(id) || !code.includes('desc')) return null;
      const text = new MagicString(code);
      walk(this.parse(code, { lang: 'ts' }), (node) => {
        if (node.type !== 'CallExpression' || node.callee.name !== 'msg') return;
        const options = node.arguments[1];
        if (options?.type !== 'ObjectExpression') return;
        const kept = options.properties.filter((property) => property.key.name !== 'desc');
        if (kept.length === options.properties.length) return;
        const source = kept.map((property) => code.slice(property.start, property.end)).join(', ');
        text.overwrite(options.start, options.end, `{ ${source} }`);
      });
      return { code: text.toString(), map: text.generateMap({ hires: true, source: id }) };
    },
  };
}
