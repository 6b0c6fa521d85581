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
    'demo/**/*.{ts,js}',
    'scripts/*.{mjs,ts}',
    'scripts/setup/*.mjs',
    'bench/*.{ts,mjs}',
    'test/**/*.test.ts',
    'stories/**/*.stories.ts',
    '.storybook/*.ts',
    '*.config.{mjs,ts}',
    '.dependency-cruiser.mjs',
  ],
  project: [
    'src/**/*.ts',
    'server/**/*.ts',
    'demo/**/*.ts',
    'scripts/**/*.{ts,mjs}',
    'test/**/*.ts',
    'bench/**/*.ts',
  ],
  ignore: ['**/*.generated.ts', 'src/i18n/generated/**'],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
