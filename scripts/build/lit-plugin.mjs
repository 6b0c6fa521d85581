import MagicString from 'magic-string';
import { walk } from './walk.mjs';

/**
 * What no template of ours uses of lit-html 3.3.3, as its own production build has it, and what stands there
 * instead. What nothing refers to any more, the bundler drops.
 *
 * @type {[what: string, ...edits: [found: string, instead: string][]][]}
 */
const UNUSED = [
  [
    'templates in SVG or MathML',
    [
      'x=t=>(i,...s)=>({_$litType$:t,strings:i,values:s}),b=x(1),w=x(2),T=x(3)',
      'b=(t,...i)=>({_$litType$:1,strings:t,values:i})',
    ],
    ['l=2===i?"<svg>":3===i?"<math>":""', 'l=""'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [
      'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
      'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
    ],
    [',T as mathml', ''],
    [',w as svg', ''],
  ],
  [
    'templates that were compiled ahead',
    [
      'const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
      'const{values:i}=t,e=this._$AC(t)',
    ],
  ],
  ['listeners', [':"@"===e[1]?z', '']],
  [
    'expressions where an attribute may stand, but none is',
    ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ''],
    [
      ':1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t))',
      ':i=new r.ctor(h,r.name,r.strings,this,t)',
    ],
  ],
  [
    'expressions in comments, and in elements that hold text alone',
    ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
    [
      'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
      '',
    ],
  ],
  [
    'directives that are told when they leave the page',
    ['h?._$AO?.(!1),', ''],
    ['this._$AP?.(!1,!0,s);t!==this._$AB', ';t!==this._$AB'],
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    [',this._$Cv=e?.isConnected??!0', ''],
    ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
    ['get _$AU(){return this._$AM._$AU}', ''],
    ['this._$AN=void 0,', ''],
  ],
  [
    'what parts tell of themselves to directives that move them',
    ['get parentNode(){return this._$AM.parentNode}', ''],
    [
      'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
      '',
    ],
    ['get tagName(){return this.element.tagName}', ''],
  ],
  [
    'options of `render`',
    ['(t?.creationScope??l)', 'l'],
    [
      'const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}',
      'let h=i._$litPart$;void 0===h&&(i._$litPart$=h=new k(i.appendChild(c()),null,void 0,s));',
    ],
  ],
  [
    'what rendering on a server, old browsers and a warning about two versions ask for',
    [
      '{M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z},B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");',
      '{I:k};',
    ],
  ],
];

/** Takes out of lit-html what no template of ours uses. @param {string} code @returns {MagicString} */
export function withoutUnused(code) {
  const text = new MagicString(code);
  for (const [what, ...edits] of UNUSED) {
    for (const [found, instead] of edits) {
      if (!code.includes(found))
        throw new Error(`lit-html has changed, see lit-plugin.mjs: ${what}, ${found}`);
      text.replaceAll(found, instead);
    }
  }
  return text;
}

/** Where an expression cannot stand without what is left out; a NUL is an expression. @type {[string, RegExp][]} */
const MISPLACED = [
  ['a listener; name the action in `data-do`', /@[\w-]+=["']?\0/],
  ['in a comment', /<!--(?:(?!-->)[^])*\0/],
  ['in an element that holds text alone; bind `.value`', /<(script|style|textarea|title)\b[^>]*>[^<]*\0/],
  ['where an attribute may stand', /<\w[^<>]*[\s"']\0/],
];
/**
 * Whether a template begins or ends with a space that is meant, not where a line is broken: what makes the templates
 * small takes it away.
 *
 * @param {readonly string[]} strings of a template
 */
export const losesSpace = (strings) => /^ (?=\S)|(?<=\S) $/.test(strings.join('\0'));

/** @param {readonly string[]} strings of a template @returns {string | undefined} what it asks of lit-html in vain */
export function misplaced(strings) {
  const text = strings.join('\0');
  // Within quotes an expression is part of the value.
  const unquoted = text.replace(/=("[^"]*"|'[^']*')/g, (value) => (value.includes('\0') ? '=\0' : '=""'));
  return MISPLACED.find(([, place]) => place.test(unquoted))?.[0];
}

/**
 * Leaves out of lit-html what no template here uses, half a kibibyte of each CDN file after brotli. A template
 * that does use it ends the build, and so does one that loses a space.
 *
 * @returns {import('rolldown').Plugin}
 */
export function leanLit() {
  return {
    name: 'hn:lean-lit',
    transform(code, id) {
      if (id.endsWith('/lit-html/lit-html.js')) {
        const text = withoutUnused(code);
        return { code: text.toString(), map: text.generateMap({ hires: true, source: id }) };
      }
      if (!id.endsWith('.ts') || !code.includes('html`')) return null;
      walk(this.parse(code, { lang: 'ts' }), (node) => {
        if (node.type !== 'TaggedTemplateExpression' || node.tag.name !== 'html') return;
        const strings = node.quasi.quasis.map(({ value }) => value.cooked);
        if (losesSpace(strings))
          this.error(
            `${id}: a template begins or ends with a space, which is not in what is built.`,
            node.start,
          );
        const why = misplaced(strings);
        if (why) this.error(`${id}: lit-html is built without an expression ${why}.`, node.start);
      });
      return null;
    },
  };
}
