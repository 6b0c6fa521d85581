import { css } from '../../styles/css.js';

export const proxyPickerDeskStyles = css`
  [hidden] {
    display: none;
  }
  .party:hover {
    background: var(--_tint);
  }
  .party .pick {
    color: inherit;
    background: none;
  }
  /* The whole box is the button. */
  .pick:focus-visible {
    outline: none;
  }
  .pick:focus-visible::after {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  .below,
  .earlier,
  .log,
  .log > div:not(.acts) {
    display: grid;
    gap: var(--_space);
  }
  .below,
  .log {
    gap: calc(var(--_space) * 2.5);
    inline-size: 100%;
  }
  .below .acts {
    gap: 0 calc(var(--_space) * 2);
  }
  .apart {
    justify-content: space-between;
  }
  .earlier {
    inline-size: 100%;
  }
  .log .apart > .quiet {
    border-inline: 0;
    padding-inline: 0;
  }
  .log .small {
    color: var(--_subtle);
  }
  .choice {
    padding-block: calc(var(--_space) / 2);
  }
  .choice:has(.small) {
    align-items: start;
  }
  @media (forced-colors: active) {
    .party:has([aria-pressed='true']) {
      border: 0.25em solid Highlight;
    }
  }
`;
