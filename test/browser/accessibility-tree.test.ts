/**
 * What a screen reader is given: Chromium's own accessibility tree of each widget where it shows most, and of each
 * dialog, held to the one that was accepted.
 *
 *   npm run trees                          compares
 *   npm run trees -- --update-snapshots    accepts what there is now
 */
import { expect, fixtureCleanup } from '@open-wc/testing';
import { executeServerCommand, getSnapshotConfig, readFile, writeFile } from '@web/test-runner-commands';
import { FULLEST } from '../support/fullest.js';
import { TAGS, playAll } from '../support/scenes.js';
import { inChromium } from '../support/browser.js';

const fileOf = (tag: string): string => `snapshots/${tag}.txt`;

async function treeNow(): Promise<string> {
  // Chromium brings its tree up to date when it has drawn.
  await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  return executeServerCommand<string, undefined>('accessibility-tree');
}

if (inChromium) {
  for (const tag of TAGS) {
    it(`gives screen readers <${tag}> as it was accepted`, async function () {
      this.timeout(120_000);
      const chapters: string[] = [];
      const add = async (title: string): Promise<void> => {
        chapters.push(`# ${title}\n\n${await treeNow()}`);
      };
      await FULLEST[tag]('nb');
      await add('fullest');
      fixtureCleanup();
      await playAll(tag, async (widget, halt) => {
        if (widget.shadowRoot!.querySelector('dialog[open]')) await add(halt);
      });
      const now = chapters.join('\n');
      const { updateSnapshots } = await getSnapshotConfig();
      if (updateSnapshots) await writeFile({ path: fileOf(tag), content: now });
      expect(now).to.equal(await readFile({ path: fileOf(tag) }));
    });
  }
}
