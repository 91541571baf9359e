import { quantile } from '../statistics/quantile.ts';
import type { ImageTraits } from './image-traits.ts';

/** Traits by which images are sliced. */
export const SLICED_TRAITS = ['density', 'size', 'brightness', 'touching'] as const;

/** One of them. */
export type SlicedTrait = (typeof SLICED_TRAITS)[number];

/** Images with similar values of a trait. */
export interface ImageSlice {
  /** Smallest value of its images. */
  from: number;
  /** Largest value of its images. */
  to: number;
  /** Places of the images. */
  images: number[];
}

/**
 * Parts images into as many slices of rising values as can be told apart, with about as many images in each; equal
 * values stay together. Images without a value are in none.
 * @param count Most slices. @default 3
 */
export function sliceImages(
  traits: readonly ImageTraits[],
  trait: SlicedTrait,
  count = 3,
): ImageSlice[] {
  const known = traits
    .flatMap((each, image) => {
      const value = each[trait];
      return value === null ? [] : [{ value, image }];
    })
    .sort((a, b) => a.value - b.value || a.image - b.image);
  const values = known.map(({ value }) => value);
  const bounds = Array.from({ length: count - 1 }, (_, at) => quantile(values, (at + 1) / count));
  return Array.from({ length: count }, (_, at) => {
    const inside = known.filter(
      ({ value }) =>
        (at === 0 || value > bounds[at - 1]) && (at === count - 1 || value <= bounds[at]),
    );
    return {
      from: inside[0]?.value ?? Number.NaN,
      to: inside[inside.length - 1]?.value ?? Number.NaN,
      images: inside.map(({ image }) => image),
    };
  }).filter(({ images }) => images.length > 0);
}
