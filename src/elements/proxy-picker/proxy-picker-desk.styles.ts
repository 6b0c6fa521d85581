import { css } from '../../styles/css.js';

export const proxyPickerDeskStyles = css`
  [hidden] {
    display: none;
  }
  .below,
  .earlier,
  .log,
  .log > div {
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
  .below .acts .quiet {
    padding-inline: 0.25em;
  }
  .apart {
    justify-content: space-between;
  }
  .log h3,
  .log h4,
  .log h5,
  .log h6 {
    color: var(--_subtle);
  }
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
  @media (forced-colors: active) {
    .party[aria-pressed='true'] {
      border: 0.25em solid Highlight;
    }
  }
`;
