import { css } from './css.js';

/**
 * What the `--hn-*` tokens come to, under short private names: `--_x` is `--hn-…` or the default.
 *
 * Light and dark follow the page's `color-scheme` through `light-dark()` (Baseline Widely available
 * since 2026-11-13). A browser without it takes no colours from here and shows the page's own.
 * Every pair of text and ground has at least 4.5:1, every edge of a control 3:1, in both schemes.
 */
export const tokens = css`
  :host {
    --_tap: var(--hn-tap-size, 2.75em);
    --_space: var(--hn-space, 0.5em);
    --_success-text: var(--hn-color-success-text, light-dark(#1d6130, #8ed9a3));
    --_surface: var(--hn-color-surface, light-dark(#f3f6f6, #1a2629));
    --_accent: var(--hn-color-accent, light-dark(#0b5563, #7fd0de));
    --_background: var(--hn-color-background, light-dark(#fff, #10191b));
    --_link: var(--hn-color-link, light-dark(#0b5563, #7fd0de));
    --_on-accent: var(--hn-color-on-accent, light-dark(#fff, #06272d));
    --_border: var(--hn-color-border, light-dark(#cfdadc, #33464b));
    --_tint: color-mix(in srgb, var(--_accent) 11%, var(--_background));
    --_success-surface: var(--hn-color-success-surface, light-dark(#e6f5ea, #13301c));
    --_line: var(--hn-border-width, 0.0625em);
    --_radius: var(--hn-radius, 0.5em);
    --_subtle: var(--hn-color-text-subtle, light-dark(#4a5f65, #b3c4c8));
    --_text: var(--hn-color-text, light-dark(#14262b, #eef4f5));
  }
`;
