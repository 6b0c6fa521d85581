import { expect } from '@open-wc/testing';
import type { html, noChange, nothing, render } from 'lit/html.js';
import type { guard } from 'lit/directives/guard.js';
import type { live } from 'lit/directives/live.js';

interface Lit {
  html: typeof html;
  render: typeof render;
  nothing: typeof nothing;
  noChange: typeof noChange;
  guard: typeof guard;
  live: typeof live;
}

/** By address, since by name it would be the build for development. */
const INSTALLED = '/node_modules/lit-html';

async function load(lit: string): Promise<Lit> {
  const files = [lit, `${INSTALLED}/directives/guard.js`, `${INSTALLED}/directives/live.js`];
  const modules = await Promise.all(files.map(async (file) => (await import(file)) as Partial<Lit>));
  return Object.assign({}, ...modules) as Lit;
}

const node = (text: string): Node => Object.assign(document.createElement('i'), { textContent: text });

/** What our templates do; each is rendered with all its values, one after the other, in the same place. */
const views: Record<string, (lit: Lit) => unknown[]> = {
  'texts, numbers and what is none': ({ html, nothing, noChange }) =>
    ['a', 'b', 1, 0, '', null, undefined, nothing, '<b>', 'c', noChange, true].map(
      (value) => html`<p>${value} and ${value}</p>`,
    ),
  'templates in each other’s place': ({ html, nothing }) => {
    const one = (text: string) => html`<b>${text}</b>`;
    const other = (text: string) => html`<li><u>${text}</u></li>`;
    return [one('1'), one('2'), other('3'), nothing, one('4'), 'text', other('5')].map(
      (view) =>
        html`<div>${view}</div>
          after`,
    );
  },
  'rows that come and go': ({ html }) =>
    [['a', 'b'], ['a', 'b', 'c', 'd'], [], ['e'], 'none', ['f', 'g']].map(
      (rows) =>
        html`<ul>
          ${Array.isArray(rows) ? rows.map((row) => html`<li>${row}</li>`) : rows}
        </ul>`,
    ),
  nodes: ({ html }) => [node('1'), node('2'), 'text', node('3')].map((one) => html`<p>${one}</p>`),
  attributes: ({ html, nothing, noChange }) =>
    ['a', 'b', nothing, 'c', noChange, undefined, null].map(
      (value) => html`<p id=${value} class="row ${value} ${value}" title="${value}" lang="nb">x</p>`,
    ),
  'attributes that are there or not': ({ html, nothing }) =>
    [true, false, 'x', '', nothing].map((value) => html`<input ?disabled=${value} type="text" />`),
  properties: ({ html, nothing }) =>
    ['a', 'b', nothing].map(
      (value) =>
        html`<p .textContent=${value}></p>
          <textarea rows="2" .defaultValue=${value}></textarea><b>b</b>`,
    ),
  shapes: ({ html }) =>
    ['M0 0', 'M1 1'].map(
      (d) =>
        html`<svg viewBox="0 0 24 24"><path d=${d} /></svg>
          <p>${d}</p>`,
    ),
  'what is drawn anew only when it changes': ({ html, guard }) =>
    [1, 1, 2].map((n, i) => html`<p>${guard([n], () => html`<b>${n}, ${i}</b>`)}</p>`),
  'what the person has changed': ({ html, live }) =>
    ['a', 'a', 'b'].map((value) => html`<input .value=${live(value)} aria-label=${live(value)} />`),
};

/** Without the comments in which Lit keeps its places, which have a number of chance. */
const shown = (root: ParentNode): string => {
  const boxes = [...root.querySelectorAll('input, textarea')] as HTMLInputElement[];
  return `${(root as HTMLElement).innerHTML.replace(/<!--.*?-->/g, '')} ${boxes.map(({ value }) => value).join()}`;
};

describe('lit-html in the CDN files', () => {
  let whole: Lit;
  let lean: Lit;
  before(async () => {
    whole = await load(`${INSTALLED}/lit-html.js`);
    lean = await load('/lean-lit.js');
  });

  for (const [name, view] of Object.entries(views)) {
    it(`renders ${name} as all of lit-html does`, () => {
      const seen = [whole, lean].map((lit) => {
        const root = document.createElement('div');
        return view(lit).map((template) => {
          lit.render(template, root);
          return shown(root);
        });
      });
      expect(seen[1]).to.deep.equal(seen[0]);
      expect(new Set(seen[0]).size).to.be.greaterThan(1);
    });
  }

  it('takes no template that did not come from a template literal', () => {
    const forged = JSON.parse('{"_$litType$":1,"strings":["<b>forged</b>"],"values":[]}') as unknown;
    expect(() => lean.render(forged, document.createElement('div'))).to.throw('invalid template strings');
  });
});
