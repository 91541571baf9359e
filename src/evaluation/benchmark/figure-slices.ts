import type { BenchmarkResults } from '../benchmark-results.ts';
import { poolCounts } from '../evaluation-counts.ts';
import { type Figure, figuresOf } from '../figures.ts';
import { type ImageSlice, type SlicedTrait, sliceImages } from '../slices/image-slices.ts';
import { type SizeSlice, sizeBounds, sliceBySize } from '../slices/size-slices.ts';
import { evaluationsOf } from './evaluated-images.ts';

/** A slice of a set's images and what the algorithms reached there. */
export interface FigureSlice extends ImageSlice {
  /** Pooled figure by `BenchmarkAlgorithm.id`; null where it has none. */
  values: Record<string, number | null>;
}

/** A figure by difficulty of the images. @param set Place in `results.sets`. */
export function sliceFigure(
  results: BenchmarkResults,
  set: number,
  trait: SlicedTrait,
  figure: Figure,
): FigureSlice[] {
  const traits = results.sets[set].images.map((image) => image.traits);
  const evaluations = results.algorithms.map(
    ({ id }) => [id, evaluationsOf(results, set, id)] as const,
  );
  return sliceImages(traits, trait).map((slice) => ({
    ...slice,
    values: Object.fromEntries(
      evaluations.map(([id, ofAlgorithm]) => {
        const counts = slice.images.flatMap((image) => ofAlgorithm[image]?.counts ?? []);
        return [id, counts.length > 0 ? figuresOf(poolCounts(counts))[figure] : null];
      }),
    ),
  }));
}

/**
 * What every algorithm found of small, middling and large true objects of a set, by `BenchmarkAlgorithm.id`; the sizes are
 * the same for all. @param set Place in `results.sets`.
 */
export function sliceObjects(results: BenchmarkResults, set: number): Record<string, SizeSlice[]> {
  const evaluations = results.algorithms.map(({ id }) => {
    const known = evaluationsOf(results, set, id).flatMap((each) => each ?? []);
    return [id, known] as const;
  });
  const areasOf = (known: (typeof evaluations)[number][1]) =>
    known.flatMap(({ truth }) => truth.map(({ area }) => area));
  const largest = evaluations
    .map(([, known]) => areasOf(known))
    .sort((a, b) => b.length - a.length);
  const bounds = sizeBounds(largest[0] ?? []);
  return Object.fromEntries(evaluations.map(([id, known]) => [id, sliceBySize(known, bounds)]));
}
