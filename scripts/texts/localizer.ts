import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { type ProgramMessage, validateLocalizedPlaceholders } from '@lit/localize-tools/lib/messages.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import type { Locale } from '@lit/localize-tools/lib/types/locale.js';
import { stringifyDiagnostics } from '@lit/localize-tools/lib/typescript.js';

/** What `lit-localize` makes of the sources and the translations. */
export interface Localized {
  messages: readonly ProgramMessage[];
  languages: {
    lang: string;
    xliff: string;
    module: string;
    /** Translations with other values than their source; they are left out of the module. */
    faults: string[];
  }[];
}

type RuntimeConfig = ConstructorParameters<typeof RuntimeLitLocalizer>[0];

/**
 * The library's own build puts the source's text into a module that lacks it, unmarked. This one is told
 * of the texts alone that the language has, so that `msg` can mark the others.
 */
class TranslatedOnly extends RuntimeLitLocalizer {
  readonly faults: string[] = [];
  readonly #messages: ProgramMessage[] = [];

  constructor(config: RuntimeConfig, lang: Locale, messages: readonly ProgramMessage[]) {
    super({ ...config, targetLocales: [lang] });
    const { translations } = this.readTranslationsSync();
    const translated = new Map(translations.get(lang)?.map((message) => [message.name, message]));
    for (const message of messages) {
      const translation = translated.get(message.name);
      if (!translation) continue;
      const faults = validateLocalizedPlaceholders([message], new Map([[lang, [translation]]]));
      if (faults.length > 0) this.faults.push(...faults);
      else this.#messages.push(message);
    }
  }

  override extractSourceMessages() {
    return { messages: this.#messages, errors: [] };
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
 * Rejects with what it finds wrong in the sources: two texts with one id, a text that is no literal.
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
    await localizer.writeInterchangeFiles();
    const languages = [];
    for (const lang of project.targetLocales) {
      const language = new TranslatedOnly(config, lang, messages);
      await language.build();
      languages.push({
        lang,
        xliff: await readFile(join(folder, `${lang}.xlf`), 'utf8'),
        module: withoutImports(await readFile(join(folder, `${lang}.ts`), 'utf8')),
        faults: language.faults,
      });
    }
    return { messages, languages };
  } finally {
    await rm(folder, { recursive: true });
  }
}
