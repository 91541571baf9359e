import type { ModelManifest } from '../../checkpoints/bundle/manifest.ts';

/** How far levels of 0 to 255 are from the original's. */
export interface LevelDifference {
  /** Largest absolute difference. */
  largest: number;
  /** Mean absolute difference. */
  mean: number;
  /** The difference that one value in a thousand exceeds at most. */
  tail: number;
}

/** What a difference is held against. */
export interface LevelTolerance {
  of: 'largest' | 'tail';
  levels: number;
}

const TAIL_SHARE = 0.999;

/**
 * At float32 no value may be off by more than one level; weights rounded to float16 move a few values at edges
 * further, so there all but one in a thousand stay within two.
 */
export function toleranceOf({
  weightsManifest,
}: Pick<ModelManifest, 'weightsManifest'>): LevelTolerance {
  const isRounded = weightsManifest.some(({ weights }) =>
    weights.some(({ quantization }) => quantization !== undefined),
  );
  return isRounded ? { of: 'tail', levels: 2 } : { of: 'largest', levels: 1 };
}

/** Compares two arrays of levels; those of different lengths are infinitely far apart. */
export function levelDifference(
  made: ArrayLike<number>,
  expected: ArrayLike<number>,
): LevelDifference {
  if (made.length !== expected.length || made.length === 0) {
    return { largest: Infinity, mean: Infinity, tail: Infinity };
  }
  const apart = Float64Array.from({ length: made.length }, (_, i) =>
    Math.abs(made[i] - expected[i]),
  ).sort();
  return {
    largest: apart[apart.length - 1],
    mean: apart.reduce((sum, value) => sum + value, 0) / apart.length,
    tail: apart[Math.max(0, Math.ceil(TAIL_SHARE * apart.length) - 1)],
  };
}

/** Whether a difference is within the tolerance. */
export function isWithin(difference: LevelDifference, tolerance: LevelTolerance): boolean {
  return difference[tolerance.of] <= tolerance.levels;
}
