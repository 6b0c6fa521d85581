import { html, nothing, type TemplateResult } from 'lit/html.js';
import { langOf } from './lang-of.js';

export interface HeadingOptions {
  part?: string;
  id?: string;
  /** Class names: `title`, `subtitle`. */
  kind?: string;
}

/**
 * A heading of `level` (levels past 6 are 6), which can be given focus by script: a step that a person
 * takes ends at the heading of what it led to.
 */
export function heading(level: number, content: string, options: HeadingOptions = {}): TemplateResult {
  const { part = nothing, id = nothing, kind = nothing } = options;
  const lang = langOf(content);
  // What the heading says is set as text, which the rule does not see.
  /* eslint-disable lit-a11y/accessible-name */
  // A tag name cannot be a value in a template, and a role would be second best to the element.
  switch (level) {
    case 1:
      return html`<h1
        part=${part}
        id=${id}
        class=${kind}
        tabindex="-1"
        lang=${lang}
        .textContent=${content}
      ></h1>`;
    case 2:
      return html`<h2
        part=${part}
        id=${id}
        class=${kind}
        tabindex="-1"
        lang=${lang}
        .textContent=${content}
      ></h2>`;
    case 3:
      return html`<h3
        part=${part}
        id=${id}
        class=${kind}
        tabindex="-1"
        lang=${lang}
        .textContent=${content}
      ></h3>`;
    case 4:
      return html`<h4
        part=${part}
        id=${id}
        class=${kind}
        tabindex="-1"
        lang=${lang}
        .textContent=${content}
      ></h4>`;
    case 5:
      return html`<h5
        part=${part}
        id=${id}
        class=${kind}
        tabindex="-1"
        lang=${lang}
        .textContent=${content}
      ></h5>`;
    default:
      return html`<h6
        part=${part}
        id=${id}
        class=${kind}
        tabindex="-1"
        lang=${lang}
        .textContent=${content}
      ></h6>`;
  }
}
