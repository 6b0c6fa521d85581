import { defaultClientConditions, defineConfig } from 'vite';

/**
 * What every build shares: the library's (`scripts/build/configs.mjs`), the demo's and Storybook's. Each
 * build adds its own entries.
 */
export default defineConfig({
  // Nothing is copied beside what is built.
  publicDir: false,
  // Lit's own production build; without the condition its development build is bundled.
  resolve: { conditions: ['production', ...defaultClientConditions] },
  build: { target: 'es2022', sourcemap: true },
});
