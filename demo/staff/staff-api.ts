import type { components } from '../../src/backend/rest/wire.generated.js';

type Schemas = components['schemas'];
export type StaffSession = Schemas['StaffSession'];
export type StaffThread = Schemas['StaffThread'];
export type StaffThreadList = Schemas['StaffThreadList'];
export type StaffMessage = Schemas['Message'];
export type StaffMessageList = Schemas['StaffMessageList'];
export type StaffFile = Schemas['Attachment'];
export type Receipt = Schemas['Receipt'];
export type ThreadState = Schemas['ThreadState'];

/** An answer that is not a success; `status` 0 is no answer at all. */
export class StaffError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** Asks the care service; the session's cookie goes along by itself on one's own origin. */
async function call<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
  // A form names its own type, with the boundary between its parts.
  const form = body instanceof FormData ? body : null;
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers: {
        ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
        ...(key ? { 'Idempotency-Key': key } : {}),
      },
      body: form ?? (body === undefined ? null : JSON.stringify(body)),
    });
  } catch {
    throw new StaffError(0, 'offline');
  }
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as { code?: string };
    throw new StaffError(response.status, problem.code ?? 'bad-response');
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

const id = encodeURIComponent;

export const getStaffSession = () => call<StaffSession>('GET', '/staff/session');
export const endStaffSession = () => call<{ logoutUrl: string | null }>('DELETE', '/staff/session');

export const listStaffThreads = (cursor: string | null) =>
  call<StaffThreadList>('GET', `/staff/threads${cursor ? `?cursor=${id(cursor)}` : ''}`);

export const getStaffThread = (threadId: string) =>
  call<StaffThread>('GET', `/staff/threads/${id(threadId)}`);

export const listStaffMessages = (threadId: string) =>
  call<StaffMessageList>('GET', `/staff/threads/${id(threadId)}/messages?limit=200`);

/** `key` stays the same over all attempts at one answer, so that it is sent once. */
export const sendStaffAnswer = (
  threadId: string,
  answer: { body: string; attachmentIds: string[] },
  key: string,
) => call<StaffMessage>('POST', `/staff/threads/${id(threadId)}/messages`, answer, key);

/** Uploads a file for an answer in this conversation; it is sent with the answer that names its id. */
export function uploadStaffFile(threadId: string, file: File): Promise<StaffFile> {
  const form = new FormData();
  form.set('file', file);
  return call<StaffFile>('POST', `/staff/threads/${id(threadId)}/attachments`, form);
}

export const changeThreadState = (threadId: string, state: ThreadState) =>
  call<StaffThread>('PUT', `/staff/threads/${id(threadId)}/state`, { state });

export const markStaffRead = (threadId: string, messageId: string) =>
  call<void>('PUT', `/staff/threads/${id(threadId)}/read`, { messageId });

export const attachmentUrl = (attachmentId: string) => `/api/staff/attachments/${id(attachmentId)}`;

/** Where staff log in, coming back to this page. */
export const staffLoginUrl = () =>
  `/api/login?return_to=${encodeURIComponent(location.origin + location.pathname)}`;
