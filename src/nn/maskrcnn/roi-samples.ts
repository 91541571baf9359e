/** How regions are sampled. */
export interface RoiAlignOptions {
  /** Rows and columns of the result. */
  outputHeight: number;
  outputWidth: number;
  /** Features per pixel of the image: 1/4 for the finest level. */
  scale: number;
  /** Samples of a bin along each axis; 0 takes `ceil(size / bins)`. */
  samples: number;
  /** Moves samples by half a feature, as newer networks do; Mask R-CNN here does not. */
  aligned?: boolean;
}

/**
 * The samples of a region along one axis. Sampling is separable: sample `(i, j)` weighs row `low[i]` by
 * `1 − upper[i]` and row `high[i]` by `upper[i]`, and columns likewise.
 */
export interface AxisSamples {
  perBin: number;
  low: Int32Array;
  high: Int32Array;
  upper: Float32Array;
  /** 0 for a sample outside the map, which counts as 0, else 1. */
  inside: Uint8Array;
}

/**
 * Where a region's samples lie along one axis (RoIAlign of torchvision): in the middle of equal parts of every bin; a
 * sample beyond [−1, size] is outside, one below 0 lies at 0, one past the last feature at it.
 * @param from first edge of the region in pixels of the image
 * @param to its last edge
 * @param size features of the map along the axis
 */
export function axisSamples(
  from: number,
  to: number,
  bins: number,
  size: number,
  { scale, samples, aligned = false }: Pick<RoiAlignOptions, 'scale' | 'samples' | 'aligned'>,
): AxisSamples {
  const start = Math.fround(Math.fround(from * scale) - (aligned ? 0.5 : 0));
  const end = Math.fround(Math.fround(to * scale) - (aligned ? 0.5 : 0));
  const length = aligned ? Math.fround(end - start) : Math.max(Math.fround(end - start), 1);
  const bin = Math.fround(length / bins);
  const perBin = samples > 0 ? samples : Math.ceil(length / bins);
  const count = bins * perBin;
  const axis: AxisSamples = {
    perBin,
    low: new Int32Array(count),
    high: new Int32Array(count),
    upper: new Float32Array(count),
    inside: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const offset = Math.fround(((i % perBin) + 0.5) * bin) / perBin;
    const at = Math.fround(start + Math.trunc(i / perBin) * bin + offset);
    if (at < -1 || at > size) continue;
    axis.inside[i] = 1;
    const place = Math.max(at, 0);
    const low = Math.min(Math.trunc(place), size - 1);
    axis.low[i] = low;
    axis.high[i] = Math.min(low + 1, size - 1);
    axis.upper[i] = low >= size - 1 ? 0 : place - low;
  }
  return axis;
}
