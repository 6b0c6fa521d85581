/** What axe finds in a widget, with no rule switched off, for the list that a run prints (scripts/axe-list.mjs). */
import { executeServerCommand } from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import type Axe from 'axe-core';
import type { HnElement } from '../../src/elements/base.js';
import { statesOf } from './browser.js';

declare global {
  interface Window {
    axe: typeof Axe;
  }
}

/** Switched off by axe itself: what is new in WCAG 2.2, and rules that are still on trial. */
const ALSO = [
  'target-size',
  'css-orientation-lock',
  'focus-order-semantics',
  'p-as-heading',
  'table-fake-caption',
  'td-has-header',
];
const RULES = Object.fromEntries(ALSO.map((id) => [id, { enabled: true }]));

/** What is looked at, and how. */
interface Seen {
  halt: string;
  lang: string;
  scheme: string;
}

/** Looks at a widget as it stands, and notes in the list how it went. */
export async function findingsIn(widget: HnElement, seen: Seen): Promise<string[]> {
  const { violations } = await window.axe.run(widget, { resultTypes: ['violations'], rules: RULES });
  const findings = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  await executeServerCommand('note-axe-run', {
    ...seen,
    tag: widget.localName,
    states: statesOf(widget),
    width: window.innerWidth,
    findings: findings.length,
  });
  return findings;
}
