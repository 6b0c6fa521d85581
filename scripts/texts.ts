/**
 * Texts: finds every `msg()` in src, brings `locales/*.xlf` up to date (new ids are added, obsolete ones
 * removed) and writes the catalogues in `src/i18n/generated` from them, what a reviewer of Northern Sámi works
 * through, and the page that says how much each language has.
 *
 *   tsx scripts/texts.ts                    writes
 *   tsx scripts/texts.ts --check            writes nothing and fails if there is something to write
 *   tsx scripts/texts.ts --review <table>   takes in what a reviewer has written, and writes
 *
 * Both fail if Nynorsk or English lacks a text, and print how much each language has.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { writeGenerated } from './generated.js';
import { localize } from './texts/localizer.js';
import { messageFaults } from './texts/messages.js';
import { languagesPage } from './texts/page.js';
import { reviewTable, takeReview } from './texts/review.js';
import { arrange, coverage, halfCounted, incomplete } from './texts/xliff.js';

/** Northern Sámi is there as far as it is reviewed. */
const COMPLETE = ['nn', 'en'];

const faults: string[] = [];
const [option, table] = process.argv.slice(2);
if (option === '--review') {
  const before = await readFile('locales/se.xlf', 'utf8');
  const taken = takeReview(before, await readFile(table ?? '', 'utf8'));
  await writeFile('locales/se.xlf', taken.xliff);
  faults.push(...taken.faults);
}
const { messages, languages } = await localize('lit-localize.json');
faults.push(...messageFaults(messages));
const files = [];
const xliffs = { nn: '', en: '', se: '' };
for (const { lang, xliff, module, faults: misfits } of languages) {
  const path = `locales/${lang}.xlf`;
  const marked = arrange(lang, xliff, await readFile(path, 'utf8').catch(() => ''));
  files.push({ path, text: marked }, { path: `src/i18n/generated/${lang}.ts`, text: module });
  xliffs[lang as keyof typeof xliffs] = marked;
  faults.push(...misfits, ...halfCounted(lang, marked));
  if (COMPLETE.includes(lang)) faults.push(...incomplete(lang, marked));
  console.log(coverage(lang, marked));
}
files.push({ path: 'locales/review-se.tsv', text: reviewTable(xliffs) });
files.push({ path: 'docs/languages.md', text: languagesPage(xliffs) });
await writeGenerated(files);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
