import type { SamplePixels } from '../../pipeline/sample.ts';

/** A sample in four numbers. */
export interface SampleStatistics {
  cells: number;
  onBorder: number;
  /** Pixels; null without cells. */
  medianArea: number | null;
  /** Share of the mask that is cell, 0..1. */
  coverage: number;
}

/** Counts cells, those on the border, their median area and how much they cover. */
export function summarizeSample({ instances, mask }: SamplePixels): SampleStatistics {
  const areas = instances.map(({ area }) => area).sort((a, b) => a - b);
  const half = areas.length >> 1;
  const middle = areas.length % 2 === 1 ? areas[half] : (areas[half - 1] + areas[half]) / 2;
  return {
    cells: areas.length,
    onBorder: instances.filter(({ touchesBorder }) => touchesBorder).length,
    medianArea: areas.length === 0 ? null : middle,
    coverage: areas.reduce((sum, area) => sum + area, 0) / (mask.width * mask.height),
  };
}
