/** A mail server that notes what it gets, and refuses or hangs up where it is told to. */
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Mail {
  from: string;
  to: string[];
  headers: Map<string, string>;
  body: string;
}

/** Where something happens to a letter, and what: a refusal by its code, or the line is cut. */
export interface MailFault {
  at: 'connect' | 'recipient' | 'end';
  is: 421 | 451 | 452 | 550 | 554 | 'cut' | 'silence';
}

export interface Mailbox {
  url: string;
  /** What was taken, the end of which may not have reached the sender. */
  taken: Mail[];
  /** Those of them that the sender cannot know to be taken. */
  unconfirmed: Mail[];
  /** What happens to a connection, asked when it comes. */
  fault: () => MailFault | null;
  /** When a letter is in and not confirmed yet. */
  onTaken: (mail: Mail) => void | Promise<void>;
  close(): Promise<void>;
}

/** Rejections of smtp-server are errors with a code. */
const refusal = (code: number) => Object.assign(new Error('refused'), { responseCode: code });

export async function openMailbox(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const sockets = new Map<number, Socket>();
  const faults = new Map<string, MailFault | null>();
  const mailbox: Mailbox = {
    url: '',
    taken: [],
    unconfirmed: [],
    fault: () => null,
    onTaken: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
  /** True when it has dealt with the step. */
  const befall = (
    session: { id: string; remotePort?: number },
    at: MailFault['at'],
    refuse: (error: Error) => void,
  ): boolean => {
    const fault = faults.get(session.id);
    if (fault?.at !== at) return false;
    if (fault.is === 'cut') sockets.get(session.remotePort ?? 0)?.destroy();
    else if (fault.is !== 'silence') refuse(refusal(fault.is));
    return true;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    ...options,
    onConnect(session, next) {
      faults.set(session.id, mailbox.fault());
      if (!befall(session, 'connect', next)) next();
    },
    onRcptTo(_address, session, next) {
      if (!befall(session, 'recipient', next)) next();
    },
    onData(stream, session, next) {
      void text(stream).then(async (source) => {
        const { envelope } = session;
        const mail = parse(source);
        const whole: Mail = {
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          ...mail,
        };
        const fault = faults.get(session.id);
        const refused = fault?.at === 'end' && typeof fault.is === 'number';
        if (!refused) {
          mailbox.taken.push(whole);
          if (fault?.at === 'end') mailbox.unconfirmed.push(whole);
          await mailbox.onTaken(whole);
        }
        if (!befall(session, 'end', next)) next();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  mailbox.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return mailbox;
}

/** Headers unfolded, encoded words and the body decoded: as much as one plain part needs. */
function parse(source: string): Pick<Mail, 'headers' | 'body'> {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const [name = '', value = ''] = line.split(/: ?(.*)/s);
        return [name.toLowerCase(), decodeWords(value)] as const;
      }),
  );
  const body = rest.join('\r\n\r\n');
  const encoding = headers.get('content-transfer-encoding');
  const decoded =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? decodeQuoted(body.replace(/=\r\n/g, ''))
        : body;
  return { headers, body: decoded.replaceAll('\r\n', '\n').trimEnd() };
}

const decodeQuoted = (value: string): string =>
  Buffer.from(
    value.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

const decodeWords = (value: string): string =>
  value
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?(b|q)\?(.*?)\?=/gi, (_all, how: string, word: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    );
