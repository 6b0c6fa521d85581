/**
 * The other side: staff of a service read and answer. A resident gets 403
 * `forbidden`; what belongs to a service one does not work in is 404.
 */
import { z } from '@hono/zod-openapi';
import { headers, json, jsonBody, operation } from '../operation.js';
import { Id, langQuery, pageQuery } from '../scalars.js';
import { LogoutAnswer } from '../schemas/session.js';
import {
  StaffAnswer,
  StaffMessageList,
  StaffSession,
  StaffThread,
  StaffThreadList,
  StateChange,
} from '../schemas/staff.js';
import { Attachment, Message, ReadMark, Upload } from '../schemas/thread.js';

const tags = ['staff'];
const rules = { access: 'staff' } as const;
const params = z.object({ id: Id });
const query = z.object(langQuery);

export const getStaffSession = operation(rules, {
  method: 'get',
  path: '/staff/session',
  operationId: 'getStaffSession',
  tags,
  summary: 'Who is here, and which services this person works in.',
  request: { query },
  responses: { 200: json('The session.', StaffSession) },
});

export const extendStaffSession = operation(rules, {
  method: 'post',
  path: '/staff/session/extend',
  operationId: 'extendStaffSession',
  tags,
  summary: 'Extends the session by the idle limit.',
  request: { query },
  responses: { 200: json('The session with its new `expiresAt`.', StaffSession) },
});

export const endStaffSession = operation(rules, {
  method: 'delete',
  path: '/staff/session',
  operationId: 'endStaffSession',
  tags,
  summary: 'Logs out.',
  responses: { 200: json('Where the page goes next.', LogoutAnswer) },
});

export const listStaffThreads = operation(
  { ...rules, problems: ['not-found'] },
  {
    method: 'get',
    path: '/staff/threads',
    operationId: 'listStaffThreads',
    tags,
    summary: 'Conversations with the services this person works in, that with the newest message first.',
    request: {
      query: z.object({
        contactId: Id.optional().openapi({ description: 'One of these services; another is 404.' }),
        ...langQuery,
        ...pageQuery,
      }),
    },
    responses: { 200: json('Conversations, and how much is unread.', StaffThreadList) },
  },
);

export const getStaffThread = operation(rules, {
  method: 'get',
  path: '/staff/threads/{id}',
  operationId: 'getStaffThread',
  tags,
  summary: "One conversation. Stands in the resident's access log.",
  request: { params, query },
  responses: { 200: json('The conversation.', StaffThread) },
});

export const listStaffMessages = operation(rules, {
  method: 'get',
  path: '/staff/threads/{id}/messages',
  operationId: 'listStaffMessages',
  tags,
  summary:
    "The messages of a conversation, newest first, and who has read how far. Stands in the resident's access log.",
  request: { params, query: z.object({ ...langQuery, ...pageQuery }) },
  responses: { 200: json('Messages.', StaffMessageList) },
});

export const sendStaffAnswer = operation(
  {
    ...rules,
    idempotent: true,
    problems: ['thread-closed', 'attachment-rejected', 'too-many-attachments'],
  },
  {
    method: 'post',
    path: '/staff/threads/{id}/messages',
    operationId: 'sendStaffAnswer',
    tags,
    summary: 'Answers the resident.',
    request: { params, query, ...jsonBody(StaffAnswer) },
    responses: { 201: json('The message.', Message) },
  },
);

export const markStaffRead = operation(rules, {
  method: 'put',
  path: '/staff/threads/{id}/read',
  operationId: 'markStaffRead',
  tags,
  summary: 'Marks a conversation read up to a message, for this reader alone. Never moves back.',
  request: { params, ...jsonBody(ReadMark) },
  responses: { 204: { description: 'Done.' } },
});

export const changeThreadState = operation(rules, {
  method: 'put',
  path: '/staff/threads/{id}/state',
  operationId: 'changeThreadState',
  tags,
  summary:
    "Closes a conversation, opens it again, or takes only answers. Stands in the resident's access log.",
  request: { params, query, ...jsonBody(StateChange) },
  responses: { 200: json('The conversation.', StaffThread) },
});

export const uploadStaffAttachment = operation(
  { ...rules, problems: ['media-type', 'attachment-rejected', 'malformed', 'too-large'] },
  {
    method: 'post',
    path: '/staff/threads/{id}/attachments',
    operationId: 'uploadStaffAttachment',
    tags,
    summary: 'Uploads a file to send in an answer to this resident. Its type is found from its content.',
    description: 'A file that goes with no message expires after 24 hours.',
    request: { params, body: { required: true, content: { 'multipart/form-data': { schema: Upload } } } },
    responses: { 201: { ...json('The file.', Attachment), headers: { Location: headers.Location } } },
  },
);

export const getStaffAttachment = operation(rules, {
  method: 'get',
  path: '/staff/attachments/{id}',
  operationId: 'getStaffAttachment',
  tags,
  summary: "The bytes of a file, always as a download. Stands in the resident's access log.",
  request: { params },
  responses: {
    200: {
      description: 'The bytes, with `Content-Disposition: attachment` and `nosniff`.',
      content: { '*/*': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});
