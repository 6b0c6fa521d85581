/** Which notices, and where to. */
import { z } from '@hono/zod-openapi';
import { headers, json, jsonBody, operation } from '../operation.js';
import { Id, langQuery } from '../scalars.js';
import {
  NotificationSettings,
  NotificationSettingsChange,
  VerificationCode,
  VerificationRequest,
  VerificationStarted,
} from '../schemas/notification-settings.js';

const tags = ['notification-settings'];
const rules = { access: 'active', actingFor: 'used', scope: 'notifications' } as const;
const query = z.object(langQuery);
const answer = {
  200: {
    ...json('The settings, with their version.', NotificationSettings),
    headers: { ETag: headers.ETag },
  },
};

export const getNotificationSettings = operation(rules, {
  method: 'get',
  path: '/notification-settings',
  operationId: 'getNotificationSettings',
  tags,
  summary: "The reader's own addresses, and the rules for the person acted for.",
  request: { query },
  responses: answer,
});

export const saveNotificationSettings = operation(
  { ...rules, ifMatch: true, problems: ['not-allowed'] },
  {
    method: 'put',
    path: '/notification-settings',
    operationId: 'saveNotificationSettings',
    tags,
    summary: 'Changes rules and language, and removes an address.',
    request: { query, ...jsonBody(NotificationSettingsChange) },
    responses: answer,
  },
);

export const startVerification = operation(
  { ...rules, idempotent: true, problems: ['not-allowed', 'too-many-attempts'] },
  {
    method: 'post',
    path: '/notification-settings/verifications',
    operationId: 'startVerification',
    tags,
    summary: 'Sends a code to a new number or address. Limited per target.',
    request: jsonBody(VerificationRequest),
    responses: { 202: json('The code is on its way.', VerificationStarted) },
  },
);

export const completeVerification = operation(
  {
    ...rules,
    idempotent: true,
    problems: ['not-allowed', 'code-wrong', 'code-expired', 'too-many-attempts'],
  },
  {
    method: 'post',
    path: '/notification-settings/verifications/{id}',
    operationId: 'completeVerification',
    tags,
    summary: 'Confirms a number or address with its code.',
    request: { params: z.object({ id: Id }), query, ...jsonBody(VerificationCode) },
    responses: answer,
  },
);
