import { expect, it } from 'vitest';
import { oneAhead } from './one-ahead.ts';

it('begins the next while one is used, never two', async () => {
  const begun: number[] = [];
  const list = [{ n: 1 }, { n: 2 }, { n: 3 }];
  const { items, make } = oneAhead(list, async ({ n }) => {
    begun.push(n);
    return n * 10;
  });
  const [first, second, third] = [...items];
  expect(await make(first)).toBe(10);
  expect(begun).toEqual([1, 2]);
  expect(await make(second)).toBe(20);
  expect(await make(third)).toBe(30);
  expect(begun).toEqual([1, 2, 3]);
});

it('makes what is asked for when items are skipped, and hides a failure nobody asks for', async () => {
  const list = [{ n: 1 }, { n: 2 }, { n: 3 }];
  const { items, make } = oneAhead(list, async ({ n }) => {
    if (n === 2) throw new Error('two');
    return n;
  });
  const [first, , third] = [...items];
  expect(await make(first)).toBe(1);
  expect(await make(third)).toBe(3);
});
