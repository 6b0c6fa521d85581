import { expect, nextFrame } from '@open-wc/testing';
import '../../../src/elements/print-alone.js';
import { BackendError } from '../../../src/backend/errors.js';
import type { AccessLogEntry, Action, Contact } from '../../../src/backend/types.js';
import type { HnInboxElement } from '../../../src/elements/inbox/inbox.js';
import {
  ACTING,
  CONTACTS,
  HOME_CARE,
  PHYSIO,
  VACCINATION,
  conversation,
  message,
  no,
  refOf,
  type Conversation,
} from '../../support/data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import {
  all,
  find,
  focused,
  hasFocus,
  listen,
  press,
  reads,
  textOf,
  the,
  write,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import {
  TITLE,
  OPEN,
  withConversations,
  inbox,
  opened,
  standsAt,
  subjects,
  many,
  long,
  papers,
} from './support.js';

/** Lets a method wait until it is told to go on, or to fail. */
function held(backend: FakeBackend, method: keyof FakeBackend['before']) {
  let go = (_failure?: BackendError): void => undefined;
  const answer = new Promise<void>((resolve, reject) => {
    go = (failure) => (failure ? reject(failure) : resolve());
  });
  // What nobody waits for when it fails is no fault of the test's.
  answer.catch(() => undefined);
  const { length } = backend.calls;
  backend.before[method] = () => answer;
  const asked = (): Promise<void> =>
    waitUntil(() => backend.calls.slice(length).includes(method), `${method} is asked`);
  return { go, asked };
}

/** Long enough for what would have been printed, or said, to have been: its code is here. */
async function aMoment(): Promise<void> {
  for (let frames = 0; frames < 5; frames += 1) await nextFrame();
}

/** A conversation of one message, `minutes` old. */
const one = (id: string, contact: Contact, minutes = 0, of: Partial<Conversation['thread']> = {}) =>
  conversation(
    [
      message({
        id: `${id}-1`,
        threadId: id,
        body: `Første melding i ${id}.`,
        sentAt: new Date(Date.parse('2026-11-23T12:00:00Z') - minutes * 60_000).toISOString(),
      }),
    ],
    { id, subject: `Om ${id}`, contact: refOf(contact), ...of },
  );

const live = (backend: FakeBackend): Promise<void> =>
  waitUntil(() => backend.watched, 'it listens', { timeout: 5000 });

async function search(widget: HnInboxElement, words: string): Promise<void> {
  write(await find(widget, 'searchbox', 'Søk i meldinger'), words);
  await press(widget, 'button', 'Søk');
}

describe('<hn-inbox> while something is under way', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  describe('a conversation in which one cannot answer', () => {
    const closed = async (
      reply: Action,
      write?: Action,
      attributes?: Record<string, string>,
    ): Promise<HnInboxElement> => {
      const contacts = CONTACTS.map((each) => (each === HOME_CARE && write ? { ...HOME_CARE, write } : each));
      const backend = fakeBackend({ conversations: [one('t1', HOME_CARE, 0, { reply })], contacts });
      const widget = await inbox(backend, { thread: 't1', ...attributes });
      await reads(widget, 'Første melding i t1.');
      return widget;
    };

    it('says that it is closed, not that the service is', async () => {
      const widget = await closed(no('closed'));
      await reads(widget, 'Samtalen er avsluttet.');
      expect(textOf(widget)).to.not.include('Tjenesten tar ikke imot noe nytt nå.');
      await find(widget, 'button', `Ny melding til ${HOME_CARE.name}`);
      expect(all(widget, 'link', '23 43 85 00')).to.have.length(0);
    });

    for (const [lang, words] of [
      ['nn', 'Samtalen er avslutta.'],
      ['en', 'The conversation is closed.'],
      ['se', 'Samtalen er avsluttet.'],
    ] as const) {
      it(`says so in ${lang}`, async () => {
        await reads(await closed(no('closed'), undefined, { lang }), words);
      });
    }

    it('says that the service is closed where it is, and whom to ring', async () => {
      const widget = await closed(no('closed'), no('closed'));
      await reads(widget, 'Meldinger: Tjenesten tar ikke imot noe nytt nå.');
      expect(textOf(widget)).to.not.include('Samtalen er avsluttet.');
      await find(widget, 'link', '23 43 85 00');
      expect(all(widget, 'button', `Ny melding til ${HOME_CARE.name}`)).to.have.length(0);
    });

    it('gives the phone where one may not write to the service either', async () => {
      const widget = await closed(no('closed'), no('not-open-yet'));
      await reads(widget, 'Samtalen er avsluttet.');
      expect(the(widget, 'link', '23 43 85 00').getAttribute('href')).to.equal('tel:23438500');
      await expect(widget).to.be.accessible();
    });

    it('says when one can write again where the service answers first', async () => {
      const widget = await closed(no('reply-only'));
      await reads(widget, 'Du kan skrive her igjen når tjenesten har svart.');
      await find(widget, 'button', `Ny melding til ${HOME_CARE.name}`);
    });

    it('gives no reason for a receipt', async () => {
      const backend = fakeBackend({
        conversations: [one('t1', HOME_CARE, 0, { contact: null, reply: no('closed') })],
      });
      const widget = await inbox(backend, { thread: 't1' });
      await reads(widget, 'Første melding i t1.');
      expect(textOf(widget)).to.not.include('avsluttet');
    });
  });

  describe('printing', () => {
    /** Of a conversation that is there; its last message can be read in the list before. */
    const withOlder = async (backend: FakeBackend): Promise<HnInboxElement> => {
      const widget = await inbox(backend, { thread: 't1' });
      await find(widget, 'button', 'Vis eldre meldinger');
      return widget;
    };

    it('waits for older messages that are on their way, and prints all', async () => {
      const backend = fakeBackend({ conversations: [long(70)] });
      const widget = await withOlder(backend);
      const { go, asked } = held(backend, 'listMessages');
      const { printed, stop } = papers();
      await press(widget, 'button', 'Vis eldre meldinger');
      await asked();
      await press(widget, 'button', 'Skriv ut');
      await aMoment();
      expect(printed).to.deep.equal([]);
      go();
      await waitUntil(() => printed.length === 1);
      stop();
      for (const n of [1, 35, 70]) expect(printed[0]).to.include(`Melding nummer ${n}.`);
    });

    it('waits for the messages where none is there yet', async () => {
      const backend = fakeBackend({ conversations: [long(70)] });
      const { go } = held(backend, 'listMessages');
      const widget = await inbox(backend, { thread: 't1' });
      const { printed, stop } = papers();
      await press(widget, 'button', 'Skriv ut');
      await aMoment();
      expect(printed).to.deep.equal([]);
      go();
      await waitUntil(() => printed.length === 1);
      stop();
      for (const n of [1, 35, 70]) expect(printed[0]).to.include(`Melding nummer ${n}.`);
    });

    it('prints nothing of another conversation that is opened meanwhile', async () => {
      const backend = fakeBackend({ conversations: [long(70), one('b', PHYSIO, 999)] });
      const widget = await withOlder(backend);
      const { go, asked } = held(backend, 'listMessages');
      const { printed, stop } = papers();
      await press(widget, 'button', 'Skriv ut');
      await asked();
      await press(widget, 'button', /^Om b/);
      await standsAt(widget, 'Om b');
      go();
      await reads(widget, 'Første melding i b.');
      await aMoment();
      expect(printed).to.deep.equal([]);
      await press(widget, 'button', 'Skriv ut');
      await waitUntil(() => printed.length === 1);
      stop();
      expect(printed[0]).to.include('Om b').and.to.include('Første melding i b.');
    });

    it('prints nothing and says why when a page does not come', async () => {
      const backend = fakeBackend({ conversations: [long(70)] });
      const widget = await withOlder(backend);
      const { go, asked } = held(backend, 'listMessages');
      const said = listen(widget);
      let errors = 0;
      widget.addEventListener('hn-error', () => (errors += 1));
      const { printed, stop } = papers();
      await press(widget, 'button', 'Vis eldre meldinger');
      await asked();
      await press(widget, 'button', 'Skriv ut');
      await aMoment();
      go(new BackendError('internal', { status: 500 }));
      await waitUntil(() => said.length > 0);
      await aMoment();
      stop();
      expect(printed).to.deep.equal([]);
      expect(said).to.deep.equal(['Noe gikk galt. Prøv igjen, eller ring hvis det haster.']);
      expect(errors).to.equal(1);
    });
  });

  it('archives what it was asked to and leaves open what has been opened since', async () => {
    const backend = fakeBackend({ conversations: many(3) });
    const widget = await inbox(backend, { thread: 't-0' });
    const { go, asked } = held(backend, 'moveThread');
    const said = listen(widget);
    await press(widget, 'button', 'Arkiver');
    await asked();
    await press(widget, 'button', /^Samtale 1/);
    await standsAt(widget, 'Samtale 1');
    go();
    await waitUntil(() => said.includes('Samtalen er arkivert'));
    await waitUntil(() => subjects(widget).join() === 'Samtale 1,Samtale 2');
    await standsAt(widget, 'Samtale 1');
    expect(widget.thread).to.equal('t-1');
  });

  describe('a file that does not come', () => {
    const GONE = 'Vi finner ikke det du ser etter.';
    const open = (widget: HnInboxElement): string => the(widget, 'group', 'Samtale').textContent;
    const failing = (of: Parameters<typeof fakeBackend>[0] = {}): FakeBackend =>
      withConversations({
        ...of,
        before: { getAttachment: () => Promise.reject(new BackendError('not-found', { status: 404 })) },
      });

    it('is told where it was asked for, not in the next conversation', async () => {
      const widget = await opened(failing());
      await press(widget, 'button', /^timeplan\.pdf/);
      await reads(widget, GONE);
      await press(widget, 'button', /^Spørsmål om øvelser/);
      await standsAt(widget, 'Spørsmål om øvelser');
      expect(open(widget)).to.not.include(GONE);
      await press(widget, 'button', OPEN);
      await standsAt(widget, TITLE);
      expect(open(widget)).to.not.include(GONE);
    });

    it('is not told in another that is opened before it fails', async () => {
      const backend = withConversations();
      const widget = await opened(backend);
      const { go, asked } = held(backend, 'getAttachment');
      const said = listen(widget);
      await press(widget, 'button', /^timeplan\.pdf/);
      await asked();
      await press(widget, 'button', /^Spørsmål om øvelser/);
      await standsAt(widget, 'Spørsmål om øvelser');
      go(new BackendError('not-found', { status: 404 }));
      await waitUntil(() => said.some((words) => words.includes(GONE)));
      expect(open(widget)).to.not.include(GONE);
    });

    it('is not told to who is looked at next', async () => {
      const widget = await opened(failing({ session: ACTING }));
      await press(widget, 'button', /^timeplan\.pdf/);
      await reads(widget, GONE);
      await press(widget, 'button', 'Tilbake til deg selv');
      await reads(widget, 'Velg en samtale');
      await press(widget, 'button', OPEN);
      await standsAt(widget, TITLE);
      expect(open(widget)).to.not.include(GONE);
    });
  });

  describe('searching', () => {
    it('leaves the choice of whom to write to, and shows the hits', async () => {
      const widget = await inbox(withConversations());
      await press(widget, 'button', 'Ny melding');
      await hasFocus(widget, 'Hvem vil du skrive til?');
      await search(widget, 'hjelpen');
      await reads(widget, '1 samtale passer');
      expect(subjects(widget)).to.deep.equal(['Spørsmål om øvelser']);
      expect(all(widget, 'heading', 'Hvem vil du skrive til?')).to.have.length(0);
    });

    it('says how many there are once to a search, whatever becomes of the hits', async () => {
      const backend = withConversations();
      const widget = await inbox(backend);
      await live(backend);
      const said = listen(widget);
      await search(widget, 'halv ni');
      await waitUntil(() => said.includes('1 samtale passer'));
      await press(widget, 'button', OPEN);
      await waitUntil(() => backend.calls.includes('markRead'));
      backend.arrive('t1', { id: 'm9', body: 'Da kommer vi halv ni.' });
      backend.hint({ type: 'message', partyId: null, id: 't1' });
      await reads(widget, 'Da kommer vi halv ni.');
      await waitUntil(() => said.length === 2);
      await aMoment();
      expect(said).to.deep.equal(['1 samtale passer', `Ny melding fra ${HOME_CARE.name}`]);
      // Whoever asks again is told again.
      await press(widget, 'button', 'Søk');
      await waitUntil(() => said.length === 3);
      expect(said[2]!.trim()).to.equal('1 samtale passer');
    });

    it('says «more than» only as long as there are more', async () => {
      const widget = await inbox(fakeBackend({ conversations: many(45) }));
      await search(widget, 'Samtale');
      await reads(widget, 'Mer enn 30 samtaler passer Vis alle');
      await press(widget, 'button', 'Vis eldre samtaler');
      await reads(widget, /(?<!Mer enn )45 samtaler passer Vis alle/);
    });
  });

  describe('messages that come', () => {
    it('are said with the archive open too', async () => {
      const conversations = [one('a', HOME_CARE), one('b', PHYSIO, 5, { folder: 'archive' })];
      const backend = fakeBackend({ conversations });
      const widget = await inbox(backend);
      await press(widget, 'button', 'Arkiv');
      await waitUntil(() => subjects(widget).join() === 'Om b');
      await live(backend);
      const said = listen(widget);
      backend.arrive('a', { id: 'a-2' });
      backend.hint({ type: 'message', partyId: null, id: 'a' });
      await waitUntil(() => said.length > 0, 'it is said');
      expect(said).to.deep.equal([`Ny melding fra ${HOME_CARE.name}`]);
      expect(subjects(widget)).to.deep.equal(['Om b']);
    });

    it('are said of every service, each once', async () => {
      const [a, b, c, d] = [
        one('a', HOME_CARE),
        one('b', PHYSIO, 5),
        one('c', HOME_CARE, 9),
        one('d', VACCINATION, 12),
      ];
      const backend = fakeBackend({ conversations: [a, b, c] });
      const widget = await inbox(backend);
      await live(backend);
      await find(widget, 'searchbox');
      const said = listen(widget);
      backend.arrive('a', { id: 'a-2' });
      backend.arrive('c', { id: 'c-2' });
      // One that was not there before, below another that has come.
      backend.conversations = [d, ...backend.conversations];
      backend.arrive('d', { id: 'd-2' });
      backend.arrive('b', { id: 'b-2' });
      backend.hint({ type: 'message', partyId: null, id: null });
      await waitUntil(() => said.length > 0, 'it is said');
      await aMoment();
      expect(said).to.deep.equal([
        `Ny melding fra ${PHYSIO.name}. Ny melding fra ${VACCINATION.name}. Ny melding fra ${HOME_CARE.name}`,
      ]);
    });

    it('are said by one of the inboxes on the page', async () => {
      const backend = fakeBackend({ conversations: [one('a', HOME_CARE)] });
      const widgets = [await inbox(backend), await inbox(backend, { folder: 'archive' })];
      for (const widget of widgets) await find(widget, 'searchbox');
      await live(backend);
      const said = widgets.map((widget) => listen(widget));
      backend.arrive('a', { id: 'a-2' });
      backend.hint({ type: 'message', partyId: null, id: 'a' });
      await waitUntil(() => said.flat().length > 0, 'it is said');
      await aMoment();
      expect(said.flat()).to.deep.equal([`Ny melding fra ${HOME_CARE.name}`]);
    });

    it('are not said of those that only come into view', async () => {
      const conversations = many(31);
      const last = conversations[30]!;
      conversations[30] = { ...last, thread: { ...last.thread, unread: 1 } };
      const backend = fakeBackend({ conversations });
      const widget = await inbox(backend, { thread: 't-0' });
      await live(backend);
      const said = listen(widget);
      await press(widget, 'button', 'Arkiver');
      await waitUntil(() => subjects(widget).includes('Samtale 30'));
      await aMoment();
      expect(said).to.deep.equal(['Samtalen er arkivert']);
    });
  });

  describe('who has seen it', () => {
    const log: AccessLogEntry[] = Array.from({ length: 65 }, (_, n) => ({
      at: new Date(Date.parse('2026-11-24T08:00:00Z') - n * 3_600_000).toISOString(),
      who: `Ansatt ${65 - n}`,
      role: null,
      what: 'Leste samtalen',
      onBehalfOf: null,
    }));

    const seen = async (backend: FakeBackend): Promise<{ widget: HnInboxElement; dialog: HTMLElement }> => {
      const widget = await opened(backend);
      await press(widget, 'button', 'Hvem har sett');
      const dialog = await find(widget, 'dialog', 'Hvem har sett');
      await reads(widget, 'Ansatt 65');
      return { widget, dialog };
    };

    it('is shown a page at a time, as far back as there is', async () => {
      const { widget, dialog } = await seen(withConversations({ log }));
      expect(all(dialog, 'listitem')).to.have.length(30);
      await press(dialog, 'button', 'Vis flere');
      await waitUntil(() => all(dialog, 'listitem').length === 60);
      await waitUntil(() => focused(widget).startsWith('Ansatt 35 '));
      await expect(widget).to.be.accessible();
      await press(dialog, 'button', 'Vis flere');
      await waitUntil(() => all(dialog, 'listitem').length === 65);
      expect(dialog.textContent).to.include('Ansatt 1');
      expect(all(dialog, 'button', 'Vis flere')).to.have.length(0);
      await waitUntil(() => focused(widget).startsWith('Ansatt 5 '));
    });

    it('stands still for whoever reads on', async () => {
      const backend = withConversations({ log });
      const { dialog } = await seen(backend);
      await live(backend);
      await press(dialog, 'button', 'Vis flere');
      await waitUntil(() => all(dialog, 'listitem').length === 60);
      const before = backend.calls.filter((name) => name === 'listAccessLog').length;
      backend.log = [{ ...log[0]!, who: 'En til' }, ...log];
      backend.hint({ type: 'message', partyId: null, id: null });
      await waitUntil(() => backend.calls.filter((name) => name === 'listAccessLog').length > before);
      await aMoment();
      expect(all(dialog, 'listitem')).to.have.length(60);
      await press(dialog, 'button', 'Vis flere');
      await waitUntil(() => all(dialog, 'listitem').length > 60);
    });

    it('says so when more does not come, and tries again', async () => {
      const backend = withConversations({ log });
      const { widget, dialog } = await seen(backend);
      const said = listen(widget);
      const codes: string[] = [];
      widget.addEventListener('hn-error', ({ code }) => codes.push(code));
      backend.before.listAccessLog = () => Promise.reject(new BackendError('unavailable', { status: 503 }));
      await press(dialog, 'button', 'Vis flere');
      await waitUntil(() => dialog.textContent.includes('Tjenesten svarer ikke akkurat nå.'));
      await waitUntil(() => said.some((words) => words.startsWith('Tjenesten svarer ikke akkurat nå.')));
      expect(codes).to.deep.equal(['unavailable']);
      await hasFocus(widget, 'Vis flere');
      backend.before = {};
      await press(dialog, 'button', 'Vis flere');
      await waitUntil(() => all(dialog, 'listitem').length === 60);
      expect(dialog.querySelector('[part~=notice-danger]')).to.equal(null);
    });
  });
});
