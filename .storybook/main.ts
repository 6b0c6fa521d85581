import type { StorybookConfig } from '@storybook/web-components-vite';
import { msw } from 'msw/vite';
import { mergeConfig } from 'vite';
import { designSystems } from '../scripts/design-systems.mjs';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  staticDirs: ['./public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (config) =>
    mergeConfig(config, {
      // Puts the worker of the installed MSW beside the stories, so that the two are of one version.
      plugins: [msw({ mode: 'worker-only' }), designSystems()],
      // Most of it is Storybook's own, and axe.
      build: { chunkSizeWarningLimit: 4000 },
    }),
} satisfies StorybookConfig;
