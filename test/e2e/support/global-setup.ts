/** Once for the whole project: the library's build, and a PostgreSQL server on which each test has a database. */
import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../../scripts/postgres.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const build = spawnSync(process.execPath, ['scripts/build.mjs', '--if-needed', '--no-types'], {
    stdio: 'inherit',
  });
  if (build.status !== 0) throw new Error(`The build ended with ${build.status}.`);
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide('postgresUrl', given);
    return;
  }
  const postgres = await startPostgres();
  project.provide('postgresUrl', postgres.url);
  return () => postgres.stop();
}
