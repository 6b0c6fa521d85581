import { css } from '../../styles/css.js';

export const contactsStyles = css`
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    align-items: start;
    padding-block: calc(var(--_space) * 2);
    border-block-start: var(--_line) solid var(--_border);
  }
  .icon {
    display: grid;
    place-items: center;
    inline-size: 2.75em;
    block-size: 2.75em;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_accent);
  }
  .row .chips,
  .why {
    margin-block-start: calc(var(--_space) * 0.75);
  }
  .row > .acts {
    justify-content: end;
  }
  .tools {
    flex: 0 1 30em;
    min-block-size: calc(var(--_tap) + 1.6em);
  }
  .row div.skeleton {
    min-block-size: 1.3em;
    max-inline-size: 16em;
  }
  .row div + .skeleton {
    margin-block-start: 0.5em;
    max-inline-size: 24em;
  }
  @container (max-width: 60em) {
    .row > .acts {
      max-inline-size: 18em;
    }
  }
  @container (max-width: 40em) {
    .row {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .row > .acts {
      grid-column: 2;
      justify-content: start;
      max-inline-size: none;
      margin-block-start: calc(var(--_space) / 2);
    }
    .row > .acts .quiet {
      padding-inline: 0.25em;
    }
    .tools {
      flex: 1 1 100%;
      min-block-size: calc(var(--_tap) * 2 + var(--_space) + 3.2em);
    }
  }
  @container (max-width: 26em) {
    .icon {
      font-size: 0.7em;
    }
  }
  @container (max-width: 16em) {
    .row,
    .row > .acts {
      display: block;
    }
    .row > .icon {
      display: none;
    }
  }
`;
