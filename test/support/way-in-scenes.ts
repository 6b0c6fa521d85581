/** What every widget shows on the way in, and when something is wrong. */
import type { HnElement } from '../../src/elements/base.js';
import { BackendError } from '../../src/backend/errors.js';
import { ACTING, ACTIVE, ANONYMOUS, NOW, NO_SERVICE, PENDING, TERMS_DUE } from './data.js';
import { fakeBackend } from './fake-backend.js';
import { goOffline } from './network.js';
import { find, press, reads, showWidget } from './page.js';
import type { Given, Scene, Tag } from './scenes.js';
import { waitUntil } from './wait.js';

const FILM = { url: 'about:blank#film', title: 'Slik bruker du tjenesten', provider: 'Filmhuset' };
const NOTHING: Given = { contacts: [], appointments: [], conversations: [], proxies: [] };

const failing = (): Promise<never> => Promise.reject(new BackendError('timeout'));

/** Who comes in, and how far. */
function arriving(tag: Tag, full: Given): Scene[] {
  const shown = (given: Given = {}, attributes = {}): Promise<HnElement> =>
    showWidget(tag, fakeBackend({ ...full, ...given }), attributes);
  return [
    async (look) => {
      const widget = document.createElement(tag);
      widget.backend = fakeBackend({ before: { getSession: () => new Promise(() => undefined) } });
      document.body.append(widget);
      await waitUntil(() => !!widget.shadowRoot!.querySelector('[part=heading]'));
      await look(widget, 'loading');
      widget.remove();
    },
    async (look) => {
      const widget = await shown({ session: ANONYMOUS });
      await find(widget, 'button', 'Logg inn');
      await look(widget, 'not logged in');
    },
    async (look) => {
      const backend = fakeBackend({ ...full, session: ANONYMOUS });
      sessionStorage.setItem(`hn:login:${backend.id}`, '1');
      const widget = await showWidget(tag, backend);
      await reads(widget, 'Innloggingen når ikke fram til denne siden');
      await look(widget, 'the log-in did not arrive');
    },
    async (look) => {
      const widget = await shown({ session: TERMS_DUE, before: { acceptTerms: failing } });
      await press(widget, 'button', 'Godta');
      await reads(widget, 'Tjenesten svarer ikke');
      await look(widget, 'terms');
    },
    async (look) => {
      const widget = await shown({ session: PENDING });
      await reads(widget, 'Du kan bruke tilbudet fra');
      await look(widget, 'pending');
    },
    async (look) => look(await shown({ ...NOTHING, session: NO_SERVICE }), 'no service'),
    async (look) => look(await shown({ before: { getSession: failing } }), 'the service does not answer'),
    async (look) => look(await shown({ ...NOTHING, session: ACTIVE }), 'nothing there'),
    async (look) => {
      const widget = await shown({}, { public: '' });
      await widget.summonDesk();
      await widget.updateComplete;
      await look(widget, 'public');
    },
  ];
}

/** What the help row opens, and how one comes out. */
function around(tag: Tag, full: Given): Scene[] {
  return [
    async (look) => {
      const session = { ...(full.session ?? ACTIVE), film: FILM };
      const widget = await showWidget(tag, fakeBackend({ ...full, session }));
      await press(widget, 'button', 'Se hjelpefilm');
      const film = await find(widget, 'dialog', FILM.title);
      await look(widget, 'before a film');
      await press(film, 'button', 'Avbryt');
      await press(widget, 'button', 'Bruksvilkår');
      const terms = await find(widget, 'dialog', 'Bruksvilkår');
      await look(widget, 'terms in a dialog');
      await press(terms, 'button', 'Trekk tilbake samtykke');
      await find(widget, 'dialog', 'Vil du trekke tilbake samtykket?');
      await look(widget, 'withdrawing consent');
    },
    async (look) => {
      const session = full.session ?? ACTIVE;
      const soon = { ...session, expiresAt: new Date(NOW + 90_000).toISOString() };
      const backend = fakeBackend({ ...full, session: soon });
      const widget = await showWidget(tag, backend);
      await find(widget, 'dialog', /logget ut automatisk/);
      await look(widget, 'the session is about to end');
      backend.session = session;
      await press(widget, 'button', 'Fortsett');
      await waitUntil(() => !widget.shadowRoot!.querySelector('dialog[open]'));
      backend.session = ANONYMOUS;
      await widget.refresh();
      await reads(widget, 'Det gikk for lang tid uten at du gjorde noe.');
      await look(widget, 'the session has ended');
    },
    async (look) => {
      const backend = fakeBackend({ ...full, session: ACTING, before: { endSession: failing } });
      await backend.actFor('ingrid');
      const widget = await showWidget(tag, backend);
      await reads(widget, 'på vegne av Ingrid Solberg');
      await press(widget, 'button', 'Logg ut');
      await reads(widget, 'Tjenesten svarer ikke');
      await look(widget, 'acting for another');
      backend.before.getSession = () =>
        backend.actingFor ? Promise.reject(new BackendError('forbidden', { status: 403 })) : undefined;
      await widget.refresh();
      await reads(widget, 'Du har ikke lenger tilgang');
      await look(widget, 'no longer acting for another');
      backend.before.getSession = failing;
      await widget.refresh();
      await find(widget, 'button', 'Prøv igjen');
      await look(widget, 'not up to date');
    },
    async (look) => {
      const backend = fakeBackend(full);
      const widget = await showWidget(tag, backend);
      await widget.summonDesk();
      backend.before.getSession = () => Promise.reject(new BackendError('offline'));
      const comeBack = goOffline();
      try {
        await widget.refresh();
        await find(widget, 'button', 'Prøv igjen');
        await waitUntil(() => widget.matches(':state(offline)'), 'the state offline');
        await look(widget, 'offline');
      } finally {
        comeBack();
      }
    },
  ];
}

/** Steps that are the same in every widget. */
export const wayIn = (tag: Tag, full: Given): Scene[] => [...arriving(tag, full), ...around(tag, full)];
