import { describe, expect, it } from 'vitest';
import { noticeTargets } from '../../../server/rules/notices.js';
import type { NoticeSettingsRow } from '../../../server/storage/notices.js';

const both: NoticeSettingsRow = {
  readerId: 'ingrid',
  mobile: '+4701950001',
  mobileVerified: true,
  email: 'ingrid@post.example',
  emailVerified: true,
  language: 'nb',
  managedAt: null,
};
const all = { required: true, sendable: ['sms', 'email'] } as const;
const sms = { channel: 'sms', address: '+4701950001' };
const email = { channel: 'email', address: 'ingrid@post.example' };

describe('where a reader gets notices', () => {
  it('is where the rule says', () => {
    expect(noticeTargets(both, { channels: ['email'] }, all)).toEqual([email]);
    expect(noticeTargets(both, { channels: ['email', 'sms'] }, all)).toEqual([sms, email]);
  });

  it('is every address when a notice is required and the rule leaves none', () => {
    expect(noticeTargets(both, undefined, all)).toEqual([sms, email]);
    expect(noticeTargets(both, { channels: [] }, all)).toEqual([sms, email]);
    expect(noticeTargets({ ...both, mobile: null }, { channels: ['sms'] }, all)).toEqual([email]);
    expect(noticeTargets(both, { channels: ['sms'] }, { ...all, sendable: ['email'] })).toEqual([email]);
  });

  it('is nowhere without a rule when none is required', () => {
    const others = { ...all, required: false };
    expect(noticeTargets(both, undefined, others)).toEqual([]);
    expect(noticeTargets(both, { channels: [] }, others)).toEqual([]);
    expect(noticeTargets({ ...both, mobile: null }, { channels: ['sms'] }, others)).toEqual([]);
  });

  it('is never an address that is not verified, or a channel that cannot be sent', () => {
    expect(noticeTargets({ ...both, mobileVerified: false }, undefined, all)).toEqual([email]);
    const neither = { ...both, mobileVerified: false, emailVerified: false };
    expect(noticeTargets(neither, { channels: ['sms', 'email'] }, all)).toEqual([]);
    expect(noticeTargets(both, undefined, { ...all, sendable: [] })).toEqual([]);
  });
});
