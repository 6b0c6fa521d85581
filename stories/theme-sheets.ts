import { DESIGN_SYSTEMS, type DesignSystem } from './design-systems.js';

export type ThemeName = DesignSystem['name'];

/** The style sheets of each system, its theme last; each comes when a page is first laid in it. */
const SHEETS: Record<ThemeName, () => Promise<{ default: string }[]>> = {
  designsystemet: () =>
    Promise.all([
      import('virtual:design-system/designsystemet'),
      import('../src/styles/themes/designsystemet.css?inline'),
    ]),
  punkt: () =>
    Promise.all([import('virtual:design-system/punkt'), import('../src/styles/themes/punkt.css?inline')]),
  aksel: () =>
    Promise.all([import('virtual:design-system/aksel'), import('../src/styles/themes/aksel.css?inline')]),
  helsenorge: () =>
    Promise.all([
      import('virtual:design-system/helsenorge'),
      import('../src/styles/themes/helsenorge.css?inline'),
    ]),
};

export const systemOf = (name: ThemeName): DesignSystem => {
  const system = DESIGN_SYSTEMS.find((candidate) => candidate.name === name);
  if (!system) throw new Error(`There is no ${name}.`);
  return system;
};

/** Lays the whole page in a system's own look with its theme for widgets; resolves to what takes it away. */
export async function layTheme(name: ThemeName, dark: boolean): Promise<() => void> {
  const sheets = (await SHEETS[name]()).map(({ default: text }) => {
    const sheet = document.createElement('style');
    sheet.textContent = text;
    return sheet;
  });
  const system = systemOf(name);
  const root = document.documentElement;
  const wasLightOnly = 'lightOnly' in root.dataset;
  document.head.append(...sheets);
  // Where it has no dark scheme its pages are light, and so is the story whatever the toolbar says.
  root.toggleAttribute('data-light-only', !system.dark);
  system.dark?.(root, dark);
  return () => {
    system.dark?.(root, false);
    root.toggleAttribute('data-light-only', wasLightOnly);
    for (const sheet of sheets) sheet.remove();
  };
}
