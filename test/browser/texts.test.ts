import { expect } from '@open-wc/testing';
import { configureLocalization, msg as pageMsg } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import {
  type Catalogue,
  formatDate,
  formatWeekdays,
  loadCatalogue,
  msg,
  plural,
  relativeDay,
  str,
  withCatalogue,
} from '../../src/i18n/index.js';

/** As widgets are: said in a language of its own, without words while the texts are on their way. */
class TextsTestElement extends LitElement {
  catalogue: Catalogue | null = null;
  count = 0;
  failing = false;

  renderNow(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  protected override performUpdate(): void {
    if (this.catalogue) withCatalogue(this.catalogue, () => super.performUpdate());
    else super.performUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.catalogue) return nothing;
    if (this.failing) throw new Error('while rendering');
    const name = 'Åse';
    return html`<p>${msg('Logg inn', { id: 'common.login' })}</p>
      <p>${msg(html`Du bruker tjenesten på vegne av <strong>${name}</strong>`, { id: 'acting.for' })}</p>
      <p>${msg(str`Ring ${name}:`, { id: 'contacts.call' })}</p>
      <p>
        ${plural(this.count, {
          one: msg(str`${this.count} ulest melding`, { id: 'contacts.unread.one' }),
          two: msg(str`${this.count} uleste meldinger`, { id: 'contacts.unread.two' }),
          other: msg(str`${this.count} uleste meldinger`, { id: 'contacts.unread.other' }),
        })}
      </p>
      <p>${formatDate('2026-11-23', 'longWithWeekday')}</p>
      <p>${relativeDay('2026-11-24', '2026-11-23')}</p>
      <p>${formatWeekdays(['sat', 'sun'])}</p>
      <button aria-label=${msg('Prøv igjen', { id: 'common.retry' })}></button>`;
  }
}
customElements.define('texts-test', TextsTestElement);

/** What stands in an element, in words, with its labels. */
function wordsOf(element: TextsTestElement): string {
  const root = element.shadowRoot!;
  const label = root.querySelector('button')?.getAttribute('aria-label') ?? '';
  return `${root.textContent} ${label}`.replace(/\s+/g, ' ').trim();
}

const NYNORSK =
  'Logg inn Du bruker tenesta på vegner av Åse Ring Åse: 2 ulesne meldingar måndag 23. november 2026 I morgon laurdag og søndag Prøv igjen';
const ENGLISH =
  'Log in You are using the service on behalf of Åse Call Åse: 2 unread messages Monday 23 November 2026 Tomorrow Saturday and Sunday Try again';
const SINGULAR = [
  NYNORSK.replace('2 ulesne meldingar', '1 ulesen melding'),
  ENGLISH.replace('2 unread messages', '1 unread message'),
];

/** Everything that `element` ever shows, from now on; seen after each change of its tree. */
function everShown(element: TextsTestElement): Set<string> {
  const shown = new Set([wordsOf(element)]);
  new MutationObserver(() => shown.add(wordsOf(element))).observe(element.shadowRoot!, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  return shown;
}

async function place(count = 2): Promise<TextsTestElement> {
  const element = new TextsTestElement();
  element.count = count;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

async function say(element: TextsTestElement, catalogue: Catalogue): Promise<void> {
  element.catalogue = catalogue;
  element.requestUpdate();
  await element.updateComplete;
}

describe('texts of two widgets on one page', () => {
  let nn: Catalogue;
  let en: Catalogue;

  before(async () => {
    [nn, en] = await Promise.all([loadCatalogue('nn'), loadCatalogue('en')]);
  });

  afterEach(() => {
    for (const element of document.querySelectorAll('texts-test')) element.remove();
  });

  it('never show a word of each other, re-rendered in turn and with a catalogue that comes late', async () => {
    const [first, second] = [await place(), await place()];
    const shown = [everShown(first), everShown(second)];
    await say(first, nn);
    expect(wordsOf(second), 'no words before its texts are there').to.equal('');

    // The first is rendered again while the texts of the second are on their way, and after.
    const late = Promise.resolve(en);
    first.requestUpdate();
    const rendered = first.updateComplete;
    await Promise.all([rendered, late.then((catalogue) => say(second, catalogue))]);

    for (let count = 1; count <= 20; count++) {
      const [one, other] = count % 2 ? [first, second] : [second, first];
      first.count = second.count = 1 + (count % 2);
      one.requestUpdate();
      other.requestUpdate();
      await Promise.all([first.updateComplete, second.updateComplete]);
      // A microtask later the observers have seen it.
      await Promise.resolve();
    }
    expect([...shown[0]!].sort()).to.deep.equal(['', SINGULAR[0], NYNORSK].sort());
    expect([...shown[1]!].sort()).to.deep.equal(['', SINGULAR[1], ENGLISH].sort());
  });

  it('do not change with the other one’s language', async () => {
    const [first, second] = [await place(), await place()];
    await Promise.all([say(first, nn), say(second, nn)]);
    await say(second, en);
    expect([wordsOf(first), wordsOf(second)]).to.deep.equal([NYNORSK, ENGLISH]);
    await say(first, en);
    await say(second, nn);
    expect([wordsOf(first), wordsOf(second)]).to.deep.equal([ENGLISH, NYNORSK]);
  });

  it('stay apart after one of them has failed while it was rendered', async () => {
    const [first, second] = [await place(), await place()];
    await Promise.all([say(first, nn), say(second, en)]);
    second.failing = true;
    second.requestUpdate();
    await second.updateComplete.then(
      () => expect.fail('It should have thrown.'),
      (error: unknown) => expect(String(error)).to.contain('while rendering'),
    );
    first.requestUpdate();
    await first.updateComplete;
    expect(wordsOf(first)).to.equal(NYNORSK);
    expect(msg('Logg inn', { id: 'common.login' })).to.equal('Logg inn');
  });

  it('stay apart where one is rendered within the other', async () => {
    const inner = await place();
    inner.catalogue = en;
    const outer = await place();
    await say(outer, nn);
    const words = withCatalogue(nn, () => {
      const before = msg('Avbryt', { id: 'common.cancel' });
      inner.renderNow();
      return [before, msg('Hvilken kommune bor du i?', { id: 'contacts.whichMunicipality' })];
    });
    expect(words).to.deep.equal(['Avbryt', 'Kva kommune bur du i?']);
    expect([wordsOf(outer), wordsOf(inner)]).to.deep.equal([NYNORSK, ENGLISH]);
  });

  it('leave a page alone that has a localize of its own, and are left alone by it', async () => {
    const events: Event[] = [];
    const heard = (event: Event) => events.push(event);
    window.addEventListener('lit-localize-status', heard);
    const { getLocale } = configureLocalization({
      sourceLocale: 'de',
      targetLocales: ['fr'],
      loadLocale: () => Promise.reject(new Error('Nobody asks for it.')),
    });
    const element = await place();
    await say(element, en);
    expect(wordsOf(element)).to.equal(ENGLISH);
    expect(pageMsg('Anmelden', { id: 'common.login' })).to.equal('Anmelden');
    expect(getLocale()).to.equal('de');
    expect(events).to.deep.equal([]);
    window.removeEventListener('lit-localize-status', heard);
  });
});

describe('a text that a language lacks', () => {
  it('is Bokmål in an element that says so, also within a translated text, and plain in an attribute', async () => {
    const se = await loadCatalogue('se');
    const element = await place();
    await say(element, se);
    const root = element.shadowRoot!;
    const marked = [...root.querySelectorAll('[lang=nb]')].map((one) => one.textContent);
    expect(marked).to.include('Ring Åse:');
    expect(marked).to.not.include('Sisačáliheapmi');
    expect(root.querySelector('p')!.innerHTML).to.contain('Sisačáliheapmi');
    expect(root.querySelector('button')!.getAttribute('aria-label')).to.equal('Prøv igjen');
    element.remove();
  });
});
