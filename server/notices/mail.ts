/** E-mail by SMTP. Plain text, one recipient, the same Message-ID at every try. */
import { Transform } from 'node:stream';
import { createTransport } from 'nodemailer';
import { isLoopback } from '../node/loopback.js';
import { SEND_LIMIT, type Delivery, type Sender } from './sender.js';

export interface MailOptions {
  /** `smtp://` or `smtps://`, with user and password, and what else nodemailer takes as parameters. */
  url: string;
  /** The sender's address. */
  from: string;
  /** What stands behind the @ of a Message-ID. */
  host: string;
  /** Milliseconds. */
  limit?: number;
}

/** As much of nodemailer's errors as is looked at. */
interface MailFault {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

export function createMailSender({ url, from, host, limit = SEND_LIMIT }: MailOptions): Sender {
  const { hostname, searchParams } = new URL(url);
  // Addresses are personal data: over a network they go encrypted, unless the operator says otherwise.
  const open = isLoopback(hostname) || searchParams.get('ignoreTLS') === 'true';
  const options = {
    url,
    ignoreTLS: open,
    requireTLS: !open,
    // Of single steps: half of the whole, so that it is known at which step the other side fell silent.
    connectionTimeout: limit / 2,
    greetingTimeout: limit / 2,
    socketTimeout: limit / 2,
    disableFileAccess: true,
    disableUrlAccess: true,
  };

  return async ({ id, to, subject, text, language }) => {
    // A connection of its own for each: what is told of it is told of this letter.
    const transport = createTransport(options);
    let handedOver = false;
    transport.use('stream', ({ message }, done) => {
      message.processFunc((input) => input.pipe(noteEnd(() => (handedOver = true))));
      done();
    });
    const sending = transport
      .sendMail({
        from,
        to: { name: '', address: to },
        subject: subject ?? '',
        text,
        messageId: `<${id}@${host}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': language === 'se' ? 'se, nb' : language,
        },
      })
      .then(
        (): Delivery => ({ is: 'accepted' }),
        (fault: unknown) => deliveryOf(fault as MailFault, handedOver),
      );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Delivery>((resolve) => {
      // For a server that drips: what is under way may still go through.
      timer = setTimeout(() => resolve({ is: 'in-doubt', reason: { errorCode: 'ETIMEDOUT' } }), limit);
    });
    return Promise.race([sending, late]).finally(() => clearTimeout(timer));
  };
}

/** Tells when the last of a letter was taken; nothing is taken ahead, before the server has asked for it. */
function noteEnd(told: () => void): Transform {
  return new Transform({
    readableHighWaterMark: 0,
    transform: (chunk, _encoding, next) => next(null, chunk),
    flush(next) {
      told();
      next();
    },
  });
}

/** Until the end of the letter is handed over the server cannot have taken it. */
function deliveryOf({ code, command, responseCode }: MailFault, handedOver: boolean): Delivery {
  if (typeof responseCode === 'number' && responseCode >= 400) {
    const final = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
    return { is: 'refused', final, reason: { status: responseCode } };
  }
  const reason = { errorCode: typeof code === 'string' ? code : 'unknown' };
  if (handedOver) return { is: 'in-doubt', reason };
  // Not even asked: no such address can be written.
  return { is: 'refused', final: code === 'EENVELOPE' && command === 'API', reason };
}
