import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { NoticeChannel, NotificationSettings } from '../../src/backend/types.js';
import {
  changeOf,
  channelsOf,
  choicesOf,
  differences,
  lacksWay,
  rebased,
  withChannel,
} from '../../src/domain/notice-choices.js';

const EVENTS = ['message', 'appointment', 'visit-completed'] as const;

const settingsOf = (
  channels: readonly (readonly NoticeChannel[])[],
  of: Partial<NotificationSettings> = {},
): NotificationSettings => ({
  mobile: { value: '41234567', verified: true },
  email: null,
  managedAt: null,
  language: 'nb',
  rules: EVENTS.map((event, n) => ({
    event,
    channels: [...(channels[n] ?? [])],
    required: event === 'message',
    preview: { sms: '', email: '' },
  })),
  version: '1',
  ...of,
});

const anySettings = fc
  .tuple(
    fc.array(fc.subarray<NoticeChannel>(['sms', 'email']), { minLength: 3, maxLength: 3 }),
    fc.constantFrom('nb' as const, 'nn' as const, 'en' as const, 'se' as const),
    fc.string({ minLength: 1 }),
  )
  .map(([channels, language, version]) => settingsOf(channels, { language, version }));

describe('choices of notices', () => {
  it('are what is set, and what is set again', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { rules, language } = settings;
        expect(changeOf(choicesOf(settings), settings)).toEqual({
          rules: rules.map(({ event, channels }) => ({ event, channels })),
          language,
        });
      }),
    );
  });

  it('turn one channel of one notice on and off', () => {
    const settings = settingsOf([['sms'], [], ['email']]);
    const on = withChannel(choicesOf(settings), 'visit-completed', 'sms', true);
    expect(channelsOf(on, 'visit-completed')).toEqual(['sms', 'email']);
    expect(differences(choicesOf(settings), on)).toEqual(['visit-completed']);
    expect(withChannel(on, 'visit-completed', 'sms', false)).toEqual(choicesOf(settings));
  });

  it('lack a way for what always comes only where there is one', () => {
    const none = settingsOf([[], [], []]);
    expect(lacksWay(none, choicesOf(none), 'message')).toBe(true);
    expect(lacksWay(none, choicesOf(none), 'appointment')).toBe(false);
    expect(lacksWay({ ...none, mobile: null }, choicesOf(none), 'message')).toBe(false);
    const some = settingsOf([['email'], [], []]);
    expect(lacksWay(some, choicesOf(some), 'message')).toBe(false);
  });
});

describe('unsaved choices on top of others', () => {
  it('follow what the person has not touched, keep what they have, and ask where both have changed', () => {
    fc.assert(
      fc.property(anySettings, anySettings, anySettings, (before, chosen, now) => {
        const base = choicesOf(before);
        const mine = choicesOf(chosen);
        const theirs = choicesOf(now);
        const result = rebased({ version: before.version, base, mine, open: [] }, now);
        expect(result.version).toBe(now.version);
        expect(result.base).toEqual(theirs);
        for (const name of [...EVENTS, 'language'] as const) {
          const touched = mine[name] !== base[name];
          const changed = theirs[name] !== base[name];
          expect(result.mine[name]).toBe(touched ? mine[name] : theirs[name]);
          expect(result.open.includes(name)).toBe(touched && changed && mine[name] !== theirs[name]);
        }
      }),
    );
  });

  it('stay to be chosen between until they are the same', () => {
    const [before, mine, theirs] = [
      [['sms'], ['sms'], []],
      [['sms'], [], []],
      [['sms'], ['email'], []],
    ].map((channels) => settingsOf(channels as NoticeChannel[][])) as [
      NotificationSettings,
      NotificationSettings,
      NotificationSettings,
    ];
    const first = rebased(
      { version: '1', base: choicesOf(before), mine: choicesOf(mine), open: [] },
      { ...theirs, version: '2' },
    );
    expect(first.open).toEqual(['appointment']);
    const second = rebased(first, { ...theirs, version: '3' });
    expect(second.open).toEqual(['appointment']);
    expect(rebased(second, { ...mine, version: '4' }).open).toEqual([]);
  });
});
