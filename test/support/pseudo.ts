/**
 * Two languages that nobody speaks, made of the Bokmål texts: one is 40 % longer, as a translation may be; the
 * other is written from right to left. They show where a layout has no room for other words, or stands the
 * wrong way round. For tests and Storybook: nothing that ships knows of them.
 */
import type { DateWords, Unit } from '../../src/i18n/types.js';
import { sourceCatalogue, type Catalogue } from '../../src/i18n/index.js';

export type PseudoName = 'longer' | 'rtl';
export type Pseudo = Pick<Catalogue, 'units' | 'dates'>;

/** How much longer; German and Finnish come to about as much. */
const MORE = 0.4;

/** Letters are doubled, so that single words grow too: «Avbryt» is «Avvbryyt». */
export function longer(text: string): string {
  let owed = 0.5;
  return text.replace(/\p{L}/gu, (letter) => {
    owed += MORE;
    if (owed < 1) return letter;
    owed -= 1;
    return letter + letter;
  });
}

const LATIN = 'abcdefghijklmnopqrstuvwxyzæøå';
const HEBREW = 'אבקדעפגהיחכלמנופץרסטשתצזןםאוא';

/**
 * From right to left: each letter is one of the Hebrew alphabet, whatever word comes of it. Signs that turn Latin
 * letters round would do for the eye, but Firefox gives a blank beside them room at the end of a line.
 */
export const rtl = (text: string): string =>
  text.replace(/\p{L}/gu, (letter) => HEBREW[LATIN.indexOf(letter.toLowerCase())] ?? letter);

const WAYS: Record<PseudoName, (text: string) => string> = { longer, rtl };

/** `${…}` in the code of a placeholder, with what is between braces within it. */
const EXPRESSION = /\$\{(?:[^{}]|\{[^{}]*\})*\}/;

/** A unit of an XLIFF file by `lit-localize`, said another way; what is code or markup stays as it is. */
function unitOf(source: Element, say: (text: string) => string): Unit {
  const text = [...source.childNodes]
    .map((node) => (node instanceof Element ? node.getAttribute('equiv-text')! : say(node.textContent!)))
    .join('');
  const strings = text.split(EXPRESSION);
  if (strings.length === 1) return text;
  const values = strings.slice(1).map((_, place) => place);
  return { strings: Object.assign(strings, { raw: strings }), values };
}

/** The words of dates; their order and signs are no words. */
const datesOf = (dates: DateWords, say: (text: string) => string): DateWords => ({
  ...dates,
  months: dates.months.map(say),
  shortMonths: dates.shortMonths.map(say),
  weekdays: dates.weekdays.map(say),
  shortWeekdays: dates.shortWeekdays.map(say),
  days: [say(dates.days[0]), say(dates.days[1]), say(dates.days[2])],
});

const bokmål: Pseudo = { units: sourceCatalogue.units, dates: sourceCatalogue.dates };

/** Every text of the widgets, as each of the two says it. */
export async function loadPseudo(): Promise<Record<PseudoName, Pseudo>> {
  // Any translation's file has all sources.
  const answer = await fetch(new URL('../../locales/nn.xlf', import.meta.url));
  const xliff = new DOMParser().parseFromString(await answer.text(), 'text/xml');
  const units = [...xliff.querySelectorAll('trans-unit')];
  const make = (name: PseudoName): Pseudo => ({
    units: Object.fromEntries(
      units.map((unit) => [unit.id, unitOf(unit.querySelector('source')!, WAYS[name])]),
    ),
    dates: datesOf(bokmål.dates, WAYS[name]),
  });
  return { longer: make('longer'), rtl: make('rtl') };
}

/** Puts a pseudo-language in the place of Bokmål for what is rendered from now on; null puts Bokmål back. */
export function speak(pseudo: Pseudo | null): void {
  Object.assign(sourceCatalogue, pseudo ?? bokmål);
}
