/** What the operator tells residents about the service itself: help, film and terms. */
import type { AppSettings } from './app/options.js';
import { demoHelp } from './data/demo-settings.js';
import { terms } from './data/terms.js';
import type { Settings } from './settings.js';

export const TERMS_PATH = '/vilkar.html';

/** A film on how to use the service, on another site. */
export const filmAt = (url: string): NonNullable<AppSettings['film']> => ({
  url,
  title: {
    nb: 'Slik bruker du helsetjenestene på nett',
    nn: 'Slik bruker du helsetenestene på nett',
    en: 'How to use the health services online',
  },
  provider: new URL(url).hostname,
});

/** The part of the application's settings that is words and links. */
export function offeringOf(
  settings: Settings,
  publicUrl: string,
): Pick<AppSettings, 'help' | 'film' | 'terms'> {
  const { demo, helpPhone, helpUrl, helpFilmUrl, termsUrl } = settings;
  return {
    help:
      demo && helpPhone === null
        ? { ...demoHelp, url: helpUrl }
        : { phone: helpPhone, label: null, url: helpUrl },
    film: helpFilmUrl ? filmAt(helpFilmUrl) : null,
    terms: { ...terms, url: termsUrl ?? publicUrl + TERMS_PATH },
  };
}
