import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Limits } from '../backend/types.js';
import { formatBytes, formatList, formatNumber, msg, str } from '../i18n/index.js';
import { button } from './button.js';
import { retryLabel } from './labels.js';

/** A file as it is shown. */
export interface FileEntry {
  key: string;
  name: string;
  /** Bytes. */
  size: number;
  /** From 0 to 1. */
  progress: number;
  attachment: unknown;
  /** Code of what is wrong. */
  problem: string | null;
  retryable: boolean;
}

const KNOWN: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/heic': 'HEIC',
  'image/webp': 'WebP',
  'text/plain': 'TXT',
};

const typesInWords = (mediaTypes: readonly string[]): string =>
  formatList(mediaTypes.map((type) => KNOWN[type] ?? type.replace(/.*\//, '')));

/** What one may attach. */
export const attachmentHint = ({ attachments, attachmentSize, mediaTypes }: Limits): string =>
  msg(
    str`Inntil ${formatNumber(attachments)} filer, hver på høyst ${formatBytes(attachmentSize)}: ${typesInWords(mediaTypes)}.`,
    { id: 'attachment.hint', desc: 'A number of files, a size and a list of types' },
  );

/** Why a file does not go with the message, and what to do. */
export function attachmentProblem(problem: string, limits: Limits): string {
  switch (problem) {
    case 'too-large':
      return msg(str`Filen er for stor. Den kan være høyst ${formatBytes(limits.attachmentSize)}.`, {
        id: 'attachment.tooLarge',
      });
    case 'too-many-attachments':
      return msg(
        str`Du kan legge ved høyst ${formatNumber(limits.attachments)} filer. Fjern en annen først.`,
        {
          id: 'attachment.tooMany',
        },
      );
    case 'media-type':
    case 'attachment-rejected':
      return msg(str`Du kan ikke legge ved denne filen. Bruk ${typesInWords(limits.mediaTypes)}.`, {
        id: 'attachment.mediaType',
      });
    case 'empty':
      return msg('Filen er tom.', { id: 'attachment.empty' });
    default:
      return msg('Filen ble ikke lastet opp. Sjekk nettforbindelsen, og prøv igjen.', {
        id: 'attachment.failed',
      });
  }
}

/** The files of a message: how far each has come, what is wrong, and the way to take it away again. */
export function attachmentList(
  files: readonly FileEntry[],
  limits: Limits,
  /** The message is on its way: they stay as they are. */
  busy: boolean,
): TemplateResult | typeof nothing {
  if (!files.length) return nothing;
  return html`<ul part="list" class="files" role="list">
    ${files.map(
      ({ key, name, size, progress, attachment, problem, retryable }) =>
        html`<li part="item attachment" class="file">
          <span><span class="name">${name}</span> <span class="muted small">${formatBytes(size)}</span></span>
          <span class="acts">
            ${
              problem && retryable
                ? button('retry-file', retryLabel(), { id: key, kind: 'quiet', about: name, busy })
                : nothing
            }
            ${button('remove-file', msg('Fjern', { id: 'common.remove' }), { id: key, kind: 'quiet', about: name, busy })}
          </span>
          ${
            problem
              ? html`<span part="field-error" class="error">${attachmentProblem(problem, limits)}</span>`
              : attachment
                ? nothing
                : html`<progress max="1" .value=${progress} aria-label=${name}></progress>`
          }
        </li>`,
    )}
  </ul>`;
}
