import type { BenchmarkResults } from '../benchmark-results.ts';
import { type Figure, figuresOf } from '../figures.ts';
import type { ImageEvaluation } from '../image-evaluation.ts';
import { pooledFigure } from '../pooled-figure.ts';
import {
  type BootstrapOptions,
  bootstrapInterval,
  type Interval,
} from '../statistics/bootstrap.ts';
import { holmCorrection } from '../statistics/holm.ts';
import { type SignedRankTest, wilcoxonSignedRank } from '../statistics/wilcoxon.ts';
import { evaluationsOf } from './evaluated-images.ts';

/** Two algorithms on the same images. */
export interface PairedComparison {
  /** `BenchmarkAlgorithm.id`. */
  first: string;
  second: string;
  /** Images that both have segmented. */
  images: number;
  /** Pooled figure of the first less that of the second, with the interval of a paired bootstrap over images. */
  difference: Interval;
  /** Wilcoxon's signed-rank test of the images' figures; images where either has none are left out. */
  test: SignedRankTest;
  /** The test's p after Holm's correction for all pairs of algorithms; null without a test. */
  correctedP: number | null;
}

type Shared = readonly (readonly [ImageEvaluation, ImageEvaluation])[];

function differenceOf(shared: Shared, figure: Figure, options: BootstrapOptions): Interval {
  if (shared.length === 0) return { estimate: null, low: null, high: null };
  const [ofFirst, ofSecond] = [0, 1].map((side) =>
    pooledFigure(
      shared.map((pair) => pair[side].counts),
      figure,
    ),
  );
  return bootstrapInterval(
    [shared.length],
    ([places]) => {
      const [first, second] = [ofFirst(places), ofSecond(places)];
      return first === null || second === null ? null : first - second;
    },
    options,
  );
}

function testOf(shared: Shared, figure: Figure): SignedRankTest {
  const values = shared.flatMap((pair) => {
    const [first, second] = pair.map(({ counts }) => figuresOf(counts)[figure]);
    return first === null || second === null ? [] : [[first, second]];
  });
  return wilcoxonSignedRank(
    values.map(([first]) => first),
    values.map(([, second]) => second),
  );
}

/** Compares every two algorithms by a figure. @param set Place in `results.sets`. */
export function compareAlgorithms(
  results: BenchmarkResults,
  set: number,
  figure: Figure,
): PairedComparison[] {
  const { algorithms, protocol } = results;
  const evaluations = algorithms.map(({ id }) => evaluationsOf(results, set, id));
  const comparisons = algorithms.flatMap((first, a) =>
    algorithms.slice(a + 1).map((second, after) => {
      const others = evaluations[a + 1 + after];
      const shared = evaluations[a].flatMap((mine, image) => {
        const other = others[image];
        return mine && other ? [[mine, other] as const] : [];
      });
      return {
        first: first.id,
        second: second.id,
        images: shared.length,
        difference: differenceOf(shared, figure, protocol),
        test: testOf(shared, figure),
      };
    }),
  );
  const corrected = holmCorrection(comparisons.map(({ test }) => test.p));
  return comparisons.map((each, at) => ({ ...each, correctedP: corrected[at] }));
}
