/**
 * Every widget in every state, as people set their browser and system who see, press or read otherwise: 400 % zoom,
 * twice the text, text spaced out, forced colours, less motion; and what must not need a mouse or a steady hand.
 */
import { expect, fixtureCleanup } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { HnElement } from '../../src/elements/base.js';
import { FULLEST } from '../support/fullest.js';
import { withoutRoom } from '../support/room.js';
import { TAGS, playAll } from '../support/scenes.js';
import { inChromium, PRESSED, SPACED } from '../support/browser.js';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 900 };
/** A window of 1280 × 1024 at 400 %, in CSS pixels: WCAG 2.2, 1.4.10 and 1.4.4. */
const ZOOMED = { width: 320, height: 256 };

const named = (element: Element): string =>
  `${element.localName}.${element.className} "${(element.textContent || element.ariaLabel) ?? ''}"`
    .replace(/\s+/g, ' ')
    .trim();

/** What one can press or write in; in an open dialog nothing outside it. */
function controlsOf({ shadowRoot }: HnElement): HTMLElement[] {
  const scope = shadowRoot!.querySelector('dialog[open]') ?? shadowRoot!;
  return [...scope.querySelectorAll<HTMLElement>(PRESSED)].filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, .vh'),
  );
}

/** Whether something of it is in sight, and nothing lies on top; of a link in a text its first line. */
function isInSight(control: HTMLElement): boolean {
  const { left, top, right, bottom } = control.getClientRects()[0]!;
  const [from, to] = [Math.max(top, 0), Math.min(bottom, window.innerHeight)];
  const root = control.getRootNode() as ShadowRoot;
  return [0.2, 0.5, 0.8].some((part) => {
    const hit = root.elementFromPoint((left + right) / 2, from + (to - from) * part);
    return !!hit && (control.contains(hit) || !!hit.closest('label')?.contains(control));
  });
}

function* hiddenWhenZoomed(widget: HnElement): Generator<string> {
  for (const control of controlsOf(widget)) {
    control.focus();
    if (!isInSight(control)) yield named(control);
  }
  const dialog = widget.shadowRoot!.querySelector('dialog[open]')?.getBoundingClientRect();
  if (dialog && (dialog.top < 0 || dialog.bottom > window.innerHeight)) yield 'the dialog leaves the window';
}

/** The area that answers: of a box or a choice its label too, of a row's button the whole row. */
function targetOf(control: HTMLElement): Element {
  const label = (control as HTMLInputElement).labels?.[0];
  if (label && control.matches('[type=checkbox], [type=radio], [type=file]')) return label;
  const isRows = getComputedStyle(control, '::after').position === 'absolute';
  return isRows ? (control.closest('li') ?? control) : control;
}

/** In a sentence a link is as high as its line (2.5.5 and 2.5.8 leave it out): a target would lie over others. */
const isInSentence = ({ parentElement }: HTMLElement): boolean =>
  [...parentElement!.childNodes].some((node) => node instanceof Text && /\p{L}/u.test(node.data));

function* smallTargets(widget: HnElement): Generator<string> {
  for (const control of controlsOf(widget)) {
    const { width, height } = targetOf(control).getBoundingClientRect();
    if (control.matches('a') && isInSentence(control)) continue;
    if (Math.min(width, height) < 43.9)
      yield `${named(control)} ${Math.round(width)} × ${Math.round(height)}`;
  }
}

/** What forced colours would take the edge from: they paint over every ground. */
const GROUNDS = '.chip, .notice, .panel, .body, .composer';

function* withoutEdge({ shadowRoot }: HnElement): Generator<string> {
  for (const element of shadowRoot!.querySelectorAll(GROUNDS)) {
    if (element.checkVisibility() && getComputedStyle(element).borderTopWidth === '0px') yield named(element);
  }
}

/** What a rule for the pointer may change: colours and grounds, and how a link is underlined. */
const UNDER_POINTER = /^(color|background.*|border-.*color|text-(decoration|underline).*)$/;

function* rulesOf(rules: CSSRuleList): Generator<CSSStyleRule> {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) yield rule;
    if ('cssRules' in rule) yield* rulesOf(rule.cssRules as CSSRuleList);
  }
}

/** What only somebody with a mouse gets: what comes under the pointer, and what a `title` says. */
function* byMouseAlone({ shadowRoot }: HnElement): Generator<string> {
  for (const { cssRules } of shadowRoot!.adoptedStyleSheets) {
    for (const { selectorText, style } of rulesOf(cssRules)) {
      if (!selectorText.includes(':hover')) continue;
      for (const property of style) if (!UNDER_POINTER.test(property)) yield `${selectorText} ${property}`;
    }
  }
  for (const element of shadowRoot!.querySelectorAll('[title]:not(iframe)'))
    yield `title of ${named(element)}`;
}

const moving = ({ shadowRoot }: HnElement): string[] =>
  shadowRoot!.getAnimations().map(({ effect }) => named((effect as KeyframeEffect).target!));

type Finder = (widget: HnElement) => Iterable<string>;

/** A choice that has been opened shows in full what has no room in it while it is closed. */
async function withText(widget: HnElement, find: Finder): Promise<string[]> {
  widget.style.setProperty('--hn-font-size-base', '32px');
  const found = [...find(widget)].filter((one) => !one.startsWith('select'));
  widget.removeAttribute('style');
  return found;
}

async function spacedOut({ shadowRoot }: HnElement, find: () => Iterable<string>): Promise<string[]> {
  const sheets = shadowRoot!.adoptedStyleSheets;
  shadowRoot!.adoptedStyleSheets = [...sheets, SPACED];
  const found = [...find()];
  shadowRoot!.adoptedStyleSheets = sheets;
  return found;
}

/** Each promise, and what is against it in a widget that stands there. */
const PROMISES: Record<string, (widget: HnElement) => Promise<Iterable<string>>> = {
  'fits a window at 400 %': async (widget) => {
    await setViewport(ZOOMED);
    return withoutRoom(widget);
  },
  'hides nothing that has focus in a window at 400 %': async (widget) => {
    await setViewport(ZOOMED);
    return hiddenWhenZoomed(widget);
  },
  'fits 320 px with text twice as large': async (widget) => {
    await setViewport(NARROW);
    return withText(widget, withoutRoom);
  },
  'fits 1280 px with text twice as large': async (widget) => {
    await setViewport(WIDE);
    return withText(widget, withoutRoom);
  },
  'fits 320 px with text spaced out': async (widget) => {
    await setViewport(NARROW);
    return spacedOut(widget, () => withoutRoom(widget));
  },
  'fits 1280 px with text spaced out': async (widget) => {
    await setViewport(WIDE);
    return spacedOut(widget, () => withoutRoom(widget));
  },
  'has targets of 44 px at 320 px': async (widget) => {
    await setViewport(NARROW);
    return smallTargets(widget);
  },
  'has targets of 44 px at 1280 px': async (widget) => {
    await setViewport(WIDE);
    return smallTargets(widget);
  },
  'keeps an edge around what is told by a ground alone, in forced colours': async (widget) => {
    await emulateMedia({ forcedColors: 'active' });
    const found = [...withoutEdge(widget)];
    await emulateMedia({ forcedColors: 'none' });
    return found;
  },
  'has nothing that moves for whoever wants it still': async (widget) => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const found = moving(widget);
    await emulateMedia({ reducedMotion: 'no-preference' });
    return found;
  },
  'has nothing for a mouse alone': async (widget) => byMouseAlone(widget),
};

if (inChromium) {
  after(() => setViewport({ width: 1000, height: 700 }));

  for (const tag of TAGS) {
    describe(`<${tag}> for everyone`, () => {
      const found = new Map(Object.keys(PROMISES).map((name) => [name, new Set<string>()]));

      before(async function () {
        this.timeout(240_000);
        const look = async (widget: HnElement, halt: string): Promise<void> => {
          for (const [name, against] of Object.entries(PROMISES)) {
            for (const one of await against(widget)) found.get(name)!.add(`${halt}: ${one}`);
          }
        };
        await playAll(tag, look);
        await look(await FULLEST[tag]('nb'), 'fullest');
        fixtureCleanup();
      });

      for (const [name, findings] of found) {
        it(name, () => {
          expect([...findings]).to.deep.equal([]);
        });
      }
    });
  }
}
