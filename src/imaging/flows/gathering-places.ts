import type { Points } from './follow-flows.ts';

/** Bins around the image, so that no window leaves it. */
const MARGIN = 20;
/** A seed has more points than this. */
const FEW = 10;
/** A bin that a seed grows into has more points than this. */
const SPARSE = 2;
/** How often a seed grows by one bin in all eight directions. */
const GROWTH = 5;

/** How many points ended in each pixel, with `MARGIN` empty bins on every side. */
interface Histogram {
  stride: number;
  counts: Uint32Array;
  /** The bin of each point. */
  bins: Uint32Array;
}

function countPoints({ y, x }: Points, width: number, height: number): Histogram {
  const stride = width + 2 * MARGIN;
  const counts = new Uint32Array(stride * (height + 2 * MARGIN));
  const bins = new Uint32Array(y.length);
  for (let i = 0; i < y.length; i++) {
    bins[i] = (Math.trunc(y[i]) + MARGIN) * stride + Math.trunc(x[i]) + MARGIN;
    counts[bins[i]]++;
  }
  return { stride, counts, bins };
}

function isPeak({ stride, counts }: Histogram, bin: number): boolean {
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) {
      if (counts[bin + dy * stride + dx] > counts[bin]) return false;
    }
  }
  return true;
}

/** Bins with the most points of their 5 × 5 neighbourhood, those with fewer points first. */
function findSeeds(histogram: Histogram): number[] {
  const { counts } = histogram;
  const seeds: number[] = [];
  for (let bin = 0; bin < counts.length; bin++) {
    if (counts[bin] > FEW && isPeak(histogram, bin)) seeds.push(bin);
  }
  return seeds.sort((a, b) => counts[a] - counts[b] || a - b);
}

/** Paints what a seed grows to with its number: bins that are not sparse, five steps of a king away at most. */
function growSeed(
  { stride, counts }: Histogram,
  seed: number,
  number: number,
  painted: Int32Array,
): void {
  const reached = new Set([seed]);
  let rim = [seed];
  for (let step = 0; step < GROWTH; step++) {
    const next: number[] = [];
    for (const bin of rim) {
      for (const row of [bin - stride, bin, bin + stride]) {
        for (let near = row - 1; near <= row + 1; near++) {
          if (counts[near] <= SPARSE || reached.has(near)) continue;
          reached.add(near);
          next.push(near);
        }
      }
    }
    rim = next;
  }
  for (const bin of reached) painted[bin] = number;
}

/**
 * Which points gathered in the same place: seeds are the peaks of where points ended, grown by a few pixels, the
 * fullest on top of the others (`dynamics.get_masks_torch` of version 3).
 * @returns by point the number of its place, from 1; 0 for a point that ended in none.
 */
export function gatheringPlaces(points: Points, width: number, height: number): Int32Array {
  const histogram = countPoints(points, width, height);
  const painted = new Int32Array(histogram.counts.length);
  for (const [i, seed] of findSeeds(histogram).entries()) {
    growSeed(histogram, seed, i + 1, painted);
  }
  return Int32Array.from(histogram.bins, (bin) => painted[bin]);
}
