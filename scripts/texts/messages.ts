import type { ProgramMessage } from '@lit/localize-tools/lib/messages.js';

const ID = /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*(\.(one|two|other))?$/;
const FORM = /(?<=\..+)\.(one|two|other)$/;

/**
 * What is wrong with texts of the source: ids that are not `<widget>.<name>`, plurals that lack a form,
 * and signs that `lit-localize` would write as entities in what is no markup.
 */
export function messageFaults(messages: readonly ProgramMessage[]): string[] {
  const ids = new Set(messages.map((message) => message.name));
  return messages.flatMap(({ name, tag, contents, file }) => {
    const at = `${name} (${file.fileName.replace(`${process.cwd()}/`, '')})`;
    const faults = [];
    if (!ID.test(name)) faults.push(`${at}: an id is <widget>.<camelCase>.`);
    if (tag !== 'html' && contents.some((part) => typeof part === 'string' && /[<>&]/.test(part))) {
      faults.push(`${at}: has one of < > & and is no html.`);
    }
    if (FORM.test(name)) {
      const missing = ['one', 'two', 'other'].filter((form) => !ids.has(name.replace(FORM, `.${form}`)));
      if (missing.length > 0) faults.push(`${at}: lacks the form ${missing.join(' and ')}.`);
    }
    return faults;
  });
}
