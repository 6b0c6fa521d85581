import type { KnipConfig } from 'knip';

/** Files, exports and dependencies that nothing uses. */
export default {
  entry: [
    'src/{index,define,autoload}.ts',
    'src/define/hn-*.ts',
    'src/autoload/hn-*.ts',
    'src/backend/rest/rest.ts',
    'src/msw/index.ts',
    'server/main.ts',
    // Handed on as whole modules (migrate.ts), whose `up` nobody is seen to use.
    'server/storage/sql/migrations/*.ts',
    'demo/**/*.{ts,js}',
    'scripts/*.{mjs,ts}',
    'scripts/setup/*.mjs',
    'bench/*.{ts,mjs}',
    'test/**/*.test.ts',
    'stories/**/*.stories.ts',
    '.storybook/*.ts',
    '.storybook/blocks/*.ts',
    '*.config.{mjs,ts}',
  ],
  project: [
    'src/**/*.ts',
    'server/**/*.ts',
    'demo/**/*.ts',
    'scripts/**/*.{ts,mjs}',
    'test/**/*.ts',
    'bench/**/*.ts',
  ],
  // Each re-exported or beside what it describes: a type documents, and costs nothing.
  exclude: ['types'],
  // Programs that the steps of scripts/verify run by name, and style sheets that scripts/design-systems reads.
  ignoreDependencies: [
    '@digdir/designsystemet-css',
    '@helsenorge/designsystem-react',
    '@navikt/ds-css',
    '@oslokommune/punkt-css',
    '@arethetypeswrong/cli',
    '@custom-elements-manifest/analyzer',
    '@jackolope/lit-analyzer',
    'publint',
  ],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
