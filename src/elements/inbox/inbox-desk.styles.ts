import { css } from '../../styles/css.js';

export const inboxDeskStyles = css`
  .tools:not(:has(*)) {
    display: none;
  }
  .finding {
    display: flex;
    flex: 0 1 22em;
    flex-wrap: wrap;
    min-inline-size: 0;
    align-items: end;
    gap: var(--_space);
  }
  .finding .field {
    flex: 1 1 8em;
  }
  .folders,
  .found {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) / 2);
    padding: calc(var(--_space) / 2) var(--_space);
    border-block-end: var(--_line) solid var(--_border);
  }
  .found p {
    padding-inline: var(--_space);
  }
  .folders [aria-pressed='true'] {
    text-decoration: underline;
    text-decoration-thickness: 0.125em;
    text-underline-offset: 0.35em;
  }
  .list > .button {
    inline-size: 100%;
    border-radius: 0;
  }
  .none {
    padding: calc(var(--_space) * 2);
  }
  .pane,
  .waiting {
    gap: calc(var(--_space) * 2);
  }
  .pane > .button {
    justify-self: start;
  }
  .top {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) / 2);
    padding-block-end: var(--_space);
    border-block-end: var(--_line) solid var(--_border);
  }
  .top .button {
    border-inline: 0;
    padding-inline: 0;
  }
  .top > .button {
    display: none;
    justify-self: start;
  }
  .top .acts {
    column-gap: calc(var(--_space) * 2);
  }
  .day {
    font-size: 0.9em;
    font-weight: 600;
    color: var(--_subtle);
    text-align: center;
  }
  .messages {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .message {
    justify-self: start;
    max-inline-size: min(36em, 90%);
  }
  .message.own {
    justify-self: end;
  }
  .message .button {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .body {
    margin-block-start: calc(var(--_space) / 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: var(--_line) solid var(--_border);
    border-radius: var(--_radius);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .own .body {
    border-color: transparent;
    background: var(--_tint);
  }
  .log {
    max-block-size: 24em;
    overflow: auto;
  }
  .waiting {
    display: grid;
  }
  .waiting .skeleton {
    min-block-size: 4em;
  }
  /* Beside the list there is room for one column, however wide the widget is. */
  .pane .composer {
    grid-template-columns: minmax(0, 1fr);
  }
  .pane .composer > .rules {
    grid-column: 1;
    padding: 0;
    border: 0;
  }
  /* A phone with text twice as large: when it was stands below what it is about. */
  @container (max-width: 14em) {
    .thread {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 44em) {
    .finding {
      flex-grow: 1;
    }
    .top > .button {
      display: inline-flex;
    }
  }
  @media (forced-colors: active) {
    .body {
      border: 0.0625em solid;
    }
    .thread:has([aria-current]) {
      border-inline-start: 0.375em solid Highlight;
    }
  }
  @media print {
    .list,
    .finding,
    .pane .composer,
    .top > .button {
      display: none;
    }
  }
`;
