import { css } from '../../styles/css.js';

export const proxyPickerStyles = css`
  .powers,
  .powers > div,
  .grant > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  .powers {
    gap: calc(var(--_space) * 4);
  }
  .powers > div {
    justify-items: start;
  }
  .powers ul {
    display: grid;
    gap: var(--_space);
    inline-size: 100%;
  }
  .powers .parties {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr));
  }
  .party {
    position: relative;
    border: var(--_line) solid var(--_border);
    border-radius: var(--_radius);
  }
  .pick {
    justify-content: start;
    gap: 0.75em;
    inline-size: 100%;
    border: 0;
    color: inherit;
    text-align: start;
  }
  .pick::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .pick small {
    display: block;
    font-size: 0.875em;
    font-weight: 400;
  }
  .pick + div {
    padding-block-end: 0.75em;
    padding-inline: 3.1em 1.1em;
  }
  /* A phone with text twice as large: its words have the width that is there. */
  @container (max-width: 14em) {
    .pick + div {
      padding-inline-start: 1.1em;
    }
  }
  .mark {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 0.125em solid var(--_accent);
    border-radius: 50%;
  }
  .party:has([aria-pressed='true']) {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  [aria-pressed='true'] > .mark {
    border-width: 0.4em;
  }
  .grant {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 1.5);
    border-block-start: var(--_line) solid var(--_border);
  }
  .grant > .acts {
    display: flex;
    align-content: start;
    column-gap: 1em;
  }
  .grant .quiet,
  .below .acts .quiet {
    border-inline: 0;
    padding-inline: 0;
  }
  .below {
    min-block-size: var(--_tap);
  }
  :host([mode='picker']) .below {
    min-block-size: 0;
  }
  .powers .skeleton {
    inline-size: 12em;
    max-inline-size: 100%;
    min-block-size: 1.5em;
  }
  @container (max-width: 16em) {
    .party + div {
      padding-inline-start: 0;
    }
  }
`;
