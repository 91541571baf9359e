import { cropByOne, padByOne } from './padding.ts';
import { PixelQueue } from './pixel-queue.ts';

export interface WatershedOptions {
  /** `[H, W]`, not 0 where there is something to label; markers elsewhere are ignored. Everywhere by default. */
  mask?: ArrayLike<number>;
  /**
   * Which neighbours water flows to: 4 (sides) or 8 (sides and corners).
   * @default 4
   */
  connectivity?: 4 | 8;
  /**
   * Leaves the pixels where basins meet unlabelled (0).
   * @default false
   */
  line?: boolean;
}

/** Steps to the neighbours in rows of `stride` pixels, sides before corners, each in raster order. */
function neighbourSteps(connectivity: 4 | 8, stride: number): number[] {
  const sides = [-stride, -1, 1, stride];
  if (connectivity === 4) return sides;
  return [...sides, -stride - 1, -stride + 1, stride - 1, stride + 1];
}

/** What is flooded, one pixel of wall around it. */
interface Landscape {
  heights: Float64Array;
  /** 1 where water may go. */
  open: Uint8Array;
  /** The markers, which the flood extends. */
  labels: Int32Array;
  steps: number[];
}

function queueOfMarkers({ heights, labels }: Landscape): PixelQueue {
  const queue = new PixelQueue();
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 0) queue.push(heights[i], 0, i, labels[i]);
  }
  return queue;
}

/** Labels pixels as they join the queue: nothing that comes later can reach them sooner. */
function flood(landscape: Landscape): void {
  const { heights, open, labels, steps } = landscape;
  const queue = queueOfMarkers(landscape);
  let age = 0;
  while (queue.pop()) {
    const { pixel } = queue;
    const label = labels[pixel];
    for (const step of steps) {
      const neighbour = pixel + step;
      if (open[neighbour] === 0 || labels[neighbour] !== 0) continue;
      labels[neighbour] = label;
      queue.push(heights[neighbour], ++age, neighbour, label);
    }
  }
}

/** Labels pixels as they leave the queue, when it shows whether two basins meet there. */
function floodKeepingLines(landscape: Landscape): void {
  const { heights, open, labels, steps } = landscape;
  const meet = (pixel: number) => {
    let first = 0;
    for (const step of steps) {
      const label = open[pixel + step] === 0 ? 0 : labels[pixel + step];
      if (label === 0 || label === first) continue;
      if (first !== 0) return true;
      first = label;
    }
    return false;
  };
  const queue = queueOfMarkers(landscape);
  let age = 0;
  while (queue.pop()) {
    const { pixel, label, tie } = queue;
    const isMarker = tie === 0;
    if ((labels[pixel] !== 0 && !isMarker) || open[pixel] === 0) continue;
    if (meet(pixel)) {
      open[pixel] = 0;
      continue;
    }
    labels[pixel] = label;
    for (const step of steps) {
      const neighbour = pixel + step;
      if (open[neighbour] === 0 || labels[neighbour] !== 0) continue;
      queue.push(heights[neighbour], ++age, neighbour, label);
    }
  }
}

/**
 * Watershed of `[H, W]` values from markers, exactly as `skimage.segmentation.watershed` of scikit-image 0.19: a flood
 * ordered by value and then by age, with its order of neighbours, so that plateaus are shared out alike.
 * @param values Heights; low ones are flooded first. No NaN.
 * @param markers `[H, W]`; not 0 is a label, which may be negative.
 * @returns `[H, W]` labels; 0 where no flood came.
 */
export function watershed(
  values: Float32Array | Float64Array,
  markers: Int32Array,
  width: number,
  options: WatershedOptions = {},
): Int32Array {
  const { mask, connectivity = 4, line = false } = options;
  const seeds = mask ? markers.map((marker, i) => (mask[i] ? marker : 0)) : markers;
  const inside = mask ? Uint8Array.from(mask, (value) => (value ? 1 : 0)) : undefined;
  const padded = (width + 2) * (values.length / width + 2);
  const landscape: Landscape = {
    heights: padByOne(values, width, new Float64Array(padded)),
    open: padByOne(inside ?? new Uint8Array(values.length).fill(1), width, new Uint8Array(padded)),
    labels: padByOne(seeds, width, new Int32Array(padded)),
    steps: neighbourSteps(connectivity, width + 2),
  };
  if (line) floodKeepingLines(landscape);
  else flood(landscape);
  return cropByOne(landscape.labels, width, new Int32Array(values.length));
}
