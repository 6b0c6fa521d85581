import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

it('a build that fails leaves nothing that passes for the one before it', () => {
  const root = mkdtempSync(join(tmpdir(), 'hn-build-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const stamp = join(root, '.cache/built-from');
  mkdirSync(join(root, '.cache'));
  writeFileSync(stamp, 'of the one before');
  // There are no sources here.
  const { status } = spawnSync(process.execPath, [resolve('scripts/build.mjs')], { cwd: root });
  expect(status).not.toBe(0);
  expect(existsSync(stamp)).toBe(false);
});
