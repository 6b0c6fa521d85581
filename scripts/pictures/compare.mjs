import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/**
 * How far a pixel may be from what was accepted, 0 to 1, before it counts; and how many may. Another version of the
 * fonts' renderer draws the edges of letters otherwise, which half of the size evens out.
 */
const TOLERANCE = { colour: 0.15, pixels: 6 };

/** @typedef {{data: Buffer, width: number, height: number}} Pixels */

/**
 * A screenshot as it is kept: half as large, in sixteen colours, 5 to 10 kB.
 *
 * @param {Buffer} screenshot
 */
export async function shrink(screenshot) {
  const { width = 0 } = await sharp(screenshot).metadata();
  const small = await sharp(screenshot)
    .resize(Math.round(width / 2), null, { kernel: 'linear' })
    .png({ palette: true, colours: 16, dither: 0 })
    .toBuffer();
  return sharp(small).webp({ lossless: true, effort: 4 }).toBuffer();
}

/** @param {Buffer} picture @returns {Promise<Pixels>} */
async function pixelsOf(picture) {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/**
 * How a picture differs from what was accepted: in words, with a picture that shows where, or null.
 *
 * @param {Buffer} accepted
 * @param {Buffer} now
 * @returns {Promise<{words: string, where: Buffer | null} | null>}
 */
export async function difference(accepted, now) {
  if (accepted.equals(now)) return null;
  const [before, after] = await Promise.all([pixelsOf(accepted), pixelsOf(now)]);
  const { width, height } = before;
  if (after.width !== width || after.height !== height) {
    return {
      words: `${after.width} × ${after.height} instead of ${width} × ${height} pixels`,
      where: null,
    };
  }
  const marked = Buffer.alloc(before.data.length);
  const pixels = pixelmatch(before.data, after.data, marked, width, height, {
    threshold: TOLERANCE.colour,
    includeAA: true,
  });
  if (pixels <= TOLERANCE.pixels) return null;
  const where = await sharp(marked, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return { words: `${pixels} pixels differ`, where };
}
