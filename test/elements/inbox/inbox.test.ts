import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/backend/errors.js';
import type { HnInboxElement } from '../../../src/elements/inbox/inbox.js';
import {
  ACTING,
  ANONYMOUS,
  CONVERSATIONS,
  HOME_CARE,
  PHYSIO,
  type Conversation,
} from '../../support/data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import {
  all,
  find,
  hasFocus,
  inColumn,
  listen,
  press,
  reads,
  runsOut,
  show,
  textOf,
  the,
  write,
} from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { TITLE, OPEN, withConversations, inbox, opened, subjects, many, long, papers } from './support.js';

describe('<hn-inbox>', () => {
  afterEach(() => {
    sessionStorage.clear();
    document.body.style.removeProperty('inline-size');
  });

  describe('is defined', () => {
    it('lists conversations with whom, about what, when and how much is unread', async () => {
      const widget = await inbox(withConversations());
      expect(subjects(widget)).to.deep.equal([TITLE, 'Spørsmål om øvelser', 'Fullmakt gitt']);
      const text = textOf(widget);
      expect(text).to.include('1 ulest').and.to.include('08:14').and.to.include(HOME_CARE.name);
      expect(text).to.include('i går').and.to.include('Sendt: Takk for hjelpen.');
      expect(text).to.include('12. nov. 2026').and.to.include('Kvittering');
    });

    it('tells the page how much is unread, also when it changes', async () => {
      const backend = withConversations();
      const counts: number[] = [];
      addEventListener('hn-unread-change', (event) =>
        counts.push((event as Event & { count: number }).count),
      );
      const widget = await opened(backend);
      await waitUntil(() => counts.length === 2, 'two counts');
      expect(counts).to.deep.equal([1, 0]);
      expect(backend.calls.filter((call) => call === 'markRead')).to.have.length(1);
      await reads(widget, /^(?!.*1 ulest)/);
    });
  });

  describe('accessibility', () => {
    const states: Record<string, () => Promise<HnInboxElement>> = {
      complete: () => inbox(withConversations()),
      empty: () => inbox(fakeBackend()),
      failing: () =>
        inbox(
          fakeBackend({
            before: { listThreads: () => Promise.reject(new BackendError('internal', { status: 500 })) },
          }),
        ),
      anonymous: () => inbox(fakeBackend({ session: ANONYMOUS })),
      public: () => inbox(fakeBackend({ session: ANONYMOUS }), { public: '' }),
      'acting for another': () => inbox(withConversations({ session: ACTING })),
      'with an open conversation': () => opened(withConversations()),
      'with a closed conversation': async () => {
        const widget = await inbox(withConversations(), { thread: 't2' });
        await reads(widget, 'Takk for hjelpen.');
        return widget;
      },
      'with hits': async () => {
        const widget = await inbox(withConversations());
        write(await find(widget, 'searchbox', 'Søk i meldinger'), 'hjelpen');
        await press(widget, 'button', 'Søk');
        await reads(widget, '1 samtale passer');
        return widget;
      },
      'choosing whom to write to': async () => {
        const widget = await inbox(withConversations());
        await press(widget, 'button', 'Ny melding');
        await find(widget, 'button', HOME_CARE.name);
        return widget;
      },
      'with who has seen it': async () => {
        const log = [
          {
            at: '2026-11-24T09:00:00+01:00',
            who: 'Amina Yusuf',
            role: 'Sykepleier',
            what: 'Leste samtalen',
            onBehalfOf: null,
          },
        ];
        const widget = await opened(withConversations({ log }));
        await press(widget, 'button', 'Hvem har sett');
        await reads(widget, 'Amina Yusuf, sykepleier');
        return widget;
      },
    };
    for (const [name, open] of Object.entries(states)) {
      for (const width of [1000, 288]) {
        it(`has no findings ${name} at ${width} px`, async () => {
          inColumn(width);
          const widget = await open();
          await expect(widget).to.be.accessible();
          expect(runsOut(widget)).to.be.false;
        });
      }
    }

    it('has targets of at least 44 px', async () => {
      const widget = await opened(withConversations());
      const small = [
        ...widget.shadowRoot!.querySelectorAll('button:not(.open), :not(p) > a, input, textarea'),
      ].filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5);
      expect(small.map((element) => element.id || element.textContent.trim())).to.deep.equal(['files']);
      for (const row of widget.shadowRoot!.querySelectorAll('[part~=thread]')) {
        expect(row.getBoundingClientRect().height).to.be.at.least(44);
      }
    });

    it('fits 320 px with text twice as large', async () => {
      inColumn(288);
      const widget = await opened(withConversations());
      widget.style.setProperty('--hn-font-size-base', '32px');
      await reads(widget, TITLE);
      expect(runsOut(widget)).to.be.false;
    });
  });

  describe('loading data', () => {
    it('says what to do when it fails, and shows the list when tried again', async () => {
      let broken = true;
      const backend = withConversations({
        before: {
          listThreads: () =>
            broken ? Promise.reject(new BackendError('unavailable', { status: 503 })) : undefined,
        },
      });
      const widget = await inbox(backend);
      expect(widget.matches(':state(error)')).to.be.true;
      await reads(widget, 'Tjenesten svarer ikke akkurat nå. Prøv igjen om litt.');
      broken = false;
      await press(widget, 'button', 'Prøv igjen');
      await reads(widget, TITLE);
    });

    it('opens the conversation that the page names', async () => {
      const widget = await inbox(withConversations(), { thread: 't1' });
      await reads(widget, 'Vi kan komme halv ni.');
    });

    it('opens one that no list shows, and says so of one that is not there', async () => {
      const [first, ...rest] = CONVERSATIONS;
      const archived: Conversation = { ...first!, thread: { ...first!.thread, folder: 'archive' } };
      const widget = await inbox(fakeBackend({ conversations: [archived, ...rest] }), { thread: 't1' });
      await reads(widget, 'Vi kan komme halv ni.');
      expect(subjects(widget)).to.have.length(2);
      widget.thread = 'unknown';
      await reads(widget, 'Vi finner ikke det du ser etter.');
      await press(widget, 'button', 'Tilbake til meldingene');
      await reads(widget, 'Velg en samtale');
    });

    it('asks nobody to choose one where there is none', async () => {
      const widget = await inbox(fakeBackend({ conversations: [] }));
      await reads(widget, 'Du har ingen meldinger her ennå.');
      expect(textOf(widget)).to.not.include('Velg en samtale');
    });

    it('shows a long list a stretch at a time, and goes on where one was', async () => {
      const widget = await inbox(fakeBackend({ conversations: many(200) }));
      expect(subjects(widget)).to.have.length(30);
      for (const next of [30, 60, 90, 120]) {
        await press(widget, 'button', 'Vis eldre samtaler');
        await hasFocus(widget, `Samtale ${next}`);
      }
      expect(subjects(widget).length).to.be.at.most(60);
      expect(widget.shadowRoot!.querySelectorAll('*').length).to.be.below(1000);
      await press(widget, 'button', 'Vis nyere samtaler');
      await hasFocus(widget, 'Samtale 89');
    });

    it('says so when older conversations do not come, and goes on when they do', async () => {
      const backend = fakeBackend({ conversations: many(60) });
      const widget = await inbox(backend);
      const said = listen(widget);
      const codes: string[] = [];
      widget.addEventListener('hn-error', ({ code }) => codes.push(code));
      backend.before.listThreads = () => Promise.reject(new BackendError('unavailable', { status: 503 }));
      await press(widget, 'button', 'Vis eldre samtaler');
      await waitUntil(() => said.some((words) => words.startsWith('Tjenesten svarer ikke akkurat nå.')));
      await reads(widget, 'Tjenesten svarer ikke akkurat nå.');
      expect(codes).to.deep.equal(['unavailable']);
      backend.before = {};
      await press(widget, 'button', 'Vis eldre samtaler');
      await hasFocus(widget, 'Samtale 30');
      expect(widget.shadowRoot!.querySelector('[part~=notice-danger]')).to.equal(null);
    });

    it('keeps focus where it is when what is not needed at first sight comes', async () => {
      for (const name of [OPEN, 'Ny melding']) {
        const widget = await inbox(withConversations());
        const button = the(widget, 'button', name);
        button.focus();
        await find(widget, 'searchbox', 'Søk i meldinger');
        expect(widget.shadowRoot!.activeElement).to.equal(button);
      }
    });

    it('shows nothing of the last person when another acts', async () => {
      const backend = withConversations({ session: ACTING });
      const widget = await opened(backend);
      backend.conversations = many(1);
      await press(widget, 'button', 'Tilbake til deg selv');
      await reads(widget, 'Samtale 0');
      expect(textOf(widget)).to.not.include('halv ni').and.to.not.include(TITLE);
    });
  });

  describe('actions', () => {
    it('goes back to the list on a narrow page, to the conversation that was open', async () => {
      inColumn(288);
      const widget = await opened(withConversations());
      expect(all(widget, 'button', OPEN)).to.have.length(0);
      await press(widget, 'button', 'Tilbake til meldingene');
      await hasFocus(widget, TITLE);
      expect(textOf(widget)).to.not.include('Vi kan komme halv ni. Passer det? Svar');
    });

    it('begins a new message to one of those who take some, and says why others do not', async () => {
      const backend = withConversations();
      const widget = await inbox(backend);
      await press(widget, 'button', 'Ny melding');
      await hasFocus(widget, 'Hvem vil du skrive til?');
      await reads(widget, 'Meldinger: Kommunen åpner for dette 1. mars 2027.');
      await press(widget, 'button', HOME_CARE.name);
      await hasFocus(widget, `Ny melding til ${HOME_CARE.name}`);
      write(the(widget, 'textbox', 'Emne'), 'Nøkkel');
      write(the(widget, 'textbox', 'Melding'), 'Nøkkelen er borte.');
      await press(widget, 'button', 'Send');
      await reads(widget, 'Meldingen er sendt');
      expect(backend.sent.map(({ thread }) => thread.subject)).to.deep.equal(['Nøkkel']);
      await press(widget, 'button', 'Tilbake til meldingene');
      await reads(widget, TITLE);
      await hasFocus(widget, 'Ny melding');
    });

    it('takes up a message that is begun in the contacts of the same backend', async () => {
      const backend = withConversations();
      const widget = await inbox(backend);
      const contacts = await show(backend);
      await press(contacts, 'button', `Ny melding til ${HOME_CARE.name}`);
      await hasFocus(widget, `Ny melding til ${HOME_CARE.name}`);
      expect(textOf(contacts)).to.not.include('Ny melding til Hjemmetjenesten Østensjø Emne');
    });

    it('leaves a message to the contacts of another backend', async () => {
      const widget = await inbox(withConversations());
      const contacts = await show(fakeBackend());
      await press(contacts, 'button', `Ny melding til ${HOME_CARE.name}`);
      await hasFocus(contacts, `Ny melding til ${HOME_CARE.name}`);
      expect(all(widget, 'textbox', 'Emne')).to.have.length(0);
    });

    it('searches, says how much it found, opens a hit and comes back to it', async () => {
      const backend = withConversations();
      const widget = await inbox(backend);
      const said = listen(widget);
      const field = await find(widget, 'searchbox', 'Søk i meldinger');
      field.focus();
      write(field, 'hjelpen');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => subjects(widget).join() === 'Spørsmål om øvelser');
      await waitUntil(() => said.includes('1 samtale passer'));
      const before = backend.calls.length;
      await press(widget, 'button', /^Spørsmål om øvelser/);
      await hasFocus(widget, 'Spørsmål om øvelser');
      expect(backend.calls.slice(before)).to.deep.equal(['listMessages']);
      await press(widget, 'button', 'Vis alle samtaler');
      expect(subjects(widget)).to.have.length(3);
      await hasFocus(widget, 'Søk i meldinger');
      expect(location.href).to.not.include('hjelpen');
    });

    it('archives, and brings back', async () => {
      const widget = await opened(withConversations());
      const said = listen(widget);
      await press(widget, 'button', 'Arkiver');
      await waitUntil(() => subjects(widget).length === 2);
      await waitUntil(() => said.includes('Samtalen er arkivert'));
      await press(widget, 'button', 'Arkiv');
      await waitUntil(() => subjects(widget).join() === TITLE);
      await press(widget, 'button', OPEN);
      await press(widget, 'button', 'Flytt til innboksen');
      await reads(widget, 'Du har ikke arkivert noen samtaler.');
      await press(widget, 'button', 'Innboks');
      await waitUntil(() => subjects(widget).length === 3);
    });

    it('gives a file as a download, and says when it cannot', async () => {
      const backend = withConversations();
      const widget = await opened(backend);
      const saved: string[] = [];
      const press_ = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        saved.push(this.download);
      };
      try {
        await press(widget, 'button', /^timeplan\.pdf/);
        await waitUntil(() => saved.length === 1);
        expect(saved).to.deep.equal(['timeplan.pdf']);
        backend.before.getAttachment = () => Promise.reject(new BackendError('not-found', { status: 404 }));
        await press(widget, 'button', /^timeplan\.pdf/);
        await reads(widget, 'Vi finner ikke det du ser etter.');
      } finally {
        HTMLAnchorElement.prototype.click = press_;
      }
    });

    it('prints the whole conversation and nothing else', async () => {
      const widget = await inbox(fakeBackend({ conversations: [long(70)] }), { thread: 't1' });
      await reads(widget, 'Melding nummer 70.');
      const { printed, stop } = papers();
      await press(widget, 'button', 'Skriv ut');
      await waitUntil(() => printed.length === 1);
      stop();
      for (const n of [1, 35, 70]) expect(printed[0]).to.include(`Melding nummer ${n}.`);
      expect(printed[0]).to.include(TITLE).and.to.not.include('Bruksvilkår');
      // Of a day that is yesterday when it is printed, paper says which it was.
      expect(printed[0]).to.include('Mandag 23. november 2026').and.to.not.include('I går');
    });

    it('shows who has seen it', async () => {
      const log = [
        {
          at: '2026-11-24T09:00:00+01:00',
          who: 'Amina Yusuf',
          role: 'Sykepleier',
          what: 'Leste samtalen',
          onBehalfOf: null,
        },
      ];
      const widget = await opened(withConversations({ log }));
      await press(widget, 'button', 'Hvem har sett');
      await reads(widget, 'Amina Yusuf, sykepleier Leste samtalen · 24. november 2026 kl. 09:00');
      await press(widget, 'button', 'Lukk');
      await hasFocus(widget, 'Hvem har sett');
    });
  });

  describe('messages that come', () => {
    const live = (backend: FakeBackend): Promise<void> =>
      waitUntil(() => backend.watched, 'it listens', { timeout: 5000 });

    it('appear in the open conversation, and are said once', async () => {
      const backend = withConversations();
      const widget = await opened(backend);
      await live(backend);
      const said = listen(widget);
      backend.arrive('t1', { id: 'm9', body: 'Da kommer vi halv ni.' });
      backend.hint({ type: 'message', partyId: null, id: 't1' });
      await reads(widget, 'Da kommer vi halv ni.');
      await waitUntil(() => said.length > 0);
      backend.hint({ type: 'message', partyId: null, id: 't1' });
      await widget.refresh();
      expect(said).to.deep.equal([`Ny melding fra ${HOME_CARE.name}`]);
    });

    it('rise to the top of the list, and bring a conversation back from the archive', async () => {
      const backend = withConversations();
      backend.conversations = backend.conversations.map((one) =>
        one.thread.id === 't2' ? { ...one, thread: { ...one.thread, folder: 'archive' } } : one,
      );
      const widget = await inbox(backend);
      await live(backend);
      const said = listen(widget);
      backend.arrive('t2', { id: 'm9' });
      backend.hint({ type: 'message', partyId: null, id: 't2' });
      await waitUntil(() => subjects(widget)[0] === 'Spørsmål om øvelser');
      await waitUntil(() => said.join() === `Ny melding fra ${PHYSIO.name}`);
    });
  });

  describe('localization', () => {
    for (const [lang, title, button] of [
      ['nn', 'Meldingar', 'Ny melding'],
      ['en', 'Messages', 'New message'],
    ] as const) {
      it(`speaks ${lang}`, async () => {
        const widget = await inbox(withConversations(), { lang });
        expect(all(widget, 'heading', title)).to.have.length(1);
        await find(widget, 'button', button);
      });
    }
  });

  describe('keyboard', () => {
    it('reads and answers a conversation', async () => {
      const backend = withConversations();
      const widget = await inbox(backend);
      await find(widget, 'searchbox', 'Søk i meldinger');
      the(widget, 'button', OPEN).focus();
      await sendKeys({ press: 'Enter' });
      await hasFocus(widget, TITLE);
      const field = await find(widget, 'textbox', 'Svar');
      while (widget.shadowRoot!.activeElement !== field) await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'Ja takk' });
      const send = the(widget, 'button', 'Send');
      while (widget.shadowRoot!.activeElement !== send) await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await reads(widget, 'Meldingen er sendt');
      expect(backend.replies).to.have.length(1);
    });
  });
});
