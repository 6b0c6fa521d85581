/**
 * The design systems that have a theme, as their packages give them: their own style sheets, for the stories
 * and tests that lay widgets beside the systems' own components.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PUNKT = '@oslokommune/punkt-css/dist/css';
const AKSEL = '@navikt/ds-css/dist';
const HELSENORGE = '@helsenorge/designsystem-react/lib';

/** @type {Record<string, string[]>} */
const SHEETS = {
  designsystemet: [
    '@digdir/designsystemet-css/dist/theme/designsystemet.css',
    '@digdir/designsystemet-css/dist/src/index.css',
  ],
  punkt: ['pkt-normalise', 'pkt-base', 'elements/button', 'elements/input'].map(
    (name) => `${PUNKT}/${name}.css`,
  ),
  aksel: [
    ...['tokens', 'reset', 'baseline'].map((name) => `${AKSEL}/global/${name}.css`),
    ...['typography', 'button', 'form'].map((name) => `${AKSEL}/component/${name}.css`),
  ],
  helsenorge: [
    // Its own sheet imports these two.
    'normalize.css/normalize.css',
    `${HELSENORGE}/scss/supernova/styles/colors.css`,
    `${HELSENORGE}/scss/helsenorge.scss`,
    ...['Button', 'Input'].map((name) => `${HELSENORGE}/components/${name}/styles.module.scss`),
  ],
};

export const DESIGN_SYSTEMS = Object.keys(SHEETS);

/** @param {string} file @returns {Promise<string>} */
async function textOf(file) {
  const path = join('node_modules', file);
  if (!file.endsWith('.scss')) return readFileSync(path, 'utf8');
  const { compile, Logger } = await import('sass');
  return compile(path, { logger: Logger.silent }).css;
}

/**
 * The style sheets of a system in one. Without its fonts and what it imports: nothing is fetched from elsewhere.
 *
 * @param {string} system
 * @returns {Promise<string>}
 */
export async function sheetOf(system) {
  const files = SHEETS[system];
  if (!files) throw new Error(`There are ${DESIGN_SYSTEMS.join(', ')}.`);
  const texts = await Promise.all(files.map(textOf));
  return texts.join('\n').replace(/@charset[^;]*;|@import[^;]*;|@font-face\s*\{[^}]*\}/g, '');
}

const PREFIX = 'virtual:design-system/';

/** For Vite: `virtual:design-system/aksel` exports the style sheets' text. @returns {import('vite').Plugin} */
export function designSystems() {
  return {
    name: 'hn:design-systems',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load: async (id) =>
      id.startsWith(`\0${PREFIX}`)
        ? `export default ${JSON.stringify(await sheetOf(id.slice(PREFIX.length + 1)))}`
        : null,
  };
}
