/** The pages that are measured, as a folder that a server can serve. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';

const kinds = ['widget', 'floor', 'lit'] as const;
export type Kind = (typeof kinds)[number];

const bodies: Record<Kind, string> = {
  widget:
    '<script type="module" src="/dist/cdn/hn-inbox.js"></script><hn-inbox backend-url="/api"></hn-inbox>',
  floor: '<script type="module" src="/dist/bench/floor-inbox.js"></script>',
  lit: '<script type="module" src="/dist/bench/lit-inbox.js"></script><lit-inbox></lit-inbox>',
};

/** With the library as it was built last. The caller removes it. */
export async function benchPages(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'hn-bench-'));
  cpSync('dist/cdn', join(root, 'dist/cdn'), { recursive: true });
  for (const folder of ['demo', '.cache']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'demo/index.html'), '<!doctype html><title>Bench</title>');
  for (const kind of kinds) {
    writeFileSync(
      join(root, `demo/${kind}.html`),
      `<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bench</title><link rel="icon" href="data:,"></head><body>${bodies[kind]}</body></html>`,
    );
  }
  for (const name of ['floor-contacts', 'floor-inbox', 'lit-inbox']) {
    await build({
      input: `bench/pages/${name}.js`,
      resolve: { conditionNames: ['production', 'browser', 'import', 'default'] },
      output: { file: join(root, `dist/bench/${name}.js`), format: 'esm', minify: true },
      logLevel: 'warn',
    });
  }
  return root;
}
