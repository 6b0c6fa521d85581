import { html, nothing, type TemplateResult } from 'lit/html.js';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

/** A band that tells something; `danger` is what went wrong. Announce it where it comes by itself. */
export const notice = (kind: NoticeKind, content: unknown, actions: unknown = nothing): TemplateResult =>
  html`<div part="notice notice-${kind}" class="notice stack ${kind === 'danger' ? 'bad' : kind}">
    <div>${content}</div>
    ${actions}
  </div>`;
