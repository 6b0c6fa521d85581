import { describe, expect, it } from 'vitest';
import {
  CONTRAST_TOKENS,
  contrast,
  contrastProblems,
  parseColour,
  type Colours,
} from '../../src/domain/contrast.js';

/** Black on white, and white on black where the accent is the ground. */
const PLAIN: Colours = Object.fromEntries(
  CONTRAST_TOKENS.map((name) => [
    name,
    parseColour(name === 'background' || name === 'on-accent' || name.endsWith('surface') ? '#fff' : '#000'),
  ]),
);

const found = (changed: Record<string, string>): string[] =>
  contrastProblems({
    ...PLAIN,
    ...Object.fromEntries(Object.entries(changed).map(([name, text]) => [name, parseColour(text)])),
  }).map(({ colour, ground, ratio }) => `${colour} on ${ground} ${ratio.toFixed(2)}`);

describe('contrast', () => {
  it('reads colours as browsers write them', () => {
    expect(parseColour('#0b5563')).toEqual([11, 85, 99, 1]);
    expect(parseColour('#fff')).toEqual([255, 255, 255, 1]);
    expect(parseColour('rgb(11, 85, 99)')).toEqual([11, 85, 99, 1]);
    expect(parseColour('rgba(7, 9, 13, 0.5)')).toEqual([7, 9, 13, 0.5]);
    expect(parseColour('color(srgb 1 0.2 0 / 0.5)')).toEqual([255, 51, 0, 0.5]);
    expect(() => parseColour('teal-ish')).toThrow('teal-ish');
  });

  // The pairs that WebAIM and the W3C name as just enough and just too little.
  it.each([
    ['#000', '#fff', 21],
    ['#767676', '#fff', 4.54],
    ['#777', '#fff', 4.48],
    ['#949494', '#fff', 3.03],
    ['#fff', '#fff', 1],
  ])('of %s and %s is %f', (one, other, ratio) => {
    expect(contrast(parseColour(one), parseColour(other))).toBeCloseTo(ratio, 2);
    expect(contrast(parseColour(other), parseColour(one))).toBeCloseTo(ratio, 2);
  });
});

describe('the contrast guard', () => {
  it('finds nothing in black and white', () => {
    expect(found({})).toEqual([]);
  });

  it('asks more of words than of edges', () => {
    expect(found({ link: '#949494' })).toContain('link on background 3.03');
    expect(found({ 'border-strong': '#949494' })).not.toContain('border-strong on background 3.03');
    expect(found({ 'border-strong': '#969696' })).toContain('border-strong on background 2.96');
  });

  it('sees words on a button, and under the pointer', () => {
    expect(found({ 'on-accent': '#333' })).toEqual(
      expect.arrayContaining(['on-accent on accent 1.66', 'on-accent on accent-hover 1.66']),
    );
  });

  it('sees what stands on a ground that the accent tints', () => {
    expect(found({ 'text-subtle': '#767676' })).toEqual(['text-subtle on tint 3.54']);
  });

  it('sees the ring around what has focus in each kind of notice', () => {
    expect(found({ focus: '#fff' })).toContain('focus on warning-surface 1.00');
  });

  it('sees what is seen of a colour that lets the ground through', () => {
    expect(found({ text: 'rgba(0, 0, 0, 0.5)' })).toContain('text on background 3.98');
  });

  it('names the worst first', () => {
    expect(found({ link: '#777', 'info-text': '#eee' })[0]).toMatch(/^info-text on info-surface/);
  });

  it('fails for a colour that it was not given', () => {
    expect(() => contrastProblems({ background: [255, 255, 255, 1] })).toThrow('is missing');
  });
});
