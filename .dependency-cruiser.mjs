/**
 * Import zones: a request goes elements → controllers → care → backend and an answer comes back; nothing
 * skips a floor, nothing turns back. `depcruise src server --config .dependency-cruiser.mjs`
 */

/** What a file of each zone (`own`, or all that is `from`) may import beside it. Types count like code. */
const port = '^src/backend/(types|backend|errors)\\.ts$';
const zones = [
  {
    name: 'elements',
    from: '^src/elements/',
    to: ['^src/(views|controllers|domain|i18n|styles)/', port],
    why: 'An element knows what is shown; controllers know the care client.',
  },
  {
    name: 'views',
    from: '^src/views/',
    to: ['^src/(i18n|domain|styles)/', port],
    why: 'Views are functions from data to a template.',
  },
  {
    name: 'controllers',
    from: '^src/controllers/',
    to: ['^src/(care|i18n|domain)/', port],
    why: 'Controllers tie the life of an element to the care client.',
  },
  {
    name: 'styles',
    from: '^src/styles/',
    to: [],
    why: 'Style sheets stand alone.',
  },
  {
    name: 'care',
    from: '^src/care/',
    to: ['^src/(backend|domain)/', '^src/version\\.ts$'],
    why: 'The care client knows no Lit and no element.',
  },
  {
    name: 'backend',
    from: '^src/backend/[^/]+\\.ts$',
    to: ['^src/domain/'],
    why: 'The port knows no adapter.',
  },
  {
    name: 'backend-adapters',
    from: '^src/backend/([^/]+)/',
    own: '^src/backend/$1/',
    to: ['^src/backend/[^/]+\\.ts$', '^src/domain/'],
    why: 'An adapter knows the port and no other adapter.',
  },
  {
    name: 'i18n',
    from: '^src/i18n/',
    to: ['^src/domain/', port, '^locales/'],
    why: 'Texts know no widget.',
  },
  {
    name: 'domain',
    from: '^src/domain/',
    to: ['^src/backend/types\\.ts$'],
    why: 'Domain functions are pure: data in, data out.',
  },
  {
    name: 'entries',
    from: '^src/(index|define|autoload|version)\\.ts$|^src/(define|autoload)/',
    to: ['^src/(elements|backend|care)/'],
    why: 'Entries tie things together and hold nothing themselves.',
  },
  {
    name: 'msw',
    from: '^src/msw/',
    to: [
      '^server/(app|contract|data|rules|auth)/',
      '^server/[^/]+\\.ts$',
      '^server/notices/(catcher|worker)\\.ts$',
      '^server/storage/',
      '^src/domain/',
      port,
    ],
    why: 'The mock is the care service itself.',
  },
  {
    name: 'server',
    from: '^server/',
    to: ['^src/domain/', '^src/backend/(types|errors)\\.ts$'],
    why: 'The server knows the domain and nothing of widgets.',
  },
];

const packages = '(^|/)node_modules/';

export default {
  forbidden: [
    ...zones.map(({ name, from, own = from, to, why }) => ({
      name: `zone-${name}`,
      comment: why,
      severity: 'error',
      from: { path: from },
      to: { path: '^(src|server|stories|test|demo|bench|scripts)/', pathNot: [own, ...to] },
    })),
    {
      name: 'no-cycles',
      comment: 'A cycle has no floor to stand on; what both sides need wants a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'browser-dependencies',
      comment:
        'Every kilobyte reaches old tablets: Lit alone, localize in i18n, and what is fetched on demand.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(msw/|views/calendar-file\\.ts$)' },
      to: {
        path: packages,
        pathNot: ['node_modules/(lit|lit-html|lit-element|@lit/reactive-element|@lit/localize)/'],
      },
    },
    {
      name: 'calendar-file-on-demand',
      comment:
        'It brings a library of its own along, for those who ask for the file, as take-along is loaded.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/elements/appointments/take-along\\.ts$' },
      to: { path: '^src/views/calendar-file\\.ts$', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    {
      name: 'calendar-file-library',
      comment: 'Calendar files alone need more than Lit: ts-ics, the smallest that writes a time zone.',
      severity: 'error',
      from: { path: '^src/views/calendar-file\\.ts$' },
      to: { path: packages, pathNot: ['node_modules/ts-ics/'] },
    },
    {
      name: 'no-lit-below',
      comment: 'The care client, the adapters and the domain work without any view.',
      severity: 'error',
      from: { path: '^src/(care|backend|domain)/' },
      to: { path: packages },
    },
    {
      name: 'localize-in-i18n',
      comment: 'src/i18n is the one place that touches @lit/localize.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/i18n/' },
      to: { path: 'node_modules/@lit/localize/' },
    },
    {
      name: 'no-node-in-browsers',
      comment: 'This code runs in browsers: src always, and the care service inside the mock.',
      severity: 'error',
      from: { path: '^src/|^server/(app|contract|rules|data)/|^server/storage/(storage|memory)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-in-msw-alone',
      comment: 'The care service is bundled whole into that entry and no other.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/msw/' },
      to: { path: '^server/' },
    },
  ],
  options: {
    doNotFollow: { path: packages },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
