import { describe, expect, it } from 'vitest';
import { difference, halve, shrink } from '../../scripts/pictures/compare.mjs';

/** A page with one button, half as large. */
const page = (button: string, height = 300): Promise<Buffer> =>
  halve(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="${height}"><rect width="320" height="${height}" fill="#fff"/>${button}</svg>`,
    ),
  );

async function compared(before: Buffer, after: Buffer): ReturnType<typeof difference> {
  return difference(await shrink(before), await shrink(after), after);
}

const button = (radius: number, colour = '#0b5563'): string =>
  `<rect x="20" y="40" width="128" height="44" rx="${radius}" fill="${colour}"/>`;

async function differs(before: string, after: string): Promise<string | null> {
  const found = await compared(await page(before), await page(after));
  return found?.words ?? null;
}

describe('a picture beside the one that was accepted', () => {
  it('is the same when nothing has changed', async () => {
    await expect(differs(button(8), button(8))).resolves.toBeNull();
  });

  it('may have edges that are a trace lighter', async () => {
    await expect(differs(button(8), button(8, '#115a68'))).resolves.toBeNull();
  });

  it('shows a corner that is less round', async () => {
    await expect(differs(button(8), button(2))).resolves.toMatch(/^\d+ pixels differ$/);
  });

  it('shows a line that is gone', async () => {
    const line = '<rect x="20" y="200" width="280" height="1" fill="#8a979b"/>';
    await expect(differs(button(8) + line, button(8))).resolves.toMatch(/^\d+ pixels differ$/);
  });

  it('shows that a page has become longer', async () => {
    const found = await compared(await page(''), await page('', 340));
    expect(found?.words).toBe('160 × 170 instead of 160 × 150 pixels');
  });
});
