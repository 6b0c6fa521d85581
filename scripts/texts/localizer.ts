import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import type { ProgramMessage } from '@lit/localize-tools/lib/messages.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import type { Locale } from '@lit/localize-tools/lib/types/locale.js';
import { stringifyDiagnostics } from '@lit/localize-tools/lib/typescript.js';

/** What `lit-localize` makes of the sources and the translations. */
export interface Localized {
  messages: readonly ProgramMessage[];
  /** By language. */
  languages: { lang: string; xliff: string; module: string }[];
}

type RuntimeConfig = ConstructorParameters<typeof RuntimeLitLocalizer>[0];

/**
 * The library's own build puts the source's text into a module that lacks it, unmarked. This one is told
 * of the texts alone that the language has, so that `msg` can mark the others.
 */
class TranslatedOnly extends RuntimeLitLocalizer {
  readonly #messages: readonly ProgramMessage[];

  constructor(config: RuntimeConfig, lang: Locale, messages: readonly ProgramMessage[]) {
    super({ ...config, targetLocales: [lang] });
    const translated = new Set(
      this.readTranslationsSync()
        .translations.get(lang)
        ?.map((message) => message.name),
    );
    this.#messages = messages.filter((message) => translated.has(message.name));
  }

  override extractSourceMessages() {
    return { messages: [...this.#messages], errors: [] };
  }
}

/** The tags of a generated module, without imports, so that its chunk needs none. */
const TAGS = `const str = (strings: TemplateStringsArray, ...values: number[]) => ({ strings, values });
const html = str;`;

const withoutImports = (module: string): string => {
  const body = module.slice(module.indexOf('export const templates'));
  const tags = TAGS.split('\n');
  const used = [
    /\bhtml`/.test(body) || /\bstr`/.test(body) ? tags[0] : '',
    /\bhtml`/.test(body) ? tags[1] : '',
  ];
  return `// By lit-localize from locales/ and scripts/texts.ts; not edited by hand.
${used.join('\n')}

${body}`;
};

/**
 * Runs `lit-localize extract` and `build` of the configuration at `path` in a folder of its own.
 * Rejects with what it finds wrong: two texts with one id, a text that is no literal, a translation
 * with other values than its source.
 */
export async function localize(path: string): Promise<Localized> {
  const project = readConfigFileAndWriteSchema(path);
  if (project.interchange.format !== 'xliff') throw new Error(`${path}: only xliff is read here.`);
  const folder = await mkdtemp(join(tmpdir(), 'hn-texts-'));
  try {
    await cp(project.resolve(project.interchange.xliffDir), folder, { recursive: true }).catch(
      () => undefined,
    );
    const config: RuntimeConfig = {
      ...project,
      interchange: { ...project.interchange, xliffDir: folder },
      output: { mode: 'runtime', outputDir: folder, language: 'ts' },
    };
    const localizer = new RuntimeLitLocalizer(config);
    const { messages, errors } = localizer.extractSourceMessages();
    if (errors.length > 0) throw new Error(stringifyDiagnostics(errors));
    localizer.assertTranslationsAreValid();
    await localizer.writeInterchangeFiles();
    const languages = [];
    for (const lang of project.targetLocales) {
      await new TranslatedOnly(config, lang, messages).build();
      languages.push({
        lang,
        xliff: await readFile(join(folder, `${lang}.xlf`), 'utf8'),
        module: withoutImports(await readFile(join(folder, `${lang}.ts`), 'utf8')),
      });
    }
    return { messages, languages };
  } finally {
    await rm(folder, { recursive: true });
  }
}
