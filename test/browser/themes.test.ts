import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { CONTRAST_TOKENS, contrastProblems, parseColour, type Colours } from '../../src/domain/contrast.js';
import { DESIGN_SYSTEMS, type DesignSystem } from '../../stories/design-systems.js';
import { CONVERSATIONS } from '../support/data.js';
import { fakeBackend } from '../support/fake-backend.js';
import { find, showWidget } from '../support/page.js';
import type { HnElement } from '../../src/elements/base.js';

const root = document.documentElement;
/** What a test lays on the page, and takes away again. */
const cleanups: (() => void)[] = [];

async function sheet(path: string): Promise<void> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const style = document.createElement('style');
  style.textContent = await answer.text();
  document.head.append(style);
  cleanups.push(() => style.remove());
}

interface Page {
  system: DesignSystem;
  dark: boolean;
  /** Without, the widgets take what they find of the system. */
  theme?: boolean;
}

/** A page of the system; its own button and field, and the inbox with its tools. */
async function pageOf({
  system,
  dark,
  theme = true,
}: Page): Promise<{ theirs: HTMLElement; widget: HnElement }> {
  await sheet(`/design-systems/${system.name}.css`);
  if (theme) await sheet(`/src/styles/themes/${system.name}.css`);
  if (dark) {
    system.dark?.(root, true);
    cleanups.push(() => system.dark?.(root, false));
  }
  const widget = await shownInbox();
  const theirs = document.createElement('div');
  widget.before(theirs);
  render([system.button, system.field], theirs);
  return { theirs, widget };
}

async function shownInbox(): Promise<HnElement> {
  const widget = await showWidget('hn-inbox', fakeBackend({ conversations: [...CONVERSATIONS] }));
  // The desk brings the field, and the rest of the colours.
  await widget.summonDesk();
  await find(widget, 'searchbox');
  return widget;
}

/** A length of a computed style. */
const px = (length: string): number => parseFloat(length);

/** A colour, whichever way the browser writes it. */
const colour = (text: string): number[] =>
  parseColour(text).map((part, at) => (at < 3 ? Math.round(part) : Number(part.toFixed(2))));

/** What one sees of a control, of which `box` has the ground and `words` the text. */
function looks(box: Element, words: Element): Record<string, unknown> {
  const { backgroundColor } = getComputedStyle(box);
  const font = getComputedStyle(words);
  return {
    font: font.fontFamily,
    weight: font.fontWeight,
    colour: colour(font.color),
    ground: colour(backgroundColor),
  };
}

/** What is allowed to differ by a pixel. */
const sizes = (box: Element, words: Element): Record<string, number> => {
  const style = getComputedStyle(box);
  return {
    'font size': px(getComputedStyle(words).fontSize),
    radius: px(style.borderTopLeftRadius),
    height: box.getBoundingClientRect().height,
  };
};

interface Ring {
  colour: number[];
  width: number;
  /** Between it and the box. */
  gap: number;
}

/** The ring around what has focus: an outline, or a shadow that does not blur. */
function ringOf(box: Element): Ring {
  const { outlineStyle, outlineColor, outlineWidth, outlineOffset, boxShadow } = getComputedStyle(box);
  if (outlineStyle !== 'none')
    return { colour: colour(outlineColor), width: px(outlineWidth), gap: px(outlineOffset) };
  const [, shade = '', width = ''] = /^(\w+\([^)]*\)) 0px 0px 0px ([\d.]+px)$/.exec(boxShadow) ?? [];
  return { colour: colour(shade), width: px(width), gap: 0 };
}

function isWithinAPixel(mine: Record<string, number>, theirs: Record<string, number>): void {
  for (const [name, size] of Object.entries(theirs)) expect(mine[name], name).to.be.closeTo(size, 1);
}

/** What is read of a control while it has focus. */
function focused<Read>(control: HTMLElement, read: () => Read): Read {
  control.focus();
  return read();
}

function hasSameRing(mine: HTMLElement, theirs: HTMLElement, box: Element): void {
  const { colour: theirColour, ...theirRing } = focused(theirs, () => ringOf(box));
  const { colour: myColour, ...myRing } = focused(mine, () => ringOf(mine));
  expect(myColour, 'ring').to.deep.equal(theirColour);
  isWithinAPixel(myRing, theirRing);
}

/** The colours of a widget as they come out, whatever set them. */
function coloursOf(widget: HnElement): Colours {
  const probe = document.createElement('span');
  widget.shadowRoot!.append(probe);
  const colours = CONTRAST_TOKENS.map((name) => {
    const token = `--_${name.replace('text-subtle', 'subtle')}`;
    expect(getComputedStyle(widget).getPropertyValue(token), token).to.not.equal('');
    probe.style.setProperty('color', `var(${token})`);
    return [name, parseColour(getComputedStyle(probe).color)] as const;
  });
  probe.remove();
  return Object.fromEntries(colours);
}

const isReadable = (widget: HnElement): void => {
  const found = contrastProblems(coloursOf(widget)).map(
    (problem) => `${problem.colour} on ${problem.ground}: ${problem.ratio.toFixed(2)} of ${problem.least}`,
  );
  expect(found).to.deep.equal([]);
};

describe('themes', () => {
  afterEach(() => {
    for (const clean of cleanups.splice(0)) clean();
  });

  for (const system of DESIGN_SYSTEMS) {
    for (const dark of system.dark ? [false, true] : [false]) {
      describe(`${system.title}, ${dark ? 'dark' : 'light'}`, () => {
        it('has the primary button of the system', async () => {
          const { theirs, widget } = await pageOf({ system, dark });
          const own = theirs.querySelector('button')!;
          const box = theirs.querySelector(system.boxes?.button ?? 'button')!;
          const words = theirs.querySelector(system.boxes?.words ?? 'button')!;
          const mine = await find(widget, 'button', 'Ny melding');
          expect(looks(mine, mine)).to.deep.equal(looks(box, words));
          isWithinAPixel(sizes(mine, mine), sizes(box, words));
          hasSameRing(mine, own, box);
          const withFocus = focused(own, () => looks(box, words));
          expect(focused(mine, () => looks(mine, mine))).to.deep.equal(withFocus);
        });

        it('has the text field of the system', async () => {
          const { theirs, widget } = await pageOf({ system, dark });
          const own = theirs.querySelector('input')!;
          const box = theirs.querySelector(system.boxes?.field ?? 'input')!;
          const mine = await find(widget, 'searchbox');
          expect(looks(mine, mine)).to.deep.equal(looks(box, own));
          isWithinAPixel(sizes(mine, mine), sizes(box, own));
          const [edge, theirEdge] = [mine, box].map((element) => getComputedStyle(element));
          expect(colour(edge!.borderTopColor), 'edge').to.deep.equal(colour(theirEdge!.borderTopColor));
          expect(px(edge!.borderTopWidth), 'edge').to.be.closeTo(px(theirEdge!.borderTopWidth), 0.5);
          hasSameRing(mine, own, box);
        });

        it('has enough contrast in every pair of colours', async () => {
          isReadable((await pageOf({ system, dark })).widget);
        });

        it('has no findings', async () => {
          const { widget } = await pageOf({ system, dark });
          await expect(widget).to.be.accessible();
        });
      });
    }
  }

  for (const dark of [false, true]) {
    const scheme = dark ? 'dark' : 'light';
    it(`takes what the page has of Designsystemet by itself, ${scheme}`, async () => {
      const system = DESIGN_SYSTEMS.find(({ name }) => name === 'designsystemet')!;
      const { theirs, widget } = await pageOf({ system, dark, theme: false });
      const own = theirs.querySelector('button')!;
      const mine = await find(widget, 'button', 'Ny melding');
      const { weight: _mine, ...look } = looks(mine, mine);
      const { weight: _theirs, ...theirLook } = looks(own, own);
      expect(look).to.deep.equal(theirLook);
      isWithinAPixel(sizes(mine, mine), sizes(own, own));
      hasSameRing(mine, own, own);
      isReadable(widget);
    });

    it(`has enough contrast by default, ${scheme}`, async () => {
      root.style.setProperty('color-scheme', scheme);
      cleanups.push(() => root.style.removeProperty('color-scheme'));
      isReadable(await shownInbox());
    });
  }

  it('follows the scheme of the part of the page that a widget is in', async () => {
    const system = DESIGN_SYSTEMS.find(({ name }) => name === 'designsystemet')!;
    const { widget } = await pageOf({ system, dark: false });
    const light = coloursOf(widget).background;
    system.dark?.(widget.parentElement!, true);
    expect(coloursOf(widget).background).to.not.deep.equal(light);
    isReadable(widget);
  });

  it('leaves the last word to the page', async () => {
    const own = document.createElement('style');
    own.textContent = ':root { --hn-radius: 13px }';
    document.head.append(own);
    cleanups.push(() => own.remove());
    const { widget } = await pageOf({ system: DESIGN_SYSTEMS[0]!, dark: false });
    expect(getComputedStyle(await find(widget, 'button', 'Ny melding')).borderTopLeftRadius).to.equal('13px');
  });
});
