import { keyframeWeightsAt } from './keyframe-weights.ts';
import { type LatentPoint, pointOf, sumOf, weightsOf } from './latent-sum.ts';

/** How a walk goes from keyframe to keyframe: straight, or along the curve of the interpolation video. */
export type WalkCurve = 'linear' | 'cubic';

/** A walk through the latent space. */
export interface LatentWalk {
  keyframes: readonly LatentPoint[];
  curve: WalkCurve;
  /** The last keyframe runs into the first. */
  loop: boolean;
}

/** Segments between the keyframes, one more where the walk loops; 0 with fewer than two keyframes. */
export function walkLength({ keyframes, loop }: Pick<LatentWalk, 'keyframes' | 'loop'>): number {
  if (keyframes.length < 2) return 0;
  return loop ? keyframes.length : keyframes.length - 1;
}

function linearWeights(keyframes: number, at: number): Float64Array {
  const weights = new Float64Array(keyframes);
  const from = Math.floor(at);
  weights[from % keyframes] += from + 1 - at;
  weights[(from + 1) % keyframes] += at - from;
  return weights;
}

/**
 * The sample at a place of a walk: keyframe 2 is at 2, halfway to the next at 2.5. It is named after the first
 * keyframe, as frames of the video are, so that neither noise nor sampled styles flicker.
 * @param at From 0 to the walk's length; what lies outside is the end.
 * @returns Null without keyframes.
 */
export function walkPoint(walk: LatentWalk, at: number): LatentPoint | null {
  const { keyframes, curve } = walk;
  if (keyframes.length === 0) return null;
  const place = Math.min(walkLength(walk), Math.max(0, at));
  const weights =
    curve === 'cubic'
      ? keyframeWeightsAt(keyframes.length, place)
      : linearWeights(keyframes.length, place);
  const parts = keyframes.map((keyframe, k) => ({
    weights: weightsOf(keyframe),
    share: weights[k],
  }));
  return pointOf(keyframes[0].seed, sumOf(parts.filter(({ share }) => share !== 0)));
}
