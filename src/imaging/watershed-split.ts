import { badImage } from './bad-image.ts';
import { distanceTransform } from './distance-transform.ts';
import { floodBasins } from './flood-basins.ts';
import { gaussianBlur } from './gaussian-blur.ts';
import type { ByteImage, LabelImage } from './image.ts';
import { LARGEST_ID, labelComponents } from './label-components.ts';

export interface WatershedSplitOptions {
  /**
   * Standard deviation of the blur of the distances, as a share of the typical object's inner radius: it
   * evens out ragged outlines.
   * @default 0.1
   */
  smoothing?: number;
  /**
   * How much narrower than the smaller part a neck must be to be cut there, as a share of that part's
   * inner radius. Larger values split less.
   * @default 0.1
   */
  depth?: number;
  /**
   * The same in pixels, at least: it keeps the steps of small outlines from being taken for necks.
   * @default 0.5
   */
  smallestDepth?: number;
}

/** Inner radius in pixels of the component in which the median foreground pixel lies. */
function typicalRadius(components: LabelImage, distances: Float32Array): number {
  const radii = new Float32Array(LARGEST_ID + 1);
  const areas = new Uint32Array(LARGEST_ID + 1);
  let foreground = 0;
  for (let i = 0; i < distances.length; i++) {
    const id = components.data[i];
    if (id === 0) continue;
    foreground++;
    areas[id]++;
    if (distances[i] > radii[id]) radii[id] = distances[i];
  }
  const ids = Array.from(areas.keys()).filter((id) => areas[id] > 0);
  ids.sort((a, b) => radii[a] - radii[b]);
  let passed = 0;
  for (const id of ids) {
    passed += areas[id];
    if (passed >= foreground / 2) return radii[id];
  }
  return 0;
}

function numberHills(hills: Int32Array, width: number, height: number): LabelImage {
  const ids = new Int32Array(hills.length);
  const labels = new Uint16Array(hills.length);
  let count = 0;
  for (let i = 0; i < hills.length; i++) {
    const hill = hills[i];
    if (hill < 0) continue;
    if (ids[hill] === 0) ids[hill] = ++count;
    labels[i] = ids[hill];
  }
  if (count > LARGEST_ID) {
    throw badImage('The mask has too many objects.', {
      found: String(count),
      expected: `at most ${LARGEST_ID}`,
      hint: 'Raise the threshold or use a smaller image.',
    });
  }
  return { width, height, data: labels };
}

/**
 * Objects of a mask (any value but 0), with those that merely touch or are joined by a neck cut apart: the
 * watershed of the distance to the background. Every object lies in one component (eight neighbours); ids
 * count from 1 in raster order. The options are relative to the size of the objects, so that a mask and its
 * enlargement are cut alike.
 * @throws CytoForgeError `bad-image` when there are more than 65535 objects.
 */
export function watershedSplit(mask: ByteImage, options: WatershedSplitOptions = {}): LabelImage {
  const { smoothing = 0.1, depth = 0.1, smallestDepth = 0.5 } = options;
  const { width, height, data } = mask;
  const components = labelComponents(mask);
  const distances = distanceTransform(mask);
  if (distances[0] === Number.POSITIVE_INFINITY) return components;
  const sigma = smoothing * typicalRadius(components, distances);
  const heights = gaussianBlur(distances, width, height, sigma);
  const hills = floodBasins(
    heights,
    data,
    width,
    (peak, saddle) => peak - saddle < Math.max(depth * peak, smallestDepth),
  );
  return numberHills(hills, width, height);
}
