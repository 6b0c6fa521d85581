/**
 * A way to act for another until the widget for it stands on the page: a list
 * of whom the person may act for. The choice is kept for the tab.
 */
import { html, nothing, render } from 'lit';
import type { Party, Session } from '../src/backend/types.js';
import { createRestBackend } from '../src/backend/rest/rest.js';

const place = document.querySelector<HTMLElement>('#acting-for-demo');
const backend = createRestBackend({ url: '/api' });

async function act(party: Party): Promise<void> {
  await backend.actFor(party.relation === 'self' ? null : party.id);
  location.reload();
}

/** The session, as oneself when the one acted for is no longer allowed. */
async function currentSession(): Promise<Session> {
  try {
    return await backend.getSession();
  } catch {
    await backend.actFor(null);
    return backend.getSession();
  }
}

async function start(target: HTMLElement): Promise<void> {
  const { parties, user, actingFor } = await currentSession();
  if (parties.length < 2) return;
  const chosen = actingFor?.id ?? user?.id;
  render(
    html`<h2>Hvem du handler for</h2>
      <ul class="parties">
        ${parties.map(
          (party) =>
            html`<li>
              <button
                class="button"
                type="button"
                aria-pressed=${party.id === chosen ? 'true' : 'false'}
                @click=${() => void act(party)}
              >
                ${party.name}${party.relation === 'self' ? ' (deg selv)' : nothing}
              </button>
            </li>`,
        )}
      </ul>`,
    target,
  );
}

if (place) start(place).catch(() => place.replaceChildren());
