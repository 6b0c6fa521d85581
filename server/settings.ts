/**
 * What the operator sets, read from environment variables once, at start.
 *
 * Every mistake is told at once, each with the variable's name, what is wrong,
 * what is accepted and an example. A value that may hold a secret (a database
 * address, a client secret) is never part of a message.
 */
import { loopbackTwin, isLoopback } from './node/loopback.js';
import { databaseKind, databaseRefusal } from './storage/database-kind.js';

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

export interface Settings {
  port: number;
  host: string;
  /** An origin, without a slash at the end; null means `http://localhost:` and the port that was got. */
  publicUrl: string | null;
  databaseUrl: string;
  demo: boolean;
  /** Null means the built-in test provider. */
  oidc: OidcSettings | null;
  /** Origins; null means the public address, on loopback by both its names. */
  allowedOrigins: readonly string[] | null;
  /** Null means the built-in catcher in demo mode, and no notices else. */
  smtpUrl: string | null;
  smsWebhookUrl: string | null;
  /** The address that notices by e-mail come from; null means `ikke-svar@` and the host of the public address. */
  mailFrom: string | null;
  /** Path of a CSV file; null means the built-in list. */
  municipalitiesFile: string | null;
  activationDelayHours: number;
  sessionIdleMinutes: number;
  trustProxy: boolean;
  /** The line people call for help with the service; null: none is shown, in demo mode 800HELSE, the national number. */
  helpPhone: string | null;
  helpUrl: string | null;
  /** A film on how to use the service, on another site. */
  helpFilmUrl: string | null;
  /** The whole text of the terms; null: the server's own page of them. */
  termsUrl: string | null;
  /** Milliseconds since the epoch at which the server's clock starts; null means now. */
  clock: number | null;
}

/** One or more variables are wrong. The message is for the operator's screen. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly string[]) {
    super(
      [
        problems.length === 1 ? 'One setting is wrong:' : `${problems.length} settings are wrong:`,
        ...problems.map((problem) => `  - ${problem}`),
      ].join('\n'),
    );
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

const SWITCH: Readonly<Record<string, boolean>> = {
  '1': true,
  true: true,
  on: true,
  '0': false,
  false: false,
  off: false,
};

/**
 * Reads and checks. `demoByDefault` is what holds when `DEMO` is not set:
 * `npm start` shows the demo, anything else is for real.
 * @throws {SettingsError} naming every variable that is wrong
 */
export function readSettings(env: Environment, demoByDefault: boolean): Settings {
  const problems: string[] = [];
  const read = new Reader(env, problems);

  const port = read.integer('PORT', 8080, 0, 65535, 'a port number', '8080');
  let host = read.text('HOST') ?? '127.0.0.1';
  if (/[\s/]|^[^:]*:[^:]*$/.test(host)) {
    host = '127.0.0.1';
    problems.push(
      'HOST is not an address to listen on. Give an IP address or a host name without port, such as HOST=127.0.0.1.',
    );
  }
  const demoSet = read.switch('DEMO');
  const demo = demoSet ?? demoByDefault;
  if (demo && demoSet === null && !isLoopback(host)) {
    problems.push(
      `DEMO: in demo mode anybody can log in as anybody, and HOST=${host} can be reached from other machines. ` +
        'Set DEMO=1 if that is meant, DEMO=0 with OIDC_ISSUER for real use, or leave HOST at 127.0.0.1.',
    );
  }

  const helpPhone = read.text('HELP_PHONE');
  if (helpPhone !== null && !/^\+?[\d ]{3,20}$/.test(helpPhone)) {
    problems.push(
      'HELP_PHONE is not a phone number. Give digits, spaces and a + before them, such as HELP_PHONE=+47 23 32 70 00.',
    );
  }
  const publicUrl = read.origin('PUBLIC_URL', 'https://helse.example.no');
  const oidc = readOidc(read, demo);
  const settings: Settings = {
    port,
    host,
    publicUrl,
    databaseUrl: readDatabaseUrl(read),
    demo,
    oidc,
    allowedOrigins: readOrigins(read),
    smtpUrl: read.url('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://mail.example.no:587'),
    smsWebhookUrl: readSmsWebhook(read),
    mailFrom: readMailFrom(read),
    municipalitiesFile: read.text('MUNICIPALITIES_FILE'),
    activationDelayHours: read.number('ACTIVATION_DELAY_HOURS', demo ? 0 : 24, 0, 24 * 365, 'hours', '24'),
    sessionIdleMinutes: read.number('SESSION_IDLE_MINUTES', 30, 1, 24 * 60, 'minutes', '30'),
    trustProxy: read.switch('TRUST_PROXY') ?? false,
    helpPhone,
    helpUrl: read.url('HELP_URL', ['https:'], 'https://www.example.no/hjelp'),
    helpFilmUrl: read.url('HELP_FILM_URL', ['https:'], 'https://film.example.no/slik-gjor-du'),
    termsUrl: read.url('TERMS_URL', ['https:'], 'https://www.example.no/vilkar'),
    clock: readClock(read, demo),
  };
  if (!demo && publicUrl === null && !isLoopback(host)) {
    problems.push(
      `PUBLIC_URL is needed when HOST=${host} is open to other machines: give the address people see, such as PUBLIC_URL=https://helse.example.no.`,
    );
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/** The origins that may call with cookies and be returned to. On loopback both names of this machine. */
export function allowedOriginsOf(settings: Settings, publicUrl: string): string[] {
  const origins = settings.allowedOrigins ?? [publicUrl];
  return [...new Set(origins.flatMap((origin) => [origin, ...loopbackTwin(origin)]))];
}

function readOidc(read: Reader, demo: boolean): OidcSettings | null {
  const issuer = read.url('OIDC_ISSUER', ['https:', 'http:'], 'https://login.example.no');
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const missing = names.filter((name) => read.text(name) === null);
  if (missing.length === names.length && demo) return null;
  if (missing.length > 0) {
    const why =
      missing.length === names.length ? 'outside demo mode' : 'when one of the OIDC_ settings is given';
    read.problems.push(
      `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing: all three of ${names.join(', ')} are needed ${why}. ` +
        'Give the address of your identity provider and what it calls this service, ' +
        'such as OIDC_ISSUER=https://login.example.no, or use DEMO=1 for the built-in test log-in.',
    );
    return null;
  }
  if (issuer === null) return null;
  if (!issuer.startsWith('https:') && !isLoopback(new URL(issuer).hostname)) {
    read.problems.push('OIDC_ISSUER must be an https address, such as OIDC_ISSUER=https://login.example.no.');
  }
  return {
    issuer,
    clientId: read.text('OIDC_CLIENT_ID') ?? '',
    clientSecret: read.text('OIDC_CLIENT_SECRET') ?? '',
  };
}

/** Phone numbers go there: encrypted, unless it is this machine. */
function readSmsWebhook(read: Reader): string | null {
  const value = read.url('SMS_WEBHOOK_URL', ['https:', 'http:'], 'https://sms.example.no/send');
  if (value !== null && !value.startsWith('https:') && !isLoopback(new URL(value).hostname)) {
    read.problems.push(
      'SMS_WEBHOOK_URL must be an https address, or http on this machine, such as SMS_WEBHOOK_URL=https://sms.example.no/send.',
    );
  }
  return value;
}

function readMailFrom(read: Reader): string | null {
  const value = read.text('MAIL_FROM');
  if (value !== null && !/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(value)) {
    read.problems.push(
      'MAIL_FROM is not an e-mail address. Give one address without a name, such as MAIL_FROM=ikke-svar@helse.example.no.',
    );
    return null;
  }
  return value;
}

function readDatabaseUrl(read: Reader): string {
  const value = read.text('DATABASE_URL') ?? 'file:.data/hn';
  if (databaseKind(value) === null) read.problems.push(databaseRefusal(value));
  return value;
}

function readOrigins(read: Reader): string[] | null {
  const value = read.text('ALLOWED_ORIGINS');
  if (value === null) return null;
  const origins: string[] = [];
  for (const part of value.split(',').map((item) => item.trim())) {
    const origin = originOf(part);
    if (origin !== null) origins.push(origin);
    else {
      read.problems.push(
        `ALLOWED_ORIGINS: ${JSON.stringify(part)} is not an origin. Give a comma list of scheme, host and port without path; ` +
          'https, or http on this machine; never * or null. Example: ALLOWED_ORIGINS=https://www.example.no,https://portal.example.no.',
      );
    }
  }
  return origins;
}

function readClock(read: Reader, demo: boolean): number | null {
  const value = read.text('CLOCK');
  if (value === null) return null;
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value)
    ? Date.parse(value)
    : NaN;
  if (Number.isNaN(instant)) {
    read.problems.push(
      'CLOCK is not an instant. Give date, time and offset, such as CLOCK=2026-11-24T09:00:00+01:00.',
    );
    return null;
  }
  if (!demo) read.problems.push('CLOCK is for the demo and tests only. Leave it out, or set DEMO=1.');
  return instant;
}

/** The origin of an address that is nothing more, https or on this machine; else null. */
function originOf(value: string): string | null {
  if (!/^https?:\/\/[^/?#@\s*]+\/?$/.test(value) || !URL.canParse(value)) return null;
  const { origin, protocol, hostname } = new URL(value);
  return protocol === 'https:' || isLoopback(hostname) ? origin : null;
}

/** Takes single variables out of the environment; an empty one is one that is not set. */
class Reader {
  readonly #env: Environment;

  constructor(
    env: Environment,
    readonly problems: string[],
  ) {
    this.#env = env;
  }

  text(name: string): string | null {
    return this.#env[name]?.trim() || null;
  }

  switch(name: string): boolean | null {
    const value = this.text(name);
    if (value === null) return null;
    const on = SWITCH[value.toLowerCase()];
    if (on === undefined)
      this.problems.push(`${name} is neither on nor off. Accepted: 1 or 0, such as ${name}=1.`);
    return on ?? null;
  }

  integer(name: string, fallback: number, min: number, max: number, what: string, example: string): number {
    const value = this.number(name, fallback, min, max, what, example);
    if (!Number.isInteger(value)) this.#refuseNumber(name, min, max, `${what}, whole`, example);
    return value;
  }

  number(name: string, fallback: number, min: number, max: number, what: string, example: string): number {
    const value = this.text(name);
    if (value === null) return fallback;
    const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
    if (number >= min && number <= max) return number;
    this.#refuseNumber(name, min, max, what, example);
    return fallback;
  }

  origin(name: string, example: string): string | null {
    const value = this.text(name);
    if (value === null) return null;
    const origin = originOf(value);
    if (origin === null) {
      this.problems.push(
        `${name} is not an address people can use. Give scheme and host without path; https, or http on this machine: ${name}=${example}.`,
      );
    }
    return origin;
  }

  url(name: string, protocols: readonly string[], example: string): string | null {
    const value = this.text(name);
    if (value === null) return null;
    if (URL.canParse(value)) {
      const { protocol, hostname } = new URL(value);
      if (protocols.includes(protocol) && hostname !== '') return value;
    }
    this.problems.push(
      `${name} is not an address of the kind needed. Accepted: ${protocols.map((protocol) => `${protocol}//…`).join(' or ')}, such as ${name}=${example}.`,
    );
    return null;
  }

  #refuseNumber(name: string, min: number, max: number, what: string, example: string): void {
    this.problems.push(
      `${name} is not ${what} from ${min} to ${max}. Give a number such as ${name}=${example}.`,
    );
  }
}
