/**
 * Every story as a picture, light and dark, at 1280 and 320 pixels, beside the one that was accepted.
 *
 *   npm run pictures                          all; fails where one looks otherwise
 *   npm run pictures -- hn-inbox              the stories whose id begins so
 *   npm run pictures -- --accept [hn-inbox]   keeps how they look now
 *
 * What differs is put in `.cache/pictures`: as it was, as it is, and where. The accepted ones were drawn by Debian's
 * Chromium with Debian's fonts. With `REPORT=file` the counts are also written there as JSON.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { difference, halve, shrink } from './pictures/compare.mjs';
import { SCHEMES, WIDTHS, openStory, openStudio, photograph } from './pictures/studio.mjs';

const STORIES = 'storybook-static';
const ACCEPTED = 'test/pictures';
const DIFFERENT = '.cache/pictures';
/** What lays a system's sheets, which are dark in a way of their own, is played anew for each picture. */
const OWN_SCHEME = /^(themes|tools)-/;
/** At a time, for two cores. */
const PAGES = 2;
/** What comes on demand may come after the story has ended. */
const TRIES = 4;
const PAUSE = 250;

const accepts = process.argv.includes('--accept');
const beginnings = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const LIGHTS = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));

/** @param {string} id @param {import('./pictures/studio.mjs').Light} light */
const nameOf = (id, { width, scheme }) => join(id, `${width}-${scheme}.webp`);
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** @returns {string[]} */
function storyIds() {
  const { entries } = JSON.parse(readFileSync(join(STORIES, 'index.json'), 'utf8'));
  return Object.values(entries)
    .filter(({ type }) => type === 'story')
    .map(({ id }) => id);
}

/**
 * Takes pictures until `isRight` says of one that it is; the last one otherwise.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('./pictures/studio.mjs').Light} light
 * @param {(picture: Buffer, half: Buffer) => boolean | Promise<boolean>} isRight
 */
async function takeUntil(page, light, isRight) {
  for (let left = TRIES; ; left -= 1) {
    const screenshot = await photograph(page, light);
    const half = await halve(screenshot);
    const picture = await shrink(half);
    if (left === 1 || (await isRight(picture, half))) return { screenshot, half, picture };
    await pause();
  }
}

/** @typedef {(page: import('playwright-core').Page, id: string, light: import('./pictures/studio.mjs').Light) => Promise<string | null>} Look */

/**
 * Keeps how a story looks, once it has looked the same twice in its first light. A picture that is as it was accepted
 * stays as it is, to the byte.
 *
 * @type {Look}
 */
async function accept(page, id, light) {
  const file = join(ACCEPTED, nameOf(id, light));
  const before = existsSync(file) ? readFileSync(file) : null;
  let last = Buffer.alloc(0);
  let isStill = light !== LIGHTS[0];
  const { picture, half } = await takeUntil(page, light, async (taken, its) => {
    isStill ||= last.equals(taken);
    last = taken;
    return isStill || (before !== null && (await difference(before, taken, its)) === null);
  });
  if (before && (await difference(before, picture, half)) === null) return null;
  if (!isStill) return `${nameOf(id, light)}: never looks the same twice.`;
  mkdirSync(join(ACCEPTED, id), { recursive: true });
  writeFileSync(file, picture);
  return null;
}

/** What is wrong with how a story looks, in words. @type {Look} */
async function compare(page, id, light) {
  const name = nameOf(id, light);
  if (!existsSync(join(ACCEPTED, name))) return `${name}: no picture was accepted.`;
  const accepted = readFileSync(join(ACCEPTED, name));
  const { screenshot, half, picture } = await takeUntil(
    page,
    light,
    async (taken, its) => (await difference(accepted, taken, its)) === null,
  );
  const found = await difference(accepted, picture, half);
  if (!found) return null;
  mkdirSync(join(DIFFERENT, id), { recursive: true });
  const to = join(DIFFERENT, name.replace('.webp', ''));
  writeFileSync(`${to}-was.webp`, accepted);
  writeFileSync(`${to}-is.png`, screenshot);
  if (found.where) writeFileSync(`${to}-where.png`, found.where);
  return `${name}: ${found.words}.`;
}

const all = storyIds();
const chosen = beginnings.length > 0 ? all.filter((id) => beginnings.some((one) => id.startsWith(one))) : all;
if (chosen.length === 0) throw new Error(`No story begins with ${beginnings.join(', ')}.`);
rmSync(DIFFERENT, { recursive: true, force: true });
mkdirSync(ACCEPTED, { recursive: true });

let passed = 0;
/** @type {string[]} */
const problems = [];
for (const id of readdirSync(ACCEPTED).filter((name) => !all.includes(name))) {
  if (accepts) rmSync(join(ACCEPTED, id), { recursive: true });
  else problems.push(`${id}: there is no such story.`);
}

const look = accepts ? accept : compare;
const studio = await openStudio(STORIES);
const waiting = [...chosen];
async function work() {
  const page = await studio.newPage();
  for (let id = waiting.shift(); id; id = waiting.shift()) {
    try {
      if (!OWN_SCHEME.test(id)) await openStory(page, id);
      for (const light of LIGHTS) {
        const scheme = OWN_SCHEME.test(id) ? light.scheme : undefined;
        if (scheme) await openStory(page, id, scheme);
        let problem = await look(page, id, light);
        if (problem) {
          // Seldom an engine draws a whole page with other edges, for as long as it stands.
          await openStory(page, id, scheme);
          problem = await look(page, id, light);
        }
        if (problem) problems.push(problem);
        else passed += 1;
      }
    } catch (error) {
      problems.push(`${id}: ${error}`);
    }
  }
}
try {
  await Promise.all(Array.from({ length: PAGES }, work));
} finally {
  await studio.close();
}

const report = process.env.REPORT;
if (report) {
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, JSON.stringify({ passed, failed: problems.length, skipped: 0 }));
}
if (problems.length > 0) {
  process.stdout.write(`${problems.sort().join('\n')}\n\n`);
  process.stdout.write(`${DIFFERENT} shows them. Where it is meant: npm run pictures -- --accept\n`);
}
process.stdout.write(`${passed} pictures ${accepts ? 'accepted' : 'as accepted'}, ${problems.length} not.\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
