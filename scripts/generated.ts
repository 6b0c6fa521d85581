import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';

export interface GeneratedFile {
  /** From the root of the project. */
  path: string;
  text: string;
}

/**
 * Writes generated files, TypeScript, Markdown and JSON formatted as the rest of the project. With `--check` among
 * the arguments it writes nothing and ends with exit code 1 if a file is not what it would write.
 */
export async function writeGenerated(
  files: readonly GeneratedFile[],
  check = process.argv.includes('--check'),
): Promise<void> {
  for (const { path, text } of files) {
    const wanted = /\.(ts|md|json)$/.test(path)
      ? await format(text, { ...(await resolveConfig(path)), filepath: path })
      : text;
    const present = await readFile(path, 'utf8').catch(() => null);
    if (present === wanted) continue;
    if (check) {
      console.error(`${path} is not up to date: run the script without --check and commit what it writes.`);
      process.exitCode = 1;
    } else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, wanted);
      console.log(`${path} written`);
    }
  }
}
