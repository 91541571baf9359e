import { type Boxes, boxAreas, boxCount, pickBoxes } from './boxes.ts';
import type { FeatureMap } from './feature-map.ts';
import { roiAlign } from './roi-align.ts';
import type { RoiAlignOptions } from './roi-samples.ts';

/** A region of this side belongs to level 4, the one of stride 16 (Lin et al. 2017, equation 1). */
const CANONICAL_SIDE = 224;
const CANONICAL_LEVEL = 4;
/** Stride 4, the finest map that regions are taken from. */
const FINEST_LEVEL = 2;

/**
 * Which map of the pyramid every region is taken from: twice the size, one level coarser.
 * @param levels how many there are, of strides 4, 8, 16 …
 * @returns `[n]`, 0 for the finest
 */
export function regionLevels(boxes: Boxes, levels: number): Int32Array {
  return Int32Array.from(boxAreas(boxes), (area) => {
    const side = Math.fround(Math.sqrt(area));
    const ideal = Math.floor(
      Math.fround(CANONICAL_LEVEL + Math.log2(Math.fround(side / CANONICAL_SIDE)) + 1e-6),
    );
    return Math.min(Math.max(ideal - FINEST_LEVEL, 0), levels - 1);
  });
}

/** Sampling of a square region of `side` bins from map `level`: two samples a bin and axis, not aligned. */
export function levelSampling(level: number, side: number): RoiAlignOptions {
  const scale = 2 ** -(level + FINEST_LEVEL);
  return { outputHeight: side, outputWidth: side, scale, samples: 2 };
}

/** Regions of one map of the pyramid. */
export interface LevelRegions {
  level: number;
  /** Where they stand among all. */
  indices: number[];
  boxes: Boxes;
}

/** Regions sorted by the map they are taken from; maps without regions are left out. */
export function regionsByLevel(boxes: Boxes, levels: number): LevelRegions[] {
  const assigned = regionLevels(boxes, levels);
  return Array.from({ length: levels }, (_, level) => {
    const indices = [...assigned.keys()].filter((i) => assigned[i] === level);
    return { level, indices, boxes: pickBoxes(boxes, indices) };
  }).filter(({ indices }) => indices.length > 0);
}

/**
 * Pools every region from its map of the pyramid (torchvision's `MultiScaleRoIAlign`, whose scales are those of the
 * strides for images of more than a few dozen pixels).
 * @param maps of strides 4, 8, 16 … of one image
 * @param side bins of the result: 7 for boxes, 14 for masks
 * @returns `[n, side, side, C]`
 */
export function poolRegions(maps: readonly FeatureMap[], boxes: Boxes, side: number): Float32Array {
  const perRegion = side * side * maps[0].channels;
  const pooled = new Float32Array(boxCount(boxes) * perRegion);
  for (const { level, indices, boxes: own } of regionsByLevel(boxes, maps.length)) {
    const rows = roiAlign(maps[level], own, levelSampling(level, side));
    for (const [row, i] of indices.entries()) {
      pooled.set(rows.subarray(row * perRegion, (row + 1) * perRegion), i * perRegion);
    }
  }
  return pooled;
}
