import { expect, fixture, html } from '@open-wc/testing';
import type { HnInboxElement } from '../../../src/elements/inbox/inbox.js';
import { ACTIVE, CONTACTS, CONVERSATIONS, HOME_CARE, PHYSIO } from '../../support/data.js';
import { asksBeforeLeaving, find, isKept, press, reads, stored, the, write } from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { OPEN, TITLE, inbox, opened, subjects, withConversations, written } from './support.js';

const WORDS = 'Ja, det passer fint.';

async function leave(widget: HnInboxElement): Promise<void> {
  widget.thread = null;
  await reads(widget, 'Velg en samtale');
}

async function comeBack(widget: HnInboxElement): Promise<void> {
  await press(widget, 'button', OPEN);
  await waitUntil(() => written(widget) === WORDS, 'what was begun');
}

/** A file as the browser is given it to save. */
interface Saved {
  name: string;
  href: string;
}

describe('<hn-inbox> and what it keeps', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  describe('drafts', () => {
    it('stores nothing with draft-storage="none", and has what is begun as long as the page is there', async () => {
      const widget = await opened(withConversations(), { 'draft-storage': 'none' });
      write(the(widget, 'textbox', 'Svar'), WORDS);
      await reads(widget, 'Utkast til svar');
      await leave(widget);
      expect(stored()).to.not.include('hn:draft:');
      await comeBack(widget);
      await press(widget, 'button', 'Send');
      await reads(widget, 'Meldingen er sendt');
      expect(stored()).to.not.include('hn:draft:');
    });

    it('asks before somebody leaves the page, as long as an answer is begun', async () => {
      const widget = await opened(withConversations());
      expect(asksBeforeLeaving()).to.be.false;
      write(the(widget, 'textbox', 'Svar'), WORDS);
      expect(asksBeforeLeaving()).to.be.true;
      await press(widget, 'button', 'Send');
      await reads(widget, 'Meldingen er sendt');
      expect(asksBeforeLeaving()).to.be.false;
    });

    it('deletes at log-out what is begun', async () => {
      const backend = withConversations();
      const widget = await opened(backend);
      write(the(widget, 'textbox', 'Svar'), WORDS);
      await isKept();
      await widget.care!.logOut();
      expect(stored()).to.not.include('hn:draft:');
      backend.session = ACTIVE;
      await widget.refresh();
      await find(widget, 'textbox', 'Svar');
      expect(written(widget)).to.equal('');
    });
  });

  describe('attributes', () => {
    it('asks for the conversations with one contact, in one folder', async () => {
      const asked: object[] = [];
      const backend = withConversations();
      await backend.moveThread('t1', 'archive');
      backend.before.listThreads = (filter: object) => {
        asked.push(filter);
        return undefined;
      };
      const widget = await inbox(backend, { contact: HOME_CARE.id, folder: 'archive' });
      expect(asked[0]).to.deep.equal({ contactId: HOME_CARE.id, folder: 'archive' });
      expect(subjects(widget)).to.deep.equal([TITLE]);
      widget.setAttribute('folder', 'inbox');
      widget.setAttribute('contact', PHYSIO.id);
      await waitUntil(() => subjects(widget).join() === 'Spørsmål om øvelser', 'those with another');
      expect(asked.at(-1)).to.deep.equal({ contactId: PHYSIO.id, folder: 'inbox' });
    });
  });

  describe('files', () => {
    it('downloads with the token of the page where that is how it asks', async () => {
      const [{ thread, messages }] = CONVERSATIONS as [(typeof CONVERSATIONS)[number]];
      const list = (items: readonly object[]): Response => Response.json({ items, next: null });
      const answers: Record<string, () => Response> = {
        session: () => Response.json(ACTIVE),
        contacts: () => list(CONTACTS),
        threads: () => Response.json({ items: [thread], next: null, counts: { unread: 0 } }),
        'threads/t1/messages': () => list(messages),
        'attachments/f1': () => new Response('%PDF-1.4', { headers: { 'Content-Type': 'application/pdf' } }),
      };
      const API = 'https://helse.example/api/';
      const asked = new Map<string, Pick<RequestInit, 'headers' | 'credentials'>>();
      const saved: Saved[] = [];
      const { fetch } = window;
      const { click } = HTMLAnchorElement.prototype;
      window.fetch = async (input, init = {}) => {
        const { url } = new Request(input);
        if (!url.startsWith(API)) return fetch(input, init);
        const path = new URL(url).pathname.replace('/api/', '');
        asked.set(path, init);
        return answers[path]?.() ?? new Response(null, { status: 501 });
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        saved.push({ name: this.download, href: this.href });
      };
      try {
        const getToken = (): Promise<string> => Promise.resolve('of-the-page');
        const widget = await fixture<HnInboxElement>(
          html`<hn-inbox backend-url=${API} .getToken=${getToken} thread="t1"></hn-inbox>`,
        );
        await press(widget, 'button', /^timeplan\.pdf/);
        await waitUntil(() => saved.length === 1, 'it is saved');
        const { headers, credentials } = asked.get('attachments/f1')!;
        expect(new Headers(headers).get('Authorization')).to.equal('Bearer of-the-page');
        expect(credentials).to.equal('omit');
        expect(saved[0]!.name).to.equal('timeplan.pdf');
        expect(await (await fetch(saved[0]!.href)).text()).to.equal('%PDF-1.4');
      } finally {
        window.fetch = fetch;
        HTMLAnchorElement.prototype.click = click;
      }
    });
  });
});
