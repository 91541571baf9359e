import { squaredDistances } from '../../imaging/distance-transform.ts';
import type { LabelImage } from '../../imaging/image.ts';
import { ratio } from '../ratio.ts';
import { medianDiameter } from './median-diameter.ts';
import { objectOutlines } from './outlines.ts';

/** Pixels of widened outlines. */
export interface BoundaryCounts {
  /** In both. */
  truePositives: number;
  /** Of the prediction alone. */
  falsePositives: number;
  /** Of the truth alone. */
  falseNegatives: number;
}

/** Share of the median true diameter by which outlines are widened, the smallest of Cellpose's example. */
export const BOUNDARY_SCALE = 0.05;

/** Squares of the distances to the nearest outline pixel. */
function distancesToOutline(labels: LabelImage): Float64Array {
  const away = objectOutlines(labels).map((value) => 1 - value);
  return squaredDistances(away, labels.width, labels.height);
}

/** Pixels of every object. */
function areasOf({ data }: LabelImage): number[] {
  const areas = new Float64Array(65_536);
  for (let at = 0; at < data.length; at++) areas[data[at]] += 1;
  return [...areas.subarray(1)].filter((area) => area > 0);
}

/**
 * How well outlines agree, as Cellpose's `boundary_scores`: both are widened by a disc whose radius is `scale` times the
 * median diameter of the true objects, at least 1 pixel, and their pixels compared.
 */
export function boundaryCounts(
  truth: LabelImage,
  predicted: LabelImage,
  scale = BOUNDARY_SCALE,
): BoundaryCounts {
  const radius = Math.max(1, scale * medianDiameter(areasOf(truth)));
  const trueDistances = distancesToOutline(truth);
  const predictedDistances = distancesToOutline(predicted);
  const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };
  for (let at = 0; at < trueDistances.length; at++) {
    const isTrue = trueDistances[at] <= radius * radius;
    const isPredicted = predictedDistances[at] <= radius * radius;
    if (isTrue && isPredicted) counts.truePositives += 1;
    else if (isPredicted) counts.falsePositives += 1;
    else if (isTrue) counts.falseNegatives += 1;
  }
  return counts;
}

/** Precision, recall and F of outlines; null where there is nothing to divide by. */
export function boundaryScores({ truePositives, falsePositives, falseNegatives }: BoundaryCounts) {
  return {
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, truePositives + falseNegatives),
    f: ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  };
}
