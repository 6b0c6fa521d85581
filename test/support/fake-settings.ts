import type { ChangeOptions, VersionedOptions } from '../../src/backend/backend.js';
import { BackendError } from '../../src/backend/errors.js';
import type {
  Language,
  NoticeChannel,
  NoticeEvent,
  NoticeRule,
  NotificationSettings,
} from '../../src/backend/types.js';

/** The code that confirms every address of a fake backend. */
export const CODE = '123456';

const rule = (event: NoticeEvent, channels: NoticeChannel[], required = false): NoticeRule => ({
  event,
  channels,
  required,
  preview: {
    sms: `SMS om ${event}. Logg inn for å lese.`,
    email: `E-post om ${event}.\nLogg inn for å lese.`,
  },
});

/** Messages by text message, appointments by both, no visits. */
export const SETTINGS: NotificationSettings = {
  mobile: { value: '41234567', verified: true },
  email: { value: 'ingrid@eksempel.no', verified: true },
  managedAt: null,
  language: 'nb',
  rules: [rule('message', ['sms'], true), rule('appointment', ['sms', 'email']), rule('visit-completed', [])],
  version: '1',
};

/** `settings` with other channels, as somebody else has saved them. */
export const withRules = (
  settings: NotificationSettings,
  channels: Partial<Record<NoticeEvent, NoticeChannel[]>>,
): NotificationSettings => ({
  ...settings,
  version: String(Number(settings.version) + 1),
  rules: settings.rules.map((one) => ({ ...one, channels: channels[one.event] ?? one.channels })),
});

export interface Change {
  rules: Pick<NoticeRule, 'event' | 'channels'>[];
  language: Language;
  mobile?: null;
  email?: null;
}

/** The notification settings of a fake backend. */
export interface FakeSettings {
  time: number;
  settings: NotificationSettings;
  /** What was saved, with the version that it was seen in. */
  readonly saves: { change: Change; version: string }[];
  /** Codes that were sent, with their key. */
  readonly codes: { channel: NoticeChannel; to: string; key: string | undefined }[];
}

/** The methods of a backend that are about notices, over what `fake` holds. */
export function settingsMethods(fake: FakeSettings) {
  const next = (change: Partial<NotificationSettings>): NotificationSettings =>
    (fake.settings = {
      ...fake.settings,
      ...change,
      version: String(Number(fake.settings.version) + 1),
    });
  return {
    getNotificationSettings: () => fake.settings,
    saveNotificationSettings: (change: Change, { version }: VersionedOptions) => {
      fake.saves.push({ change, version });
      if (version !== fake.settings.version) throw new BackendError('stale', { status: 412 });
      const { rules, ...others } = change;
      const channels = Object.fromEntries(rules.map((one) => [one.event, one.channels]));
      return next({
        ...others,
        rules: fake.settings.rules.map((one) => ({ ...one, channels: channels[one.event] ?? one.channels })),
      });
    },
    startVerification: ({ channel, to }: { channel: NoticeChannel; to: string }, o?: ChangeOptions) => {
      fake.codes.push({ channel, to, key: o?.idempotencyKey });
      return {
        id: String(fake.codes.length - 1),
        expiresAt: new Date(fake.time + 600_000).toISOString(),
      };
    },
    completeVerification: (id: string, code: string) => {
      const { channel, to } = fake.codes[Number(id)] ?? {};
      if (!to) throw new BackendError('not-found', { status: 404 });
      if (code !== CODE) throw new BackendError('code-wrong', { status: 422 });
      const address = { value: to, verified: true };
      return next(channel === 'sms' ? { mobile: address } : { email: address });
    },
  };
}
