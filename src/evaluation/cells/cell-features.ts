import type { FloatImage, LabelImage } from '../../imaging/image.ts';
import { instanceStatistics } from '../../imaging/instance-statistics.ts';
import { objectHullAreas } from '../../imaging/object-hull-areas.ts';
import { objectIntensities } from '../../imaging/object-intensities.ts';
import { objectPerimeters } from '../../imaging/object-perimeters.ts';

/**
 * Features by which the cells of two sets are compared: size (`area` in pixels), shape (`eccentricity` of the ellipse
 * with the same second moments, `solidity` = area over that of the convex hull, `formFactor` = 4π area / perimeter²),
 * intensity (`intensity`, the mean as a share of the largest value of the file), and texture (`variation`, the standard
 * deviation over the mean; `correlation` of neighbouring pixels).
 */
export const CELL_FEATURES = [
  'area',
  'eccentricity',
  'solidity',
  'formFactor',
  'intensity',
  'variation',
  'correlation',
] as const;

/** The name of a feature. */
export type CellFeature = (typeof CELL_FEATURES)[number];

/** The features of one cell; NaN for what it does not have, e.g. a perimeter of a single pixel or a texture of a flat one. */
export type CellFeatures = Record<CellFeature, number>;

/**
 * Measures all cells of an image by rising id. Cells at the border of the image are left out, as their shape is that of
 * the crop.
 * @param image Of the size of `labels`, values up to `largestValue` (255, 65535 or 1).
 */
export function cellFeatures(
  labels: LabelImage,
  image: FloatImage & { largestValue: number },
): CellFeatures[] {
  const perimeters = objectPerimeters(labels);
  const hulls = objectHullAreas(labels);
  const intensities = objectIntensities(labels, image);
  return instanceStatistics(labels)
    .filter(({ touchesBorder }) => !touchesBorder)
    .map(({ id, area, eccentricity }) => {
      const { mean, deviation, neighbourCorrelation } = intensities.get(id)!;
      const perimeter = perimeters[id];
      return {
        area,
        eccentricity,
        solidity: area / hulls.get(id)!,
        formFactor: perimeter > 0 ? (4 * Math.PI * area) / perimeter ** 2 : Number.NaN,
        intensity: mean / image.largestValue,
        variation: mean > 0 ? deviation / mean : Number.NaN,
        correlation: neighbourCorrelation,
      };
    });
}
