import { CytoForgeError } from '../../errors.ts';
import type { LabelImage } from '../../imaging/image.ts';

/** The objects of a label map in the order of their ids; an object is known by its place in these lists. */
export interface ObjectList {
  /** Ids in the label map, rising; gaps are allowed. */
  ids: Int32Array;
  /** Pixels of each. */
  areas: Float64Array;
}

/** A true and a predicted object that share pixels. */
export interface OverlapPair {
  /** Place in `OverlapTable.truth`. */
  truth: number;
  /** Place in `OverlapTable.predicted`. */
  predicted: number;
  /** Shared pixels, at least 1. */
  overlap: number;
  /** Shared pixels over those of either, in (0, 1]. */
  iou: number;
}

/** All that the figures of an image are made of: which objects share how many pixels. */
export interface OverlapTable {
  /** Of the image. */
  pixels: number;
  truth: ObjectList;
  predicted: ObjectList;
  /** By rising `truth`, then `predicted`; only pairs that share pixels. */
  pairs: OverlapPair[];
}

const LARGEST_IDS = 65_536;

/** The objects of a label map, and the place of every id in the list (−1 for ids that do not occur). */
function listObjects({ data }: LabelImage): ObjectList & { places: Int32Array } {
  const areas = new Float64Array(LARGEST_IDS);
  for (let at = 0; at < data.length; at++) areas[data[at]] += 1;
  areas[0] = 0;
  const places = new Int32Array(LARGEST_IDS).fill(-1);
  const ids: number[] = [];
  areas.forEach((area, id) => {
    if (area > 0) places[id] = ids.push(id) - 1;
  });
  return { ids: Int32Array.from(ids), areas: Float64Array.from(ids, (id) => areas[id]), places };
}

/** Shared pixels by `truth id * 65536 + predicted id`, summed run by run. */
function sharedPixels(truth: LabelImage, predicted: LabelImage): Map<number, number> {
  const shared = new Map<number, number>();
  const { length } = truth.data;
  for (let at = 0; at < length; ) {
    const a = truth.data[at];
    const b = predicted.data[at];
    const from = at;
    do at += 1;
    while (at < length && truth.data[at] === a && predicted.data[at] === b);
    if (a === 0 || b === 0) continue;
    const key = a * LARGEST_IDS + b;
    shared.set(key, (shared.get(key) ?? 0) + at - from);
  }
  return shared;
}

/**
 * Which true and predicted objects share how many pixels. Ids may have gaps: objects are counted, not the
 * largest id (unlike Cellpose's metrics, like StarDist's, which relabel first).
 * @throws CytoForgeError `bad-image` when the maps differ in size.
 */
export function overlapTable(truth: LabelImage, predicted: LabelImage): OverlapTable {
  if (truth.width !== predicted.width || truth.height !== predicted.height) {
    throw new CytoForgeError('bad-image', 'Truth and prediction differ in size.', {
      found: `${predicted.width} × ${predicted.height}`,
      expected: `${truth.width} × ${truth.height}`,
    });
  }
  const { places: truePlaces, ...trueObjects } = listObjects(truth);
  const { places: predictedPlaces, ...predictedObjects } = listObjects(predicted);
  const pairs = [...sharedPixels(truth, predicted)]
    .sort(([a], [b]) => a - b)
    .map(([key, overlap]) => {
      const trueAt = truePlaces[Math.floor(key / LARGEST_IDS)];
      const predictedAt = predictedPlaces[key % LARGEST_IDS];
      const united = trueObjects.areas[trueAt] + predictedObjects.areas[predictedAt] - overlap;
      return { truth: trueAt, predicted: predictedAt, overlap, iou: overlap / united };
    });
  return { pixels: truth.data.length, truth: trueObjects, predicted: predictedObjects, pairs };
}
