import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatSeedRanges,
  LARGEST_SEED,
  MOST_SEEDS,
  parseKeyframes,
  parseSeedRanges,
} from './seed-ranges.ts';

describe('parseSeedRanges', () => {
  it('reads single seeds and ranges in the order written', () => {
    expect(parseSeedRanges('3-5, 1 ,205')).toEqual([3, 4, 5, 1, 205]);
    expect(parseSeedRanges('4294967295')).toEqual([LARGEST_SEED]);
  });

  it('keeps a seed that is written twice once', () => {
    expect(parseSeedRanges('1-3,2')).toEqual([1, 2, 3]);
  });

  it.each([
    ['', 'nothing'],
    ['1,,2', 'nothing'],
    ['a-b', 'a-b'],
    ['-5', '-5'],
    ['1.5', '1.5'],
    ['5-1', '5-1'],
    ['4294967296', '4294967296'],
    ['0-100000', '100001 seeds'],
    ['0-99999,200000', '100001 seeds'],
  ])('refuses %j and says what was found', (text, found) => {
    expect(() => parseSeedRanges(text)).toThrowError(
      expect.objectContaining({ code: 'bad-option', details: expect.objectContaining({ found }) }),
    );
  });

  it('takes the full number of seeds', () => {
    expect(parseSeedRanges(`0-${MOST_SEEDS - 1}`)).toHaveLength(MOST_SEEDS);
  });
});

describe('parseKeyframes', () => {
  it('keeps a seed as often as it is written', () => {
    expect(parseKeyframes('1-3,2,1')).toEqual([1, 2, 3, 2, 1]);
  });
});

describe('formatSeedRanges', () => {
  it('is undone by parseSeedRanges', () => {
    const seeds = fc.uniqueArray(
      fc.oneof(fc.nat({ max: 60 }), fc.integer({ min: 0, max: LARGEST_SEED })),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(seeds, (list) => {
        expect(parseSeedRanges(formatSeedRanges(list))).toEqual(list);
      }),
    );
  });

  it('joins what follows upon one another', () => {
    expect(formatSeedRanges([1, 2, 3, 7, 9, 10])).toBe('1-3,7,9-10');
  });
});
