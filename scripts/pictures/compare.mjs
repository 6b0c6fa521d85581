import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/**
 * How far a pixel may be from what was accepted, 0 to 1, before it counts; and how many may. Another version of the
 * fonts' renderer draws the edges of letters otherwise, which half of the size evens out.
 */
const TOLERANCE = { colour: 0.15, pixels: 6 };

/** @typedef {{data: Buffer, width: number, height: number}} Pixels */

/** A screenshot half as large. @param {Buffer} screenshot */
export async function halve(screenshot) {
  const { width = 0 } = await sharp(screenshot).metadata();
  return sharp(screenshot)
    .resize(Math.round(width / 2), null, { kernel: 'linear' })
    .png()
    .toBuffer();
}

/** Half a screenshot as it is kept: in sixteen colours, 5 to 10 kB. @param {Buffer} half */
export async function shrink(half) {
  const small = await sharp(half).png({ palette: true, colours: 16, dither: 0 }).toBuffer();
  return sharp(small).webp({ lossless: true, effort: 4 }).toBuffer();
}

/** @param {Buffer} picture @returns {Promise<Pixels>} */
async function pixelsOf(picture) {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** @param {Pixels} before @param {Pixels} after @returns {Uint8Array} for each pixel whether it is another */
function differing({ data, width, height }, after) {
  const marked = new Uint8Array(data.length);
  pixelmatch(data, after.data, marked, width, height, {
    threshold: TOLERANCE.colour,
    includeAA: true,
    diffMask: true,
  });
  return marked.filter((_, index) => index % 4 === 3);
}

/**
 * How a picture differs from what was accepted: in words, with a picture that shows where, or null. A single pixel can
 * change which sixteen colours are taken, and so all edges of letters: a pixel counts when it is another both in
 * those and in its own colour.
 *
 * @param {Buffer} accepted
 * @param {Buffer} now in sixteen colours
 * @param {Buffer} half the same in all its colours
 * @returns {Promise<{words: string, where: Buffer | null} | null>}
 */
export async function difference(accepted, now, half) {
  if (accepted.equals(now)) return null;
  const [before, after, own] = await Promise.all([pixelsOf(accepted), pixelsOf(now), pixelsOf(half)]);
  const { width, height } = before;
  if (after.width !== width || after.height !== height) {
    return {
      words: `${after.width} × ${after.height} instead of ${width} × ${height} pixels`,
      where: null,
    };
  }
  const inOwn = differing(before, own);
  const marked = differing(before, after).map((another, index) => another && inOwn[index]);
  const pixels = marked.reduce((sum, another) => sum + (another ? 1 : 0), 0);
  if (pixels <= TOLERANCE.pixels) return null;
  const where = await sharp(marked, { raw: { width, height, channels: 1 } })
    .negate()
    .png()
    .toBuffer();
  return { words: `${pixels} pixels differ`, where };
}
