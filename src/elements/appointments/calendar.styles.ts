import { css } from '../../styles/css.js';

export const calendarStyles = css`
  .turn [aria-label] {
    padding-inline: 0;
  }
  .calendar {
    margin-block-start: calc(var(--_space) * -2);
    inline-size: 100%;
    border-spacing: 0;
    table-layout: fixed;
  }
  .calendar th {
    padding: 0.25em 0.5em;
    color: var(--_subtle);
    font-size: 0.875em;
    text-align: start;
  }
  .calendar th.number {
    inline-size: 3.25em;
    padding-inline-start: 0;
    font-weight: normal;
    vertical-align: top;
  }
  .calendar td {
    block-size: 6.5em;
    padding: 0;
    border: 0 solid var(--_border);
    border-block-end-width: var(--_line);
    border-inline-end-width: var(--_line);
    vertical-align: top;
  }
  .calendar tr:first-child td {
    border-block-start-width: var(--_line);
  }
  .calendar td:first-of-type {
    border-inline-start-width: var(--_line);
  }
  .calendar [data-id] {
    cursor: pointer;
  }
  .calendar td:not([data-id]) {
    background: var(--_surface);
  }
  .calendar [data-id]:hover {
    background: var(--_surface);
  }
  .calendar td[aria-selected] {
    background: var(--_tint);
    box-shadow: inset 0 0 0 0.125em var(--_accent);
  }
  .calendar td:focus-visible {
    outline-offset: -0.1875em;
  }
  .calendar td > div {
    padding: 0.3em;
    font-size: 0.875em;
    line-height: 1.3;
  }
  .date-number {
    display: block;
    inline-size: fit-content;
    padding-block: 0.275em;
    line-height: 1.3;
  }
  .calendar [aria-current] .date-number {
    min-inline-size: 1.9em;
    padding-block: 0.15em;
    border: 0.125em solid transparent;
    border-radius: 1em;
    text-align: center;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
  }
  .month td > div {
    overflow: hidden;
    line-height: 1.45;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .month .date-number {
    margin-block-end: 0.075em;
  }
  .month span.line:not(:empty)::after {
    content: '\a';
    white-space: pre;
  }
  .week .line {
    display: block;
    overflow: hidden;
  }
  .week b.line {
    margin-block-start: 0.15em;
    font-weight: 600;
  }
  .off {
    color: var(--_subtle);
    text-decoration: line-through;
  }
  .count,
  .weekday {
    display: none;
  }
  .chosen .small {
    font-weight: 700;
  }
  @container (max-width: 42em) {
    .calendar .number,
    .month .line {
      display: none;
    }
    .month th {
      padding-inline: 0;
      text-align: center;
    }
    .month td {
      block-size: calc(var(--_tap) * 1.2);
    }
    .month td > div {
      display: grid;
      justify-items: center;
      padding: 0.2em 0;
      overflow: visible;
    }
    .month .date-number {
      margin: 0 0 0.15em;
    }
    .month [data-count]::after {
      content: attr(data-count);
      min-inline-size: 1.6em;
      border: var(--_line) solid var(--_border-strong);
      border-radius: 1em;
      background: var(--_background);
      font-size: 0.875em;
      line-height: 1.3;
      text-align: center;
    }
    .month .all-off::after {
      text-decoration: line-through;
    }
  }
  @container (max-width: 52em) {
    .week .line {
      display: none;
    }
    .week thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .week,
    .week tbody,
    .week tbody tr,
    .week td {
      display: block;
      block-size: auto;
    }
    .week td {
      border-inline-start-width: var(--_line);
    }
    .week tr td:not(:first-child) {
      border-block-start-width: 0;
    }
    .week td > div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.25em;
      min-block-size: calc(var(--_tap) / 0.875);
      padding: 0 0.75em;
      font-size: 1em;
    }
    .week .weekday {
      display: inline;
      min-inline-size: 2.75em;
    }
    .week .count {
      display: inline;
      margin-inline-start: auto;
    }
  }
  @media (forced-colors: active) {
    .calendar td[aria-selected] {
      outline: 0.125em solid Highlight;
      outline-offset: -0.125em;
    }
    .calendar td:focus-visible {
      outline: 0.1875em solid CanvasText;
    }
    .calendar [aria-current] .date-number {
      border-color: currentColor;
    }
  }
  @media print {
    .calendar td {
      break-inside: avoid;
    }
  }
`;
