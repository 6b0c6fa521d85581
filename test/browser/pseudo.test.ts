/**
 * Every widget in every state, in words that are 40 % longer, and from right to left: nothing is cut off in a narrow
 * window or a wide one, and what stands at the beginning of a line stands there on the other side.
 */
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { HnElement } from '../../src/elements/base.js';
import { FULLEST } from '../support/fullest.js';
import { inColumn } from '../support/page.js';
import { loadPseudo, longer, rtl, speak, type Pseudo, type PseudoName } from '../support/pseudo.js';
import { notMirrored, placesIn, withoutRoom } from '../support/room.js';
import { TAGS, playAll } from '../support/scenes.js';
import { canResize } from '../support/browser.js';

/** Windows, with the margin around a page's content. */
const WIDTHS = [320, 1280];
const MARGIN = 16;

const root = document.documentElement;

async function resize(width: number): Promise<void> {
  if (canResize) await setViewport({ width, height: 900 });
  document.body.style.setProperty('margin', `${MARGIN}px`);
  inColumn(width - 2 * MARGIN);
}

/** Draws the widget anew, as a change of language does. */
async function redraw(widget: HnElement): Promise<void> {
  widget.requestUpdate();
  await widget.updateComplete;
}

describe('the pseudo-languages', () => {
  it('say all that Bokmål says, longer or from right to left', async () => {
    const pseudo = await loadPseudo();
    const of = (name: PseudoName, id: string) => pseudo[name].units[id];
    expect(of('longer', 'common.login')).to.equal('Looggg innn');
    expect(of('rtl', 'common.login')).to.equal('לוגג יננ');
    const party = of('longer', 'acting.for') as Exclude<Pseudo['units'][string], string>;
    expect([...party.strings]).to.deep.equal([
      'Duu brrukeer ttjennesstenn påå veggnee av <strong>',
      '</strong>',
    ]);
    expect(Object.keys(pseudo.longer.units).length).to.be.above(400);
  });

  it('are 40 % longer, letter by letter', () => {
    const text = 'Kontaktinformasjon og varseloppsett';
    expect(longer(text).length / text.length).to.be.within(1.37, 1.45);
    expect(rtl('En, 2 to')).to.equal('ענ, 2 טו');
  });
});

describe('what has no room', () => {
  /** A widget of one box. */
  const placed = async (box: string): Promise<HnElement> => {
    const host = await fixture<HnElement>(html`<div></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML = `<div class="base">${box}</div>`;
    return host;
  };
  const narrow = 'display: block; inline-size: 40px; margin: 40px;';

  for (const [what, box] of [
    ['runs out of its box', `<p style="${narrow} white-space: nowrap">Avbryt timen</p>`],
    ['is higher than its box', `<p style="${narrow} block-size: 20px">Avbryt timen</p>`],
    ['is cut off', `<p style="${narrow} overflow: hidden">Kontaktinformasjon</p>`],
    ['is cut off in a choice', `<select style="${narrow}"><option>Kontaktinformasjon</option></select>`],
    ['makes the widget wider than it is', `<p style="inline-size: 5000px">Avbryt</p>`],
  ] as const) {
    it(`is text that ${what}`, async () => {
      expect(withoutRoom(await placed(box))).to.not.be.empty;
    });
  }

  it('is none of what has room, or stands the other way round', async () => {
    const widget = await placed('<p>Avbryt</p><button>Avlys time</button>');
    expect(withoutRoom(widget)).to.deep.equal([]);
    const places = placesIn(widget);
    root.dir = 'rtl';
    expect(notMirrored(places, placesIn(widget))).to.deep.equal([]);
    root.dir = 'ltr';
  });

  it('stands the same way round if it is laid out by left and right', async () => {
    const widget = await placed('<p style="margin-left: 80px">Avbryt</p>');
    const places = placesIn(widget);
    root.dir = 'rtl';
    expect(notMirrored(places, placesIn(widget))).to.have.length(1);
    root.dir = 'ltr';
  });
});

for (const tag of TAGS) {
  describe(`<${tag}> in words of another length and direction`, () => {
    /** What was found, by language and width. */
    const found = new Map<string, Set<string>>();
    const note = (where: string, findings: readonly string[]): void => {
      const all = found.get(where) ?? new Set();
      for (const one of findings) all.add(one);
      found.set(where, all);
    };
    let halts = 0;

    before(async function () {
      this.timeout(240_000);
      const pseudo = await loadPseudo();
      const look = async (widget: HnElement): Promise<void> => {
        halts += 1;
        const title = (): string => widget.shadowRoot!.querySelector('#title')!.textContent.trim();
        const before = title();
        for (const name of ['longer', 'rtl'] as const) {
          speak(pseudo[name]);
          await redraw(widget);
          expect(title(), 'the heading').to.equal({ longer, rtl }[name](before));
          for (const width of WIDTHS) {
            await resize(width);
            const places = placesIn(widget);
            root.dir = name === 'rtl' ? 'rtl' : 'ltr';
            note(`${name} ${width}`, withoutRoom(widget));
            if (name === 'rtl') note(`mirrored ${width}`, notMirrored(places, placesIn(widget)));
            root.dir = 'ltr';
          }
        }
        speak(null);
        await redraw(widget);
      };
      await playAll(tag, look);
      await look(await FULLEST[tag]('nb'));
      fixtureCleanup();
    });

    after(async () => {
      speak(null);
      root.removeAttribute('dir');
      document.body.removeAttribute('style');
      if (canResize) await setViewport({ width: 1000, height: 700 });
    });

    it('is seen in all its states', () => expect(halts).to.be.above(12));

    for (const width of WIDTHS) {
      for (const [name, words] of [
        ['longer', '40 % longer'],
        ['rtl', 'from right to left'],
      ] as const) {
        it(`cuts nothing off that is ${words} at ${width} px`, () => {
          expect([...found.get(`${name} ${width}`)!]).to.deep.equal([]);
        });
      }

      it(`stands the other way round at ${width} px`, () => {
        expect([...found.get(`mirrored ${width}`)!]).to.deep.equal([]);
      });
    }
  });
}
