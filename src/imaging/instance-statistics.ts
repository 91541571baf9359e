import type { LabelImage } from './image.ts';
import { instanceMoments } from './instance-moments.ts';

/** The measured shape of one object of a label map. */
export interface InstanceShape {
  id: number;
  /** Pixels. */
  area: number;
  /** `[x, y, width, height]` in pixels. */
  box: [number, number, number, number];
  /** `[x, y]`: the mean of the pixels' positions. */
  centroid: [number, number];
  /** Of the ellipse with the same second moments: 0 is a circle, towards 1 a line. */
  eccentricity: number;
  touchesBorder: boolean;
}

/**
 * What is known of the shape of each object, by rising id, as scikit-image's `regionprops` (whose boxes and
 * centroids are row first; ours are x first).
 */
export function instanceStatistics(labels: LabelImage): InstanceShape[] {
  const { width, height } = labels;
  return [...instanceMoments(labels)]
    .sort(([a], [b]) => a - b)
    .map(([id, moments]) => {
      const { area, left, right, top, bottom } = moments;
      return {
        id,
        area,
        box: [left, top, right - left + 1, bottom - top + 1],
        centroid: moments.centroid(),
        eccentricity: moments.ellipse().eccentricity,
        touchesBorder: left === 0 || top === 0 || right === width - 1 || bottom === height - 1,
      };
    });
}
