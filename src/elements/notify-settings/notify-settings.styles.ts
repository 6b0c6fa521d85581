import { css } from '../../styles/css.js';

export const notifySettingsStyles = css`
  .settings,
  .settings > * {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 5);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .settings {
    max-inline-size: 46em;
  }
  .settings > * {
    gap: calc(var(--_space) * 2);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(var(--_space) * 2);
    align-items: center;
    min-block-size: calc(var(--_tap) + var(--_space) * 3);
    padding-block: calc(var(--_space) * 1.5);
    border-block-start: var(--_line) solid var(--_border);
  }
  .rule {
    grid-template-columns: minmax(0, 1fr) minmax(10em, auto) minmax(8em, auto);
  }
  .value {
    overflow-wrap: anywhere;
  }
  details {
    grid-column: 1 / -1;
  }
  /* Its letters are small, and it is as high as a button. */
  summary {
    display: flex;
    align-items: center;
    gap: var(--_space);
    inline-size: fit-content;
    min-block-size: calc(var(--_tap) / 0.9);
    color: var(--_link);
    text-decoration: underline;
    cursor: pointer;
  }
  .below {
    min-block-size: calc(var(--_tap) * 2 + 2.75em);
  }
  .settings .skeleton {
    block-size: 1.5em;
    max-inline-size: 24em;
  }
  @container (max-width: 34em) {
    .row {
      display: flex;
      flex-wrap: wrap;
      row-gap: calc(var(--_space) / 2);
    }
    .row > :not(.choice) {
      flex: 1 1 100%;
      min-inline-size: 0;
    }
  }
`;
