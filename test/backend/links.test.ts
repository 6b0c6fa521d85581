import { describe, expect, it } from 'vitest';
import { problemStatus } from '../../server/contract/problems.js';
import { CODES } from '../../src/backend/rest/refusals.js';
import { safeLink } from '../../src/backend/rest/links.js';

describe('a link', () => {
  it.each([
    'https://helse.example.no/x?y#z',
    'http://localhost:8080/',
    'http://127.0.0.1/',
    'http://[::1]:80/'.replace(':80', ''),
    'http://demo.localhost/',
    'tel:+4723327000',
  ])('%s may be followed', (link) => {
    expect(safeLink(link)).toBe(link);
  });

  it.each([
    'http://helse.example.no/',
    'http://localhost.example.no/',
    'http://127.0.0.1.example.no/',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://x.example/1',
    'file:///etc/passwd',
    'mailto:x@example.no',
    'ftp://x.example',
    'www.example.no',
    '//x.example/y',
    '',
    null,
    7,
    {},
  ])('%s may not', (link) => {
    expect(safeLink(link)).toBeNull();
  });

  it('may be relative where a base is given', () => {
    expect(safeLink('/login', 'https://x.example/api')).toBe('https://x.example/login');
    expect(safeLink('javascript:x', 'https://x.example/api')).toBeNull();
  });
});

describe('the codes that the adapter knows', () => {
  it('are those of the contract, each with its status', () => {
    for (const [code, status] of Object.entries(problemStatus)) {
      if (code !== 'internal') expect(CODES[status]!.split(' '), `${status}`).toContain(code);
    }
    const known = new Set([...Object.values(CODES).flatMap((codes) => codes.split(' ')), 'internal']);
    expect(known).toEqual(new Set(Object.keys(problemStatus)));
  });
});
