import type { ImageEvaluation } from '../image-evaluation.ts';
import { ratio } from '../ratio.ts';
import { quantile } from '../statistics/quantile.ts';

/** True objects of similar area, and how many of them were found. */
export interface SizeSlice {
  /** Smallest and largest area in pixels. */
  from: number;
  to: number;
  objects: number;
  /** Share with a partner of an IoU of 0.5 or more; null without objects. */
  recall: number | null;
  /** Mean IoU with the partner, 0 without one; null without objects. */
  meanIou: number | null;
}

/** Areas that part true objects into slices with about as many objects each. @param count Of slices. */
export function sizeBounds(areas: readonly number[], count = 3): number[] {
  const sorted = Float64Array.from(areas).sort();
  const bounds = Array.from({ length: count - 1 }, (_, at) => quantile(sorted, (at + 1) / count));
  return [...new Set(bounds)].filter((bound) => !Number.isNaN(bound));
}

/**
 * How many true objects of each size were found. Predictions have no place here: an extra one belongs to no true size.
 * @param bounds Rising; a slice holds the areas above one and up to the next.
 */
export function sliceBySize(
  evaluations: readonly ImageEvaluation[],
  bounds: readonly number[],
): SizeSlice[] {
  const objects = evaluations.flatMap(({ truth }) => truth);
  return [...bounds, Number.POSITIVE_INFINITY]
    .map((to, at) => {
      const from = at === 0 ? 0 : bounds[at - 1];
      const inside = objects.filter(({ area }) => area > from && area <= to);
      const areas = inside.map(({ area }) => area);
      return {
        from: areas.reduce((least, area) => Math.min(least, area), Number.POSITIVE_INFINITY),
        to: areas.reduce((most, area) => Math.max(most, area), 0),
        objects: inside.length,
        recall: ratio(inside.filter(({ iou }) => iou >= 0.5).length, inside.length),
        meanIou: ratio(
          inside.reduce((sum, { iou }) => sum + iou, 0),
          inside.length,
        ),
      };
    })
    .filter((slice) => slice.objects > 0);
}
