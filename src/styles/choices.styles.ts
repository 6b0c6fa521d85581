import { css } from './css.js';

/** Boxes and buttons to choose by, and what is wrong with a choice: in dialogs that come on demand. */
export const choices = css`
  .wide {
    justify-self: stretch;
    justify-items: stretch;
  }
  .choices {
    display: grid;
    gap: calc(var(--_space) / 2);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices > .label {
    padding-block-end: calc(var(--_space) / 2);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_tap);
  }
  .choice input {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
`;
