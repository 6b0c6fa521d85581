/**
 * Style sheets of the library (`css` literals in src) and of the demo pages.
 *
 * @type {import('stylelint').Config}
 */
export default {
  extends: ['stylelint-config-standard'],
  plugins: ['stylelint-plugin-use-baseline'],
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // Residents have old tablets; newer features only inside @supports, as enhancement.
    'plugin/use-baseline': [
      true,
      {
        available: 'widely',
        // Widely available since November 2026 (in every engine since May 2024, plus 30 months); the
        // plugin's data is older: https://web-platform-dx.github.io/web-features-explorer/features/light-dark/
        ignoreFunctions: ['light-dark'],
        // https://web-platform-dx.github.io/web-features-explorer/features/state/
        ignoreSelectors: ['state'],
        // Without effect where they are missing, and nothing lost.
        ignoreProperties: { resize: [], 'accent-color': [], 'font-family': ['ui-monospace'] },
      },
    ],
    // As everybody writes it.
    'value-keyword-case': ['lower', { ignoreKeywords: ['currentColor'] }],
    // Prettier and short declarations side by side read better without blank lines forced between them.
    'declaration-empty-line-before': null,
    'custom-property-empty-line-before': null,
    'at-rule-empty-line-before': null,
    'rule-empty-line-before': null,
    'comment-empty-line-before': null,
    // A state's rules stand beside what they change, not by specificity.
    'no-descending-specificity': null,
  },
  overrides: [
    {
      files: ['src/**/*.ts'],
      customSyntax: 'postcss-lit',
      rules: {
        // `--hn-…` is the public interface, `--_…` is the widget's own, `--ds-…` is Designsystemet's, to be read.
        'custom-property-pattern': [
          '^(hn-|ds-|_)[a-z0-9]+(-[a-z0-9]+)*$',
          {
            message:
              "Public custom properties begin with --hn-, private ones with --_, Designsystemet's with --ds-.",
          },
        ],
        // Host pages change the size of rem; every length is in em of --hn-font-size-base.
        'unit-disallowed-list': ['rem'],
        // Sides by where lines begin and end, so that a widget on a page from right to left stands so too.
        'property-disallowed-list': [
          ['left', 'right', 'float', 'clear', '/-(left|right)(-|$)/', '/^--ds-/'],
          { message: "Sides are inline-start and inline-end; Designsystemet's tokens are only read." },
        ],
        'declaration-property-value-disallowed-list': {
          '/^(text-align|justify-.*|caption-side)$/': ['left', 'right'],
        },
        // data: addresses are blocked under `default-src 'none'`, and nothing is fetched from elsewhere.
        'function-url-scheme-disallowed-list': ['data', 'http', 'https', '/^/'],
        'at-rule-disallowed-list': ['import', 'font-face'],
        // Ids are for labels and descriptions, never for style.
        'selector-max-id': 0,
        'declaration-no-important': true,
        // In a literal there is no file to be empty.
        'no-empty-source': null,
      },
    },
  ],
};
