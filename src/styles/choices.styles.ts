import { css } from './css.js';

/** Several choices under one label, and what is wrong with them: in dialogs that come on demand. */
export const choices = css`
  .wide {
    justify-self: stretch;
    justify-items: stretch;
  }
  .choices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) / 2);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices > .label {
    padding-block-end: calc(var(--_space) / 2);
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
`;
