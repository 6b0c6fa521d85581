/** What one pastes into a page to have widgets in it, as the embed builder writes it. */

export const WIDGETS = [
  'hn-contacts',
  'hn-appointments',
  'hn-inbox',
  'hn-proxy-picker',
  'hn-notify-settings',
] as const;
export type WidgetTag = (typeof WIDGETS)[number];

export interface Embed {
  /** In the order of the page. */
  widgets: readonly WidgetTag[];
  backendUrl: string;
  lang: string;
  /** Name of a theme; empty for the default look. */
  theme: string;
  /** Address of the folder that `dist/cdn` was put in. */
  files: string;
  /** Hashes by file, as `dist/cdn/sri.json`; empty before a build. */
  hashes: Readonly<Record<string, string>>;
}

const FALLBACK = 'Ring oss på <a href="tel:80043573">800HELSE (800 43 573)</a>.';

const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/** Who looks after the widgets of a page: one file for one of them, else the one that loads what stands there. */
const fileOf = ({ widgets }: Embed): string =>
  widgets.length === 1 && widgets[0] ? `${widgets[0]}.js` : 'hn.js';

const attributes = ({ backendUrl, lang }: Embed): string =>
  `backend-url="${escaped(backendUrl)}" lang="${escaped(lang)}"`;

/** A script tag or style sheet with its hash, where it is known. */
const withHash = (tag: string, file: string, { hashes }: Embed): string => {
  const hash = hashes[file];
  return hash ? `${tag}\n  integrity="${hash}" crossorigin="anonymous"` : tag;
};

function head(embed: Embed): string {
  const files = escaped(embed.files.replace(/\/+$/, ''));
  const file = fileOf(embed);
  const script = `${withHash(`<script type="module" src="${files}/${file}"`, file, embed)}></script>`;
  if (!embed.theme) return script;
  const sheet = `themes/${embed.theme}.css`;
  return `${withHash(`<link rel="stylesheet" href="${files}/${sheet}"`, sheet, embed)}>\n${script}`;
}

export function htmlSnippet(embed: Embed): string {
  const tags = embed.widgets.map((tag) => `<${tag} ${attributes(embed)}>\n  <p>${FALLBACK}</p>\n</${tag}>`);
  return [head(embed), ...tags].join('\n\n');
}

/** For editors that strip tags they do not know: they keep a `div` with its class and its words. */
export function cmsSnippet(embed: Embed): string {
  const block = embed.widgets.map((tag) => `<div class="${tag}">\n  <p>${FALLBACK}</p>\n</div>`).join('\n');
  const settings = JSON.stringify({ 'backend-url': embed.backendUrl, lang: embed.lang });
  return `<!-- In the editor, as HTML: -->
${block}

<!-- In the site's template, once: -->
${head({ ...embed, widgets: [] })}
<script type="module" src="/hn-embed.js"></script>

// hn-embed.js, a file of the site's own:
const settings = ${settings};
for (const name of ${JSON.stringify(embed.widgets)}) {
  for (const place of document.querySelectorAll(\`div.\${name}\`)) {
    const widget = document.createElement(name);
    for (const [attribute, value] of Object.entries(settings)) widget.setAttribute(attribute, value);
    widget.append(...place.childNodes);
    place.replaceWith(widget);
  }
}`;
}

const imports = ({ widgets, theme }: Embed): string =>
  [
    ...widgets.map((tag) => `import 'hn-widgets/define/${tag}';`),
    ...(theme ? [`import 'hn-widgets/themes/${theme}.css';`] : []),
  ].join('\n');

/** React 19 sets attributes of custom elements by itself. */
export function reactSnippet(embed: Embed): string {
  const tags = embed.widgets.map((tag) => `      <${tag} ${attributes(embed)} />`).join('\n');
  return `${imports(embed)}

export function Helse() {
  return (
    <>
${tags}
    </>
  );
}`;
}

export function vueSnippet(embed: Embed): string {
  const tags = embed.widgets.map((tag) => `  <${tag} ${attributes(embed)} />`).join('\n');
  return `<script setup>
${imports(embed)}
</script>

<template>
${tags}
</template>

// vite.config.js: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('hn-') } } })`;
}

export const SNIPPETS = {
  html: { title: 'HTML', of: htmlSnippet },
  cms: { title: 'CMS', of: cmsSnippet },
  react: { title: 'React', of: reactSnippet },
  vue: { title: 'Vue', of: vueSnippet },
} as const;
export type SnippetKind = keyof typeof SNIPPETS;
