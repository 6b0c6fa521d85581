import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/browsers.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error('Chromium is not installed; CHROMIUM names a program elsewhere.');

/**
 * Each story is a test: it is drawn, its `play` runs, and axe looks at what stands there. Apart from the
 * other projects, which would wait for Storybook to load at each run.
 *
 *   vitest run --config .storybook/vitest.config.ts
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('.', import.meta.url)) })],
  // Known before the first story runs, so that none has to start again.
  optimizeDeps: { entries: ['.storybook/preview.ts', 'stories/**/*.stories.ts'] },
  test: {
    name: 'storybook',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({
        launchOptions: { executablePath, args: CHROMIUM_FLAGS, chromiumSandbox: false },
      }),
      instances: [{ browser: 'chromium' }],
      screenshotFailures: false,
      viewport: { width: 1280, height: 900 },
    },
  },
});
