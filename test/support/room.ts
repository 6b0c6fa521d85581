/** Whether all that a widget says has room, and which way round it stands. */
import type { HnElement } from '../../src/elements/base.js';

/** Pixels for rounding, in every engine. */
const SLACK = 1.5;

/**
 * What no eye sees; and the first words of a message in the list and the lines in the days of a calendar, which are
 * cut on purpose: all of it stands where they lead.
 */
const APART = '.vh, .vh *, .week thead, .week thead *, .excerpt, .line, .line *, option, svg *';

const named = (element: Element): string =>
  [element.localName, ...element.classList].join('.') + (element.id ? `#${element.id}` : '');

const isInline = (element: Element): boolean => /^(inline|contents)$/.test(getComputedStyle(element).display);

/** The box that an element's text stands in. */
const boxOf = (element: Element): Element =>
  isInline(element) && element.parentElement ? boxOf(element.parentElement) : element;

/** What is seen of a widget, its texts or its elements. */
function* seen<Kind extends Node>(root: Node, kind: number): Generator<Kind> {
  const walker = document.createTreeWalker(root, kind);
  while (walker.nextNode()) {
    const node = walker.currentNode as Kind;
    const element = node instanceof Element ? node : node.parentElement;
    if (element && !element.matches(APART) && element.checkVisibility()) yield node;
  }
}

/** Whether `inner` sticks out of `outer` sideways, or by more than `high` above or below. */
const sticksOut = (inner: DOMRect, outer: DOMRect, high: number): boolean =>
  inner.left < outer.left - SLACK ||
  inner.right > outer.right + SLACK ||
  inner.top < outer.top - high ||
  inner.bottom > outer.bottom + high;

/** Lines of text that stick out of the box around them. */
function* spilt(root: ShadowRoot): Generator<string> {
  const range = document.createRange();
  for (const text of seen<Text>(root, NodeFilter.SHOW_TEXT)) {
    if (!text.data.trim()) continue;
    const box = boxOf(text.parentElement!);
    const { overflowY, lineHeight } = getComputedStyle(box);
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      // The box of letters may be higher than their line; what scrolls may be as high as it likes.
      const above = Math.max(0, (line.height - (parseFloat(lineHeight) || line.height)) / 2);
      const high = overflowY === 'auto' ? Infinity : above + SLACK;
      if (sticksOut(line, box.getBoundingClientRect(), high))
        yield `${named(box)} spills "${text.data.trim()}"`;
    }
  }
}

/** What is wider than the box that cuts it off or scrolls it, or higher than the box that cuts it off. */
function* cut(root: ShadowRoot): Generator<string> {
  for (const element of seen<HTMLElement>(root, NodeFilter.SHOW_ELEMENT)) {
    if (element.matches('input, select, textarea, svg')) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const isWide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    const isHigh = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (isWide || isHigh) yield `${named(element)} cuts "${element.textContent.trim()}"`;
  }
}

/** Choices whose words are wider than the box that shows the one chosen. */
function* cramped(root: ShadowRoot): Generator<string> {
  const context = document.createElement('canvas').getContext('2d')!;
  for (const select of root.querySelectorAll('select')) {
    const { font, fontSize, paddingLeft, paddingRight } = getComputedStyle(select);
    context.font = font;
    // The arrow is about as wide as letters are high.
    const taken = [paddingLeft, paddingRight, fontSize].reduce((sum, size) => sum + parseFloat(size), 0);
    for (const { text } of select.options) {
      if (context.measureText(text).width > select.clientWidth - taken)
        yield `${named(select)} cuts "${text}"`;
    }
  }
}

/** Whether the page, the widget or a dialog of it has to be moved sideways. */
function* sideways(root: ShadowRoot): Generator<string> {
  const page = document.documentElement;
  // A page that has been given a column wider than its window has to, whatever stands in it.
  const isNarrow = document.body.getBoundingClientRect().width > page.clientWidth;
  const boxes = root.querySelectorAll('.base, dialog[open]');
  for (const box of isNarrow ? boxes : [page, ...boxes]) {
    if (box.scrollWidth > box.clientWidth + 1)
      yield `${named(box)} is ${box.scrollWidth} px wide in ${box.clientWidth}`;
  }
}

/** All in the widget that has no room for its words. */
export const withoutRoom = ({ shadowRoot }: HnElement): string[] =>
  [spilt, cut, cramped, sideways].flatMap((look) => [...look(shadowRoot!)]);

/** Where an element begins and ends, from the side where lines begin. */
type Place = readonly [start: number, end: number];

/** Where every box of the widget stands, in the widget or in its dialog. */
export function placesIn(widget: HnElement): Map<Element, Place> {
  const places = new Map<Element, Place>();
  const isRtl = getComputedStyle(widget).direction === 'rtl';
  for (const element of seen<Element>(widget.shadowRoot!, NodeFilter.SHOW_ELEMENT)) {
    if (isInline(element) || element.matches('dialog')) continue;
    const frame = (element.closest('dialog') ?? widget).getBoundingClientRect();
    const { left, right } = element.getBoundingClientRect();
    places.set(
      element,
      isRtl ? [frame.right - right, frame.right - left] : [left - frame.left, right - frame.left],
    );
  }
  return places;
}

/** Boxes that do not stand the other way round as they did before. */
export function notMirrored(before: Map<Element, Place>, after: Map<Element, Place>): string[] {
  return [...before].flatMap(([element, [start, end]]) => {
    const [at = NaN, to = NaN] = after.get(element) ?? [];
    const isMirrored = Math.abs(at - start) <= SLACK && Math.abs(to - end) <= SLACK;
    const went = [start, end, at, to].map(Math.round);
    return isMirrored ? [] : `${named(element)} "${element.textContent.trim()}" ${went.join(' ')}`;
  });
}
