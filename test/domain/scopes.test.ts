import { describe, expect, it } from 'vitest';
import { covers, inOrder, SCOPES } from '../../src/domain/scopes.js';

describe('inOrder', () => {
  it('has each area once, in the order in which they stand everywhere', () => {
    expect(inOrder(['notifications', 'messages', 'notifications'])).toEqual(['messages', 'notifications']);
    expect(inOrder([...SCOPES].reverse())).toEqual(SCOPES);
    expect(inOrder([])).toEqual([]);
  });
});

describe('covers', () => {
  const marte = { id: 'marte', name: 'Marte Prøve', relation: 'proxy', scopes: ['messages'] } as const;
  const party = { ...marte, scopes: [...marte.scopes] };

  it('lets into what there is a power for, oneself into all', () => {
    expect([covers(party, 'messages'), covers(party, 'appointments'), covers(party, null)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(covers(null, 'appointments')).toBe(true);
  });
});
