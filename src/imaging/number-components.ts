/** Connected foreground, numbered. */
export interface NumberedComponents {
  /** `[H, W]`: 0 in the background, elsewhere 1 … `count`. */
  labels: Int32Array;
  count: number;
}

/**
 * Numbers the connected foreground of a `[H, W]` mask (any value but 0) from 1, in the order in which a scan
 * row by row meets the components, as SciPy's and scikit-image's `label`.
 * @param connectivity Which neighbours belong together: 4 (sides) or 8 (sides and corners).
 */
export function numberComponents(
  mask: ArrayLike<number>,
  width: number,
  height: number,
  connectivity: 4 | 8,
): NumberedComponents {
  const labels = new Int32Array(width * height);
  const open = new Int32Array(width * height);
  const cornerReach = connectivity === 8 ? 1 : 0;
  let count = 0;
  for (let start = 0; start < labels.length; start++) {
    if (mask[start] === 0 || labels[start] !== 0) continue;
    labels[start] = ++count;
    open[0] = start;
    let waiting = 1;
    while (waiting > 0) {
      const i = open[--waiting];
      const x = i % width;
      const y = (i - x) / width;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        const reach = ny === y ? 1 : cornerReach;
        for (let nx = Math.max(0, x - reach); nx <= Math.min(width - 1, x + reach); nx++) {
          const j = ny * width + nx;
          if (mask[j] === 0 || labels[j] !== 0) continue;
          labels[j] = count;
          open[waiting++] = j;
        }
      }
    }
  }
  return { labels, count };
}
