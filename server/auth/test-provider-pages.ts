/** What people see of the built-in test provider. Norwegian only: it stands in for a national log-in. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Page = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface TestPerson {
  /** The `sub` that log-in answers with. */
  subject: string;
  name: string;
  /** One line about who it is. */
  who: string;
  staff: boolean;
}

/** `assets` is the address under which `STYLES` and `SUBMIT_SCRIPT` are served. */
function page(assets: string, title: string, content: Page, script = false): Page {
  return html`<!doctype html>
    <html lang="nb">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – test-innlogging</title>
        <link rel="stylesheet" href="${assets}/test-provider.css" />
        ${script ? html`<script type="module" src="${assets}/submit.js"></script>` : ''}
      </head>
      <body>
        <main>
          <p class="example">
            <strong>Eksempeldata.</strong> Dette er en test-innlogging. Personene er oppdiktet, og ingen
            trenger passord.
          </p>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

/** The household as buttons named by person; pressing one logs in. */
export function loginPage(assets: string, action: string, people: readonly TestPerson[]): Page {
  return page(
    assets,
    'Hvem vil du logge inn som?',
    html`<form method="post" action="${action}">
      ${group(
        'Innbyggere',
        people.filter((person) => !person.staff),
      )}
      ${group(
        'Ansatte',
        people.filter((person) => person.staff),
      )}
      <button class="cancel" name="cancel" value="1">Avbryt</button>
    </form>`,
  );
}

function group(heading: string, people: readonly TestPerson[]): Page {
  if (people.length === 0) return html``;
  return html`<h2>${heading}</h2>
    <ul>
      ${people.map(
        (person) =>
          html`<li>
            <button name="person" value="${person.subject}" aria-describedby="who-${person.subject}">
              ${person.name}
            </button>
            <span id="who-${person.subject}">${person.who}</span>
          </li>`,
      )}
    </ul>`;
}

/** Ends the provider's own session; `form` is the provider library's, named `op.logoutForm`. */
export function logoutPage(assets: string, form: Page): Page {
  return page(
    assets,
    'Logger ut',
    html`${form}
      <p>Du blir logget ut og sendt tilbake. Skjer det ikke av seg selv, trykker du på knappen.</p>
      <button form="op.logoutForm" name="logout" value="yes" data-submit>Logg ut</button>`,
    true,
  );
}

export function loggedOutPage(assets: string): Page {
  return page(assets, 'Du er logget ut', html`<p><a href="/">Til forsiden</a></p>`);
}

/** `code` is a fixed word of OAuth such as `invalid_request`. */
export function errorPage(assets: string, code: string): Page {
  return page(
    assets,
    'Innloggingen kan ikke fortsette',
    html`<p>
        Den er kanskje for gammel, allerede brukt eller åpnet i en annen nettleser. Gå tilbake til siden du
        kom fra, og trykk på <em>Logg inn</em> en gang til.
      </p>
      <p>Feilkode: <code>${code}</code></p>
      <p><a href="/">Til forsiden</a></p>`,
  );
}

/** Presses the page's one button, so that a log-out needs no second press. */
export const SUBMIT_SCRIPT = `document.querySelector('[data-submit]').click();\n`;

export const STYLES = `
:root { color-scheme: light dark; --text: light-dark(#1a1a1a, #f2f2f2); --line: light-dark(#6b6b6b, #a0a0a0); --accent: light-dark(#1f3f8f, #a9c1ff); }
* { box-sizing: border-box; }
body { margin: 0; background: light-dark(#f4f4f2, #16181c); color: var(--text); font-family: system-ui, sans-serif; line-height: 1.5; }
main { max-width: 40em; margin: 0 auto; padding: 1em 1em 3em; }
.example { border-inline-start: 0.4em solid #b36b00; background: light-dark(#fff3dc, #3a2d12); padding: 0.6em 1em; }
h1 { line-height: 1.2; }
h2 { margin-block: 1.6em 0.4em; font-size: 1.15em; }
ul { list-style: none; margin: 0; padding: 0; }
li { display: grid; gap: 0.2em; padding-block: 0.6em; border-block-end: 1px solid var(--line); }
button { justify-self: start; min-block-size: 2.75em; padding: 0.5em 1.2em; border: 2px solid var(--accent); border-radius: 0.3em; background: light-dark(#fff, #22262d); color: var(--accent); font: inherit; font-weight: 600; cursor: pointer; }
button:hover { text-decoration: underline; }
.cancel { margin-block-start: 1.6em; border-color: var(--line); color: var(--text); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
`;
