/** The pages that are measured, as a folder that a server can serve. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';

const kinds = ['widget', 'floor', 'lit'] as const;
export type Kind = (typeof kinds)[number];

/** Widgets that are measured beside the same page by hand and as one plain Lit element. */
const subjects = ['inbox', 'appointments'] as const;
export type Subject = (typeof subjects)[number];

const body = (kind: Kind, subject: Subject): string =>
  kind === 'widget'
    ? `<script type="module" src="/dist/cdn/hn-${subject}.js"></script><hn-${subject} backend-url="/api"></hn-${subject}>`
    : `<script type="module" src="/dist/bench/${kind}-${subject}.js"></script>${kind === 'lit' ? `<lit-${subject}></lit-${subject}>` : ''}`;

/** The pages of `subject`, with the library as it was built last. The caller removes them. */
export async function benchPages(subject: Subject): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'hn-bench-'));
  cpSync('dist/cdn', join(root, 'dist/cdn'), { recursive: true });
  for (const folder of ['demo', '.cache']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'demo/index.html'), '<!doctype html><title>Bench</title>');
  for (const kind of kinds) {
    writeFileSync(
      join(root, `demo/${kind}.html`),
      `<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bench</title><link rel="icon" href="data:,"></head><body>${body(kind, subject)}</body></html>`,
    );
  }
  const scripts = subjects.flatMap((name) => [`floor-${name}`, `lit-${name}`]);
  for (const name of ['floor-contacts', 'floor-proxy-picker', 'floor-notify-settings', ...scripts]) {
    await build({
      input: `bench/pages/${name}.js`,
      resolve: { conditionNames: ['production', 'browser', 'import', 'default'] },
      output: { file: join(root, `dist/bench/${name}.js`), format: 'esm', minify: true },
      logLevel: 'warn',
    });
  }
  return root;
}
