import { describe, expect, it } from 'vitest';
import { SMALL_BENCHMARK } from '../fixtures/small-benchmark.ts';
import { summariseAlgorithms } from './algorithm-summary.ts';
import { sliceFigure, sliceObjects } from './figure-slices.ts';
import { compareAlgorithms } from './paired-comparison.ts';
import { rankAgreement } from './rank-agreement.ts';

const SYNTHETIC = 0;
const REAL = 1;

describe('summariseAlgorithms', () => {
  const [good, fair, poor] = summariseAlgorithms(SMALL_BENCHMARK, SYNTHETIC);

  it('pools figures and says how sure they are', () => {
    const scores = [good, fair, poor].map(({ evaluation }) => evaluation!.pooled.ap50!);
    expect(scores[0]).toBe(1);
    expect(scores[0]).toBeGreaterThan(scores[1]);
    expect(scores[1]).toBeGreaterThan(scores[2]);
    const { estimate, low, high } = fair.intervals!.ap50;
    expect(estimate).toBe(scores[1]);
    expect(low!).toBeLessThan(estimate!);
    expect(high!).toBeGreaterThan(estimate!);
  });

  it('keeps failures and gaps out of the figures, and counts them', () => {
    const [first, , ...rest] = SMALL_BENCHMARK.runs;
    const error = { code: 'internal' as const, message: 'Too dark.', details: {} };
    const runs = [{ ...first, evaluation: null, error }, ...rest];
    const [summary] = summariseAlgorithms({ ...SMALL_BENCHMARK, runs }, SYNTHETIC);
    expect(summary).toMatchObject({ failed: 1, missing: 1, evaluation: { images: 3 } });
    const [nothing] = summariseAlgorithms({ ...SMALL_BENCHMARK, runs: [] }, SYNTHETIC);
    expect(nothing).toMatchObject({ missing: 5, evaluation: null, intervals: null });
    expect(nothing.secondsPerImage).toBeNull();
  });

  it('gives the same again', () => {
    expect(summariseAlgorithms(SMALL_BENCHMARK, SYNTHETIC)[1]).toEqual(fair);
  });
});

describe('compareAlgorithms', () => {
  it('tests every pair on the images of both', () => {
    const comparisons = compareAlgorithms(SMALL_BENCHMARK, SYNTHETIC, 'ap50');
    expect(comparisons.map(({ first, second }) => [first, second])).toEqual([
      ['good', 'fair'],
      ['good', 'poor'],
      ['fair', 'poor'],
    ]);
    const [{ images, difference, test, correctedP }] = comparisons;
    // The image without objects has no AP, so it is in no pair.
    expect({ images, pairs: test.pairs }).toEqual({ images: 5, pairs: 4 });
    expect(difference.estimate).toBeGreaterThan(0);
    // Four of four differ the same way: 2 / 2⁴, and three tests.
    expect(test.p).toBe(0.125);
    expect(correctedP).toBe(0.375);
  });

  it('has nothing to say of algorithms without a common image', () => {
    const runs = SMALL_BENCHMARK.runs.filter(
      ({ algorithm, image }) => (algorithm === 'good') === image < 2,
    );
    const [first] = compareAlgorithms({ ...SMALL_BENCHMARK, runs }, SYNTHETIC, 'ap50');
    expect(first).toMatchObject({ images: 0, difference: { estimate: null }, correctedP: null });
  });
});

describe('rankAgreement', () => {
  it('is 1 where both sets rank alike', () => {
    const agreement = rankAgreement(SMALL_BENCHMARK, 'ap50')!;
    expect(agreement).toMatchObject({ synthetic: SYNTHETIC, real: REAL });
    expect(agreement.kendall.estimate).toBe(1);
    expect(agreement.spearman.estimate).toBeCloseTo(1, 12);
    expect(agreement.kendall.low).toBeGreaterThan(0);
    expect(agreement.scores.map(({ algorithm }) => algorithm)).toEqual(['good', 'fair', 'poor']);
  });

  it('is -1 where they rank the other way round', () => {
    const swap: Record<string, string> = { good: 'poor', poor: 'good', fair: 'fair' };
    const runs = SMALL_BENCHMARK.runs.map((run) =>
      run.set === REAL ? { ...run, algorithm: swap[run.algorithm] } : run,
    );
    expect(rankAgreement({ ...SMALL_BENCHMARK, runs }, 'ap50')!.kendall.estimate).toBe(-1);
  });

  it('needs both sets and two algorithms', () => {
    const [first] = SMALL_BENCHMARK.sets;
    expect(rankAgreement({ ...SMALL_BENCHMARK, sets: [first] }, 'ap50')).toBeNull();
    const runs = SMALL_BENCHMARK.runs.filter(({ algorithm }) => algorithm === 'good');
    expect(rankAgreement({ ...SMALL_BENCHMARK, runs }, 'ap50')).toBeNull();
  });
});

describe('slices', () => {
  it('parts images by their density', () => {
    const slices = sliceFigure(SMALL_BENCHMARK, SYNTHETIC, 'density', 'recall50');
    expect(slices.map(({ images }) => images)).toEqual([[4, 0], [1], [2, 3]]);
    expect(slices[0].values).toMatchObject({ good: 1, fair: 0.75, poor: 0 });
    // There are no images beside the truth.
    expect(sliceFigure(SMALL_BENCHMARK, SYNTHETIC, 'brightness', 'ap50')).toEqual([]);
  });

  it('parts objects by their size, the same for all algorithms', () => {
    const { good, poor } = sliceObjects(SMALL_BENCHMARK, SYNTHETIC);
    expect(good.map(({ from, to }) => [from, to])).toEqual(poor.map(({ from, to }) => [from, to]));
    expect(good.reduce((sum, { objects }) => sum + objects, 0)).toBe(28);
    expect(good.map(({ recall }) => recall)).toEqual([1, 1, 1]);
    expect(good[0].meanIou!).toBeLessThan(good[2].meanIou!);
    expect(poor[0].recall).toBe(0);
  });
});
