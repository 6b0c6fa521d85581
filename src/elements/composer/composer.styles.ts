import { css } from '../../styles/css.js';

export const composerStyles = css`
  .composer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2.5);
    max-inline-size: 62em;
    padding: calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  .composer.done {
    padding: 0;
    background: none;
  }
  .fields {
    display: grid;
    gap: inherit;
    min-inline-size: 0;
  }
  .rules {
    align-self: start;
    display: grid;
    gap: var(--_space);
  }
  @container (min-width: 52em) {
    .composer {
      grid-template-columns: minmax(0, 1fr) 17em;
      grid-auto-flow: row dense;
      column-gap: calc(var(--_space) * 6);
    }
    .composer > :not(.fields, .rules) {
      grid-column: 1 / -1;
    }
    .fields {
      grid-column: 1;
    }
    .rules {
      grid-column: 2;
      padding-inline-start: calc(var(--_space) * 4);
      border-inline-start: var(--_line) solid var(--_border);
    }
  }
  .composer .skeleton {
    min-block-size: 24em;
  }
  textarea.control {
    min-block-size: 11em;
    resize: vertical;
  }
  .control[aria-invalid='true'] {
    border: 0.125em solid var(--_danger);
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  .file {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
    padding-block: calc(var(--_space) / 2);
    border-block-start: var(--_line) solid var(--_border);
  }
  .file .name {
    font-weight: 600;
  }
  .file :is(.error, progress) {
    grid-column: 1 / -1;
  }
  progress {
    inline-size: 100%;
    block-size: 0.5em;
    accent-color: var(--_accent);
  }
  .choose {
    justify-self: start;
  }
  .choose:has(:disabled) {
    opacity: 0.65;
    cursor: default;
  }
  .choose:focus-within {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  .choose input {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    opacity: 0;
  }
  @media (forced-colors: active) {
    .composer {
      border: 0.0625em solid;
    }
  }
`;
