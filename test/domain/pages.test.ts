import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extended, renewed, type Loaded } from '../../src/domain/pages.js';

interface Row {
  id: string;
  at: number;
}

const at = (row: Row): number => row.at;
const ids = ({ items }: Loaded<Row>): string[] => items.map(({ id }) => id);

/** A list on a server: newest first, a cursor that says after which row it goes on. */
class Server {
  rows: Row[] = [];
  #clock = 0;

  arrive(): void {
    const time = ++this.#clock;
    this.rows.unshift({ id: `row-${time}`, at: time });
  }

  /** As a conversation does when it gets a new message. */
  rise(index: number): void {
    const row = this.rows[index % this.rows.length];
    if (!row) return;
    this.rows = [{ ...row, at: ++this.#clock }, ...this.rows.filter(({ id }) => id !== row.id)];
  }

  page(size: number, cursor: string | null = null): Loaded<Row> {
    const rest = this.rows.filter((row) => cursor === null || row.at < Number(cursor));
    const items = rest.slice(0, size);
    return { items, next: rest.length > size ? String(items.at(-1)?.at) : null };
  }
}

const steps = fc.array(
  fc.oneof(
    fc.constant(['arrive'] as const),
    fc.tuple(fc.constant('rise' as const), fc.nat(40)),
    fc.constant(['renew'] as const),
    fc.constant(['more'] as const),
  ),
  { maxLength: 60 },
);

describe('a list that is fetched page by page while rows arrive', () => {
  it('has no row twice, and misses none of what lies between those it has', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 6 }), steps, (begin, size, taken) => {
        const server = new Server();
        for (let n = 0; n < begin; n++) server.arrive();
        let loaded = server.page(size);
        for (const [step, index] of taken) {
          if (step === 'arrive') server.arrive();
          else if (step === 'rise') server.rise(index);
          else if (step === 'more' && loaded.next) loaded = extended(loaded, server.page(size, loaded.next));
          else loaded = renewed(loaded, server.page(size), at);
          expect(new Set(ids(loaded)).size).toBe(loaded.items.length);
        }
        loaded = renewed(loaded, server.page(size), at);
        expect(ids(loaded)).toEqual(server.rows.slice(0, loaded.items.length).map(({ id }) => id));
        while (loaded.next) loaded = extended(loaded, server.page(size, loaded.next));
        expect(ids(loaded)).toEqual(server.rows.map(({ id }) => id));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps what was fetched further down when a row arrives', () => {
    const server = new Server();
    for (let n = 0; n < 9; n++) server.arrive();
    const first = server.page(3);
    const both = extended(first, server.page(3, first.next));
    server.arrive();
    const after = renewed(both, server.page(3), at);
    expect(after.items).toHaveLength(7);
    expect(after.next).toBe(both.next);
  });

  it('lets go of a row that is gone from the first page', () => {
    const server = new Server();
    for (let n = 0; n < 9; n++) server.arrive();
    const first = server.page(3);
    const both = extended(first, server.page(3, first.next));
    server.rows.splice(1, 1);
    const after = renewed(both, server.page(3), at);
    expect(ids(after)).toEqual(['row-9', 'row-7', 'row-6', 'row-5', 'row-4']);
  });
});
