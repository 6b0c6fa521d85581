import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { CONVERSATIONS } from '../support/data.js';
import { fakeBackend } from '../support/fake-backend.js';
import { find, showWidget } from '../support/page.js';
import { TAGS, playAll } from '../support/scenes.js';
import { waitUntil } from '../support/wait.js';
import type { HnElement } from '../../src/elements/base.js';
import { statesOf } from '../support/browser.js';

interface Declaration {
  tagName?: string;
  cssParts?: { name: string; states: string[] }[];
  cssProperties?: { name: string; description: string }[];
}

/** The manifest says what is to be found where; each line of it is a test. */
const manifest = (await (await fetch('/custom-elements.json')).json()) as {
  modules: { declarations: Declaration[] }[];
};
const declarations = manifest.modules.flatMap((module) => module.declarations);
const declarationOf = (tag: string): Required<Declaration> =>
  declarations.find(({ tagName }) => tagName === tag) as Required<Declaration>;

/** Where a token is seen: what has it, in which property, and what that comes to for the value that it is given. */
type Sight = readonly [selector: string, property: string, given: string, computed?: string];

const SIZES: Record<string, Sight> = {
  '--hn-font-family': ['[part=base]', 'font-family', 'fantasy'],
  '--hn-font-size-base': ['[part=base]', 'font-size', '19px'],
  '--hn-line-height': ['[part=base]', 'line-height', '2', '38px'],
  '--hn-space': ['[part=base]', 'row-gap', '10px', '25px'],
  '--hn-radius': ['[part~=button]', 'border-top-left-radius', '3px'],
  '--hn-border-width': ['[part~=control]', 'border-top-width', '5px'],
  '--hn-tap-size': ['[part~=button]', 'min-height', '60px'],
  '--hn-shadow': ['[part=dialog]', 'box-shadow', 'rgb(1, 2, 3) 0px 0px 7px 0px'],
};
const NOTICES = ['info', 'success', 'warning', 'danger'];
const COLOURS: Record<string, readonly [selector: string, property: string]> = {
  accent: ['[part~=button-primary]', 'background-color'],
  'on-accent': ['[part~=button-primary]', 'color'],
  text: ['[part=base]', 'color'],
  'text-subtle': ['[part=hint]', 'color'],
  background: ['[part=dialog]', 'background-color'],
  surface: ['[part=composer]', 'background-color'],
  border: ['[part=help]', 'border-top-color'],
  'border-strong': ['[part~=control]', 'border-top-color'],
  focus: [':focus-visible', 'outline-color'],
  link: ['[part~=link]', 'color'],
  ...Object.fromEntries(
    NOTICES.flatMap((kind) => [
      [kind, [`[part~=notice-${kind}]`, 'border-left-color']],
      [`${kind}-surface`, [`[part~=notice-${kind}]`, 'background-color']],
      [`${kind}-text`, [`[part~=notice-${kind}]`, 'color']],
    ]),
  ),
};
const SIGHTS: Record<string, Sight> = {
  ...SIZES,
  // Each has a colour that nothing else has.
  ...Object.fromEntries(
    Object.entries(COLOURS).map(([name, sight], n) => [
      `--hn-color-${name}`,
      [...sight, `rgb(${n + 1}, 99, 101)`] as const,
    ]),
  ),
};
/** Under the pointer alone, so it has a test of its own. */
const HOVER = '--hn-color-accent-hover';

const sheet = new CSSStyleSheet();
const reachedBy = (part: string): string => `--reached-${part}`;

const known = new Set(TAGS.flatMap((tag) => declarationOf(tag).cssParts.map(({ name }) => name)));
// An inherited property would also be found in what stands in a part.
for (const name of known)
  CSS.registerProperty({ name: reachedBy(name), syntax: '<integer>', inherits: false, initialValue: '0' });

const tokensSeen = new Set<string>();

function lookForTokens(widget: HnElement): void {
  for (const [token, [selector, property, given, computed = given]] of Object.entries(SIGHTS)) {
    const found = [...widget.shadowRoot!.querySelectorAll(selector)];
    if (found.some((element) => getComputedStyle(element).getPropertyValue(property) === computed))
      tokensSeen.add(token);
  }
}

before(() => {
  document.adoptedStyleSheets.push(sheet);
});

after(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
});

for (const tag of TAGS) {
  const { cssParts } = declarationOf(tag);

  describe(`the parts of <${tag}>`, () => {
    const reached = new Set<string>();
    const undocumented = new Set<string>();

    before(async function () {
      this.timeout(120_000);
      const tokens = Object.entries(SIGHTS).map(([token, [, , given]]) => `${token}: ${given};`);
      const parts = cssParts.map(({ name }) => `${tag}::part(${name}) { ${reachedBy(name)}: 1 }`);
      sheet.replaceSync([`${tag} { ${tokens.join('')} }`, ...parts].join('\n'));
      await playAll(tag, (widget) => {
        const states = statesOf(widget);
        for (const element of widget.shadowRoot!.querySelectorAll('[part]')) {
          const style = getComputedStyle(element);
          for (const name of element.part) {
            if (!cssParts.some((part) => part.name === name)) undocumented.add(name);
            else if (style.getPropertyValue(reachedBy(name)) === '1')
              for (const state of states) reached.add(`${name} ${state}`);
          }
        }
        lookForTokens(widget);
      });
    });

    for (const { name, states } of cssParts) {
      for (const state of states) {
        it(`reaches ${name} in a widget that is ${state}`, () => {
          expect([...reached]).to.include(`${name} ${state}`);
        });
      }
    }

    it('has none that is not documented', () => {
      expect([...undocumented]).to.deep.equal([]);
    });
  });
}

describe('the tokens', () => {
  for (const { name, description } of declarationOf('hn-inbox').cssProperties) {
    if (name === HOVER) continue;
    it(`has in ${name}: ${description}`, () => {
      expect(SIGHTS).to.have.property(name);
      expect([...tokensSeen]).to.include(name);
    });
  }

  it('has the accent under the pointer in --hn-color-accent-hover', async () => {
    sheet.replaceSync(`hn-inbox { ${HOVER}: rgb(200, 99, 101) }`);
    const widget = await showWidget('hn-inbox', fakeBackend({ conversations: [...CONVERSATIONS] }));
    await find(widget, 'searchbox');
    const button = await find(widget, 'button', 'Ny melding');
    const { left, top, width, height } = button.getBoundingClientRect();
    const over = [left + width / 2, top + height / 2].map(Math.round) as [number, number];
    await sendMouse({ type: 'move', position: over });
    await waitUntil(() => getComputedStyle(button).backgroundColor === 'rgb(200, 99, 101)');
  });
});
