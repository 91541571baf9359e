import { squaredDistances } from '../../imaging/distance-transform.ts';
import { fillLabelHoles } from '../../imaging/fill-label-holes.ts';
import { RandomState } from '../../random/random-state.ts';

/** Height of the noise that breaks ties between distances. */
const NOISE = 0.001;

/**
 * Distances of the foreground's pixels to the background, `[H, W]`. Where there is none, SciPy measures from
 * just above the first pixel, and so does this.
 */
export function distancesToBackground(
  labels: Int32Array,
  width: number,
  height: number,
): Float64Array {
  return squaredDistances(labels, width, height).map((square, i) => {
    if (square !== Number.POSITIVE_INFINITY) return Math.sqrt(square);
    return Math.hypot(i % width, Math.floor(i / width) + 1);
  });
}

/**
 * Distances with a little noise, always the same, so that a plateau has one highest pixel.
 * @param filled Whether holes are filled first: next to a hole, the middle of an object is not far from the
 * background.
 */
export function distinctDistances(
  labels: Int32Array,
  width: number,
  height: number,
  filled: boolean,
): Float64Array {
  const objects = filled ? fillLabelHoles(labels, width, height) : labels;
  const noise = new RandomState(0).uniform(0, NOISE, labels.length);
  return distancesToBackground(objects, width, height).map((distance, i) => distance + noise[i]);
}
