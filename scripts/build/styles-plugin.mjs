import MagicString from 'magic-string';

/**
 * A style sheet's source without the white space in the values of custom properties.
 *
 * @param {string} code
 */
export function tight(code) {
  const text = new MagicString(code);
  for (const value of code.matchAll(/(?<=\s--_[\w-]+:)[^;]+(?=;)/g)) {
    // Beside a comma or inside a bracket it means nothing; elsewhere it parts two words.
    for (const space of value[0].matchAll(/(?<=[,(])\s+|\s+(?=\))/g)) {
      const start = value.index + space.index;
      text.remove(start, start + space[0].length);
    }
  }
  return text;
}

/**
 * The minifier of style sheets leaves these values as they stand in the source: `var(--hn-radius, 0.5em)`.
 *
 * @returns {import('rolldown').Plugin}
 */
export function tightProperties() {
  return {
    name: 'hn:tight-properties',
    transform(code, id) {
      if (!id.endsWith('.styles.ts')) return null;
      const text = tight(code);
      return { code: text.toString(), map: text.generateMap({ hires: true, source: id }) };
    },
  };
}
