import { css } from './css.js';

/**
 * The emergency box must stay readable whatever a page does to parts and tokens: it starts from
 * `all: initial`, has its own size and colours, and stays on top of what hostile lengths might move
 * over it. No `--hn-*` or `--_*` name may stand here.
 */
export const emergency = css`
  .emergency,
  .emergency * {
    all: initial;
    font:
      600 1em / 1.5 system-ui,
      sans-serif;
    color: #14262b;
  }
  .emergency {
    position: sticky;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    box-sizing: border-box;
    margin-block-end: 16px;
    padding: 4px 16px;
    border: 2px solid #a3162b;
    border-radius: 8px;
    background: #fff;
    color-scheme: only light;
    font-size: 16px;
    font-size: medium;
  }
  .emergency span {
    display: inline-block;
    max-width: 100%;
  }
  .emergency a {
    display: inline-flex;
    align-items: center;
    min-width: 44px;
    min-height: 44px;
    color: #a3162b;
    font-weight: 800;
    text-decoration: underline;
    white-space: nowrap;
    cursor: pointer;
  }
  .emergency a:focus-visible {
    outline: 3px solid #14262b;
  }
  @media (height >= 40em) {
    .emergency {
      inset-block-start: 0;
    }
  }
  @media (forced-colors: active) {
    .emergency a:focus-visible {
      outline-color: Highlight;
    }
  }
`;
