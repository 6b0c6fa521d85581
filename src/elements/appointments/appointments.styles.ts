import { css } from '../../styles/css.js';

export const appointmentsStyles = css`
  .days {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
  }
  .next,
  .row {
    display: grid;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 3);
    align-items: start;
  }
  .next {
    grid-template-columns: auto minmax(0, 1fr);
    padding: calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_tint);
  }
  .row {
    grid-template-columns: 8em minmax(0, 1fr) auto;
    padding-block: calc(var(--_space) * 1.5);
    border-block-start: var(--_line) solid var(--_border);
  }
  .row > div,
  .next > div {
    display: grid;
    justify-items: start;
    /* With a variable of its own each row's would be restyled whenever a modal dialog opens. */
    gap: inherit;
  }
  .day > .small,
  .next .small {
    margin: 0;
    padding-block-end: var(--_space);
    color: var(--_subtle);
  }
  .next .which {
    display: inline;
    margin: 0;
    font-size: inherit;
  }
  .row p:empty,
  .next p:empty {
    display: none;
  }
  .time {
    font-weight: 600;
  }
  .next .when {
    font-size: 1.6em;
    font-weight: 700;
    line-height: 1.25;
  }
  .next .date {
    display: grid;
    min-inline-size: 7.22em;
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_background);
    text-align: center;
  }
  .date strong {
    font-size: 2em;
    line-height: 1.2;
  }
  .tools,
  .acts,
  .below {
    min-block-size: var(--_tap);
  }
  .next .acts {
    margin-block-start: calc(var(--_space) / 2);
  }
  /* With a line that says why it cannot be changed here. */
  .told {
    min-block-size: calc(var(--_tap) + 2.3em);
  }
  .days .skeleton {
    inline-size: 100%;
    min-block-size: 1.5em;
  }
  @container (max-width: 34em) {
    .next,
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .next .date {
      display: flex;
      flex-wrap: wrap;
      justify-self: start;
      align-items: baseline;
      gap: 0 var(--_space);
    }
    .row > .button {
      justify-self: start;
      border-inline: 0;
      padding-inline: 0;
    }
    .tools {
      flex: 1 1 100%;
      min-block-size: calc(var(--_tap) * 2 + var(--_space));
    }
  }
`;
