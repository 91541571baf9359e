import type { FootprintOffsets } from './disk-offsets.ts';

/** The footprint's steps that a scan row by row has already been at, as steps in the flat array and in the row. */
function earlierSteps({ dx, dy }: FootprintOffsets): { dx: number; dy: number }[] {
  const steps = Array.from(dx, (x, k) => ({ dx: x, dy: dy[k] }));
  return steps.filter((step) => step.dy < 0 || (step.dy === 0 && step.dx < 0));
}

/**
 * Morphological reconstruction by dilation: `seed` grows over the footprint as far as `mask` allows, until nothing changes
 * (Vincent 1993: two scans, then a queue). As `skimage.morphology.reconstruction`.
 * @param seed `[H, W]`, nowhere above the mask
 * @param mask `[H, W]`
 * @param footprint symmetric
 */
export function reconstructByDilation(
  seed: Float32Array,
  mask: Float32Array,
  width: number,
  footprint: FootprintOffsets,
): Float32Array {
  const height = seed.length / width;
  const result = seed.slice();
  const earlier = earlierSteps(footprint);
  const open = new Int32Array(seed.length + 1);
  const waiting = new Uint8Array(seed.length);
  let first = 0;
  let last = 0;
  const push = (i: number) => {
    if (waiting[i]) return;
    waiting[i] = 1;
    open[last] = i;
    last = (last + 1) % open.length;
  };
  /** Raises a pixel to the highest of its neighbours on one side; `side` is 1 for those before it, -1 after. */
  const raise = (x: number, y: number, side: 1 | -1) => {
    const i = y * width + x;
    let highest = result[i];
    for (const { dx, dy } of earlier) {
      const nx = x + side * dx;
      const ny = y + side * dy;
      if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
      const value = result[ny * width + nx];
      if (value > highest) highest = value;
    }
    result[i] = Math.min(highest, mask[i]);
  };
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) raise(x, y, 1);
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      raise(x, y, -1);
      push(y * width + x);
    }
  }
  const { dx, dy } = footprint;
  while (first !== last) {
    const i = open[first];
    first = (first + 1) % open.length;
    waiting[i] = 0;
    const x = i % width;
    const y = (i - x) / width;
    for (let k = 0; k < dx.length; k++) {
      const nx = x + dx[k];
      const ny = y + dy[k];
      if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
      const j = ny * width + nx;
      const reached = Math.min(result[i], mask[j]);
      if (reached <= result[j]) continue;
      result[j] = reached;
      push(j);
    }
  }
  return result;
}
