/**
 * @typedef {{name: string, pascal: string, camel: string, nb: string, nn: string, en: string}} Widget
 * @typedef {{path: string, change: (text: string) => string}} Place
 */

/** Puts `lines` before the first line that begins with `anchor`. @param {string} anchor @param {string} lines */
const before = (anchor, lines) => (/** @type {string} */ text) =>
  text.replace(anchor, () => `${lines}\n${anchor}`);

/** The texts that the files of a new widget have, by language. @param {Widget} widget */
const textsOf = ({ nb, nn, en }) => ({
  about: {
    nb: 'Da kan du se det som gjelder deg.',
    nn: 'Då kan du sjå det som gjeld deg.',
    en: 'Then you can see what concerns you.',
  },
  choose: { nb: 'Velg', nn: 'Vel', en: 'Choose' },
  none: { nb: 'Det er ingenting her nå.', nn: 'Det er ingenting her no.', en: 'There is nothing here now.' },
  title: { nb, nn, en },
});

/** @param {Widget} widget @param {'nn' | 'en'} lang */
const units = (widget, lang) =>
  Object.entries(textsOf(widget))
    .map(
      ([id, text]) => `<trans-unit id="${widget.camel}.${id}">
  <source>${text.nb}</source>
  <target>${text[lang]}</target>
</trans-unit>`,
    )
    .join('\n');

/** Where a widget stands besides in its own files. @param {Widget} widget @returns {Place[]} */
export function places(widget) {
  const { name, pascal } = widget;
  const tag = `hn-${name}`;
  const element = `Hn${pascal}Element`;
  return [
    {
      path: 'src/autoload.ts',
      change: before("  'hn-config':", `  '${tag}': () => import('./autoload/${tag}.js'),`),
    },
    {
      path: 'src/define/define-all.ts',
      change: (text) =>
        before(
          'import { defineElement,',
          `import { ${element} } from '../elements/${name}/${name}.js';`,
        )(text).replace(/\n}\n$/, `\n  defineElement('${tag}', ${element}, options);\n}\n`),
    },
    {
      path: 'src/index.ts',
      change: before(
        'export { VERSION }',
        `export * from './elements/${name}/${name}.events.js';\nexport { ${element} } from './elements/${name}/${name}.js';`,
      ),
    },
    {
      path: 'package.json',
      change: before(
        '    "./autoload"',
        `    "./define/${tag}": {
      "types": "./dist/define/${tag}.d.ts",
      "default": "./dist/define/${tag}.js"
    },`,
      ),
    },
    {
      path: 'bench/budgets.json',
      change: (text) =>
        before(
          '    "hn-widgets/autoload"',
          `    "hn-widgets/define/${tag}": { "must": 15872 },`,
        )(before('    "hn-all.js"', `    "${tag}.js": { "must": 15360, "aim": 11776 },`)(text)),
    },
    { path: 'locales/nn.xlf', change: before('</body>', units(widget, 'nn')) },
    { path: 'locales/en.xlf', change: before('</body>', units(widget, 'en')) },
  ];
}
