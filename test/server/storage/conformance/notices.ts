import { expect } from 'vitest';
import type { NewNotice, NoticeSettingsRow, VerificationRow } from '../../../../server/storage/notices.js';
import type { Storage } from '../../../../server/storage/storage.js';
import type { Check } from '../conformance.js';
import { nine, person } from './rows.js';

function settings(readerId: string, given: Partial<NoticeSettingsRow> = {}): NoticeSettingsRow {
  return {
    readerId,
    mobile: '+4701900901',
    mobileVerified: true,
    email: 'åse@post.example',
    emailVerified: false,
    language: 'nn',
    managedAt: null,
    ...given,
  };
}

function notice(id: string, given: Partial<NewNotice> = {}): NewNotice {
  return {
    id,
    event: 'message',
    causeId: `message-${id}`,
    readerId: 'ase',
    personId: 'ase',
    channel: 'sms',
    address: '+4701900901',
    language: 'se',
    forOther: false,
    createdAt: nine,
    ...given,
  };
}

const claimAt = (storage: Storage, now: number, holder = 'worker', channel: 'sms' | 'email' = 'sms') =>
  storage.claimNotice(channel, { holder, now, heldUntil: now + 100 });

export function notices(check: Check): void {
  /** Notices are Åse's. */
  const outbox: Check = (sentence, body) =>
    check(sentence, async (storage) => {
      await storage.putPerson(person('ase'));
      await body(storage);
    });

  check('keeps where a reader gets notices, and in which language', async (storage) => {
    await storage.putPerson(person('ase'));
    expect(await storage.getNoticeSettings('ase')).toBeNull();
    await storage.putNoticeSettings(settings('ase'));
    expect(await storage.getNoticeSettings('ase')).toEqual(settings('ase'));
    const changed = settings('ase', { mobile: null, mobileVerified: false, language: 'en' });
    await storage.putNoticeSettings(changed);
    expect(await storage.getNoticeSettings('ase')).toEqual(changed);
    const kept = settings('ase', { managedAt: { label: { nb: 'Et register' }, url: 'https://example.no/' } });
    await storage.putNoticeSettings(kept);
    expect(await storage.getNoticeSettings('ase')).toEqual(kept);
    await expect(storage.putNoticeSettings(settings('nobody'))).rejects.toMatchObject({
      code: 'missing-reference',
    });
  });

  check('keeps the rules of each reader for each resident and event', async (storage) => {
    for (const id of ['ase', 'bo', 'cille']) await storage.putPerson(person(id));
    const rule = (readerId: string, personId: string) =>
      ({ readerId, personId, event: 'message', channels: ['sms', 'email'] }) as const;
    for (const row of [rule('cille', 'ase'), rule('ase', 'ase'), rule('ase', 'bo')])
      await storage.putNoticeRule({ ...row, channels: [...row.channels] });
    await storage.putNoticeRule({ readerId: 'bo', personId: 'ase', event: 'appointment', channels: ['sms'] });
    await storage.putNoticeRule({ readerId: 'cille', personId: 'ase', event: 'message', channels: [] });
    expect(await storage.listNoticeRules('ase', 'message')).toEqual([
      rule('ase', 'ase'),
      { ...rule('cille', 'ase'), channels: [] },
    ]);
    expect(await storage.listNoticeRules('cille', 'message')).toEqual([]);
    await storage.putNoticeRule({ ...rule('cille', 'ase'), event: 'appointment', channels: ['email'] });
    expect(await storage.listReaderRules('cille', 'ase')).toEqual([
      { ...rule('cille', 'ase'), event: 'appointment', channels: ['email'] },
      { ...rule('cille', 'ase'), channels: [] },
    ]);
    expect(await storage.listReaderRules('ase', 'cille')).toEqual([]);
    const unknown = storage.putNoticeRule({ ...rule('ase', 'nobody'), channels: [] });
    await expect(unknown).rejects.toMatchObject({ code: 'missing-reference' });
  });

  check('keeps codes that are on their way, counts wrong tries and ends them', async (storage) => {
    for (const id of ['ase', 'bo']) await storage.putPerson(person(id));
    const row = (id: string, given: Partial<VerificationRow> = {}): VerificationRow => ({
      id,
      readerId: 'ase',
      channel: 'sms',
      address: '+4701900901',
      createdAt: nine,
      expiresAt: nine + 1000,
      wrongTries: 0,
      endedAt: null,
      ...given,
    });
    const rows = [
      row('a'),
      row('b', { channel: 'email' }),
      row('c', { readerId: 'bo' }),
      row('d', { endedAt: 1 }),
    ];
    for (const one of rows) await storage.insertVerification(one);
    expect(await storage.getVerification('a')).toEqual(row('a'));
    expect(await storage.getVerification('nothing')).toBeNull();
    await Promise.all(Array.from({ length: 8 }, () => storage.countWrongTry('a')));
    await storage.endVerifications('ase', 'sms', nine + 5);
    expect(await storage.getVerification('a')).toEqual(row('a', { wrongTries: 8, endedAt: nine + 5 }));
    for (const one of rows.slice(1)) expect(await storage.getVerification(one.id)).toEqual(one);
    await expect(storage.insertVerification(row('e', { readerId: 'nobody' }))).rejects.toMatchObject({
      code: 'missing-reference',
    });
    await expect(storage.insertVerification(row('a'))).rejects.toMatchObject({ code: 'duplicate' });
    await storage.insertVerification(row('old', { createdAt: nine - 1 }));
    expect(await storage.deleteVerificationsBefore(nine)).toBe(1);
    expect(await storage.getVerification('old')).toBeNull();
  });

  outbox('takes one notice for an event and address, also from several at once', async (storage) => {
    const same = { causeId: 'message' };
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, i) => storage.insertNotice(notice(`n${i}`, same))),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    for (const other of [
      { ...same, address: '+4701900902' },
      { ...same, channel: 'email' as const },
      { ...same, event: 'appointment' as const },
      { causeId: 'another' },
    ])
      expect(await storage.insertNotice(notice(JSON.stringify(other), other))).toBe(true);
    await expect(storage.insertNotice(notice(JSON.stringify({ causeId: 'another' })))).rejects.toMatchObject({
      code: 'duplicate',
    });
  });

  outbox('takes none for or about somebody who is not there', async (storage) => {
    for (const given of [{ readerId: 'nobody' }, { personId: 'nobody' }])
      await expect(storage.insertNotice(notice('n', given))).rejects.toMatchObject({
        code: 'missing-reference',
      });
  });

  outbox('loses a notice with the transaction it was written in', async (storage) => {
    const work = storage.transaction(async (store) => {
      expect(await store.insertNotice(notice('n'))).toBe(true);
      throw new Error('the message could not be stored');
    });
    await expect(work).rejects.toThrow('could not be stored');
    expect(await claimAt(storage, nine)).toBeNull();
  });

  outbox(
    'gives each notice that is due to one of those who ask at once, longest due first',
    async (storage) => {
      for (const [index, id] of ['c', 'a', 'b'].entries())
        await storage.insertNotice(notice(id, { createdAt: nine + index }));
      await storage.insertNotice(notice('later', { createdAt: nine + 10 }));
      await storage.insertNotice(notice('mail', { channel: 'email' }));
      expect(await claimAt(storage, nine + 5)).toEqual({
        ...notice('c'),
        state: 'waiting',
        dueAt: nine + 105,
        holder: 'worker',
        attempts: 1,
        inDoubt: 1,
      });
      const claimed = await Promise.all(
        Array.from({ length: 8 }, (_, i) => claimAt(storage, nine + 5, `holder${i}`)),
      );
      expect(claimed.flatMap((row) => row?.id ?? []).sort()).toEqual(['a', 'b']);
      expect(await claimAt(storage, nine + 5, 'mailer', 'email')).toMatchObject({ id: 'mail' });
    },
  );

  outbox('never gives again what was sent or given up', async (storage) => {
    for (const [id, state] of [
      ['n1', 'sent'],
      ['n2', 'given-up'],
    ] as const) {
      await storage.insertNotice(notice(id));
      expect(await claimAt(storage, nine)).toMatchObject({ id });
      expect(await storage.settleNotice(id, 'worker', { state })).toBe(true);
      expect(await claimAt(storage, nine + 1_000_000)).toBeNull();
      // The address has had it: it does not get it by another row either.
      expect(await storage.insertNotice(notice(`${id}-again`, { causeId: `message-${id}` }))).toBe(false);
    }
  });

  outbox('gives a notice that did not arrive again when it is due, as often as it takes', async (storage) => {
    await storage.insertNotice(notice('n'));
    for (let attempt = 1; attempt <= 5; attempt++) {
      const now = nine + attempt * 1000;
      expect(await claimAt(storage, now)).toMatchObject({ attempts: attempt, inDoubt: 1 });
      const outcome = { state: 'waiting', dueAt: now + 1000, arrived: 'no' } as const;
      expect(await storage.settleNotice('n', 'worker', outcome)).toBe(true);
      expect(await claimAt(storage, now + 999)).toBeNull();
    }
  });

  outbox('gives a notice whose holder died once more, and no more than that', async (storage) => {
    await storage.insertNotice(notice('n'));
    expect(await claimAt(storage, nine, 'first')).not.toBeNull();
    expect(await claimAt(storage, nine + 99, 'second')).toBeNull();
    expect(await claimAt(storage, nine + 100, 'second')).toMatchObject({ attempts: 2, inDoubt: 2 });
    // Slow, not dead: it has nothing to say any more.
    expect(await storage.settleNotice('n', 'first', { state: 'sent' })).toBe(false);
    expect(await claimAt(storage, nine + 10_000, 'third')).toBeNull();
    // The second one was slow too, and knows that nothing arrived.
    const outcome = { state: 'waiting', dueAt: nine, arrived: 'no' } as const;
    expect(await storage.settleNotice('n', 'second', outcome)).toBe(true);
    expect(await storage.settleNotice('n', 'second', outcome)).toBe(false);
    expect(await claimAt(storage, nine + 10_000, 'third')).toMatchObject({ attempts: 3, inDoubt: 2 });
  });

  outbox('counts a try in doubt as one that may have arrived', async (storage) => {
    await storage.insertNotice(notice('n'));
    const outcome = { state: 'waiting', dueAt: nine + 1, arrived: 'in-doubt' } as const;
    for (const now of [nine, nine + 1]) {
      expect(await claimAt(storage, now)).not.toBeNull();
      await storage.settleNotice('n', 'worker', outcome);
    }
    expect(await claimAt(storage, nine + 1000)).toBeNull();
  });

  outbox(
    'keeps what the catcher took in, as often as it came, and forgets it with the outbox',
    async (storage) => {
      const caught = (id: string, at: number) =>
        ({
          id,
          channel: 'email',
          address: 'åse@post.example',
          subject: 'Ny melding',
          text: 'Linje 1\n\nLinje 2',
          language: 'nb',
          at,
        }) as const;
      await storage.insertNotice(notice('old', { createdAt: nine - 1 }));
      await storage.insertNotice(notice('kept'));
      for (const row of [caught('a', nine - 1), caught('b', nine), caught('b', nine), caught('c', nine)])
        await storage.insertCaughtNotice(row);
      expect(await storage.listCaughtNotices(3)).toEqual([
        caught('c', nine),
        caught('b', nine),
        caught('b', nine),
      ]);
      expect(await storage.deleteNoticesBefore(nine)).toBe(2);
      expect(await storage.listCaughtNotices(9)).toHaveLength(3);
      expect(await claimAt(storage, nine)).toMatchObject({ id: 'kept' });
      expect(await claimAt(storage, nine)).toBeNull();
    },
  );
}
