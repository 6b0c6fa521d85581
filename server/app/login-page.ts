/** The small page that says why a log-in did not come through, with a way back. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Language } from '../../src/backend/types.js';
import { resolveAccepted } from '../rules/words.js';
import type { LocalText } from '../storage/storage.js';
import { inLanguage } from '../rules/words.js';
import type { AppEnv } from './services.js';

type Trouble = 'expired' | 'other-browser' | 'unregistered' | 'unavailable';

const TITLE: LocalText = {
  nb: 'Innloggingen ble ikke fullført',
  nn: 'Innlogginga vart ikkje fullført',
  en: 'You are not logged in',
};

const BACK: LocalText = {
  nb: 'Gå tilbake til siden du kom fra',
  nn: 'Gå tilbake til sida du kom frå',
  en: 'Go back to the page you came from',
};

const WHY: Record<Trouble, LocalText> = {
  expired: {
    nb: 'Innloggingen tok for lang tid, eller den er brukt før. Gå tilbake og logg inn på nytt.',
    nn: 'Innlogginga tok for lang tid, eller ho er brukt før. Gå tilbake og logg inn på nytt.',
    en: 'Logging in took too long, or this log-in has been used before. Go back and log in again.',
  },
  'other-browser': {
    nb: 'Innloggingen begynte ikke i denne nettleseren, eller nettleseren tar ikke imot informasjonskapsler. Gå tilbake og logg inn på nytt.',
    nn: 'Innlogginga byrja ikkje i denne nettlesaren, eller nettlesaren tek ikkje imot informasjonskapslar. Gå tilbake og logg inn på nytt.',
    en: 'This log-in did not begin in this browser, or the browser takes no cookies. Go back and log in again.',
  },
  unregistered: {
    nb: 'Vi vet hvem du er, men du er ikke registrert som bruker her. Ta kontakt med kommunen din hvis du mener at du skal ha tilgang.',
    nn: 'Vi veit kven du er, men du er ikkje registrert som brukar her. Ta kontakt med kommunen din dersom du meiner at du skal ha tilgang.',
    en: 'We know who you are, but you are not registered here. Contact your municipality if you think that you should have access.',
  },
  unavailable: {
    nb: 'Innloggingstjenesten svarer ikke akkurat nå. Vent litt, gå tilbake og prøv igjen.',
    nn: 'Innloggingstenesta svarar ikkje akkurat no. Vent litt, gå tilbake og prøv igjen.',
    en: 'The log-in service does not answer right now. Wait a little, go back and try again.',
  },
};

/** Plain HTML without styles: the strictest policy lets it through. Nothing in it comes from the request. */
export function loginTrouble(
  c: Context<AppEnv>,
  trouble: Trouble,
  backTo: string,
  status: 400 | 403 | 503,
): Response | Promise<Response> {
  const lang: Language = resolveAccepted(c.req.header('Accept-Language'));
  c.header('Content-Language', lang);
  if (status === 503) c.header('Retry-After', '5');
  return c.html(
    html`<!doctype html>
      <html lang="${lang}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${inLanguage(TITLE, lang)}</title>
        </head>
        <body>
          <main>
            <h1>${inLanguage(TITLE, lang)}</h1>
            <p>${inLanguage(WHY[trouble], lang)}</p>
            <p><a href="${backTo}">${inLanguage(BACK, lang)}</a></p>
          </main>
        </body>
      </html>`,
    status,
  );
}
