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
export type StaffAppointment = Schemas['StaffAppointment'];
export type StaffAppointmentList = Schemas['StaffAppointmentList'];
export type StaffSlot = Schemas['StaffSlot'];
export type AppointmentKind = Schemas['AppointmentKind'];
export type AppointmentDecision = Schemas['AppointmentDecision'];
export type AppointmentTime = Schemas['AppointmentTime'];
export type NewAppointment = Schemas['NewAppointment'];
export type NewSlot = Schemas['NewSlot'];

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

/** How far this device's clock is behind the service's, in milliseconds. */
let behind = 0;

/** Milliseconds since the epoch by the service's clock, as far as it has been told. */
export const now = (): number => Date.now() + behind;

/** Asks the care service; the session's cookie goes along by itself on one's own origin. */
async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  key?: string,
  version?: string,
): Promise<T> {
  // A form names its own type, with the boundary between its parts.
  const form = body instanceof FormData ? body : null;
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers: {
        ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
        ...(key ? { 'Idempotency-Key': key } : {}),
        ...(version ? { 'If-Match': `"${version}"` } : {}),
      },
      body: form ?? (body === undefined ? null : JSON.stringify(body)),
    });
  } catch {
    throw new StaffError(0, 'offline');
  }
  const told = Date.parse(response.headers.get('Date') ?? '');
  // It has whole seconds.
  if (Math.abs(told - now()) > 2000) behind = told - Date.now();
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

/** From `from` on, the earliest first; what waits for an answer and has no time comes before. */
export const listStaffAppointments = (from: string, cursor: string | null) =>
  call<StaffAppointmentList>(
    'GET',
    `/staff/appointments?from=${id(from)}&limit=50${cursor ? `&cursor=${id(cursor)}` : ''}`,
  );

export const getStaffAppointment = (appointmentId: string) =>
  call<StaffAppointment>('GET', `/staff/appointments/${id(appointmentId)}`);

/** The version is that of the appointment as it was seen: after another's change it fails as `stale`. */
export const decideAppointment = (
  { id: appointmentId, version }: StaffAppointment,
  decision: AppointmentDecision,
  key: string,
) =>
  call<StaffAppointment>('POST', `/staff/appointments/${id(appointmentId)}/decision`, decision, key, version);

export const completeVisit = (
  { id: appointmentId, version }: StaffAppointment,
  completion: { at: string },
  key: string,
) =>
  call<StaffAppointment>(
    'POST',
    `/staff/appointments/${id(appointmentId)}/completion`,
    completion,
    key,
    version,
  );

export const callOffAppointment = (
  { id: appointmentId, version }: StaffAppointment,
  cancellation: { reason: string },
  key: string,
) =>
  call<StaffAppointment>(
    'POST',
    `/staff/appointments/${id(appointmentId)}/cancellation`,
    cancellation,
    key,
    version,
  );

export const setAppointmentTime = (
  { id: appointmentId, version }: StaffAppointment,
  time: AppointmentTime,
  key: string,
) => call<StaffAppointment>('POST', `/staff/appointments/${id(appointmentId)}/time`, time, key, version);

export const registerNoShow = ({ id: appointmentId, version }: StaffAppointment, key: string) =>
  call<StaffAppointment>('POST', `/staff/appointments/${id(appointmentId)}/no-show`, {}, key, version);

export const bookAppointment = (appointment: NewAppointment, key: string) =>
  call<StaffAppointment>('POST', '/staff/appointments', appointment, key);

export const listStaffSlots = (contactId: string) =>
  call<Schemas['StaffSlotList']>('GET', `/staff/slots?contactId=${id(contactId)}&limit=50`);

export const offerSlot = (slot: NewSlot, key: string) => call<StaffSlot>('POST', '/staff/slots', slot, key);

export const withdrawSlot = (slotId: string) => call<void>('DELETE', `/staff/slots/${id(slotId)}`);

/** Where staff log in, coming back to this page. */
export const staffLoginUrl = () =>
  `/api/login?return_to=${encodeURIComponent(location.origin + location.pathname)}`;
