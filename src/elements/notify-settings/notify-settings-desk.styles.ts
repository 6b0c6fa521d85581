import { css } from '../../styles/css.js';

export const notifySettingsDeskStyles = css`
  .below {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: calc(var(--_space) * 2);
  }
  .below .field {
    max-inline-size: 18em;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .wide,
  .wide .notice {
    justify-self: stretch;
    justify-items: stretch;
  }
  .subtitle + .wide:not(:empty) > * {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .notice p + p {
    margin-block-start: var(--_space);
  }
  .wait {
    border-color: transparent;
    background: var(--_warning-surface);
    color: var(--_warning-text);
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
    gap: var(--_space);
    padding-block-start: var(--_space);
  }
  .sides dd {
    font-weight: 600;
  }
  .row > .panel {
    margin-block-start: var(--_space);
  }
  .row > .wide:not(.panel),
  details[open] {
    padding-block: var(--_space);
  }
  .bubble {
    inline-size: fit-content;
    margin-block-end: var(--_space);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.75);
    border: var(--_line) solid var(--_border);
    border-radius: 1em;
    border-end-start-radius: 0.25em;
    background: var(--_surface);
    white-space: pre-line;
  }
  @container (max-width: 34em) {
    .row > .acts {
      column-gap: 1em;
    }
    .row > .acts > .quiet {
      border-inline: 0;
      padding-inline: 0;
    }
  }
`;
