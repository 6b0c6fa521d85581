import { css } from './css.js';

/** What comes after the first sight: notices, panels, dialogs. */
export const deskStyles = css`
  :host {
    --_accent-hover: var(--hn-color-accent-hover, var(--ds-color-base-hover, light-dark(#083f4a, #a5e2ec)));
    --_focus: var(--hn-color-focus, var(--ds-color-focus-outer, light-dark(#14262b, #fff)));
    --_border-strong: var(
      --hn-color-border-strong,
      var(--ds-color-neutral-border-default, light-dark(#5f757b, #8fa5aa))
    );
    --_info: var(--hn-color-info, var(--ds-color-info-text-subtle, light-dark(#0b5563, #7fd0de)));
    --_info-surface: var(
      --hn-color-info-surface,
      var(--ds-color-info-surface-tinted, light-dark(#e3f1f3, #123840))
    );
    --_info-text: var(--hn-color-info-text, var(--ds-color-info-text-default, light-dark(#0a3f4a, #d5eff4)));
    --_success: var(--hn-color-success, var(--ds-color-success-text-subtle, light-dark(#1d6130, #8ed9a3)));
    --_success-surface: var(
      --hn-color-success-surface,
      var(--ds-color-success-surface-tinted, light-dark(#e6f5ea, #13301c))
    );
    --_success-text: var(
      --hn-color-success-text,
      var(--ds-color-success-text-default, light-dark(#1d6130, #8ed9a3))
    );
    --_warning: var(--hn-color-warning, var(--ds-color-warning-text-subtle, light-dark(#7a4b00, #ffcf7d)));
    --_warning-surface: var(
      --hn-color-warning-surface,
      var(--ds-color-warning-surface-tinted, light-dark(#fff4dc, #352608))
    );
    --_warning-text: var(
      --hn-color-warning-text,
      var(--ds-color-warning-text-default, light-dark(#5c3900, #ffe0aa))
    );
    --_danger: var(--hn-color-danger, var(--ds-color-danger-text-subtle, light-dark(#a3162b, #ff9aa8)));
    --_danger-surface: var(
      --hn-color-danger-surface,
      var(--ds-color-danger-surface-tinted, light-dark(#fdeef0, #3a171d))
    );
    --_danger-text: var(
      --hn-color-danger-text,
      var(--ds-color-danger-text-default, light-dark(#8a1024, #ffc2ca))
    );
  }
  /* Holds what has parts in one layer, so that none of it can be laid over the emergency box beside it. */
  .layer {
    position: relative;
    z-index: 0;
  }
  /* The emergency box may stand on top of the window: what has focus does not hide behind it. */
  .emergency ~ .layer :is(a, button, input, select, textarea, summary, [tabindex]) {
    scroll-margin-block: 8em;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  .vh {
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  .quiet:focus-visible {
    outline-offset: 0.25em;
  }
  a:hover {
    text-decoration-thickness: 0.125em;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
    justify-items: start;
    overflow-wrap: anywhere;
  }
  .danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  /* No more than a class, so that what looks otherwise where it stands stays as it is. */
  .button:where(:hover) {
    border-color: var(--_accent-hover);
    color: var(--_accent-hover);
    background: var(--_tint);
  }
  .quiet:where(:hover) {
    border-color: transparent;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .primary:where(:hover) {
    background: var(--_accent-hover);
    color: var(--_on-accent);
  }
  .button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }
  .acting,
  .notice {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-inline-start: 0.375em solid var(--_info);
    border-radius: 0.25em;
    background: var(--_info-surface);
    color: var(--_info-text);
  }
  .acting,
  .warning {
    border-color: var(--_warning);
    background: var(--_warning-surface);
    color: var(--_warning-text);
  }
  .acting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 2);
    padding-block: calc(var(--_space) / 2);
  }
  .notice .button,
  .notice a,
  .acting .button {
    color: inherit;
  }
  .notice .button:not(.quiet) {
    border-color: currentColor;
  }
  .success {
    border-color: var(--_success);
    background: var(--_success-surface);
    color: var(--_success-text);
  }
  .notice.bad {
    border-color: var(--_danger);
    background: var(--_danger-surface);
    color: var(--_danger-text);
  }
  .panel {
    padding: calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_tint);
  }
  /* Words that are a button stand in line with those above them. */
  .acts > .quiet:first-child {
    border-inline-start: 0;
    padding-inline-start: 0;
  }
  .panel > .quiet,
  .below > .quiet,
  .panel :not(.acts) > .quiet:only-child,
  .acting > .quiet {
    margin-inline: -0.875em;
  }
  .points {
    list-style: disc;
    padding-inline-start: 1.25em;
    max-inline-size: 36em;
  }
  /* A link that stands alone is as high as a button. */
  .points a,
  .points + a {
    display: inline-block;
    padding-block: 0.625em;
  }
  /* With its point at the first of its lines. */
  .points a {
    display: block;
    inline-size: fit-content;
  }
  dialog {
    inline-size: min(34em, calc(100% - min(2em, 10%)));
    max-block-size: calc(100% - 2em);
    padding: 0;
    border: 0;
    background: none;
    overflow: visible;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog .layer {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .paper {
    min-block-size: 0;
    overflow: auto;
    padding: calc(var(--_space) * 3) min(calc(var(--_space) * 3), 8.5%);
    border: var(--_line) solid var(--_border-strong);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_background);
    color: var(--_text);
    box-shadow: var(--hn-shadow, 0 0.5em 2em rgb(0 0 0 / 30%));
  }
  /* In a low window the dialog scrolls as a whole, what stands beside its paper too. */
  @media (height < 24em) {
    dialog {
      overflow: auto;
    }
    dialog[open],
    dialog .layer {
      display: block;
    }
    .paper {
      overflow: visible;
    }
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  .film {
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    border: 0;
  }
  .field {
    display: grid;
    gap: calc(var(--_space) * 0.75);
    align-content: start;
    min-inline-size: 0;
  }
  .label {
    padding: 0;
    font-weight: 600;
  }
  .control {
    inline-size: 100%;
    min-block-size: var(--_tap);
    margin: 0;
    padding: 0.5em 0.75em;
    border: var(--_line) solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_background);
    color: inherit;
    font: inherit;
  }
  @media (forced-colors: active) {
    .chip,
    .notice,
    .acting,
    .panel,
    .skeleton {
      border: 0.0625em solid;
    }
    .primary {
      border-width: 0.25em;
    }
  }
  @media print {
    .button,
    .skeleton {
      display: none;
    }
  }
`;
