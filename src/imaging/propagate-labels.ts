import { PixelQueue } from './pixel-queue.ts';

export interface PropagateOptions {
  /** `[H, W]`, not 0 where labels may spread. */
  mask: ArrayLike<number>;
  /**
   * How much a step counts beside the change of the image around it: 0 follows the image alone, large values
   * give every pixel to the nearest seed.
   */
  weight: number;
}

/** What became of the seeds. */
export interface PropagatedLabels {
  /** `[H, W]`; 0 where no seed leads to. */
  labels: Int32Array;
  /** `[H, W]`, length of the cheapest path from a seed: 0 in seeds, -1 where there is none. */
  distances: Float64Array;
}

/** The image with its outermost pixels repeated once on every side. */
function padWithEdges(values: ArrayLike<number>, width: number, height: number): Float64Array {
  const stride = width + 2;
  const padded = new Float64Array(stride * (height + 2));
  for (let y = 0; y < height + 2; y++) {
    const row = Math.min(Math.max(y - 1, 0), height - 1) * width;
    for (let x = 0; x < stride; x++) {
      padded[y * stride + x] = values[row + Math.min(Math.max(x - 1, 0), width - 1)];
    }
  }
  return padded;
}

/**
 * Drops the last bit of distances before they are compared, as centrosome's queue does: of two that differ by
 * less, the smaller label goes first.
 */
function lastBitDropper(): (value: number) => number {
  const value = new Float64Array(1);
  const halves = new Uint32Array(value.buffer);
  value[0] = 1;
  const low = halves[0] === 0 ? 0 : 1;
  return (distance) => {
    value[0] = distance;
    halves[low] &= 0xfffffffe;
    return value[0];
  };
}

/**
 * Spreads seeds over a mask along the cheapest paths (Jones et al. 2005; centrosome's `propagate`). A step to one
 * of the eight neighbours costs `sqrt(d² + n · weight²)`: d is the sum over the nine pixels around it of how much the
 * image changes by that step, n is 1 to a side and 2 to a corner.
 * @param values `[H, W]` image.
 * @param seeds `[H, W]` labels, 0 elsewhere; those outside the mask stay and spread nowhere.
 */
export function propagateLabels(
  values: ArrayLike<number>,
  seeds: Int32Array,
  width: number,
  { mask, weight }: PropagateOptions,
): PropagatedLabels {
  const height = seeds.length / width;
  const stride = width + 2;
  const padded = padWithEdges(values, width, height);
  const labels = new Int32Array(seeds.length);
  const distances = Float64Array.from(seeds, (seed) => (seed === 0 ? -1 : 0));
  const comparable = lastBitDropper();
  const tieOf = (label: number, pixel: number) => label * seeds.length + pixel;
  const change = (at: number, step: number) => {
    let sum = 0;
    for (let row = at - stride; row <= at + stride; row += stride) {
      for (let i = row - 1; i <= row + 1; i++) sum += Math.abs(padded[i] - padded[i + step]);
    }
    return sum;
  };
  const queue = new PixelQueue();
  for (let i = 0; i < seeds.length; i++) {
    if (seeds[i] !== 0 && mask[i]) queue.push(0, tieOf(seeds[i], i), i, seeds[i]);
  }
  while (queue.pop()) {
    const { pixel, label } = queue;
    if (labels[pixel] !== 0) continue;
    labels[pixel] = label;
    const x = pixel % width;
    const y = (pixel - x) / width;
    const at = (y + 1) * stride + x + 1;
    for (let dy = -1; dy <= 1; dy++) {
      if (y + dy < 0 || y + dy >= height) continue;
      for (let dx = -1; dx <= 1; dx++) {
        if (x + dx < 0 || x + dx >= width) continue;
        const next = pixel + dy * width + dx;
        if (labels[next] !== 0 || !mask[next]) continue;
        const difference = change(at, dy * stride + dx);
        const steps = dy !== 0 && dx !== 0 ? 2 : 1;
        const cost = Math.sqrt(difference * difference + steps * weight * weight);
        const distance = cost + distances[pixel];
        if (distances[next] !== -1 && distances[next] <= distance) continue;
        distances[next] = distance;
        queue.push(comparable(distance), tieOf(label, next), next, label);
      }
    }
  }
  for (let i = 0; i < seeds.length; i++) if (seeds[i] !== 0) labels[i] = seeds[i];
  return { labels, distances };
}
