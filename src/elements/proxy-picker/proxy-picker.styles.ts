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
  .party {
    justify-content: start;
    gap: 0.75em;
    inline-size: 100%;
    border-color: var(--_border);
    color: inherit;
    text-align: start;
  }
  .party small {
    display: block;
    font-size: 0.875em;
    font-weight: 400;
  }
  .party + div {
    padding: calc(var(--_space) / 2) 0 var(--_space) 3.1em;
  }
  .mark {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 0.125em solid var(--_accent);
    border-radius: 50%;
  }
  .party[aria-pressed='true'] {
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
  }
  .grant .quiet {
    padding-inline: 0.25em;
  }
  .below {
    min-block-size: var(--_tap);
  }
  .powers .skeleton {
    inline-size: 12em;
    min-block-size: 1.5em;
  }
  @container (max-width: 16em) {
    .party + div {
      padding-inline-start: 0;
    }
  }
`;
