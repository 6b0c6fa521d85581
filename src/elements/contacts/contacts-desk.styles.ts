import { css } from '../../styles/css.js';

export const contactsDeskStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    justify-content: end;
  }
  .tools .field {
    flex: 1 1 12em;
    max-inline-size: 18em;
  }
  @container (max-width: 40em) {
    .tools .field {
      flex-basis: 100%;
      max-inline-size: none;
    }
    .subtitle + .tools:not(:has(select)) {
      min-block-size: 0;
    }
  }
  .details {
    grid-column: 2 / -1;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: calc(var(--_space) * 3);
    margin-block-start: var(--_space);
    padding: calc(var(--_space) * 2.5);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .details dt {
    font-weight: 600;
  }
  .details dd {
    overflow-wrap: anywhere;
  }
  .details a {
    display: inline-block;
    padding-block: calc((var(--_tap) - 1.5em) / 2);
  }
  .details .hours {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .hours > :first-child {
    min-inline-size: min(8.5em, 100%);
  }
  .hit {
    inline-size: 100%;
    padding-inline: 0;
    justify-content: start;
    border-radius: 0;
    border: 0;
    border-block-start: var(--_line) solid var(--_border);
    color: inherit;
    text-align: start;
  }
  .hit strong {
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .finder > * {
    inline-size: 100%;
    max-inline-size: 30em;
  }
  @container (max-width: 26em) {
    .details {
      grid-column: 1 / -1;
    }
  }
`;
