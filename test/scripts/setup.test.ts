import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findPostgres } from '../../scripts/postgres.mjs';
import { isNewEnough } from '../../scripts/setup/node.mjs';
import { packagesAreCurrent } from '../../scripts/setup/packages.mjs';
import { runProcess } from '../../scripts/setup/run-process.mjs';
import { isDebian } from '../../scripts/setup/test-programs.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hn-setup-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, value: unknown): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}

describe('which Node is new enough', () => {
  it.each([
    ['18.20.4', false],
    ['20.20.2', false],
    ['22.11.0', false],
    ['22.12.0', true],
    ['24.0.0', true],
  ])('%s: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });
});

describe('whether node_modules is of the lock file', () => {
  const locked = {
    packages: {
      '': {},
      'node_modules/lit': { version: '3.3.3' },
      'node_modules/native-win32': { version: '1.0.0', optional: true },
    },
  };

  it('is not so where nothing is installed', () => {
    write('package-lock.json', locked);
    expect(packagesAreCurrent(root)).toBe(false);
  });

  it('is so with every package in its version, other platforms left out', () => {
    write('package-lock.json', locked);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/lit': { version: '3.3.3' } } });
    expect(packagesAreCurrent(root)).toBe(true);
  });

  it('is not so with one package in another version', () => {
    write('package-lock.json', locked);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/lit': { version: '3.3.2' } } });
    expect(packagesAreCurrent(root)).toBe(false);
  });
});

describe('the programs that tests need', () => {
  it('are installed on Debian alone: Ubuntu has no browsers as packages', () => {
    expect(isDebian('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\nVERSION_ID="12"\n')).toBe(true);
    expect(isDebian('NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n')).toBe(false);
  });

  it('are found where PostgreSQL is started from, on the path too', () => {
    for (const program of ['initdb', 'postgres']) write(`bin/${program}`, '');
    vi.stubEnv('POSTGRES_BIN', undefined);
    vi.stubEnv('PATH', join(root, 'bin'));
    expect(findPostgres()).toBe(join(root, 'bin'));
    vi.unstubAllEnvs();
  });
});

describe('a program run to its end', () => {
  it('gives its exit code', async () => {
    await expect(runProcess(process.execPath, ['-e', 'process.exit(7)'])).resolves.toBe(7);
  });

  it('gives 128 and the number of the signal that ended it', async () => {
    const program = 'process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)';
    await expect(runProcess(process.execPath, ['-e', program])).resolves.toBe(143);
  });

  it('rejects where there is no such program', async () => {
    await expect(runProcess(join(root, 'nothing'), [])).rejects.toThrow('ENOENT');
  });
});
