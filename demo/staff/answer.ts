/** What staff are writing in a conversation: its text, its files, and the sending. */
import * as api from './staff-api.js';

export interface AnswerFile {
  /** Of this entry in the list; the file's own id comes when it is uploaded. */
  key: string;
  name: string;
  size: number;
  /** Null while it is on its way, and when it was refused. */
  uploaded: api.StaffFile | null;
  problem: string | null;
}

export interface Answer {
  text: string;
  files: AnswerFile[];
  /** Of this text and these files: the same over all attempts, another when they change. */
  key: string;
  sending: boolean;
  problem: string | null;
}

/** What a file may be, as the session gives it. */
type FileLimits = Pick<api.StaffSession, 'attachments' | 'attachmentSize' | 'mediaTypes'>;

const answers = new Map<string, Answer>();
let keys = 0;

const newAnswer = (): Answer => ({
  text: '',
  files: [],
  key: crypto.randomUUID(),
  sending: false,
  problem: null,
});

/** The one that is begun in a conversation, or a new one. */
export function answerTo(threadId: string): Answer {
  const answer = answers.get(threadId) ?? newAnswer();
  answers.set(threadId, answer);
  return answer;
}

/** What is changed is another message than the one that may have arrived. */
function changed(answer: Answer): void {
  answer.key = crypto.randomUUID();
  answer.problem = null;
}

export function write(threadId: string, text: string): void {
  const answer = answerTo(threadId);
  answer.text = text;
  changed(answer);
}

/** Uploads files at once, so that sending is quick; `draw` shows how far each has come. */
export async function attach(
  threadId: string,
  files: readonly File[],
  limits: FileLimits,
  draw: () => void,
): Promise<void> {
  const answer = answerTo(threadId);
  const uploads = files.map(async (file) => {
    const entry: AnswerFile = {
      key: String(++keys),
      name: file.name,
      size: file.size,
      uploaded: null,
      problem: refusal(answer, file, limits),
    };
    answer.files.push(entry);
    if (entry.problem) return;
    try {
      entry.uploaded = await api.uploadStaffFile(threadId, file);
    } catch (error) {
      entry.problem = uploadProblem(error);
    }
    draw();
  });
  changed(answer);
  draw();
  await Promise.all(uploads);
}

function refusal({ files }: Answer, { size, type }: File, limits: FileLimits): string | null {
  if (files.filter(({ problem }) => !problem).length >= limits.attachments)
    return 'Det er lagt ved så mange filer som det er plass til.';
  if (size > limits.attachmentSize) return 'Filen er for stor.';
  if (type && !limits.mediaTypes.includes(type)) return 'Filer av denne typen kan ikke legges ved.';
  return null;
}

function uploadProblem(error: unknown): string {
  const code = error instanceof api.StaffError ? error.code : '';
  if (code === 'media-type') return 'Filer av denne typen kan ikke legges ved.';
  if (code === 'too-large') return 'Filen er for stor.';
  if (code === 'attachment-rejected') return 'Filen ble ikke godtatt.';
  return 'Filen ble ikke lastet opp. Fjern den, og legg den ved på nytt.';
}

export function removeFile(threadId: string, key: string): void {
  const answer = answerTo(threadId);
  answer.files = answer.files.filter((file) => file.key !== key);
  changed(answer);
}

/** Why it cannot be sent as it is; null when it can. */
function unready({ text, files }: Answer): string | null {
  if (!text.trim()) return 'Skriv et svar.';
  if (files.some(({ problem }) => problem)) return 'Fjern filene som du ikke kan legge ved.';
  return files.every(({ uploaded }) => uploaded) ? null : 'Vent til filene er lastet opp.';
}

/** Sends, and resolves to whether it was; what is wrong stands in the answer. */
export async function send(threadId: string, draw: () => void): Promise<boolean> {
  const answer = answerTo(threadId);
  if (answer.sending) return false;
  answer.problem = unready(answer);
  answer.sending = answer.problem === null;
  draw();
  if (!answer.sending) return false;
  try {
    const attachmentIds = answer.files.flatMap(({ uploaded }) => uploaded?.id ?? []);
    await api.sendStaffAnswer(threadId, { body: answer.text, attachmentIds }, answer.key);
    answers.delete(threadId);
    return true;
  } catch (error) {
    answer.sending = false;
    answer.problem =
      error instanceof api.StaffError && error.code === 'thread-closed'
        ? 'Samtalen er avsluttet, så svaret kan ikke sendes.'
        : 'Svaret ble ikke sendt. Teksten står her ennå. Prøv igjen.';
    draw();
    return false;
  }
}
