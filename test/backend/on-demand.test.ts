import { describe, expect, it, vi } from 'vitest';
import { onDemand } from '../../src/backend/on-demand.js';

interface Greeter {
  readonly name: string;
  hello(whom: string): Promise<string>;
  bye(whom: string): Promise<string>;
}

const later = { bye: async (whom: string) => `Ha det, ${whom}` };
const greeter = (load: () => Promise<typeof later> | typeof later): Greeter =>
  onDemand<Greeter, 'bye'>({ name: 'Amina', hello: async (whom) => `Hei, ${whom}` }, load);

describe('methods whose code comes with their first use', () => {
  it('are loaded when one of them is called, not before', async () => {
    const load = vi.fn(async () => later);
    const one = greeter(load);
    expect(one.name).toBe('Amina');
    await expect(one.hello('Ingrid')).resolves.toBe('Hei, Ingrid');
    expect(load).not.toHaveBeenCalled();
    await expect(one.bye('Ingrid')).resolves.toBe('Ha det, Ingrid');
  });

  it('begin before the call returns once their code is here', async () => {
    const bye = vi.fn(later.bye);
    const answer = greeter(() => ({ bye })).bye('Ingrid');
    expect(bye).toHaveBeenCalledWith('Ingrid');
    await expect(answer).resolves.toBe('Ha det, Ingrid');
  });

  it('fail for one call alone when their code does not come', async () => {
    const load = vi.fn(async () => later);
    load.mockRejectedValueOnce(new Error('offline'));
    const one = greeter(load);
    await expect(one.bye('Ingrid')).rejects.toThrow('offline');
    await expect(one.bye('Ingrid')).resolves.toBe('Ha det, Ingrid');
  });

  it('are answered by what is assigned', async () => {
    const one = greeter(async () => later);
    one.bye = async () => 'Vi ses';
    await expect(one.bye('Ingrid')).resolves.toBe('Vi ses');
  });

  it('do not make a promise of what has them', async () => {
    const one = greeter(async () => later);
    await expect(Promise.resolve(one).then((it) => it === one)).resolves.toBe(true);
  });
});
