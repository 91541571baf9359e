import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved } from './walk-state.ts';

describe('moved', () => {
  it('puts an item where it is asked to be and keeps the order of the others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 9 }),
        fc.nat(8),
        fc.nat(8),
        (items, from, to) => {
          fc.pre(from < items.length && to < items.length);
          const after = moved(items, from, to);
          expect(after[to]).toBe(items[from]);
          expect(after.filter((item) => item !== items[from])).toEqual(
            items.filter((item) => item !== items[from]),
          );
        },
      ),
    );
  });

  it('stays within the list', () => {
    expect(moved([1, 2, 3], 0, 9)).toEqual([2, 3, 1]);
    expect(moved([1, 2, 3], 2, -1)).toEqual([3, 1, 2]);
  });
});
