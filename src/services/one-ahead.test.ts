import { describe, expect, it } from 'vitest';
import { plainSource } from '../dataset/sample-source.ts';
import { oneAhead } from './one-ahead.ts';

const items = () => [1, 2, 3, 4].map((id) => ({ id }));

describe('oneAhead', () => {
  it('begins one item ahead of the one asked for, and makes each once', async () => {
    const begun: number[] = [];
    const source = plainSource(items());
    const make = oneAhead(source.ahead, async ({ id }) => {
      begun.push(id);
      return id * 10;
    });
    const results: number[] = [];
    for (let item = source.current(); item; item = source.current()) {
      results.push(await make(item));
      expect(begun).toEqual([1, 2, 3, 4].slice(0, Math.min(4, item.id + 1)));
      source.settle(true);
    }
    expect(results).toEqual([10, 20, 30, 40]);
  });

  it('keeps the one ahead while another takes the place of a rejected one', async () => {
    const begun: number[] = [];
    const [first, second] = items();
    const make = oneAhead(
      () => second,
      async ({ id }) => {
        begun.push(id);
        return id;
      },
    );
    await make(first);
    await make({ id: 100 });
    expect(await make(second)).toBe(2);
    expect(begun.slice(0, 3)).toEqual([1, 2, 100]);
    expect(begun.filter((id) => id === 2)).toHaveLength(2);
  });

  it('tells a failure to who asks for that item', async () => {
    const source = plainSource(items());
    const make = oneAhead(source.ahead, async ({ id }) => {
      if (id === 2) throw new Error('no');
      return id;
    });
    expect(await make(source.current()!)).toBe(1);
    source.settle(true);
    await expect(make(source.current()!)).rejects.toThrow('no');
  });
});
