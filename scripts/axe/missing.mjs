/**
 * @typedef {object} Run of axe
 * @property {string} tag
 * @property {string} halt what is shown, in words
 * @property {string[]} states those of the manifest that the widget is in
 * @property {string} lang
 * @property {string} scheme
 * @property {number} width
 * @property {string} engine
 * @property {number} findings
 *
 * @typedef {{tagName?: string, cssStates?: {name: string}[]}} Declaration
 */

export const WIDTHS = [1280, 320];
export const SCHEMES = ['light', 'dark', 'forced colours'];

/**
 * What nobody has looked at: a state of the manifest, wide or narrow; a widget at its fullest, in a language or scheme.
 *
 * @param {Run[]} runs
 * @param {Declaration[]} declarations
 * @param {string[]} languages
 * @returns {string[]} in words
 */
export function missingRuns(runs, declarations, languages) {
  const wanted = declarations.flatMap(({ tagName: tag = '', cssStates = [] }) => [
    ...cssStates.flatMap(({ name }) =>
      WIDTHS.map((width) => ({ tag, state: name, lang: 'nb', scheme: 'light', width })),
    ),
    ...(cssStates.length > 0 ? languages : []).flatMap((lang) =>
      SCHEMES.map((scheme) => ({ tag, halt: 'fullest', lang, scheme })),
    ),
  ]);
  return wanted
    .filter(
      ({ state, ...rest }) =>
        !runs.some(
          (run) =>
            (!state || run.states.includes(state)) &&
            Object.entries(rest).every(([key, value]) => run[key] === value),
        ),
    )
    .map((one) => Object.values(one).join(', '));
}
