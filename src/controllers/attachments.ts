import type { Attachment, Limits } from '../backend/types.js';
import { BackendError, type BackendErrorCode } from '../backend/errors.js';
import type { CareClient } from '../care/care-client.js';

/** Why a file does not go with the message. */
export type AttachmentProblem =
  'too-large' | 'media-type' | 'too-many-attachments' | 'empty' | BackendErrorCode;

/** A file on its way. */
export interface AttachmentEntry {
  /** Of this list alone. */
  readonly key: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** From 0 to 1 while it is uploaded; 1 when it is there. */
  progress: number;
  /** Set when it is there. */
  attachment: Attachment | null;
  problem: AttachmentProblem | null;
  /** Whether trying again may help. */
  retryable: boolean;
}

interface Upload extends AttachmentEntry {
  file: File | null;
  abort: AbortController | null;
}

/** The files of one message: each is uploaded as soon as it is chosen, and kept as an id. */
export class Attachments {
  readonly #care: CareClient;
  readonly #changed: (entry: AttachmentEntry) => void;
  #entries: Upload[] = [];
  #count = 0;

  /** `changed` is called whenever an entry has changed or gone. */
  constructor(care: CareClient, changed: (entry: AttachmentEntry) => void) {
    this.#care = care;
    this.#changed = changed;
  }

  get entries(): readonly AttachmentEntry[] {
    return this.#entries;
  }

  /** What is there and goes with the message. */
  get uploaded(): Attachment[] {
    return this.#entries.flatMap(({ attachment }) => attachment ?? []);
  }

  /** Names of what is still on its way. */
  get uploading(): string[] {
    return this.#entries.filter(isUnderWay).map(({ name }) => name);
  }

  get hasProblems(): boolean {
    return this.#entries.some(({ problem }) => problem);
  }

  /** Takes up what was uploaded before. */
  restore(attachments: readonly Attachment[]): void {
    for (const attachment of attachments) {
      const { name, size } = attachment;
      this.#entries.push(this.#entry({ name, size, attachment, progress: 1 }));
    }
  }

  /** Begins to upload `files`; those against the limits are refused at once, with the reason. */
  add(files: Iterable<File>, limits: Limits): void {
    for (const file of files) {
      const kept = this.#entries.filter(({ problem }) => !problem).length;
      const problem = problemOf(file, kept, limits);
      const entry = this.#entry({ name: file.name, size: file.size, file, problem });
      this.#entries.push(entry);
      if (problem) this.#changed(entry);
      else void this.#upload(entry, file);
    }
  }

  async retry(key: string): Promise<void> {
    const entry = this.#entries.find((one) => one.key === key);
    if (entry?.file) await this.#upload(entry, entry.file);
  }

  remove(key: string): void {
    const entry = this.#entries.find((one) => one.key === key);
    if (!entry) return;
    entry.abort?.abort();
    this.#entries = this.#entries.filter((one) => one !== entry);
    this.#changed(entry);
  }

  /** Stops what is under way. */
  stop(): void {
    for (const { abort } of this.#entries) abort?.abort();
  }

  #entry(of: Partial<Upload> & { name: string; size: number }): Upload {
    const key = String(++this.#count);
    return {
      key,
      progress: 0,
      attachment: null,
      problem: null,
      retryable: false,
      file: null,
      abort: null,
      ...of,
    };
  }

  async #upload(entry: Upload, file: File): Promise<void> {
    const abort = new AbortController();
    Object.assign(entry, { abort, problem: null, progress: 0 });
    this.#changed(entry);
    const { signal } = abort;
    const show = (sent: number, total: number): void => {
      entry.progress = total ? sent / total : 0;
      this.#changed(entry);
    };
    try {
      entry.attachment = await this.#care.call((backend) =>
        backend.upload(file, { signal, onProgress: show }),
      );
      Object.assign(entry, { progress: 1, file: null });
    } catch (error) {
      if (signal.aborted) return;
      const { code, retryable } =
        error instanceof BackendError ? error : { code: 'internal', retryable: true };
      Object.assign(entry, { problem: code, retryable });
    }
    entry.abort = null;
    this.#changed(entry);
  }
}

const isUnderWay = ({ attachment, problem }: AttachmentEntry): boolean => !attachment && !problem;

/** What can be known before a byte is sent. The server looks at the content, and has the last word. */
function problemOf(file: File, kept: number, limits: Limits): AttachmentProblem | null {
  if (kept >= limits.attachments) return 'too-many-attachments';
  if (file.size > limits.attachmentSize) return 'too-large';
  if (!file.size) return 'empty';
  // A browser that does not know a file's type leaves it empty: then the server tells.
  if (file.type && !limits.mediaTypes.includes(file.type)) return 'media-type';
  return null;
}
