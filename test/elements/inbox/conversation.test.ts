import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/errors.js';
import { CONVERSATIONS, HOME_CARE, conversation, message } from '../../support/data.js';
import { fakeBackend } from '../../support/fake-backend.js';
import {
  all,
  find,
  hasFocus,
  listen,
  nodesOf,
  press,
  reads,
  textOf,
  the,
  write,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { TITLE, OPEN, withConversations, inbox, opened, standsAt, written, many, long } from './support.js';

describe('<hn-inbox> with a conversation', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  it('opens a conversation of three thousand messages with few nodes', async () => {
    const widget = await inbox(fakeBackend({ conversations: [long(3000)] }), { thread: 't1' });
    await reads(widget, 'Melding nummer 3000.');
    expect(textOf(widget)).to.not.include('Melding nummer 2900.');
    for (const next of [2970, 2940, 2910]) {
      await press(widget, 'button', 'Vis eldre meldinger');
      await reads(widget, `Melding nummer ${next}.`);
      await waitUntil(
        () => widget.shadowRoot!.activeElement?.textContent.includes(`nummer ${next}.`) ?? false,
        `message ${next} has focus`,
      );
    }

    expect(nodesOf(widget)).to.be.at.most(1000);
    await press(widget, 'button', 'Vis nyere meldinger');
    await reads(widget, 'Melding nummer 2950.');
  });

  it('opens a conversation: who wrote what, when, day by day', async () => {
    const widget = await opened(withConversations());
    await hasFocus(widget, TITLE);
    const text = textOf(widget);
    expect(text).to.include('Marte Solberg på vegne av Ingrid Solberg · Sendt 15:02');
    expect(text).to.include('Amina Yusuf, sykepleier · 08:14');
    expect(text.indexOf('Fredag 20. november')).to.be.below(text.indexOf('I dag'));
    expect(the(widget, 'button', OPEN).getAttribute('aria-current')).to.equal('true');
    const body = widget.shadowRoot!.querySelector('[part~=message-own] .body')!;
    expect(body.textContent).to.equal('Hei!\nKan dere komme litt tidligere?');
    expect(getComputedStyle(body).whiteSpace).to.match(/pre-wrap/);
  });

  it('shows another with its messages at once where they come quickly', async () => {
    const backend = withConversations();
    const widget = await opened(backend);
    backend.before.listMessages = () => new Promise((resolve) => setTimeout(resolve, 20));
    let waited = false;
    const look = new MutationObserver(() => (waited ||= !!widget.shadowRoot!.querySelector('[aria-busy]')));
    look.observe(widget.shadowRoot!, { childList: true, subtree: true });
    await press(widget, 'button', /^Spørsmål om øvelser/);
    await standsAt(widget, 'Spørsmål om øvelser');
    expect(widget.shadowRoot!.querySelector('.message .body')!.textContent).to.equal('Takk for hjelpen.');
    look.disconnect();
    expect(waited).to.equal(false);
  });

  it('keeps the one before for no more than a moment, and does nothing to the one that comes meanwhile', async () => {
    const backend = withConversations();
    const widget = await opened(backend);
    let answer = (): void => undefined;
    const coming = new Promise<void>((resolve) => (answer = resolve));
    backend.before.listMessages = () => coming;
    const row = the(widget, 'button', /^Spørsmål om øvelser/);
    row.click();
    expect(row.getAttribute('aria-current')).to.equal('true');
    the(widget, 'heading', TITLE);
    the(widget, 'button', 'Arkiver').click();
    await standsAt(widget, 'Spørsmål om øvelser');
    expect(all(widget, 'heading', TITLE)).to.have.length(0);
    expect(widget.shadowRoot!.querySelectorAll('.message')).to.have.length(0);
    answer();
    await waitUntil(
      () => widget.shadowRoot!.querySelector('.message .body')?.textContent === 'Takk for hjelpen.',
    );
    expect(backend.calls).to.not.include('moveThread');
  });

  it('is not read by whoever left it before it was seen', async () => {
    const backend = withConversations();
    const widget = await inbox(backend);
    await find(widget, 'searchbox');
    const { shadowRoot } = widget;
    const left = new Promise<void>((resolve) => {
      new MutationObserver((_changes, observer) => {
        if (!shadowRoot!.querySelector('.message')) return;
        observer.disconnect();
        widget.thread = null;
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }).observe(shadowRoot!, { childList: true, subtree: true });
    });
    widget.thread = 't1';
    await left;
    await reads(widget, 'Velg en samtale');
    expect(backend.calls).to.not.include('markRead');
    await press(widget, 'button', OPEN);
    await waitUntil(() => backend.calls.includes('markRead'));
  });

  it('keeps what is written while another is on its way with the one that it was written to', async () => {
    const backend = fakeBackend({ conversations: many(2) });
    const widget = await inbox(backend, { thread: 't-0' });
    await find(widget, 'textbox', 'Svar');
    let answer = (): void => undefined;
    const coming = new Promise<void>((resolve) => (answer = resolve));
    backend.before.listMessages = () => coming;
    const row = the(widget, 'button', /^Samtale 1/);
    row.click();
    expect(row.getAttribute('aria-current')).to.equal('true');
    the(widget, 'heading', 'Samtale 0');
    write(the(widget, 'textbox', 'Svar'), 'Til den første.');
    answer();
    await standsAt(widget, 'Samtale 1');
    expect(written(widget)).to.equal('');
    write(the(widget, 'textbox', 'Svar'), 'Til den andre.');
    for (const [n, words] of ['Til den første.', 'Til den andre.'].entries()) {
      await press(widget, 'button', new RegExp(`^Samtale ${n}`));
      await standsAt(widget, `Samtale ${n}`);
      await waitUntil(() => written(widget) === words);
    }
  });

  it('answers, says so once, and shows the answer', async () => {
    const backend = withConversations();
    const widget = await opened(backend);
    const said = listen(widget);
    write(the(widget, 'textbox', 'Svar'), 'Ja, det passer fint.');
    await press(widget, 'button', 'Send');
    await reads(widget, /Du · Sendt \d\d:\d\d Ja, det passer fint\./);
    await reads(widget, 'Meldingen er sendt');
    expect(backend.replies.map(({ threadId, message: { body } }) => [threadId, body])).to.deep.equal([
      ['t1', 'Ja, det passer fint.'],
    ]);
    expect(written(widget)).to.equal('');
    expect(said).to.deep.equal(['Sender …', 'Meldingen er sendt']);
  });

  it('shows what has been sent also when it cannot ask for it', async () => {
    const backend = withConversations();
    const widget = await opened(backend);
    backend.before.listMessages = () => new Promise(() => undefined);
    write(the(widget, 'textbox', 'Svar'), 'Ja, det passer fint.');
    await press(widget, 'button', 'Send');
    await reads(widget, /Du · Sendt \d\d:\d\d Ja, det passer fint\./);
  });

  it('says so when an answer goes by itself after it has failed, and sends the next one too', async () => {
    const backend = withConversations();
    const widget = await opened(backend);
    const said = listen(widget);
    const told: string[] = [];
    widget.addEventListener('hn-message-sent', ({ threadId }) => told.push(threadId));
    // A wait of that length is told at once; then it goes on by itself.
    const busy = new BackendError('rate-limited', { status: 429, retryAfter: 10_100 });
    let refused = false;
    backend.before.sendMessage = () => {
      if (refused) return undefined;
      refused = true;
      return Promise.reject(busy);
    };
    write(the(widget, 'textbox', 'Svar'), 'Den første.');
    await press(widget, 'button', 'Send');
    await reads(widget, 'Ikke sendt – prøv igjen');
    await waitUntil(() => told.length === 1, 'it goes by itself', { timeout: 15_000 });
    await reads(widget, 'Meldingen er sendt');
    expect(written(widget)).to.equal('');
    write(the(widget, 'textbox', 'Svar'), 'Den andre.');
    await press(widget, 'button', 'Send');
    await waitUntil(() => told.length === 2, 'the second is sent');
    expect(told).to.deep.equal(['t1', 't1']);
    expect(backend.replies.map(({ message: { body } }) => body)).to.deep.equal(['Den første.', 'Den andre.']);
    expect(said.filter((words) => words === 'Meldingen er sendt')).to.have.length(2);
  }).timeout(30_000);

  it('says by when an answer is promised already, and else by when one may be expected', async () => {
    const [first] = CONVERSATIONS;
    const promised = { ...first!, thread: { ...first!.thread, replyBy: '2026-11-26' } };
    const widget = await opened(fakeBackend({ conversations: [promised] }));
    await reads(widget, 'Du kan forvente svar innen torsdag 26. november 2026.');
    const other = await opened(withConversations());
    await reads(other, 'Du kan forvente svar innen onsdag 25. november 2026.');
  });

  it('keeps what is begun in each conversation, and says where', async () => {
    const conversations = [CONVERSATIONS[0]!, ...many(1)];
    const widget = await opened(fakeBackend({ conversations }));
    write(the(widget, 'textbox', 'Svar'), 'Ikke ferdig');
    await reads(widget, 'Utkast til svar');
    write(the(widget, 'textbox', 'Svar'), '');
    await reads(widget, /^(?!.*Utkast til svar)/);
    write(the(widget, 'textbox', 'Svar'), 'Ikke ferdig');
    await press(widget, 'button', /^Samtale 0/);
    await waitUntil(() => written(widget) === '');
    await reads(widget, 'Utkast til svar');
    await press(widget, 'button', OPEN);
    await waitUntil(() => written(widget) === 'Ikke ferdig');
  });

  it('says why one cannot answer, and leads to a new message', async () => {
    const conversations = [
      conversation([message({ id: 'm1', threadId: 't1' })], {
        id: 't1',
        subject: TITLE,
        reply: { allowed: false, until: null, reason: 'closed', text: 'Saken er avsluttet.' },
      }),
    ];
    const widget = await inbox(fakeBackend({ conversations }), { thread: 't1' });
    await reads(widget, 'Saken er avsluttet.');
    expect(all(widget, 'textbox', 'Svar')).to.have.length(0);
    await press(widget, 'button', `Ny melding til ${HOME_CARE.name}`);
    await hasFocus(widget, `Ny melding til ${HOME_CARE.name}`);
  });
});
