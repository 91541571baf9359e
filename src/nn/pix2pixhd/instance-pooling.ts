import type { FloatImage, InstanceMap } from '../../imaging/image.ts';

/**
 * Mean of every channel over every instance: id → `[channels]`, ids ascending. Counted in typed arrays, as
 * not every backend can sum by segment.
 * @param image `[H, W, C]`, the encoder's output
 * @param instances any integer ids, of the same size
 */
export function poolByInstance(image: FloatImage, instances: InstanceMap): Map<number, number[]> {
  const { channels, data } = image;
  const pools = new Map<number, { count: number; sums: Float64Array }>();
  for (let i = 0; i < instances.data.length; i++) {
    const id = instances.data[i];
    let pool = pools.get(id);
    if (!pool) {
      pool = { count: 0, sums: new Float64Array(channels) };
      pools.set(id, pool);
    }
    pool.count++;
    for (let c = 0; c < channels; c++) pool.sums[c] += data[i * channels + c];
  }
  return new Map(
    [...pools]
      .sort(([a], [b]) => a - b)
      .map(([id, { count, sums }]) => [id, Array.from(sums, (sum) => sum / count)]),
  );
}
