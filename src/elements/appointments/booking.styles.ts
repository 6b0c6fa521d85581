import { css } from '../../styles/css.js';

export const bookingStyles = css`
  .booking {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2.5);
  }
  .booking .field,
  .booking .choices {
    max-inline-size: 36em;
  }
  .slots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 10em), 1fr));
    gap: var(--_space);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .slots legend {
    padding-block-end: calc(var(--_space) / 2);
  }
  .slots + .quiet {
    justify-self: start;
    margin-inline-start: -0.875em;
  }
  .slot {
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: var(--_line) solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_background);
  }
  .slot:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 var(--_line) var(--_accent);
  }
  .wished {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  .wished .control {
    flex: 1 1 10em;
    inline-size: auto;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .booking .skeleton {
    min-block-size: 12em;
  }
`;
