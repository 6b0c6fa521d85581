import { css } from './css.js';

/**
 * The sheet of every widget, for the first sight; `deskStyles` has the rest, what is under the pointer and
 * in focus with it. Lengths are `em` of `--hn-font-size-base`; `rem` belongs to the page.
 * Widths are asked of the widget's own box (`@container`), never of the window.
 */
export const base = css`
  :host {
    display: block;
    min-inline-size: min(100%, 16em);
    font-family: var(--hn-font-family, inherit);
    font-size: var(--hn-font-size-base, var(--ds-body-md-font-size, medium));
    line-height: var(--hn-line-height, 1.5);
    color: var(--_text);
    background: var(--_background);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  .base {
    container-type: inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2.5);
    overflow-wrap: break-word;
  }
  .title,
  .subtitle,
  p,
  ul {
    margin: 0;
  }
  ul {
    list-style: none;
    padding: 0;
  }
  p {
    max-inline-size: 36em;
  }
  .head,
  .help,
  .acts,
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .head {
    justify-content: space-between;
  }
  .title,
  .subtitle {
    overflow-wrap: anywhere;
  }
  .title {
    font-size: 1.6em;
    line-height: 1.2;
  }
  .subtitle {
    font-size: 1.15em;
    line-height: 1.3;
  }
  .muted {
    color: var(--_subtle);
  }
  .small {
    font-size: 0.9em;
  }
  .acts {
    gap: var(--_space);
  }
  .chips {
    gap: calc(var(--_space) * 0.7);
  }
  .vh {
    position: absolute;
  }
  a {
    color: var(--_link);
    text-underline-offset: 0.2em;
  }
  @container (min-width: 16em) {
    [href^='tel:'] {
      white-space: nowrap;
    }
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_tap);
    min-inline-size: var(--_tap);
    margin: 0;
    padding: 0.5em 1.1em;
    border: 0.125em solid var(--_accent);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-decoration: none;
    cursor: pointer;
  }
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .quiet {
    border-color: transparent;
    padding-inline: 0.75em;
  }
  .help .button,
  .help a {
    display: inline-flex;
    align-items: center;
    min-block-size: calc(var(--_tap) / 0.9);
    padding-inline: 0;
    border: 0;
    font-weight: inherit;
    line-height: inherit;
    color: var(--_link);
    text-decoration: underline;
    background: none;
  }
  .help {
    gap: 0 calc(var(--_space) * 3);
    padding-block-start: var(--_space);
    border-block-start: var(--_line) solid var(--_border);
    font-size: 0.9em;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    padding: 0.15em 0.65em;
    border: var(--_line) solid var(--_border);
    border-radius: 1em;
    font-size: 0.875em;
    line-height: 1.4;
  }
  .ok {
    border-color: transparent;
    background: var(--_success-surface);
    color: var(--_success-text);
  }
  .skeleton {
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  svg {
    inline-size: 1.5em;
    block-size: 1.5em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
