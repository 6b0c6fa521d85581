import { unitsOf, valuesOf, type TranslationUnit } from './xliff.js';

/** What a reviewer sees of a text, and what she may change: the two last but one. */
const COLUMNS = ['id', 'nb', 'nn', 'en', 'se', 'state', 'context'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** Of a text that has no translation; XLIFF's word, which stands in the table alone. */
const UNTRANSLATED = 'needs-translation';
const STATES = ['final', 'needs-review-translation', UNTRANSLATED];

const WIDGETS: Record<string, string> = {
  appointments: 'hn-appointments',
  contacts: 'hn-contacts',
  inbox: 'hn-inbox',
  notify: 'hn-notify-settings',
  proxy: 'hn-proxy-picker',
};

const ENTITIES: [sign: string, entity: string][] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
];

/** The number of a value, the same in every language, whatever the order that the words want. */
const numberOf = (value: string): number => Number(/ id="(\d+)"/.exec(value)?.[1]);

const ascending = (numbers: readonly number[]): string => numbers.toSorted((a, b) => a - b).join('} {');

/** A text of an XLIFF file as one reads it, its values by their numbers: `{0}`, `{1}` … */
const readable = (text: string | null): string =>
  ENTITIES.toReversed().reduce(
    (words, [sign, entity]) => words.replaceAll(entity, sign),
    valuesOf(text ?? '').reduce((words, value) => words.replace(value, `{${numberOf(value)}}`), text ?? ''),
  );

/** The same the other way, with the values of `source`. Throws where others are named than those. */
function written(words: string, source: string): string {
  const values = new Map(valuesOf(source).map((value) => [numberOf(value), value]));
  const named = ascending([...words.matchAll(/\{(\d+)\}/g)].map(([, n]) => Number(n)));
  if (named !== ascending([...values.keys()]))
    throw new Error(`has {${named}} and not the ${values.size} values of its source`);
  return ENTITIES.reduce((text, [sign, entity]) => text.replaceAll(sign, entity), words).replace(
    /\{(\d+)\}/g,
    (_, n: string) => values.get(Number(n)) ?? '',
  );
}

/** The table that a reviewer of Northern Sámi works through, from the three files of translations. */
export function reviewTable(xliff: Record<'nn' | 'en' | 'se', string>): string {
  const targets = (lang: 'nn' | 'en') => new Map(unitsOf(xliff[lang]).map(({ id, target }) => [id, target]));
  const nn = targets('nn');
  const en = targets('en');
  const rows = unitsOf(xliff.se).map(({ id, source, target, state, note }): Row => {
    const context = [WIDGETS[id.split('.')[0] ?? ''] ?? 'several widgets', note].filter(Boolean);
    return {
      id,
      nb: readable(source),
      nn: readable(nn.get(id) ?? null),
      en: readable(en.get(id) ?? null),
      se: readable(target),
      state: target ? (state ?? 'final') : UNTRANSLATED,
      context: context.join(': '),
    };
  });
  const line = (cells: readonly string[]): string => cells.join('\t');
  return `${[COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name]))].map(line).join('\n')}\n`;
}

/** The rows of a table that has been in a spreadsheet: some put quotes around what has quotes in it. */
function rowsOf(table: string): Row[] {
  const cells = (line: string): string[] =>
    line
      .split('\t')
      .map((cell) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim());
  const [head = '', ...lines] = table.replace(/^\ufeff/, '').split(/\r?\n/);
  const names = cells(head);
  const lacking = COLUMNS.filter((name) => !names.includes(name));
  if (lacking.length > 0) throw new Error(`The table has no column ${lacking.join(', ')}.`);
  return lines
    .filter((line) => line.trim())
    .map((line) => {
      const values = cells(line);
      return Object.fromEntries(COLUMNS.map((name) => [name, values[names.indexOf(name)] ?? ''])) as Row;
    });
}

function reviewed(unit: TranslationUnit, { nb, se, state }: Row): string | null {
  if (nb !== readable(unit.source)) throw new Error('was another text when it was reviewed');
  if (!STATES.includes(state)) throw new Error(`has the state "${state}"; there are ${STATES.join(', ')}`);
  if (!se) return null;
  if (state === UNTRANSLATED)
    throw new Error('is translated: its state is final or needs-review-translation');
  return `<target state="${state}">${written(se, unit.source)}</target>`;
}

/**
 * `xliff` with what a reviewer has written in the columns `se` and `state` of `table`, and what could not be taken:
 * texts that are gone or were others, and translations without their source's values.
 */
export function takeReview(xliff: string, table: string): { xliff: string; faults: string[] } {
  const rows = new Map(rowsOf(table).map((row) => [row.id, row]));
  const faults: string[] = [];
  let next = xliff;
  for (const unit of unitsOf(xliff)) {
    const row = rows.get(unit.id);
    if (!row) continue;
    rows.delete(unit.id);
    try {
      const target = reviewed(unit, row);
      const block = unit.block
        .replace(/\s*<target[\s\S]*<\/target>/, '')
        .replace('</source>', () => `</source>${target ? `\n  ${target}` : ''}`);
      next = next.replace(unit.block, () => block);
    } catch (error) {
      faults.push(`${unit.id} ${(error as Error).message}.`);
    }
  }
  faults.push(...[...rows.keys()].map((id) => `${id} is no text any more.`));
  return { xliff: next, faults };
}
