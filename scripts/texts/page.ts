import { count, unitsOf, waits, type Count } from './xliff.js';

const NAMES: Record<string, string> = { nn: 'Nynorsk', en: 'English', se: 'Northern Sámi' };

/** Texts by the first word of their id, in the order of the page. */
const VIEWS: [title: string, words: string[]][] = [
  ['`hn-contacts`', ['contacts']],
  ['`hn-appointments`', ['appointments']],
  ['`hn-inbox`', ['inbox']],
  ['`hn-proxy-picker`', ['proxy']],
  ['`hn-notify-settings`', ['notify']],
  ['Names of services, and opening hours', ['service', 'opening', 'holiday']],
  ['Writing a message, attachments', ['composer', 'attachment', 'field']],
];

const percent = ({ translated, all }: Count): string => `${Math.floor((100 * translated) / all)} %`;

const row = (title: string, one: Count): string =>
  `| ${title} | ${one.all} | ${one.translated} | ${percent(one)} | ${one.open} |`;

const HEAD = (first: string): string =>
  `| ${first} | texts | translated | | to be reviewed |\n| --- | --: | --: | --: | --: |`;

/** `docs/languages.md`: how much each language has, from its file. */
export function languagesPage(xliff: Record<string, string>): string {
  const { se = '' } = xliff;
  const total = unitsOf(xliff.nn ?? '').filter(({ id }) => !/\..+\.two$/.test(id)).length;
  const named = new Set(VIEWS.flatMap(([, words]) => words));
  const first = (id: string): string => id.split('.')[0] ?? '';
  const views = [
    ...VIEWS.map(([title, words]): [string, Count] => [
      title,
      count('se', se, (id) => words.includes(first(id))),
    ]),
    ['What several share', count('se', se, (id) => !named.has(first(id)))] as [string, Count],
  ];
  const waiting = unitsOf(se).filter(waits);
  return `# Languages

<!-- Written by scripts/texts.ts from locales/*.xlf, and checked in CI; not edited by hand. -->

Bokmål (\`nb\`) is the language of the source. Nynorsk and English are complete: a text that lacks fails the build. Northern Sámi has what the words of public pages carry, and grows by review.

${HEAD('language')}
${row('Bokmål (`nb`)', { all: total, translated: total, open: 0 })}
${Object.entries(xliff)
  .map(([lang, text]) => row(`${NAMES[lang] ?? lang} (\`${lang}\`)`, count(lang, text)))
  .join('\n')}

Northern Sámi has more texts than the others: counted ones have a form of their own for two. Where it lacks a text, the Bokmål one stands there in an element with \`lang="nb"\`, so that a screen reader says it with the right voice. Dates, weekdays and the days around today are whole in all four: the months of Northern Sámi stand in the genitive, *juovlamánu 24. b. 2026*.

## Northern Sámi, view by view

${HEAD('view')}
${views.map(([title, one]) => row(title, one)).join('\n')}

## To review

These ${waiting.length} translations are proposals, and stand in \`locales/se.xlf\` as \`needs-review-translation\` until somebody who has the language has read them:

${waiting.map(({ id, target }) => `- \`${id}\`: ${(target ?? '').replace(/<x [^>]*\/>/g, '…')}`).join('\n')}

\`locales/review-se.tsv\` has every text in one line, with its id, Bokmål, Nynorsk, English, Northern Sámi, state and context. It opens in any spreadsheet (as UTF-8, separated by tabs).

1. Change the columns \`se\` and \`state\` alone. \`{0}\`, \`{1}\` … stand for names, days and numbers: put each where it belongs in the sentence.
2. \`final\` in \`state\` says that the text is right as it stands in \`se\`; \`needs-review-translation\` that somebody else should look at it too. An empty \`se\` leaves the text in Bokmål, with the state \`needs-translation\`.
3. Of the three lines that end in \`.one\`, \`.two\` and \`.other\` translate all or none.
4. Save as text separated by tabs, and take it in: \`npm run texts -- --review path/to/review-se.tsv\`. It writes \`locales/se.xlf\`, the catalogue, the table and this page anew, and says what it could not take: a text that has changed since, or a translation without one of its values.
`;
}
