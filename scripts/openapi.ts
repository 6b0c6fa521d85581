/**
 * Writes what is generated from the contract: `docs/openapi.json` and the wire
 * types of the REST adapter. With `--check` it writes nothing and fails when a
 * file is not what would be written.
 */
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import * as prettier from 'prettier';
import { openApiDocument } from '../server/contract/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const documentPath = fileURLToPath(new URL('../docs/openapi.json', import.meta.url));
const wirePath = fileURLToPath(new URL('../src/backend/rest/wire.generated.ts', import.meta.url));

const header = `/**
 * Generated from the contract by \`tsx scripts/openapi.ts\`. Do not edit.
 *
 * Types alone: nothing of this file is left in a build.
 */
`;

async function formatted(path: string, text: string): Promise<string> {
  return prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
}

async function generate(): Promise<Map<string, string>> {
  const document = openApiDocument() as OpenAPI3;
  const types = astToString(await openapiTS(structuredClone(document), { alphabetize: true }));
  return new Map([
    [documentPath, await formatted(documentPath, JSON.stringify(document))],
    [wirePath, await formatted(wirePath, header + types)],
  ]);
}

async function current(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function main(check: boolean): Promise<void> {
  const old: string[] = [];
  for (const [path, text] of await generate()) {
    if ((await current(path)) === text) continue;
    old.push(relative(root, path));
    if (check) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  if (old.length === 0) {
    console.log('The document and the wire types are up to date with the contract.');
  } else if (check) {
    console.error(
      `Not up to date with server/contract: ${old.join(', ')}. Run \`tsx scripts/openapi.ts\` and commit what it writes.`,
    );
    process.exitCode = 1;
  } else {
    console.log(`Wrote ${old.join(', ')}.`);
  }
}

await main(process.argv.includes('--check'));
