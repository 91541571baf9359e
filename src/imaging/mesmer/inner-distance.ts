import { distanceTransform } from '../distance-transform.ts';
import { numberComponents } from '../number-components.ts';
import { erodeEdges } from './erode-edges.ts';

/** Sums over one object: its pixels, and their positions weighted by the distance to the background. */
interface ObjectSums {
  area: Float64Array;
  weight: Float64Array;
  x: Float64Array;
  y: Float64Array;
}

function sumObjects(parts: Int32Array, count: number, weights: Float32Array, width: number) {
  const zeros = () => new Float64Array(count + 1);
  const sums: ObjectSums = { area: zeros(), weight: zeros(), x: zeros(), y: zeros() };
  parts.forEach((part, i) => {
    if (part === 0) return;
    const x = i % width;
    sums.area[part] += 1;
    sums.weight[part] += weights[i];
    sums.x[part] += weights[i] * x;
    sums.y[part] += weights[i] * ((i - x) / width);
  });
  return sums;
}

/**
 * How near the middle of its object every pixel is (`inner_distance_transform_2d` with `alpha='auto'`, `beta=1`): 1 /
 * (1 + d² / √area), d being the distance to the centroid weighted by the distance to the background.
 * @param labels `[H, W]`, 0 in the background; objects are eroded by one pixel first
 * @returns `[H, W]`, 0 outside, at most 1 inside
 */
export function innerDistance(labels: Int32Array, width: number): Float32Array {
  const height = labels.length / width;
  const eroded = erodeEdges(labels, width, 1);
  // Eroded objects don't touch, not even by a corner.
  const { labels: parts, count } = numberComponents(eroded, width, height, 8);
  const inside = Uint8Array.from(parts, (part) => (part === 0 ? 0 : 255));
  const depths = distanceTransform({ width, height, channels: 1, data: inside });
  // Without any background depth says nothing, and every pixel counts alike.
  const weights = depths[0] === Number.POSITIVE_INFINITY ? depths.map(() => 1) : depths;
  const { area, weight, x, y } = sumObjects(parts, count, weights, width);
  return Float32Array.from(parts, (part, i) => {
    if (part === 0) return 0;
    const column = i % width;
    const dx = column - x[part] / weight[part];
    const dy = (i - column) / width - y[part] / weight[part];
    return 1 / (1 + (dx * dx + dy * dy) / Math.sqrt(area[part]));
  });
}
