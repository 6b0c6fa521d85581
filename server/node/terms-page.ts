/** The whole text of the terms, for operators who have no page of their own for it (`TERMS_URL`). */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { AppSettings } from '../app/options.js';

const HEADINGS = { nb: 'Bruksvilkår', nn: 'Bruksvilkår', en: 'Terms of use' } as const;

export function termsPage({
  version,
  points,
}: AppSettings['terms']): HtmlEscapedString | Promise<HtmlEscapedString> {
  const languages = (['nb', 'nn', 'en'] as const).filter((lang) => points[lang] !== undefined);
  return html`<!doctype html>
    <html lang="nb">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Bruksvilkår</title>
      </head>
      <body>
        <main>
          ${languages.map(
            (lang, index) =>
              html`<section lang="${lang}">
                ${index === 0 ? html`<h1>${HEADINGS[lang]}</h1>` : html`<h2>${HEADINGS[lang]}</h2>`}
                <ul>
                  ${points[lang]?.map((point) => html`<li>${point}</li>`)}
                </ul>
              </section>`,
          )}
          <p>${version}</p>
        </main>
      </body>
    </html>`;
}
