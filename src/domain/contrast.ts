/**
 * The contrast guard: for a set of token values, which pairs of colours that widgets put together are too
 * close (WCAG 2.2, 1.4.3 and 1.4.11).
 */

/** Red, green and blue from 0 to 255, and how much of it covers what is below. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** The colours of a look by their tokens' names without `--hn-color-`. */
export type Colours = Readonly<Record<string, Colour>>;

export interface ContrastProblem {
  /** What stands on the ground. */
  colour: string;
  ground: string;
  /** What the two have, to 1; and what they need. */
  ratio: number;
  least: number;
}

/** Words need more than edges, icons and rings. */
const WORDS = 4.5;
const EDGES = 3;

/** Where words stand in a widget: on the page's ground, on what is set apart, and on what the accent tints. */
const GROUNDS = ['background', 'surface', 'tint'];
const STATUSES = ['info', 'success', 'warning', 'danger'];

/** What is put on what. */
const PAIRS: readonly (readonly [colour: string, ground: string, least: number])[] = [
  ...['text', 'text-subtle', 'link', 'accent', 'danger'].flatMap((colour) =>
    GROUNDS.map((ground) => [colour, ground, WORDS] as const),
  ),
  ['accent-hover', 'tint', WORDS],
  ['on-accent', 'accent', WORDS],
  ['on-accent', 'accent-hover', WORDS],
  ...STATUSES.map((status) => [`${status}-text`, `${status}-surface`, WORDS] as const),
  ...STATUSES.map((status) => [status, `${status}-surface`, EDGES] as const),
  ...['border-strong', 'focus'].flatMap((colour) =>
    GROUNDS.map((ground) => [colour, ground, EDGES] as const),
  ),
  ...STATUSES.map((status) => ['focus', `${status}-surface`, EDGES] as const),
];

/** How much of the accent a tinted ground has; as `--_tint` of the base sheet. */
const TINT = 0.11;

/** `rgb(…)` and `color(srgb …)`, as browsers give computed colours, and `#…`. */
export function parseColour(text: string): Colour {
  const hex = /^#([\da-f]{3,8})$/i.exec(text.trim())?.[1];
  if (hex) {
    const digits = (hex.length < 6 ? hex.replace(/./g, '$&$&') : hex).match(/../g) ?? [];
    const [red = 0, green = 0, blue = 0, alpha = 255] = digits.map((pair) => parseInt(pair, 16));
    return [red, green, blue, alpha / 255];
  }
  const [, name, inside = ''] = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(text.trim()) ?? [];
  const numbers = (inside.match(/[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const [red, green, blue, alpha = 1] =
    name === 'color' ? numbers.map((n, at) => (at < 3 ? n * 255 : n)) : numbers;
  if (red === undefined || green === undefined || blue === undefined)
    throw new Error(`No colour that can be read: ${text}`);
  return [red, green, blue, alpha];
}

/** What is seen where `colour` lies over a ground. */
function over([red, green, blue, alpha]: Colour, ground: Colour): Colour {
  const seen = (top: number, below: number): number => top * alpha + below * (1 - alpha);
  return [seen(red, ground[0]), seen(green, ground[1]), seen(blue, ground[2]), 1];
}

/** Relative luminance; https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two opaque colours, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The names of the colours that are looked at. */
export const CONTRAST_TOKENS: readonly string[] = [
  ...new Set(PAIRS.flatMap(([colour, ground]) => [colour, ground]).filter((name) => name !== 'tint')),
];

/** The pairs that are too close, the worst first. A colour that is missing is an error. */
export function contrastProblems(colours: Colours): ContrastProblem[] {
  const get = (name: string): Colour => {
    const colour = colours[name];
    if (!colour) throw new Error(`--hn-color-${name} is missing.`);
    return colour;
  };
  const background = over(get('background'), [255, 255, 255, 1]);
  const [red, green, blue] = get('accent');
  const groundOf = (name: string): Colour =>
    name === 'tint' ? over([red, green, blue, TINT], background) : over(get(name), background);
  return PAIRS.map(([colour, ground, least]) => {
    const below = groundOf(ground);
    return { colour, ground, ratio: contrast(over(get(colour), below), below), least };
  })
    .filter(({ ratio, least }) => ratio < least)
    .sort((one, other) => one.ratio / one.least - other.ratio / other.least);
}
