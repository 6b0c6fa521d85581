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
    --_link: var(--hn-color-link, var(--ds-color-text-subtle, var(--_accent)));
    --_background: var(
      --hn-color-background,
      var(--ds-color-neutral-background-default, light-dark(#fff, #10191b))
    );
    --_line: var(--hn-border-width, 0.0625em);
    --_tap: var(--hn-tap-size, var(--ds-size-12, 2.75em));
    --_space: var(--hn-space, 0.5em);
    --_accent: var(--hn-color-accent, var(--ds-color-base-default, light-dark(#0b5563, #7fd0de)));
    --_subtle: var(--hn-color-text-subtle, var(--ds-color-neutral-text-subtle, light-dark(#4a5f65, #b3c4c8)));
    --_success-surface: var(--hn-color-success-surface, light-dark(#e6f5ea, #13301c));
    --_radius: var(--hn-radius, var(--ds-border-radius-default, 0.5em));
    --_border: var(--hn-color-border, var(--ds-color-neutral-border-subtle, light-dark(#cfdadc, #33464b)));
    --_surface: var(
      --hn-color-surface,
      var(--ds-color-neutral-background-tinted, light-dark(#f3f6f6, #1a2629))
    );
    --_tint: color-mix(in srgb, var(--_accent) 11%, var(--_background));
    --_on-accent: var(--hn-color-on-accent, var(--ds-color-base-contrast-default, light-dark(#fff, #06272d)));
    --_success-text: var(--hn-color-success-text, light-dark(#1d6130, #8ed9a3));
    --_text: var(--hn-color-text, var(--ds-color-neutral-text-default, light-dark(#14262b, #eef4f5)));
  }
`;
