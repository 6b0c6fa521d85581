import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { findingsIn } from '../support/axe.js';
import { fakeBackend } from '../support/fake-backend.js';
import { FULLEST } from '../support/fullest.js';
import { find, inColumn, press, runsOut, show } from '../support/page.js';
import type { HnElement } from '../../src/elements/base.js';
import { inChromium, SPACED } from '../support/browser.js';

const SCHEMES: Record<string, Parameters<typeof emulateMedia>[0]> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  ...(inChromium && { 'forced colours': { forcedColors: 'active' } }),
};

const LANGUAGES = ['nb', 'nn', 'en', 'se'];

/**
 * What is wider or higher than the box that cuts it off. The first words of a message in the list, and the lines in
 * the days of a calendar, are cut on purpose: all of it stands where they lead.
 */
const cutOff = ({ shadowRoot }: HnElement): string[] =>
  [...shadowRoot!.querySelectorAll<HTMLElement>('*:not(.vh, input, .excerpt, [role=grid] *)')]
    .filter((element) => /hidden|clip/.test(getComputedStyle(element).overflow))
    .filter(
      ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
    )
    .map(({ className, textContent }) => `${className}: ${textContent}`);

describe('colours, motion and text as people set them', () => {
  afterEach(async () => {
    document.documentElement.style.removeProperty('color-scheme');
    document.body.style.removeProperty('inline-size');
    if (inChromium)
      await emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  for (const [tag, fullest] of Object.entries(FULLEST)) {
    for (const lang of LANGUAGES) {
      for (const [name, media] of Object.entries(SCHEMES)) {
        it(`has no findings in <${tag}> in ${lang}, ${name}`, async () => {
          document.documentElement.style.setProperty('color-scheme', name === 'dark' ? 'dark' : 'light');
          if (inChromium) await emulateMedia(media);
          const widget = await fullest(lang);
          document.body.style.setProperty('background', 'Canvas');
          expect(await findingsIn(widget, { halt: 'fullest', lang, scheme: name })).to.deep.equal([]);
        });
      }
      it(`fits 320 px in <${tag}> in ${lang}`, async () => {
        inColumn(288);
        expect(runsOut(await fullest(lang))).to.be.false;
      });
    }

    it(`fits 320 px with text twice as large in <${tag}>`, async () => {
      inColumn(288);
      const widget = await fullest('nb');
      widget.style.setProperty('--hn-font-size-base', '32px');
      expect(runsOut(widget)).to.be.false;
    });

    for (const width of [1000, 288]) {
      it(`cuts nothing off with text spaced out in <${tag}> at ${width} px`, async () => {
        inColumn(width);
        const widget = await fullest('nb');
        widget.shadowRoot!.adoptedStyleSheets.push(SPACED);
        expect(runsOut(widget)).to.be.false;
        expect(cutOff(widget)).to.deep.equal([]);
      });
    }
  }

  it('shows no dialog with a movement', async () => {
    const widget = await show(fakeBackend());
    await press(widget, 'button', 'Bruksvilkår');
    const dialog = await find(widget, 'dialog', 'Bruksvilkår');
    expect(dialog.getAnimations()).to.have.length(0);
  });
});
