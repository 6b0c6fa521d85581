import { expect, it } from 'vitest';
import { tight } from '../../scripts/build/styles-plugin.mjs';

it('takes white space that means nothing out of custom properties', () => {
  const code = ' --_text: var(\n  --hn-color-text,\n  light-dark(#fff, #10191b)\n );';
  expect(tight(code).toString()).toBe(' --_text: var(--hn-color-text,light-dark(#fff,#10191b));');
});

it('leaves what parts two words, and whatever is no custom property', () => {
  const code = ' --_tint: color-mix(in srgb,var(--_accent) 11%,#fff);\n gap: calc(var(--_space, 1em) * 2);';
  expect(tight(code).toString()).toBe(code);
});
