/** Conversations, messages, files, and who has seen them. */
import { z } from '@hono/zod-openapi';
import { headers, json, jsonBody, operation } from '../operation.js';
import { Id, langQuery, pageQuery } from '../scalars.js';
import { Folder } from '../schemas/common.js';
import {
  AccessLog,
  Attachment,
  FolderChange,
  Message,
  MessageList,
  NewMessage,
  NewThread,
  ReadMark,
  Thread,
  ThreadList,
  ThreadPage,
  ThreadSearch,
  Upload,
} from '../schemas/thread.js';

const params = z.object({ id: Id });
const rules = { access: 'active', actingFor: 'used', scope: 'messages' } as const;
const withFiles = ['attachment-rejected', 'too-many-attachments', 'not-allowed'] as const;

export const listThreads = operation(rules, {
  method: 'get',
  path: '/threads',
  operationId: 'listThreads',
  tags: ['threads'],
  summary: 'Conversations, that with the newest message first.',
  request: {
    query: z.object({ folder: Folder.optional(), contactId: Id.optional(), ...langQuery, ...pageQuery }),
  },
  responses: { 200: json('Conversations, and how much is unread.', ThreadList) },
});

export const getThread = operation(rules, {
  method: 'get',
  path: '/threads/{id}',
  operationId: 'getThread',
  tags: ['threads'],
  summary: 'One conversation.',
  request: { params, query: z.object(langQuery) },
  responses: { 200: json('The conversation.', Thread) },
});

export const searchThreads = operation(rules, {
  method: 'post',
  path: '/threads/search',
  operationId: 'searchThreads',
  tags: ['threads'],
  summary: 'Finds conversations by what is written in them. The words are neither stored nor logged.',
  description:
    'All words must stand in the conversation, in any of their forms; of the last one its beginning is enough.',
  request: { query: z.object({ ...langQuery, limit: pageQuery.limit }), ...jsonBody(ThreadSearch) },
  responses: { 200: json('Conversations, newest first.', ThreadPage) },
});

export const createThread = operation(
  { ...rules, idempotent: true, problems: [...withFiles, 'not-found'] },
  {
    method: 'post',
    path: '/threads',
    operationId: 'createThread',
    tags: ['threads'],
    summary: 'Writes a first message to a service.',
    description:
      'A service that the person does not receive: 404. A service that cannot be written to: 409 `not-allowed`, whose reason stands in `Contact.write`.',
    request: { query: z.object(langQuery), ...jsonBody(NewThread) },
    responses: {
      201: { ...json('The new conversation.', Thread), headers: { Location: headers.Location } },
    },
  },
);

export const moveThread = operation(rules, {
  method: 'put',
  path: '/threads/{id}/folder',
  operationId: 'moveThread',
  tags: ['threads'],
  summary: 'Moves a conversation for this reader; a new message brings it back to the inbox.',
  request: { params, query: z.object(langQuery), ...jsonBody(FolderChange) },
  responses: { 200: json('The conversation.', Thread) },
});

export const listMessages = operation(rules, {
  method: 'get',
  path: '/threads/{id}/messages',
  operationId: 'listMessages',
  tags: ['messages'],
  summary: 'The messages of a conversation, newest first. Stands in the access log.',
  request: { params, query: z.object({ ...langQuery, ...pageQuery }) },
  responses: { 200: json('Messages.', MessageList) },
});

export const sendMessage = operation(
  { ...rules, idempotent: true, problems: [...withFiles, 'thread-closed'] },
  {
    method: 'post',
    path: '/threads/{id}/messages',
    operationId: 'sendMessage',
    tags: ['messages'],
    summary: 'Replies.',
    description:
      'A closed conversation: 409 `thread-closed`. Where `Thread.reply` is refused for another reason: 409 `not-allowed`.',
    request: { params, query: z.object(langQuery), ...jsonBody(NewMessage) },
    responses: { 201: json('The message.', Message) },
  },
);

export const markRead = operation(rules, {
  method: 'put',
  path: '/threads/{id}/read',
  operationId: 'markRead',
  tags: ['messages'],
  summary: 'Marks a conversation read up to a message, for this reader alone. Never moves back.',
  request: { params, ...jsonBody(ReadMark) },
  responses: { 204: { description: 'Done.' } },
});

export const uploadAttachment = operation(
  { ...rules, problems: ['media-type', 'attachment-rejected'] },
  {
    method: 'post',
    path: '/attachments',
    operationId: 'uploadAttachment',
    tags: ['attachments'],
    summary: 'Uploads a file to send later. Its type is found from its content.',
    description: 'For the person acted for. A file that goes with no message expires after 24 hours.',
    request: { body: { required: true, content: { 'multipart/form-data': { schema: Upload } } } },
    responses: {
      201: { ...json('The file.', Attachment), headers: { Location: headers.Location } },
    },
  },
);

export const getAttachment = operation(rules, {
  method: 'get',
  path: '/attachments/{id}',
  operationId: 'getAttachment',
  tags: ['attachments'],
  summary: 'The bytes of a file, always as a download. Stands in the access log.',
  request: { params },
  responses: {
    200: {
      description: 'The bytes, with `Content-Disposition: attachment` and `nosniff`.',
      content: { '*/*': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

export const listAccessLog = operation(
  { ...rules, problems: ['not-found'] },
  {
    method: 'get',
    path: '/access-log',
    operationId: 'listAccessLog',
    tags: ['access-log'],
    summary: 'Who read or wrote what of the person acted for, and on whose behalf; newest first.',
    request: { query: z.object({ threadId: Id.optional(), ...langQuery, ...pageQuery }) },
    responses: { 200: json('Entries.', AccessLog) },
  },
);
