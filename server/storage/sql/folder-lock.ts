import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { OpenStorageError } from '../errors.js';

/** Locks that this process holds, by their text: a process may open a folder once. */
const held = new Set<string>();

interface Holder {
  pid: number;
  /** The machine or container of the process; elsewhere its number says nothing. Older locks lack it. */
  host?: string;
  /** When that process started, where the system tells: numbers of processes are used again. */
  started: string | null;
  id: string;
}

/**
 * Takes a folder for this process: two processes in one embedded database
 * destroy it. A lock whose process is gone (killed, power cut) is taken over; of
 * one that another machine or container has left, nobody here can tell.
 *
 * @returns what gives it back
 * @throws OpenStorageError when another process, or this one, has it
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    id: randomUUID(),
  };
  const text = JSON.stringify(mine);
  const draft = `${path}.${mine.id}`;
  writeFileSync(draft, text);
  try {
    // A link appears with its content or not at all, and fails when the name is taken.
    while (!linkIfFree(draft, path)) removeIfDead(path, folder, mine.id);
  } finally {
    rmSync(draft, { force: true });
  }
  held.add(text);
  return () => {
    held.delete(text);
    if (readIfThere(path) === text) rmSync(path, { force: true });
  };
}

function linkIfFree(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeIfDead(path: string, folder: string, id: string): void {
  const text = readIfThere(path);
  if (text === null) return;
  if (isAlive(text)) throw inUse(folder, path, text);
  const aside = `${path}.${id}.dead`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  // Another process may have taken over between reading and renaming: then it gets its lock back.
  const moved = readIfThere(aside);
  if (moved !== text && moved !== null) linkIfFree(aside, path);
  rmSync(aside, { force: true });
}

function isAlive(text: string): boolean {
  const holder = parse(text);
  if (!holder) return false;
  if (isElsewhere(holder)) return true;
  if (holder.pid === process.pid) return held.has(text);
  const started = startOf(holder.pid);
  if (started !== null && holder.started !== null) return started === holder.started;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const isElsewhere = ({ host }: Holder): boolean => host !== undefined && host !== hostname();

function inUse(folder: string, path: string, text: string): OpenStorageError {
  const holder = parse(text);
  if (holder && isElsewhere(holder))
    return new OpenStorageError(
      `The database in ${folder} is in use by a server on ${JSON.stringify(holder.host)}, another machine or container. ` +
        `Stop that server, or set DATABASE_URL to another folder. If it is gone for good, remove ${path} and start again.`,
    );
  return new OpenStorageError(
    `The database in ${folder} is in use by process ${holder?.pid ?? '?'}. ` +
      'Stop that server, or set DATABASE_URL to another folder.',
  );
}

function parse(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder;
    return Number.isSafeInteger(holder.pid) && holder.pid > 0 ? holder : null;
  } catch {
    return null;
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The start time in Linux's process table (proc(5), field 22 of stat); null elsewhere or when there is none. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses and may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
