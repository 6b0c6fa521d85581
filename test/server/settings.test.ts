import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../server/node/loopback.js';
import { allowedOriginsOf, readSettings, SettingsError } from '../../server/settings.js';
import type { Environment } from '../../server/settings.js';

const OIDC = {
  OIDC_ISSUER: 'https://login.example.no',
  OIDC_CLIENT_ID: 'hn',
  OIDC_CLIENT_SECRET: 'correct-horse-battery',
};

function problemsOf(env: Environment, demoByDefault = true): readonly string[] {
  try {
    readSettings(env, demoByDefault);
    return [];
  } catch (fault) {
    if (fault instanceof SettingsError) return fault.problems;
    throw fault;
  }
}

describe('settings', () => {
  it('need nothing under npm start', () => {
    expect(readSettings({}, true)).toEqual({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: null,
      databaseUrl: 'file:.data/hn',
      demo: true,
      oidc: null,
      allowedOrigins: null,
      smtpUrl: null,
      smsWebhookUrl: null,
      mailFrom: null,
      municipalitiesFile: null,
      activationDelayHours: 0,
      sessionIdleMinutes: 30,
      trustProxy: false,
      helpPhone: null,
      helpUrl: null,
      helpFilmUrl: null,
      termsUrl: null,
      clock: null,
    });
  });

  it('wait a day for activation outside the demo', () => {
    expect(readSettings(OIDC, false)).toMatchObject({ demo: false, activationDelayHours: 24 });
  });

  it('take an empty variable as one that is not set', () => {
    expect(readSettings({ PORT: '', DEMO: ' ', HOST: '' }, true)).toMatchObject({ port: 8080, demo: true });
  });

  it.each<[Environment, Record<string, unknown>]>([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65535 }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: 'localhost' }, { host: 'localhost' }],
    [
      { HOST: '0.0.0.0', DEMO: '1' },
      { host: '0.0.0.0', demo: true },
    ],
    [{ HOST: '0.0.0.0', DEMO: '0', ...OIDC, PUBLIC_URL: 'https://helse.example.no' }, { demo: false }],
    [{ PUBLIC_URL: 'https://helse.example.no/' }, { publicUrl: 'https://helse.example.no' }],
    [{ PUBLIC_URL: 'http://localhost:9000' }, { publicUrl: 'http://localhost:9000' }],
    [{ DATABASE_URL: 'memory:' }, { databaseUrl: 'memory:' }],
    [{ DATABASE_URL: 'file:/var/lib/hn' }, { databaseUrl: 'file:/var/lib/hn' }],
    [{ DATABASE_URL: 'postgres://u:p@db:5432/hn' }, { databaseUrl: 'postgres://u:p@db:5432/hn' }],
    [{ DATABASE_URL: 'postgresql:///hn?host=/run/postgresql' }, {}],
    [
      { ...OIDC },
      { oidc: { issuer: 'https://login.example.no', clientId: 'hn', clientSecret: 'correct-horse-battery' } },
    ],
    [{ ...OIDC, OIDC_ISSUER: 'http://localhost:9000' }, {}],
    [
      { ALLOWED_ORIGINS: 'https://a.no, http://localhost:5173' },
      { allowedOrigins: ['https://a.no', 'http://localhost:5173'] },
    ],
    [{ SMTP_URL: 'smtps://u:p@mail.example.no' }, {}],
    [{ SMS_WEBHOOK_URL: 'https://sms.example.no/send' }, { smsWebhookUrl: 'https://sms.example.no/send' }],
    [{ SMS_WEBHOOK_URL: 'http://127.0.0.1:9000/send' }, {}],
    [{ MAIL_FROM: 'ikke-svar@helse.example.no' }, { mailFrom: 'ikke-svar@helse.example.no' }],
    [
      { ACTIVATION_DELAY_HOURS: '0.5', SESSION_IDLE_MINUTES: '5' },
      { activationDelayHours: 0.5, sessionIdleMinutes: 5 },
    ],
    [
      { HELP_PHONE: '+47 23 32 70 00', TERMS_URL: 'https://www.example.no/vilkar' },
      { helpPhone: '+47 23 32 70 00' },
    ],
    [{ TRUST_PROXY: 'on' }, { trustProxy: true }],
    [{ CLOCK: '2026-11-24T09:00:00+01:00' }, { clock: Date.UTC(2026, 10, 24, 8) }],
  ])('accept %j', (env, expected) => {
    expect(readSettings(env, true)).toMatchObject(expected);
  });

  it.each<[Environment, string, string]>([
    [{ PORT: 'http' }, 'PORT', 'PORT=8080'],
    [{ PORT: '65536' }, 'PORT', '0 to 65535'],
    [{ PORT: '80.5' }, 'PORT', 'whole'],
    [{ PORT: '-1' }, 'PORT', 'PORT=8080'],
    [{ HOST: '127.0.0.1:8080' }, 'HOST', 'without port'],
    [{ HOST: 'http://localhost' }, 'HOST', 'HOST=127.0.0.1'],
    [{ HOST: '0.0.0.0' }, 'DEMO', 'DEMO=1'],
    [{ DEMO: 'perhaps' }, 'DEMO', '1 or 0'],
    [{ DEMO: '0' }, 'OIDC_ISSUER', 'outside demo mode'],
    [{ OIDC_ISSUER: 'https://login.example.no' }, 'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET', 'are missing'],
    [{ ...OIDC, OIDC_ISSUER: 'http://login.example.no' }, 'OIDC_ISSUER', 'https'],
    [{ ...OIDC, OIDC_ISSUER: 'login.example.no' }, 'OIDC_ISSUER', 'https://'],
    [{ PUBLIC_URL: 'helse.example.no' }, 'PUBLIC_URL', 'https://helse.example.no'],
    [{ PUBLIC_URL: 'http://helse.example.no' }, 'PUBLIC_URL', 'https'],
    [{ PUBLIC_URL: 'https://helse.example.no/app' }, 'PUBLIC_URL', 'without path'],
    [{ DATABASE_URL: 'mysql://u:hunter2@db/hn' }, 'DATABASE_URL', 'postgres://'],
    [{ DATABASE_URL: 'hn' }, 'DATABASE_URL', 'file:FOLDER'],
    [{ DATABASE_URL: 'postgres://' }, 'DATABASE_URL', 'localhost:5432/hn'],
    [{ DATABASE_URL: 'postgres://hn@localhost' }, 'DATABASE_URL', 'and its database'],
    [{ DATABASE_URL: 'postgres://hn:a#b@localhost/hn' }, 'DATABASE_URL', '# as %23'],
    [{ DATABASE_URL: 'postgres:///hn' }, 'DATABASE_URL', 'localhost:5432/hn'],
    [{ DATABASE_URL: 'file:' }, 'DATABASE_URL', 'DATABASE_URL=file:.data/hn'],
    [{ ALLOWED_ORIGINS: '*' }, 'ALLOWED_ORIGINS', 'never * or null'],
    [{ ALLOWED_ORIGINS: 'null' }, 'ALLOWED_ORIGINS', 'never * or null'],
    [{ ALLOWED_ORIGINS: 'https://*.example.no' }, 'ALLOWED_ORIGINS', 'Example'],
    [{ ALLOWED_ORIGINS: 'https://a.no,' }, 'ALLOWED_ORIGINS', 'Example'],
    [{ ALLOWED_ORIGINS: 'http://www.example.no' }, 'ALLOWED_ORIGINS', 'https'],
    [{ ALLOWED_ORIGINS: 'https://www.example.no/side' }, 'ALLOWED_ORIGINS', 'without path'],
    [{ SMTP_URL: 'https://mail.example.no' }, 'SMTP_URL', 'smtp://'],
    [{ SMS_WEBHOOK_URL: 'sms' }, 'SMS_WEBHOOK_URL', 'https://'],
    [{ SMS_WEBHOOK_URL: 'http://sms.example.no/send' }, 'SMS_WEBHOOK_URL', 'this machine'],
    [{ MAIL_FROM: 'Kommunen <post@example.no>' }, 'MAIL_FROM', 'without a name'],
    [{ MAIL_FROM: 'kommunen' }, 'MAIL_FROM', 'MAIL_FROM=ikke-svar@helse.example.no'],
    [{ ACTIVATION_DELAY_HOURS: 'tomorrow' }, 'ACTIVATION_DELAY_HOURS', 'hours'],
    [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES', '1 to 1440'],
    [{ TRUST_PROXY: 'nginx' }, 'TRUST_PROXY', '1 or 0'],
    [{ HELP_PHONE: 'ring oss' }, 'HELP_PHONE', '+47'],
    [{ HELP_URL: 'javascript:alert(1)' }, 'HELP_URL', 'https://'],
    [{ HELP_FILM_URL: 'http://film.example.no' }, 'HELP_FILM_URL', 'https://'],
    [{ TERMS_URL: '/vilkar' }, 'TERMS_URL', 'https://'],
    [{ CLOCK: '2026-11-24' }, 'CLOCK', 'CLOCK=2026-11-24T09:00:00+01:00'],
    [{ CLOCK: '2026-13-45T09:00:00Z' }, 'CLOCK', 'instant'],
  ])('refuse %j, naming %s and what to do', (env, name, hint) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).toContain(hint);
  });

  it('refuse a set clock outside the demo', () => {
    expect(problemsOf({ ...OIDC, CLOCK: '2026-11-24T09:00:00Z' }, false).join()).toContain('CLOCK');
  });

  it('want the public address when others can reach the server', () => {
    expect(problemsOf({ ...OIDC, HOST: '0.0.0.0' }, false).join()).toContain('PUBLIC_URL');
  });

  it('tell all that is wrong at once', () => {
    const problems = problemsOf({ PORT: 'x', DATABASE_URL: 'y', CLOCK: 'z' });
    expect(problems).toHaveLength(3);
    expect(new SettingsError(problems).message).toMatch(/^3 settings are wrong:\n {2}- PORT/);
  });

  it('never tell a secret', () => {
    const secrets = {
      DATABASE_URL: 'mysql://u:hunter2@db/hn',
      OIDC_CLIENT_SECRET: 'hunter2',
      SMTP_URL: 'ftp://u:hunter2@m',
    };
    expect(problemsOf({ ...secrets, SMS_WEBHOOK_URL: 'ftp://hunter2' }).join('\n')).not.toContain('hunter2');
  });
});

describe('allowed origins', () => {
  const origins = (env: Environment, publicUrl: string): string[] =>
    allowedOriginsOf(readSettings(env, true), publicUrl);

  it('are the own one by default, on loopback by both its names', () => {
    expect(origins({}, 'https://helse.example.no')).toEqual(['https://helse.example.no']);
    expect(origins({}, 'http://localhost:8080')).toEqual(['http://localhost:8080', 'http://127.0.0.1:8080']);
    expect(origins({}, 'http://127.0.0.1:8080')).toEqual(['http://127.0.0.1:8080', 'http://localhost:8080']);
  });

  it('are those that are set', () => {
    const env = { ALLOWED_ORIGINS: 'https://www.example.no,http://localhost:1,http://localhost:1' };
    expect(origins(env, 'https://helse.example.no')).toEqual([
      'https://www.example.no',
      'http://localhost:1',
      'http://127.0.0.1:1',
    ]);
  });
});

describe('loopback', () => {
  it.each(['localhost', 'LOCALHOST', 'a.localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])(
    '%s is',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );
  it.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.no', 'localhost.example.no', '1127.0.0.1'])(
    '%s is not',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
