/**
 * Texts: finds every `msg()` in src, brings `locales/*.xlf` up to date (new ids are added, obsolete ones
 * removed) and writes the catalogues in `src/i18n/generated` from them.
 *
 *   tsx scripts/texts.ts            writes
 *   tsx scripts/texts.ts --check    writes nothing and fails if there is something to write
 *
 * Both fail if Nynorsk or English lacks a text, and print how much each language has.
 */
import { readFile } from 'node:fs/promises';
import { writeGenerated } from './texts/generated.js';
import { localize } from './texts/localizer.js';
import { messageFaults } from './texts/messages.js';
import { coverage, incomplete, arrange } from './texts/xliff.js';

/** Northern Sámi is there as far as it is reviewed. */
const COMPLETE = ['nn', 'en'];

const { messages, languages } = await localize('lit-localize.json');
const faults = messageFaults(messages);
const files = [];
for (const { lang, xliff, module, faults: misfits } of languages) {
  const path = `locales/${lang}.xlf`;
  const marked = arrange(lang, xliff, await readFile(path, 'utf8').catch(() => ''));
  files.push({ path, text: marked }, { path: `src/i18n/generated/${lang}.ts`, text: module });
  faults.push(...misfits);
  if (COMPLETE.includes(lang)) faults.push(...incomplete(lang, marked));
  console.log(coverage(lang, marked));
}
await writeGenerated(files);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
