import { css } from '../../styles/css.js';

export const appointmentsDeskStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    place-content: start;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    max-inline-size: 100%;
  }
  .tools .control {
    flex: 1 1 10em;
    inline-size: auto;
    min-inline-size: 0;
    max-inline-size: 18em;
  }
  .tools:empty {
    display: none;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
  }
  .views .button {
    border-width: var(--_line);
    border-radius: 0;
  }
  .views .button:first-child {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .views .button:last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .views .button + .button {
    margin-inline-start: calc(var(--_line) * -1);
  }
  .views [aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .date strong {
    color: var(--_text);
  }
  .wait {
    border-color: transparent;
    background: var(--_warning-surface);
    color: var(--_warning-text);
  }
  .chip.no {
    border-color: transparent;
    background: var(--_danger-surface);
    color: var(--_danger-text);
  }
  .details {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }
  .row > .details {
    grid-column: 2 / -1;
  }
  .next .acts > :is(.details, p) {
    flex-basis: 100%;
  }
  .details dl {
    display: grid;
    gap: var(--_space);
  }
  .details dl > div {
    display: grid;
  }
  .details .acts {
    padding-block-start: calc(var(--_space) / 2);
  }
  .details ul {
    list-style: none;
  }
  .apart,
  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .below > slot {
    display: block;
    flex-basis: 100%;
  }
  textarea.control {
    min-block-size: 6em;
    resize: vertical;
  }
  @container (max-width: 34em) {
    .row > .details {
      grid-column: 1;
    }
    .acts {
      column-gap: 1em;
    }
    .acts > .quiet {
      border-inline: 0;
      padding-inline: 0;
    }
    .time:empty {
      display: none;
    }
  }
`;
