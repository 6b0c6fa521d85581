import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { APPOINTMENTS, SERVICES, SLOTS } from '../support/appointment-data.js';
import { ACTIVE, CONVERSATIONS, HOME_CARE, INGRID, MARTE } from '../support/data.js';
import { fakeBackend } from '../support/fake-backend.js';
import { PROXIES } from '../support/fake-proxies.js';
import { SETTINGS, withRules } from '../support/fake-settings.js';
import { find, inColumn, press, reads, runsOut, show, showWidget, write } from '../support/page.js';
import { waitUntil } from '../support/wait.js';
import type { HnElement } from '../../src/elements/base.js';

/** Chromium's driver alone can emulate what people set in their system. */
const inChromium = navigator.userAgent.includes('Chrome');

const SCHEMES: Record<string, Parameters<typeof emulateMedia>[0]> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  ...(inChromium && { 'forced colours': { forcedColors: 'active' } }),
};

const LANGUAGES = ['nb', 'nn', 'en', 'se'];

/** The fullest state of each widget. */
const FULLEST: Record<string, (lang: string) => Promise<HnElement>> = {
  'hn-contacts': async (lang) => {
    const widget = await show(fakeBackend(), { lang, contact: HOME_CARE.id });
    await reads(widget, 'Ryensvingen 1');
    return widget;
  },
  'hn-inbox': async (lang) => {
    const widget = await showWidget('hn-inbox', fakeBackend({ conversations: [...CONVERSATIONS] }), {
      lang,
      thread: 't1',
    });
    await reads(widget, 'Vi kan komme halv ni.');
    await find(widget, 'textbox');
    return widget;
  },
  // A week, and one of its appointments in full.
  'hn-appointments': async (lang) => {
    const backend = fakeBackend({
      contacts: SERVICES,
      appointments: [...APPOINTMENTS],
      slots: [...SLOTS],
    });
    const widget = await showWidget('hn-appointments', backend, { lang, view: 'week' });
    const root = widget.shadowRoot!;
    await waitUntil(() => !!root.querySelector('[role=grid]') && !!root.querySelector('[data-do=details]'));
    root.querySelector<HTMLElement>('[data-do=details]')!.click();
    await waitUntil(() => !!root.querySelector('.details'), 'the details');
    return widget;
  },
  // Marte may act for her mother, and has given and received powers, some of them over.
  'hn-proxy-picker': async (lang) => {
    const mother = { ...INGRID, relation: 'proxy' as const };
    const session = { ...ACTIVE, user: MARTE, parties: [MARTE, mother] };
    const widget = await showWidget('hn-proxy-picker', fakeBackend({ session, proxies: [...PROXIES] }), {
      lang,
    });
    await widget.summonDesk();
    await widget.updateComplete;
    return widget;
  },
  // Somebody has saved something else meanwhile, a code is on its way, and an address is missing.
  'hn-notify-settings': async (lang) => {
    const backend = fakeBackend({ settings: { ...SETTINGS, email: null } });
    const widget = await showWidget('hn-notify-settings', backend, { lang });
    const root = widget.shadowRoot!;
    const click = async (selector: string): Promise<void> => {
      await waitUntil(() => !!root.querySelector(selector), selector);
      root.querySelector<HTMLElement>(selector)!.click();
    };
    await click('[data-do=replace][data-id=sms]');
    await waitUntil(() => !!root.querySelector('#address'));
    write(root.querySelector<HTMLElement>('#address')!, '90123456');
    await click('[part=verification] [type=submit]');
    await waitUntil(() => !!root.querySelector('#code'));
    await click('#appointment-sms');
    await waitUntil(() => !!root.querySelector('[data-do=discard]'));
    backend.settings = withRules(backend.settings, { appointment: ['sms'] });
    await widget.refresh();
    await waitUntil(() => !!root.querySelector('[data-do=keep-mine]'));
    for (const details of root.querySelectorAll('details')) details.open = true;
    return widget;
  },
};

/** What people set who read better so, WCAG 2.2, 1.4.12. */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

function spaceOut({ shadowRoot }: HnElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SPACED);
  shadowRoot!.adoptedStyleSheets.push(sheet);
}

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
          await expect(widget).to.be.accessible();
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
        spaceOut(widget);
        expect(runsOut(widget)).to.be.false;
        expect(cutOff(widget)).to.deep.equal([]);
      });
    }

    if (!inChromium) continue;

    it(`has nothing that moves in <${tag}> for whoever wants it still`, async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      const widget = await fullest('nb');
      expect(widget.shadowRoot!.getAnimations().map((animation) => animation.id)).to.deep.equal([]);
    });

    it(`keeps an edge around what is told by a ground alone in <${tag}>, in forced colours`, async () => {
      await emulateMedia({ forcedColors: 'active' });
      const widget = await fullest('nb');
      const grounds = [...widget.shadowRoot!.querySelectorAll('.chip, .notice, .panel, .body, .composer')];
      expect(grounds.length).to.be.above(0);
      for (const element of grounds) {
        expect(getComputedStyle(element).borderTopWidth, element.className).to.not.equal('0px');
      }
    });
  }

  it('shows no dialog with a movement', async () => {
    const widget = await show(fakeBackend());
    await press(widget, 'button', 'Bruksvilkår');
    const dialog = await find(widget, 'dialog', 'Bruksvilkår');
    expect(dialog.getAnimations()).to.have.length(0);
  });
});
