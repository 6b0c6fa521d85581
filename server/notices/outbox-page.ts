/** `/outbox` and `/outbox.json`: what the demo's catcher took in, for whoever wants to see what people get. */
import type { Env, Hono } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { osloDate, osloTime, toInstant } from '../../src/domain/oslo.js';
import type { CaughtNoticeRow } from '../storage/notices.js';
import { caughtItem } from './catcher.js';

/** Up to so many, newest first. */
export type CaughtNotices = (limit: number) => Promise<CaughtNoticeRow[]>;

const SHOWN = 100;
/** All that a test may want to count. */
const LISTED = 10_000;

export function mountOutbox<E extends Env>(site: Hono<E>, caught: CaughtNotices): void {
  site.get('/outbox', async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.html(outboxPage(await caught(SHOWN)));
  });
  site.get('/outbox.json', async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ items: (await caught(LISTED)).map(caughtItem) });
  });
}

type Page = HtmlEscapedString | Promise<HtmlEscapedString>;

function outboxPage(rows: readonly CaughtNoticeRow[]): Page {
  return html`<!doctype html>
    <html lang="nb">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Varsler som er sendt (eksempel)</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/demo.css" />
      </head>
      <body>
        <a class="skip" href="#innhold">Hopp til innhold</a>
        <div class="example">
          <p class="wrap">
            <strong>Eksempeldata.</strong> Varslene er fanget opp her og ikke sendt til noen.
            <a href="/">Om demoen</a>
          </p>
        </div>
        <div class="wrap">
          <main id="innhold" tabindex="-1">
            <h1>Varsler som er sendt</h1>
            <p>
              Slik ser varslene ut for den som får dem. Det nyeste står øverst.
              <a href="/outbox">Hent på nytt</a>
            </p>
            ${
              rows.length === 0
                ? html`<p>
                    Ingen varsler ennå. De kommer når en ansatt svarer på en melding, avtaler en time eller
                    registrerer et besøk, og når noen ber om en kode.
                  </p>`
                : html`<ol>
                    ${rows.map(entry)}
                  </ol>`
            }
          </main>
        </div>
        <footer class="site-foot">
          <div class="wrap"><p>hn-widgets</p></div>
        </footer>
      </body>
    </html>`;
}

function entry({ channel, address, subject, text, language, at }: CaughtNoticeRow): Page {
  // A notice in Sámi has Sámi words in its heading alone (text.ts).
  const [first = '', ...rest] = text.split(/\n+/);
  const body = language === 'se' ? 'nb' : language;
  return html`<li>
    <h2>${channel === 'sms' ? 'SMS' : 'E-post'} til ${address}</h2>
    <p><time datetime="${toInstant(at)}">${osloDate(at)} kl. ${osloTime(at)}</time></p>
    ${subject === null ? '' : html`<p>Emne: <span lang="${language}">${subject}</span></p>`}
    <p lang="${language}">${first}</p>
    ${rest.map((line) => html`<p lang="${body}">${line}</p>`)}
  </li>`;
}
