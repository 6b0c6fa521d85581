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
  @media (forced-colors: active) {
    .party[aria-pressed='true'] {
      border: 0.25em solid Highlight;
    }
  }
`;
