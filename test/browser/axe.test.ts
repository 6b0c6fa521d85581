/** Every state of every widget, wide and narrow; their fullest in all languages and schemes is in schemes.test.ts. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { findingsIn } from '../support/axe.js';
import { TAGS, playAll } from '../support/scenes.js';
import { inChromium } from '../support/browser.js';

const WIDTHS = [1280, 320];

if (inChromium) {
  after(() => setViewport({ width: 1000, height: 700 }));

  for (const tag of TAGS) {
    it(`finds nothing in any state of <${tag}>`, async function () {
      this.timeout(240_000);
      const found: string[] = [];
      await playAll(tag, async (widget, halt) => {
        for (const width of WIDTHS) {
          await setViewport({ width, height: 900 });
          const findings = await findingsIn(widget, { halt, lang: 'nb', scheme: 'light' });
          found.push(...findings.map((finding) => `${halt}, ${width} px: ${finding}`));
        }
      });
      expect(found).to.deep.equal([]);
    });
  }
}
