import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomState } from '../../random/random-state.ts';
import { wilcoxonSignedRank } from './wilcoxon.ts';

const zeros = (count: number) => Array.from({ length: count }, () => 0);

describe('wilcoxonSignedRank', () => {
  it("has SciPy's exact p where nothing is tied", () => {
    const first = [0.61, 0.55, 0.7, 0.43, 0.58, 0.66, 0.49, 0.72, 0.51, 0.64];
    const second = [0.58, 0.5, 0.71, 0.39, 0.46, 0.6, 0.51, 0.58, 0.44, 0.55];
    expect(wilcoxonSignedRank(first, second)).toEqual({
      pairs: 10,
      positiveRanks: 52,
      p: 0.009765625,
    });
    expect(wilcoxonSignedRank(second, first).p).toBe(0.009765625);
  });

  // All signs counted through with NumPy.
  it.each([
    [[0.03, 0.05, -0.01, 0.03, 0.07, 0.06, -0.01, 0.08], 33, 0.03125],
    [[-1, 0, 1, 2, 3], 8.5, 0.375],
    [[2, -1, 3, 3, 5, 7], 20, 0.0625],
  ])('is exact with ties and pairs that do not differ: %j', (differences, positiveRanks, p) => {
    const test = wilcoxonSignedRank(differences, zeros(differences.length));
    expect(test.positiveRanks).toBe(positiveRanks);
    expect(test.p).toBeCloseTo(p, 12);
  });

  it("has SciPy's p of the normal distribution for many pairs", () => {
    const values = [...new RandomState(7).randn(250)].map((value) => value + 0.1);
    const test = wilcoxonSignedRank(values, zeros(250));
    expect(test.positiveRanks).toBe(17008);
    expect(test.p).toBeCloseTo(0.24859550503799244, 9);
  });

  it('says nothing of pairs that are all equal', () => {
    expect(wilcoxonSignedRank([1, 2], [1, 2])).toEqual({ pairs: 0, positiveRanks: 0, p: null });
    expect(wilcoxonSignedRank([], []).p).toBeNull();
  });

  it('is a probability, the same whichever comes first', () => {
    const values = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(values, (differences) => {
        const none = zeros(differences.length);
        const { p } = wilcoxonSignedRank(differences, none);
        expect(wilcoxonSignedRank(none, differences).p).toEqual(p);
        if (p !== null) expect(p > 0 && p <= 1).toBe(true);
      }),
    );
  });
});
