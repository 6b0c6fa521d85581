import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { argv, version } from 'node:process';

/** Figures beside what is asked of them. */
export interface Figure {
  name: string;
  value: number;
  /** The most it may be. */
  must?: number;
  aim?: number;
  /** Where more is better: the least. */
  least?: number;
  unit?: string;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The smallest value that this share of all does not pass. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const isReached = ({ value, must = Infinity, least = -Infinity }: Figure): boolean =>
  value <= must && value >= least;

/** What stands in a line: a mark, the name, the value, and what is asked. */
function lineOf(figure: Figure): [mark: string, name: string, value: string, asked: string] {
  const { name, value, must, aim, least, unit = '' } = figure;
  const asked = [
    ...(must === undefined ? [] : [`must ≤ ${must}`]),
    ...(least === undefined ? [] : [`must ≥ ${least}`]),
    ...(aim === undefined ? [] : [`aim ${aim}`]),
  ];
  const mark = asked.length === 0 ? ' ' : isReached(figure) ? '✓' : '✗';
  return [
    mark,
    name.trim(),
    (Number.isInteger(value) ? String(value) : value.toFixed(2)) + unit,
    asked.join(', '),
  ];
}

/** Prints a line for each, and says whether all are as they must. */
export function report(figures: readonly Figure[]): boolean {
  for (const figure of figures) {
    const [mark, name, value, asked] = lineOf(figure);
    console.log(`${mark} ${name.padEnd(62)} ${value.padStart(14)}  ${asked}`);
  }
  return figures.every(isReached);
}

const RECORD = 'docs/figures.md';

/** As `report`; with `--record` on the command line the figures also replace this section of docs/figures.md. */
export function record(section: string, figures: readonly Figure[]): boolean {
  if (argv.includes('--record')) {
    const day = new Date().toISOString().slice(0, 10);
    const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${version.slice(1)}`;
    const lines = figures.map((figure) => `| ${lineOf(figure).join(' | ')} |`);
    const table = ['|   | figure | value | asked |', '| - | - | -: | - |', ...lines].join('\n');
    const [before, rest = ''] = readFileSync(RECORD, 'utf8').split(`## ${section}\n`);
    const next = rest.search(/^## /m);
    const after = next < 0 ? '' : `\n${rest.slice(next)}`;
    writeFileSync(
      RECORD,
      `${before?.trimEnd()}\n\n## ${section}\n\n${day}, ${machine}.\n\n${table}\n${after}`,
    );
  }
  return report(figures);
}
