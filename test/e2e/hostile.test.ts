/** Pages whose styles hide, cover or move what they can reach: the emergency numbers stay. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as act from './support/actions.js';
import { appointmentsTag, contactsTag, type Host, inboxTag, libraryTag, startHost } from './support/host.js';
import { type World, startWorld } from './support/world.js';

let world: World;
let host: Host;
beforeAll(async () => {
  host = await startHost();
  world = await startWorld({ ALLOWED_ORIGINS: host.origin });
});
afterAll(async () => {
  await world.close();
  await host.close();
});

interface Manifest {
  modules: {
    declarations?: { tagName?: string; cssParts?: { name: string }[]; cssProperties?: { name: string }[] }[];
  }[];
}

type Widget = 'hn-contacts' | 'hn-appointments' | 'hn-inbox';

function hostileStyles(widget: Widget, around?: string): Record<string, string> {
  const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  const { cssParts = [], cssProperties = [] } = declarations.find((one) => one.tagName === widget) ?? {};
  const parts = cssParts.filter(({ name }) => name !== around);
  expect(parts.length).toBeGreaterThan(25);
  expect(cssProperties.length).toBeGreaterThan(25);
  const tokens = (value: (name: string) => string): string =>
    `${widget} { ${cssProperties.map(({ name }) => `${name}: ${value(name)} !important`).join('; ')} }`;
  return {
    'every part is hidden': parts
      .map(({ name }) => `${widget}::part(${name}) { display: none !important }`)
      .join('\n'),
    'every part is laid over everything': cssParts
      .map(
        ({ name }) => `${widget}::part(${name}) {
          position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: #fff !important;
        }`,
      )
      .join('\n'),
    'every token is white, or nothing': tokens((name) => (name.includes('color') ? '#fff' : '0px')),
    'every token is transparent, or huge': tokens((name) =>
      name.includes('color') ? 'transparent' : '9999px',
    ),
    'every token is nonsense': tokens(() => 'url(x) / 12 nonsense'),
    'lengths are negative': tokens((name) => (name.includes('color') ? '#a3162b' : '-999px')),
    'what is inherited is hostile': `* {
      color: transparent !important; font: 0/0 fantasy !important; visibility: hidden !important;
      text-indent: -9999px !important; letter-spacing: -1em !important; word-spacing: -9em !important;
      text-transform: lowercase !important; writing-mode: vertical-rl !important; pointer-events: none !important;
      line-height: 0 !important; direction: rtl !important; -webkit-text-fill-color: transparent !important;
    }`,
  };
}

/** What of an element a person can see: its size, what covers it, its contrast (WCAG 2.2, 1.4.3). */
const sight = (link: Locator) =>
  link.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    let there = document.elementFromPoint(left + width / 2, top + height / 2);
    while (there?.shadowRoot) {
      const inside: Element | null = there.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
      if (!inside || inside === there) break;
      there = inside;
    }
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number).map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const style = getComputedStyle(element);
    const ground = getComputedStyle(element.closest('[role=note]') ?? element).backgroundColor;
    const [light = 0, dark = 0] = [luminance(style.webkitTextFillColor), luminance(ground)].sort(
      (a, b) => b - a,
    );
    return {
      width,
      height,
      onTop: there === element,
      contrast:
        style.webkitTextFillColor.startsWith('rgb(') && ground.startsWith('rgb(')
          ? (light + 0.05) / (dark + 0.05)
          : 0,
      fontSize: parseFloat(style.fontSize),
      visible: element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      inWindow: left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight,
    };
  });

const SLOTTED = '<p slot="heading">Tittel</p><p slot="help">Hjelp</p><p slot="footer">Bunn</p>';

/** How one comes to write in a widget, and what stands around it on the page. */
interface Writing {
  widget: Widget;
  /** A part that holds what one writes in as well: with it hidden there is nothing to write in. */
  around?: string;
  body: () => string;
  begin: (page: Page) => Promise<void>;
}

const writing: Record<string, Writing> = {
  'the composer of hn-contacts': {
    widget: 'hn-contacts',
    body: () =>
      contactsTag(world.url, 'municipality="0301"').replace('></hn-contacts>', `>${SLOTTED}</hn-contacts>`),
    begin: (page) => act.openComposer(page),
  },
  'the wishes of hn-appointments': {
    widget: 'hn-appointments',
    body: () => appointmentsTag(world.url, SLOTTED),
    async begin(page) {
      await page.getByRole('button', { name: 'Be om ny time' }).click();
      await page.getByRole('button', { name: 'Vaksinasjon Vaksinasjon' }).click();
      await page.getByRole('textbox', { name: 'Hva ønsker du?' }).waitFor();
    },
  },
  'the dialog that cancels in hn-appointments': {
    widget: 'hn-appointments',
    around: 'base',
    body: () => appointmentsTag(world.url, SLOTTED),
    async begin(page) {
      await page.getByRole('button', { name: /^Detaljer Opptrening av hoften/ }).click();
      await page.getByRole('button', { name: /^Avlys time Opptrening/ }).click();
      await page.getByRole('textbox', { name: /^Melding til tjenesten/ }).waitFor();
    },
  },
  'the reply of hn-inbox': {
    widget: 'hn-inbox',
    body: () => inboxTag(world.url, SLOTTED),
    async begin(page) {
      await act.openThread(page, 'Nye øyedråper');
      await act.replyField(page).waitFor();
    },
  },
};

test.each(Object.entries(writing))(
  '113 and 116117 stay readable beside %s, whatever the page does to it',
  async (_, { widget, around, body, begin }) => {
    host.pages.set('/hostile', {
      head: libraryTag(world.url),
      body: `${body()}<p>Resten av siden</p>`,
    });
    const page = await world.visit(`${host.origin}/hostile`);
    await act.logIn(page, 'Ingrid Solberg');
    await begin(page);
    const box = page.locator(`${widget} [role=note]`);
    for (const [name, css] of Object.entries(hostileStyles(widget, around))) {
      const style = await page.addStyleTag({ content: css });
      for (const number of ['113', '116117']) {
        const link = box.locator(`a[href="tel:${number}"]`);
        await expect
          .poll(() => sight(link), { message: `${number}: ${name}` })
          .toMatchObject({
            onTop: true,
            visible: true,
            inWindow: true,
          });
        const { height, width, contrast, fontSize } = await sight(link);
        expect([name, number, Math.min(height, width) >= 24]).toEqual([name, number, true]);
        expect([name, number, contrast >= 4.5]).toEqual([name, number, true]);
        expect([name, number, fontSize >= 16]).toEqual([name, number, true]);
      }
      await style.evaluate((element) => (element as Element).remove());
    }
    await page.context().close();
  },
);
