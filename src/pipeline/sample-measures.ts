import type { InstanceShape } from '../imaging/instance-statistics.ts';

/** What is in a sample, in numbers. Pixels are those of the recipe's size. */
export interface SampleMeasures {
  cells: number;
  /** Cells cut by the edge of the sample. */
  onBorder: number;
  /** Pixels; null without cells. */
  medianArea: number | null;
  /** Median of the cells: 0 is a circle, towards 1 a line; null without cells. */
  medianEccentricity: number | null;
  /** Share of the sample that is cell, 0 to 1. */
  coverage: number;
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Counts and measures the cells of a sample of the given size in pixels. */
export function measureInstances(
  instances: readonly Pick<InstanceShape, 'area' | 'eccentricity' | 'touchesBorder'>[],
  { width, height }: { width: number; height: number },
): SampleMeasures {
  const areas = instances.map(({ area }) => area);
  return {
    cells: instances.length,
    onBorder: instances.filter(({ touchesBorder }) => touchesBorder).length,
    medianArea: median(areas),
    medianEccentricity: median(instances.map(({ eccentricity }) => eccentricity)),
    coverage: areas.reduce((sum, area) => sum + area, 0) / (width * height),
  };
}
