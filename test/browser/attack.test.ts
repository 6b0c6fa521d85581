/**
 * Every text that runs or loads something where it is taken for anything but text, in every field that a
 * backend fills for `hn-contacts` and `hn-inbox`, through the adapter as on any page: nothing runs, nothing
 * is asked for, no element comes of it, and the text is read as it is.
 */
import { expect } from '@open-wc/testing';
import { safeLink } from '../../src/backend/rest/links.js';
import type { HnElement } from '../../src/elements/base.js';
import type { HnInboxElement } from '../../src/elements/inbox/inbox.js';
import { ATTACKS } from '../support/attack-corpus.js';
import {
  $,
  $$,
  backendOf,
  batches,
  expectRead,
  indices,
  isSafe,
  page,
  rootOf,
  until,
} from '../support/attack-page.js';
import { ANSWERS, Attacked, fieldsOf, type Kind } from '../support/attacked.js';
import { ACTIVE, ANONYMOUS, PHYSIO, TERMS_DUE, YES } from '../support/data.js';
import { showWidget } from '../support/page.js';
import { structureOf, trap, unsafeIn, type Trap } from '../support/trap.js';

/** Those of appointments have a file of their own. */
const KINDS: Kind[] = ['CONTACT', 'THREAD', 'MESSAGE', 'ENTRY', 'MUNICIPALITY', 'SESSION'];

const attacked = new Attacked();

describe('attacks in every field of a backend', function () {
  this.timeout(180_000);
  let watch: Trap;
  beforeEach(() => {
    sessionStorage.clear();
    watch = trap();
  });
  afterEach(async () => {
    // What a handler of a broken picture would do comes a little later.
    for (let turn = 0; turn < 5; turn += 1) await new Promise(requestAnimationFrame);
    watch.stop();
    expect(watch.ran, 'what ran').to.deep.equal([]);
    expect(watch.asked, 'what was asked for').to.deep.equal([]);
    sessionStorage.clear();
  });

  it('are many, and each is another', () => {
    expect(new Set(ATTACKS).size).to.equal(ATTACKS.length);
    expect(ATTACKS).to.have.length.of.at.least(150);
  });

  it('of contacts and all their details are text', async () => {
    const harmless = new Set<string>();
    for (const batch of [[], ...batches]) {
      // First those in which nobody has been, with and without a website.
      const contacts = batch.length
        ? batch.map((index) => attacked.make('CONTACT', index, { links: true }))
        : [ANSWERS.CONTACT, { ...ANSWERS.CONTACT, id: 'other', url: null }];
      const backend = backendOf({ session: () => ACTIVE, contacts: () => page(contacts) });
      const widget = await showWidget('hn-contacts', backend);
      await until(() => $$(widget, '[data-do=details]').length === contacts.length, 'all rows');
      for (const button of $$(widget, '[data-do=details]')) button.click();
      await until(() => $$(widget, 'dl').length === contacts.length, 'all details');
      for (const [row, element] of $$(widget, '[part~=contact]').entries()) {
        const index = batch[row];
        if (index === undefined) harmless.add(structureOf(element));
        else {
          expect(structureOf(element), ATTACKS[index]).to.be.oneOf([...harmless]);
          expectRead(attacked, element, 'CONTACT', index);
        }
      }
      expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
      widget.remove();
    }
  });

  it('of municipalities that are found are text', async () => {
    const hits = indices.map((index) => attacked.make('MUNICIPALITY', index, { links: true }));
    const backend = backendOf({ session: () => ANONYMOUS, municipalities: () => page(hits) });
    const widget = await showWidget('hn-contacts', backend, { public: '' });
    const field = $(widget, '#municipality') as HTMLInputElement;
    field.value = 'Oslo';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => $$(widget, '.hit').length === hits.length, 'all hits');
    const structures = new Set($$(widget, '.hit').map(structureOf));
    expect(structures.size).to.equal(1);
    for (const [index, hit] of $$(widget, '.hit').entries()) expectRead(attacked, hit, 'MUNICIPALITY', index);
    expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
  });

  it('of subjects that one may choose and of names of files are text', async () => {
    const topics = indices.map((index) => {
      for (const path of ['topics[].label', 'topics[].id']) attacked.note('CONTACT', path, index);
      return { id: attacked.id(index), label: ATTACKS[index] };
    });
    const limits = { ...ACTIVE.limits, attachments: 1_000, mediaTypes: [...ATTACKS] };
    const uploads: string[] = [];
    const backend = backendOf({
      session: () => ({ ...ACTIVE, limits }),
      contacts: () => page([{ ...ANSWERS.CONTACT, write: YES, topics }]),
      attachments: () => {
        const index = uploads.length;
        uploads.push('');
        return { id: attacked.id(index), name: ATTACKS[index], mediaType: ATTACKS[index], size: 1 };
      },
    });
    const widget = await showWidget('hn-contacts', backend);
    $(widget, '[data-do=compose]').click();
    await until(() => $$(widget, '#topic option').length === topics.length + 1, 'all topics');
    const labels = $$(widget, '#topic option').map(({ textContent }) => textContent);
    expect(labels.slice(1)).to.deep.equal([...ATTACKS]);
    const options = $$(widget, '#topic option').slice(1) as HTMLOptionElement[];
    expect(options.map(({ value }) => value)).to.deep.equal(topics.map(({ id }) => id));

    const chosen = new DataTransfer();
    const files = ATTACKS.map((name) => new File(['x'], name));
    for (const file of files) chosen.items.add(file);
    const input = $(widget, '#files') as HTMLInputElement;
    input.files = chosen.files;
    // A browser may have changed what no file system takes.
    const named = [...input.files].map(({ name }) => name);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => uploads.length === files.length && !$$(widget, 'progress').length, 'all files');
    expect($$(widget, '.file .name').map(({ textContent }) => textContent)).to.deep.equal(named);
    expect(new Set($$(widget, '.file').map(structureOf)).size).to.equal(1);
    expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
    $(widget, '[data-do=throw-away]').click();
  });

  it('of conversations, their messages, files and readers are text', async () => {
    const harmless = { row: '', pane: '', log: '' };
    for (const batch of [[-1], ...batches]) {
      const idOf = (index: number): string => (index < 0 ? 't' : attacked.id(index));
      const at = new Map(batch.map((index) => [idOf(index), index]));
      const find = (id = ''): number => at.get(id) ?? -1;
      const backend = backendOf({
        session: () => ACTIVE,
        contacts: () => page([]),
        threads: () =>
          page(
            batch.map((index) =>
              index < 0 ? ANSWERS.THREAD : attacked.make('THREAD', index, { links: true }),
            ),
            { counts: { unread: 1 } },
          ),
        messages: (id) => {
          const index = find(id);
          return page(index < 0 ? [ANSWERS.MESSAGE] : [attacked.make('MESSAGE', index, { links: true })]);
        },
        read: () => ({}),
        'access-log': () => {
          const index = find((widget as HnInboxElement).thread ?? '');
          return page(index < 0 ? [ANSWERS.ENTRY] : [attacked.make('ENTRY', index, { links: true })]);
        },
        attachments: () => new Blob(['x']),
      });
      const widget: HnElement = await showWidget('hn-inbox', backend);
      await until(() => $$(widget, '[part~=thread]').length === batch.length, 'all conversations');
      for (const [row, index] of batch.entries()) {
        const line = $$(widget, '[part~=thread]')[row]!;
        line.querySelector<HTMLElement>('[data-do=open]')!.click();
        const isOpen = (): boolean =>
          !!line.querySelector('[aria-current]') &&
          $$(widget, '.message').some(({ id }) => id === `message-${index < 0 ? 'm' : idOf(index)}`);
        await until(isOpen, `«${ATTACKS[index]}» is open and read`);
        const pane = $(widget, '.pane');
        const saved = watch.saved.length;
        $(widget, '[data-do=download]').click();
        await until(
          () => watch.saved.length > saved && !$$(widget, '[data-do=download][aria-disabled]').length,
          'saved',
        );
        $(widget, '[data-do=seen]').click();
        await until(() => $$(widget, '.log li').length === 1, 'who has seen it');
        const log = $(widget, '.log');
        if (index < 0) {
          Object.assign(harmless, {
            row: structureOf(line),
            pane: structureOf(pane),
            log: structureOf(log),
          });
        } else {
          expect(structureOf(line), ATTACKS[index]).to.equal(harmless.row);
          expect(structureOf(pane), ATTACKS[index]).to.equal(harmless.pane);
          expect(structureOf(log), ATTACKS[index]).to.equal(harmless.log);
          expectRead(attacked, line, 'THREAD', index, /^(topic|reply)/);
          expectRead(attacked, pane, 'THREAD', index, /excerpt$/);
          expectRead(attacked, pane, 'MESSAGE', index);
          expectRead(attacked, log, 'ENTRY', index);
          const [file] = attacked.make('MESSAGE', index, { links: true }).attachments;
          expect(watch.saved.at(-1)?.name, 'the name of the file').to.equal(file.name);
          expect(watch.saved.at(-1)?.href).to.match(/^blob:/);
        }
        expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
        $(widget, 'dialog [data-do=close]').click();
        await until(() => !$$(widget, 'dialog').length, 'closed');
      }
      widget.remove();
    }
  });

  it('of the terms are text', async () => {
    for (const index of indices) attacked.note('SESSION', 'terms.points[]', index);
    const terms = { ...TERMS_DUE.terms, points: [...ATTACKS] };
    const widget = await showWidget('hn-inbox', backendOf({ session: () => ({ ...TERMS_DUE, terms }) }));
    await until(() => $$(widget, '.points li').length === ATTACKS.length, 'all points');
    expect($$(widget, '.points li').map(({ textContent }) => textContent)).to.deep.equal([...ATTACKS]);
    expect($$(widget, '.points li *')).to.deep.equal([]);
    expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
  });

  it('of the session are text: whom one acts for, help and film', async () => {
    let session: unknown = ANSWERS.SESSION;
    const backend = backendOf({ session: () => session, contacts: () => page([PHYSIO]) });
    const widget = await showWidget('hn-contacts', backend);
    await until(() => $$(widget, '[data-do=film]').length === 1, 'the film');
    const look = async (title: string): Promise<string> => {
      $(widget, '[data-do=film]').click();
      await until(() => $$(widget, '#dialog-title')[0]?.textContent === title, 'its title');
      return structureOf($(widget, '.base'));
    };
    const close = async (): Promise<void> => {
      $(widget, 'dialog [data-do=close]').click();
      await until(() => !$$(widget, 'dialog').length, 'closed');
    };
    const harmless = await look(ANSWERS.SESSION.film.title);
    await close();
    for (const index of indices) {
      session = attacked.make('SESSION', index, { links: false, ids: (path) => path });
      await widget.refresh();
      const title = attacked.text(index, 'SESSION', 'film.title');
      expect(await look(title), ATTACKS[index]).to.equal(harmless);
      expectRead(attacked, rootOf(widget), 'SESSION', index, /^terms/);
      expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
      await close();
    }
  });

  it('of addresses lead nowhere that is not safe', async () => {
    let session: unknown = { ...ANONYMOUS, loginUrl: 'https://trygg.example/logg-inn' };
    const backend = backendOf({ session: () => session, contacts: () => page([]) });
    // As if the person had come back from a log-in that did not arrive: then a link leads to the portal.
    sessionStorage.setItem(`hn:login:${backend.id}`, '1');
    const widget = await showWidget('hn-inbox', backend);
    await until(() => $$(widget, '[data-do=login]').length === 1, 'the way to log in');
    const urls: (string | null)[] = [];
    widget.addEventListener('hn-login-required', (event) => {
      event.preventDefault();
      urls.push(event.loginUrl);
    });
    for (const index of indices) {
      for (const path of fieldsOf('SESSION')) attacked.note('SESSION', path, index);
      const all = { ...ANSWERS.SESSION, ...ANONYMOUS };
      session = {
        ...all,
        loginUrl: ATTACKS[index],
        help: { ...ANSWERS.SESSION.help, url: ATTACKS[index] },
        film: { ...ANSWERS.SESSION.film, url: ATTACKS[index] },
        terms: { ...ANSWERS.SESSION.terms, url: ATTACKS[index] },
      };
      await widget.refresh();
      $(widget, '[data-do=login]').click();
      expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
      const film = $$(widget, '[data-do=film]').length;
      expect(film, `film at ${ATTACKS[index]}`).to.equal(safeLink(ATTACKS[index]) ? 1 : 0);
    }
    expect(urls).to.have.length(ATTACKS.length);
    expect(urls.filter((url) => url !== null && !safeLink(url))).to.deep.equal([]);
  });

  it('have stood in every field', () => {
    const fields = KINDS.flatMap((kind) => fieldsOf(kind).map((path) => `${kind} ${path}`));
    const left = fields.filter((field) => attacked.done.get(field)?.size !== ATTACKS.length);
    expect(left, 'fields in which not every attack has stood').to.deep.equal([]);
    expect(fields.length * ATTACKS.length).to.be.at.least(150 * 50);
  });
});
