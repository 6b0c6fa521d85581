import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createMailSender } from '../../../server/notices/mail.js';
import type { Letter } from '../../../server/notices/sender.js';
import { openMailbox, type Mailbox, type MailFault } from './support/mailbox.js';

const letter: Letter = {
  id: 'f3c0e6d2-6ff2-4a5b-9d0c-1c1f9a9b7a11',
  to: 'ingrid.solberg@post.example',
  subject: 'Ođđa dieđáhus',
  text: 'Du har en ny melding fra kommunen. Logg inn for å lese den.\n\nhttps://helse.example.no/',
  language: 'nb',
};

let mailbox: Mailbox;
beforeEach(async () => {
  mailbox = await openMailbox();
});
afterEach(() => mailbox.close());

const sender = (url = mailbox.url, limit?: number) =>
  createMailSender({
    url,
    from: 'ikke-svar@helse.example.no',
    host: 'helse.example.no',
    ...(limit ? { limit } : {}),
  });

describe('a notice by e-mail', () => {
  it('arrives as plain text from the address that is set, with its id as Message-ID', async () => {
    expect(await sender()(letter)).toEqual({ is: 'accepted' });
    const [mail] = mailbox.taken;
    expect(mail).toMatchObject({
      from: 'ikke-svar@helse.example.no',
      to: [letter.to],
      body: letter.text,
    });
    expect(Object.fromEntries(mail?.headers ?? [])).toMatchObject({
      from: 'ikke-svar@helse.example.no',
      to: letter.to,
      subject: letter.subject,
      'message-id': `<${letter.id}@helse.example.no>`,
      'content-type': 'text/plain; charset=utf-8',
      'content-language': 'nb',
      'auto-submitted': 'auto-generated',
    });
    await sender()({ ...letter, language: 'se' });
    expect(mailbox.taken[1]?.headers.get('message-id')).toBe(mail?.headers.get('message-id'));
    expect(mailbox.taken[1]?.headers.get('content-language')).toBe('se, nb');
  });

  it('logs in as the address says', async () => {
    const asked: unknown[] = [];
    const guarded = await openMailbox({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        asked.push([username, password]);
        if (password === 'p@ss ord') done(null, { user: username });
        else done(Object.assign(new Error('no'), { responseCode: 535 }));
      },
    });
    onTestFinished(() => guarded.close());
    const as = (password: string) => guarded.url.replace('//', `//kommunen:${encodeURIComponent(password)}@`);
    expect(await sender(as('p@ss ord'))(letter)).toEqual({ is: 'accepted' });
    // The operator may put a wrong password right: not the address's fault.
    expect(await sender(as('wrong'))(letter)).toMatchObject({
      is: 'refused',
      final: false,
      reason: { status: 535 },
    });
    expect(asked).toEqual([
      ['kommunen', 'p@ss ord'],
      ['kommunen', 'wrong'],
    ]);
  });

  const later = { is: 'refused', final: false };
  const never = { is: 'refused', final: true };
  const inDoubt = { is: 'in-doubt' };
  it.each<[MailFault, object]>([
    [
      { at: 'connect', is: 421 },
      { ...later, reason: { status: 421 } },
    ],
    [
      { at: 'connect', is: 554 },
      { ...later, reason: { status: 554 } },
    ],
    [{ at: 'connect', is: 'cut' }, later],
    [
      { at: 'recipient', is: 452 },
      { ...later, reason: { status: 452 } },
    ],
    [
      { at: 'recipient', is: 550 },
      { ...never, reason: { status: 550 } },
    ],
    [{ at: 'recipient', is: 'cut' }, later],
    [
      { at: 'end', is: 451 },
      { ...later, reason: { status: 451 } },
    ],
    [
      { at: 'end', is: 554 },
      { ...never, reason: { status: 554 } },
    ],
    [{ at: 'end', is: 'cut' }, inDoubt],
  ])('%j gives %j', async (fault, delivery) => {
    mailbox.fault = () => fault;
    expect(await sender()(letter)).toMatchObject(delivery);
    expect(mailbox.taken).toHaveLength(delivery === inDoubt ? 1 : 0);
  });

  it.each<[MailFault, object]>([
    [{ at: 'connect', is: 'silence' }, later],
    [{ at: 'recipient', is: 'silence' }, later],
    [{ at: 'end', is: 'silence' }, inDoubt],
  ])('waits no longer than it may for %j', async (fault, delivery) => {
    mailbox.fault = () => fault;
    expect(await sender(mailbox.url, 500)(letter)).toMatchObject({
      ...delivery,
      reason: { errorCode: 'ETIMEDOUT' },
    });
  });

  it('has not arrived where nothing listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await sender(`smtp://127.0.0.1:${port}`)(letter)).toMatchObject(later);
  });

  it('goes to no address that breaks out of its line', async () => {
    for (const to of ['a@b.example>\r\nRCPT TO:<c@d.example', 'a@b.example, c@d.example', 'ingen', ''])
      await sender()({ ...letter, to });
    expect(mailbox.taken.flatMap((mail) => mail.to).filter((to) => to.includes('c@d.example'))).toEqual([]);
  });
});
