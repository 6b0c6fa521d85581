import { describe, expect, it } from 'vitest';
import { createLog, faultFields, LOG_FIELDS } from '../../server/log.js';

function capture() {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('the log', () => {
  it('is one JSON object a line with level, time and event', () => {
    const { log, lines, last } = capture();
    log.warn('request.done', { method: 'GET', route: '/api/threads/{id}', status: 200 });
    expect(lines.at(-1)).toMatch(/^\{.*\}\n$/);
    expect(last()).toMatchObject({
      level: 'warn',
      event: 'request.done',
      route: '/api/threads/{id}',
      status: 200,
    });
    expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('drops every field that is not on the list', () => {
    const { log, lines, last } = capture();
    const names = [
      'name',
      'body',
      'subject',
      'url',
      'path',
      'query',
      'q',
      'nationalId',
      'ip',
      'cookie',
      'token',
      'user',
      'message',
    ];
    log.error('request.failed', {
      ...Object.fromEntries(names.map((name) => [name, 'Ingrid 01815012345'])),
      status: 500,
    });
    expect(Object.keys(last()).sort()).toEqual(['event', 'level', 'status', 'time']);
    expect(lines.join('')).not.toContain('Ingrid');
  });

  it('cannot be talked into another event, level or time by a field', () => {
    const { log, last } = capture();
    log.info('real', { event: 'other', level: 'fatal', time: 'never' });
    expect(last()).toMatchObject({ event: 'real', level: 'info' });
    expect(last().time).not.toBe('never');
  });

  it('has no field for what people are called, write or search for', () => {
    for (const name of LOG_FIELDS)
      expect(name).not.toMatch(/^(name|body|text|subject|url|path|query|address|ip|user)/i);
  });

  it('tells of a fault its class, code and place, never its message', () => {
    const fault = Object.assign(new TypeError('cannot read Ingrid'), { code: 'ECONNREFUSED' });
    expect(faultFields(fault)).toEqual({ errorName: 'TypeError', errorCode: 'ECONNREFUSED' });
    const ours = new Error('Ingrid at server/data.ts:1');
    ours.stack = `Error: ${ours.message}\n    at work (/home/x/server/app/app.ts:12:3)`;
    expect(faultFields(ours)).toEqual({ errorName: 'Error', at: 'server/app/app.ts:12' });
    expect(faultFields('Ingrid')).toEqual({ errorName: 'string' });
  });

  it('names a place in the sources, wherever they stand, and none in a bundle', () => {
    const at = (...frames: string[]) => {
      const fault = new Error('x');
      fault.stack = ['Error: x', ...frames.map((frame) => `    at work (${frame})`)].join('\n');
      return faultFields(fault).at;
    };
    expect(at('/usr/src/app/dist-server/service-C4xY.js:10:2')).toBeUndefined();
    expect(at('/usr/src/app/dist-server/service-C4xY.js:10:2', '/usr/src/app/server/app/app.ts:12:3')).toBe(
      'server/app/app.ts:12',
    );
    expect(at('file:///usr/src/app/src/domain/oslo.ts:7:1')).toBe('src/domain/oslo.ts:7');
  });

  it('writes for people where a person looks on', () => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => void lines.push(line) }, 'text');
    log.info('request.done', { method: 'GET', status: 200, name: 'Ingrid' });
    expect(lines.at(-1)).toMatch(/^\d\d:\d\d:\d\d info {2}request\.done method=GET status=200\n$/);
  });
});
