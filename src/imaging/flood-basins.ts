/** What decides whether two hills are one. */
export type IsOneHill = (lowerPeak: number, saddle: number) => boolean;

const STEPS_PER_UNIT = 256;

/** Foreground pixels (`heights` > 0), highest first; a counting sort over steps of 1/256. */
function byFallingHeight(heights: Float32Array, inside: Uint8Array): Int32Array {
  let highest = 0;
  let count = 0;
  for (let i = 0; i < heights.length; i++) {
    if (inside[i] === 0) continue;
    count++;
    if (heights[i] > highest) highest = heights[i];
  }
  const steps = Math.round(highest * STEPS_PER_UNIT) + 1;
  const stepOf = (i: number) => steps - 1 - Math.round(heights[i] * STEPS_PER_UNIT);
  const starts = new Int32Array(steps + 1);
  for (let i = 0; i < heights.length; i++) if (inside[i] !== 0) starts[stepOf(i) + 1]++;
  for (let step = 0; step < steps; step++) starts[step + 1] += starts[step];
  const order = new Int32Array(count);
  for (let i = 0; i < heights.length; i++) if (inside[i] !== 0) order[starts[stepOf(i)]++] = i;
  return order;
}

/**
 * Divides the foreground into hills of `heights` (`[H, W]`, eight neighbours): floods from the highest pixel
 * down; where two hills meet, at their saddle, they become one if `isOneHill` says so of the lower of their
 * peaks, and else stay apart for good. With `peak - saddle < h` this is the watershed from the h-maxima. Each
 * hill is in one piece.
 * @param inside `[H, W]`, not 0 where there is foreground; heights there are finite and not negative.
 * @returns `[H, W]`: -1 in the background, elsewhere a number of the hill, in no order.
 */
export function floodBasins(
  heights: Float32Array,
  inside: Uint8Array,
  width: number,
  isOneHill: IsOneHill,
): Int32Array {
  const hillOf = new Int32Array(heights.length).fill(-1);
  const parents: number[] = [];
  const peaks: number[] = [];
  const rootOf = (hill: number) => {
    let root = hill;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  };
  const rows = heights.length / width;
  const met: number[] = [];
  for (const i of byFallingHeight(heights, inside)) {
    const x = i % width;
    const y = (i - x) / width;
    met.length = 0;
    let steepest = -1;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const j = ny * width + nx;
        if (hillOf[j] < 0) continue;
        const root = rootOf(hillOf[j]);
        if (!met.includes(root)) met.push(root);
        if (steepest < 0 || heights[j] > heights[steepest]) steepest = j;
      }
    }
    if (steepest < 0) {
      hillOf[i] = parents.length;
      parents.push(parents.length);
      peaks.push(heights[i]);
      continue;
    }
    let own = rootOf(hillOf[steepest]);
    hillOf[i] = own;
    met.sort((a, b) => peaks[b] - peaks[a]);
    for (const other of met) {
      if (other === own || !isOneHill(Math.min(peaks[own], peaks[other]), heights[i])) continue;
      const [higher, lower] = peaks[other] > peaks[own] ? [other, own] : [own, other];
      parents[lower] = higher;
      own = higher;
    }
  }
  return hillOf.map((hill) => (hill < 0 ? -1 : rootOf(hill)));
}
