/** Words that a municipality or the service itself has in several languages. */
import type { Language } from '../../src/backend/types.js';
import type { LocalText } from '../storage/storage.js';

/** The text in `lang`, else in Bokmål, which always exists. */
export const inLanguage = (text: LocalText, lang: Language): string => text[lang] ?? text.nb;

export const inLanguageOrNull = (text: LocalText | null, lang: Language): string | null =>
  text ? inLanguage(text, lang) : null;

/** The first language of an `Accept-Language` header that the service's own pages are written in. */
export function resolveAccepted(header: string | undefined): Language {
  for (const tag of (header ?? '').split(',')) {
    const language = /^\s*([a-z]{2})\b/i.exec(tag)?.[1]?.toLowerCase();
    if (language === 'no' || language === 'nb') return 'nb';
    if (language === 'nn' || language === 'en') return language;
  }
  return 'nb';
}
