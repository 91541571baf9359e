/** Which regions of a partition touch which. */
export interface RegionNeighbours {
  /** `neighbours[starts[region] … starts[region + 1] - 1]` touch `region`, in rising order. */
  starts: Int32Array;
  neighbours: Int32Array;
}

/** Both directions of each pair of touching regions as `region * count + neighbour`, sorted, once each. */
function touchingPairs(regions: Int32Array, width: number, count: number): Float64Array {
  const pairs: number[] = [];
  const note = (a: number, b: number) => {
    if (a !== b) pairs.push(a * count + b, b * count + a);
  };
  for (let i = 0; i < regions.length; i++) {
    if ((i + 1) % width !== 0) note(regions[i], regions[i + 1]);
    if (i + width < regions.length) note(regions[i], regions[i + width]);
  }
  const sorted = Float64Array.from(pairs).sort();
  return sorted.filter((pair, i) => i === 0 || pair !== sorted[i - 1]);
}

/**
 * Which of the regions numbered 0 to `count - 1` in a `[H, W]` partition share a side of a pixel.
 */
export function regionNeighbours(
  regions: Int32Array,
  width: number,
  count: number,
): RegionNeighbours {
  const pairs = touchingPairs(regions, width, count);
  const starts = new Int32Array(count + 1);
  for (const pair of pairs) starts[Math.floor(pair / count) + 1]++;
  for (let region = 0; region < count; region++) starts[region + 1] += starts[region];
  return { starts, neighbours: Int32Array.from(pairs, (pair) => pair % count) };
}
