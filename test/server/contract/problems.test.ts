import { describe, expect, it } from 'vitest';
import { Problem, problemCodes, problemOf, problemStatus } from '../../../server/contract/index.js';

describe('problemOf', () => {
  it.each(problemCodes)('%s has its status and a sentence', (code) => {
    const problem = problemOf(code);
    expect(Problem.parse(problem)).toEqual(problem);
    expect(problem).toMatchObject({ type: 'about:blank', code, status: problemStatus[code] });
    expect(problem.title).toMatch(/^[A-Z].*\.$/);
    expect(problem).not.toHaveProperty('errors');
  });

  it('lists fields', () => {
    const errors = [{ pointer: '/body', code: 'too-long' as const }];
    expect(problemOf('invalid', errors)).toMatchObject({ status: 422, errors });
  });
});
