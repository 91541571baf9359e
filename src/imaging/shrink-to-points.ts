/** Steps to the eight neighbours, clockwise from the upper left: corners are even, sides odd. */
const RING_X = [-1, 0, 1, 1, 1, 0, -1, -1];
const RING_Y = [-1, -1, -1, 0, 1, 1, 1, 0];

const isOn = (ring: number, k: number) => ((ring >> (k & 7)) & 1) === 1;

/**
 * Whether a pixel may go without changing the Euler number: its neighbours are one run of the ring around it.
 * Corners touch only the sides next to them, so that two neighbours meeting at a corner are two runs.
 */
function keepsTopology(ring: number): boolean {
  let runs = 0;
  for (let k = 0; k < 8; k++) if (isOn(ring, k) && !isOn(ring, k - 1)) runs++;
  return runs === 1;
}

/**
 * Whether a pixel lies on the side that is peeled, which is the right in the first quarter and turns clockwise
 * with each: there is something on the side across and nothing here, or something in the corner across and
 * nothing from this side to the next.
 */
function liesOnSide(ring: number, quarter: number): boolean {
  const at = (k: number) => isOn(ring, k + 2 * quarter);
  return (at(7) && !at(3)) || (at(0) && !at(3) && !at(4) && !at(5));
}

/** By quarter, which of the 256 rings around a pixel let it go. */
const PEELED = [0, 1, 2, 3].map((quarter) =>
  Uint8Array.from({ length: 256 }, (_, ring) =>
    keepsTopology(ring) && liesOnSide(ring, quarter) ? 1 : 0,
  ),
);

function ringAround(mask: Uint8Array, width: number, height: number, i: number): number {
  const x = i % width;
  const y = (i - x) / width;
  let ring = 0;
  for (let k = 0; k < 8; k++) {
    const nx = x + RING_X[k];
    const ny = y + RING_Y[k];
    if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
    if (mask[ny * width + nx]) ring |= 1 << k;
  }
  return ring;
}

/**
 * Shrinks each component of a `[H, W]` mask (0 and 1) to a point, or to a ring where it has a hole:
 * centrosome's `binary_shrink`. Pixels are peeled off one side after the other, all of a side at once, for as
 * long as that keeps the number of components and holes.
 */
export function shrinkToPoints(mask: Uint8Array, width: number, height: number): Uint8Array {
  const shrunk = mask.slice();
  let left: number[] = [];
  for (let i = 0; i < shrunk.length; i++) if (shrunk[i]) left.push(i);
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    for (const peeled of PEELED) {
      const going = left.filter((i) => peeled[ringAround(shrunk, width, height, i)]);
      for (const i of going) shrunk[i] = 0;
      left = left.filter((i) => shrunk[i]);
    }
  }
  return shrunk;
}
