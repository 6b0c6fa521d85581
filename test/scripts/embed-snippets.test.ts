import { describe, expect, it } from 'vitest';
import {
  cmsSnippet,
  htmlSnippet,
  reactSnippet,
  vueSnippet,
  type Embed,
} from '../../stories/workshop/snippets.js';

const embed: Embed = {
  widgets: ['hn-contacts'],
  backendUrl: 'https://helse.kommune.example.no/api',
  lang: 'nn',
  theme: '',
  files: 'https://cdn.example.no/hn/',
  hashes: { 'hn-contacts.js': 'sha384-one', 'hn.js': 'sha384-all', 'themes/punkt.css': 'sha384-sheet' },
};

describe('what the embed builder writes', () => {
  it('has one file with its hash for one widget', () => {
    expect(htmlSnippet(embed)).toBe(`<script type="module" src="https://cdn.example.no/hn/hn-contacts.js"
  integrity="sha384-one" crossorigin="anonymous"></script>

<hn-contacts backend-url="https://helse.kommune.example.no/api" lang="nn">
  <p>Ring oss på <a href="tel:80043573">800HELSE (800 43 573)</a>.</p>
</hn-contacts>`);
  });

  it('has the file that loads what stands in the page for several, and the theme before it', () => {
    const text = htmlSnippet({ ...embed, widgets: ['hn-contacts', 'hn-inbox'], theme: 'punkt' });
    expect(text.match(/(?<=(?:href|src)=")[^"]+/g)).toEqual([
      'https://cdn.example.no/hn/themes/punkt.css',
      'https://cdn.example.no/hn/hn.js',
      'tel:80043573',
      'tel:80043573',
    ]);
    expect(text).toContain('integrity="sha384-sheet"');
  });

  it('has no hash before there is one, and no way out of an attribute', () => {
    const text = htmlSnippet({ ...embed, hashes: {}, backendUrl: '"><script>' });
    expect(text).not.toContain('integrity');
    expect(text).toContain('backend-url="&#34;&#62;&#60;script&#62;"');
  });

  it('has only what editors keep in the part for the editor of a CMS', () => {
    const [editor = '', template = ''] = cmsSnippet(embed).split("<!-- In the site's template, once: -->");
    expect(new Set(editor.match(/(?<=<)\w+/g))).toEqual(new Set(['div', 'p', 'a']));
    expect(template).toContain('/hn.js"');
    expect(template).toContain('for (const name of ["hn-contacts"])');
  });

  it('imports what it uses in React and Vue', () => {
    for (const text of [reactSnippet(embed), vueSnippet({ ...embed })]) {
      expect(text).toContain("import 'hn-widgets/define/hn-contacts';");
      expect(text).toContain('<hn-contacts backend-url="https://helse.kommune.example.no/api" lang="nn" />');
    }
  });
});
