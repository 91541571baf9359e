import { describe, expect, it } from 'vitest';
import { RandomState } from '../../random/random-state.ts';
import { featureMoments } from './feature-moments.ts';
import { type FeatureTable, featureTable } from './feature-table.ts';
import { frechetDistance } from './frechet-distance.ts';
import { kernelDistance, polynomialDiscrepancy } from './kernel-distance.ts';
import { precisionRecall } from './precision-recall.ts';
import { standardise } from './standardise.ts';

const EMPTY = featureTable([]);

/** Normal rows, moved and stretched. */
function normalRows(seed: number, rows: number, moved = 0, stretched = 1): FeatureTable {
  const values = new RandomState(seed).randn(rows * 3);
  const data = values.map((value) => value * stretched + moved);
  return { rows, columns: 3, data };
}

describe('featureMoments', () => {
  it('divides by the number of rows', () => {
    const { mean, covariance } = featureMoments(
      featureTable([
        [1, 2],
        [3, 8],
      ]),
    );
    expect([...mean]).toEqual([2, 5]);
    expect([...covariance]).toEqual([1, 3, 3, 9]);
  });
});

describe('frechetDistance', () => {
  it('is that of normal distributions', () => {
    const of = (mean: number[], covariance: number[]) => ({
      mean: Float64Array.from(mean),
      covariance: Float64Array.from(covariance),
    });
    // Diagonal covariances: the squared distance of the means and of the standard deviations.
    const distance = frechetDistance(of([0, 1], [4, 0, 0, 9]), of([3, 1], [1, 0, 0, 1]));
    expect(distance).toBeCloseTo(9 + 1 + 4, 10);
    const singular = of([0, 0], [1, 1, 1, 1]);
    expect(frechetDistance(singular, singular)).toBeCloseTo(0, 10);
  });

  it('is the same both ways, and grows with the distance', () => {
    const [a, b, c] = [normalRows(1, 60), normalRows(2, 60, 1, 2), normalRows(2, 60, 3, 2)];
    const of = (first: FeatureTable, second: FeatureTable) =>
      frechetDistance(featureMoments(first), featureMoments(second));
    expect(of(a, b)).toBeCloseTo(of(b, a), 9);
    expect(of(a, c)).toBeGreaterThan(of(a, b));
    expect(of(a, EMPTY)).toBeNaN();
  });
});

describe('kernelDistance', () => {
  it('is unbiased, so about 0 for the same distribution, and larger for another', () => {
    const same = kernelDistance(normalRows(1, 300), normalRows(2, 300), { subsets: 4 });
    const other = kernelDistance(normalRows(1, 300), normalRows(2, 300, 1), { subsets: 4 });
    expect(Math.abs(same)).toBeLessThan(0.1);
    expect(other).toBeGreaterThan(1);
  });

  it('draws nothing new from all rows, and the same by the seed', () => {
    const [a, b] = [normalRows(1, 30), normalRows(2, 30, 1)];
    expect(kernelDistance(a, b, { subsets: 3 })).toBeCloseTo(polynomialDiscrepancy(b, a), 9);
    const options = { subsets: 3, subsetSize: 10, seed: 4 };
    expect(kernelDistance(a, b, options)).toBe(kernelDistance(a, b, options));
    expect(kernelDistance(a, featureTable([[1, 2, 3]]))).toBeNaN();
  });
});

describe('precisionRecall', () => {
  it('tells what lies apart from what covers a part', () => {
    const real = featureTable([[0], [1], [2], [10], [11], [12]]);
    const part = featureTable([[0.2], [1.1], [1.9]]);
    expect(precisionRecall(real, part, 1)).toEqual({ precision: 1, recall: 0.5 });
    expect(precisionRecall(real, real, 1)).toEqual({ precision: 1, recall: 1 });
    const apart = featureTable([[100], [101]]);
    expect(precisionRecall(real, apart, 1)).toEqual({ precision: 0, recall: 0 });
    expect(precisionRecall(real, EMPTY, 1).precision).toBeNaN();
  });
});

describe('standardise', () => {
  it('measures in deviations of the reference, and only moves what does not vary there', () => {
    const reference = featureTable([
      [1, 5],
      [3, 5],
    ]);
    const [itself, other] = standardise(reference, [reference, featureTable([[4, 7]])]);
    expect([...itself.data]).toEqual([-1, 0, 1, 0]);
    expect([...other.data]).toEqual([2, 2]);
  });
});
