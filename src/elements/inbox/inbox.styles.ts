import { css } from '../../styles/css.js';

export const inboxStyles = css`
  .inbox {
    display: grid;
    grid-template-columns: minmax(15em, 22em) minmax(0, 1fr);
    border: var(--_line) solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    min-block-size: 24em;
  }
  .list {
    border-inline-end: var(--_line) solid var(--_border);
  }
  .thread {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_space);
    align-items: baseline;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-block-end: var(--_line) solid var(--_border);
  }
  .thread:hover,
  .thread:has([aria-current]) {
    background: var(--_tint);
  }
  .thread > span {
    grid-column: 1 / -1;
  }
  .open {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .open::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .unread .open {
    font-weight: 700;
  }
  .open .chip {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .excerpt {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .thread > .skeleton {
    grid-column: 1;
    min-block-size: 1.3em;
    margin-block: 0.1em;
  }
  .pane {
    display: grid;
    align-content: start;
    padding: calc(var(--_space) * 2.5);
  }
  .tools {
    display: flex;
    flex: 1 1 32em;
    flex-wrap: wrap;
    place-content: end;
    align-items: end;
    gap: var(--_space) calc(var(--_space) * 2);
    min-block-size: calc(var(--_tap) + 1.6em);
  }
  .folders {
    box-sizing: border-box;
    min-block-size: calc(var(--_tap) + var(--_space) + var(--_line));
  }
  @container (max-width: 44em) {
    .inbox {
      grid-template-columns: minmax(0, 1fr);
      border: 0;
      min-block-size: 0;
    }
    .list {
      border: 0;
    }
    .inbox:has(.pane.one) > .list,
    .pane:not(.one) {
      display: none;
    }
    .pane {
      padding: 0;
    }
    .thread {
      padding-inline: 0;
    }
  }
  @container (max-width: 32em) {
    .tools {
      min-block-size: calc(var(--_tap) * 2 + var(--_space) + 1.6em);
      place-content: end start;
    }
  }
`;
