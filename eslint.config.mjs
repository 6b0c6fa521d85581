import eslint from '@eslint/js';
import baseline from 'eslint-plugin-baseline-js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { elementAnatomy } from './scripts/eslint/element-anatomy.mjs';

/** Names that one file may use and others may not: the one place keeps what goes with them. */
const localizeImport = {
  group: ['@lit/localize', '@lit/localize/*'],
  message: 'src/i18n is the one place that touches it: it has one language for the whole page.',
};
const unsafeImports = [
  {
    group: ['**/unsafe-html.js', '**/unsafe-svg.js', '**/static-html.js', 'lit/static-html.js'],
    message: 'Text from a backend never becomes markup.',
  },
  {
    group: ['**/style-map.js'],
    message:
      'It writes a style attribute on first render, which a strict CSP blocks. Use a class or setProperty.',
  },
];

/** Syntax that src may not hold. */
const platformSyntax = [
  {
    selector: 'ImportDeclaration[source.value="lit"][importKind!="type"]',
    message: 'It brings LitElement along, which no widget uses. Templates are of lit/html.js.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A strict CSP (style-src without unsafe-inline) blocks style strings. Use a class.',
  },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    message: 'A strict CSP blocks style attributes. Use a class or style.setProperty.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Text from a backend never becomes markup, and Trusted Types stop it.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name="css"] TemplateElement[value.raw=/\\d+rem\\b/]',
    message: 'Host pages change the size of rem. Use em of --hn-font-size-base.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name="css"] TemplateElement[value.raw=/url\\(/]',
    message: 'data: addresses are blocked under default-src none, and nothing is fetched from elsewhere.',
  },
];

/** Texts: an id each, and no language for the whole page. */
const textSyntax = [
  {
    selector:
      'CallExpression[callee.name="msg"]:not([arguments.1.properties.0.key.name="id"][arguments.1.properties.0.value.type="Literal"])',
    message: "Every text has an id, first among its options: msg('…', {id: 'contacts.title'}).",
  },
  {
    selector: 'Identifier[name=/^(setLocale|configureLocalization)$/]',
    message: 'They set one language for the whole page, also for a host page with a localize of its own.',
  },
];

const testSyntax = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo|fails)$/]',
    message: 'Every test runs.',
  },
  { selector: 'CallExpression[callee.name=/^(xit|xdescribe|fit|fdescribe)$/]', message: 'Every test runs.' },
  {
    selector:
      'CallExpression[callee.name=/^(setTimeout|aTimeout|sleep|delay)$/]:has(> Literal.arguments[value>=50])',
    message: 'Wait for a condition (waitUntil, vi.waitFor), not for a time.',
  },
];

const registry = 'Only src/define touches the registry, so that a second copy on a page never throws.';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist-server/',
      'storybook-static/',
      'node_modules/',
      '.tools/',
      '.data/',
      'coverage/',
      '.cache/',
      'src/i18n/generated/',
      '**/*.generated.ts',
      '**/mockServiceWorker.js',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Lit binds event listeners in templates itself.
      '@typescript-eslint/unbound-method': 'off',
      // The port says `void | {redirect}`, because most backends answer nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Methods of an interface answer with a promise also where nothing is awaited.
      '@typescript-eslint/require-await': 'off',
      // `signal.throwIfAborted` throws what the caller chose; so does what stands in for it.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowRethrowing: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `#name` is private at run time as well; the keyword is not.
      'no-restricted-syntax': [
        'error',
        { selector: '[accessibility="private"]', message: 'Private is `#name`.' },
      ],
      // An empty setting or attribute counts as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Would ask for the `!` that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // A getter that says the same for every instance is what subclasses override.
      '@typescript-eslint/class-literal-property-style': 'off',
      // A log that says nothing, a listener that waits for nothing.
      '@typescript-eslint/no-empty-function': ['error', { allow: ['methods', 'arrowFunctions'] }],
      // Elements and events come from the platform, made by its constructors and not in sight of the types.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Both forms say something: a type for unions, an interface for shapes.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
    },
  },
  {
    // Node programs, run as they are; some hand functions to a browser page.
    files: ['**/*.mjs'],
    languageOptions: { globals: { ...globals.node, document: 'readonly', window: 'readonly' } },
  },
  { files: ['demo/**/*.js', 'bench/pages/*.js'], languageOptions: { globals: globals.browser } },
  {
    files: ['src/**/*.ts'],
    plugins: { 'baseline-js': baseline },
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-imports': ['error', { patterns: [localizeImport, ...unsafeImports] }],
      'no-restricted-globals': ['error', { name: 'customElements', message: registry }],
      'no-restricted-properties': [
        'error',
        { property: 'customElements', message: registry },
        { object: 'Intl', property: 'DisplayNames', message: 'Chromium has no nn and no se.' },
        { object: 'Intl', property: 'RelativeTimeFormat', message: 'Chromium has no nn and no se.' },
        { object: 'Intl', property: 'ListFormat', message: 'Chromium has no nn and no se.' },
        { object: 'Intl', property: 'NumberFormat', message: 'Chromium has no nn and no se.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: '[accessibility="private"]', message: 'Private is `#name`.' },
        ...platformSyntax,
        ...textSyntax,
      ],
      'baseline-js/use-baseline': [
        'error',
        {
          available: 'widely',
          includeWebApis: { preset: 'type-aware' },
          includeJsBuiltins: { preset: 'type-aware' },
        },
      ],
    },
  },
  {
    files: ['src/i18n/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: unsafeImports }] },
  },
  {
    files: ['src/define.ts', 'src/define/**/*.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: ['src/{elements,views,controllers}/**/*.ts', 'stories/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      'lit/no-template-bind': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/prefer-nothing': 'error',
      'lit/no-value-attribute': 'error',
      'lit/value-after-constraints': 'error',
      'lit/no-classfield-shadowing': 'error',
      'wc/no-closed-shadow-root': 'error',
      'wc/no-customized-built-in-elements': 'error',
      // Safari takes the role of a list without markers away; role="list", which gives it back, is not redundant.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: ['src/elements/**/*.ts'],
    plugins: { hn: { rules: { 'element-anatomy': elementAnatomy } } },
    rules: { 'hn/element-anatomy': 'error' },
  },
  {
    files: ['server/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    // Storybook's types give a story's canvas and its argument types as any.
    files: ['stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...testSyntax],
      'max-lines': ['error', { max: 600, skipBlankLines: true }],
      // Chai's `expect(x).to.be.true` is a property on purpose.
      '@typescript-eslint/no-unused-expressions': 'off',
      // The types of semantic-dom-diff call every `.equal()` a promise, for the sake of its snapshots.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['Equal', 'equal'] }],
      // A test says what it knows; where it is wrong the test fails at that line.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
