/**
 * Which files are taken, and under what name. Type goes by content, never by
 * what the sender says (OWASP, File Upload Cheat Sheet); names lose what could
 * mislead a reader or a file system.
 */
import type { ProblemCode } from '../contract/problems.js';

/** Unused files are forgotten after this long, in milliseconds. Source: the HTTP contract. */
export const UNUSED_LIFE = 24 * 3_600_000;

const NAME_LENGTH = 100;

/** The endings that a file of a type may have; the first is given to a name without one. */
const ENDINGS: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heic', 'heif'],
  'text/plain': ['txt', 'text', 'log', 'md', 'csv'],
};

const KNOWN_ENDINGS = new Set(Object.values(ENDINGS).flat());

/** C0 and C1 controls, zero-width and bidirectional marks, line and paragraph separators, half surrogates. */
const UNSEEN =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\p{Cs}]/gu;

/** Without folders, unseen characters and what Windows forbids; at most 100 code points, the ending kept. */
export function safeName(sent: string): string {
  const last = sent.normalize('NFC').split(/[/\\]/).pop() ?? '';
  const clean = last
    .replace(UNSEEN, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const points = Array.from(clean);
  if (points.length <= NAME_LENGTH) return clean;
  const ending = /\.[^.]{1,10}$/u.exec(clean)?.[0] ?? '';
  return (
    points
      .slice(0, NAME_LENGTH - Array.from(ending).length)
      .join('')
      .trimEnd() + ending
  );
}

/** Valid UTF-8 without controls other than white space: what nobody's program takes for anything but text. */
export function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // eslint-disable-next-line no-control-regex -- controls are what is looked for
    return !/[\u0000-\u0008\u000B\u000E-\u001F\u007F]/.test(text);
  } catch {
    return false;
  }
}

/**
 * What becomes of a file: its name and type, or why it is not taken.
 *
 * @param detected the type that its content shows; null where it shows none
 */
export function judgeFile(
  file: { name: string; bytes: Uint8Array; detected: string | null },
  allowed: readonly string[],
): { name: string; mediaType: string } | ProblemCode {
  if (file.bytes.byteLength === 0) return 'attachment-rejected';
  const mediaType = file.detected ?? (isPlainText(file.bytes) ? 'text/plain' : null);
  if (!mediaType || !allowed.includes(mediaType)) return 'media-type';
  const endings = ENDINGS[mediaType] ?? [];
  const name = safeName(file.name);
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase();
  if (ending !== undefined && endings.includes(ending)) return { name, mediaType };
  // A name that claims another type is not renamed in silence: the sender may have meant another file.
  if (ending !== undefined && KNOWN_ENDINGS.has(ending)) return 'attachment-rejected';
  // Scripts and markup are text by their content; only their names tell.
  if (ending !== undefined && mediaType === 'text/plain') return 'media-type';
  return { name: `${name || 'fil'}${endings[0] ? `.${endings[0]}` : ''}`, mediaType };
}
