import * as tf from '../tf.ts';
import { planMargins, prepareAxisFir } from './axis-fir.ts';
import { type FirFilter, planarFilter, separableFilter } from './fir-filter.ts';
import { cropMap, padMap } from './pad-map.ts';
import { preparePlanarFir } from './planar-fir.ts';
import { fromPlanes, swapAxes, toPlanes } from './planes.ts';

/** `[xLow, xHigh, yLow, yHigh]` zeros after zero insertion; negative crops. */
export type Padding = [number, number, number, number];

/** What `upfirdn2d` does besides filtering. Factors are `[x, y]`. */
export interface ResampleOptions {
  up?: [number, number];
  down?: [number, number];
  padding?: Padding;
  /** False is true convolution (the filter is flipped), true is correlation. */
  flipFilter?: boolean;
  /** Multiplies the result. */
  gain?: number;
}

/** A resampler whose filter is on the device; made once per layer for maps of one size. */
export interface Resampler {
  /** `[N, H, W, C]` to `[N, H', W', C]`. */
  apply(x: tf.Tensor4D): tf.Tensor4D;
  dispose(): void;
}

/** Length of an axis after zero insertion, padding, filtering and decimation. */
export function resampledSize(
  size: number,
  taps: number,
  [up, down, low, high]: [up: number, down: number, low: number, high: number],
): number {
  return Math.floor((size * up + low + high - taps) / down) + 1;
}

/** The taps as they are multiplied, in the order of the samples, times `gain`. */
export function correlationTaps(filter: FirFilter, flipFilter: boolean, gain: number): FirFilter {
  const taps = filter.taps.map((tap) => tap * gain);
  // Reversing the flat array reverses both axes of a plane.
  if (!flipFilter) taps.reverse();
  return filter.separable ? separableFilter(taps) : planarFilter(taps, filter.height, filter.width);
}

/** Zero rows between the rows of a map. */
function insertRows(map: tf.Tensor4D, up: number): tf.Tensor4D {
  if (up === 1) return map;
  const [n, h, w, c] = map.shape;
  const spread = padMap(tf.reshape(map, [n * h, 1, w, c]), [0, up - 1], [0, 0]);
  return tf.reshape(spread, [n, h * up, w, c]);
}

/** Prepares `filter` (null is the identity) for maps of `height` by `width`. */
export function prepareResampler(
  filter: FirFilter | null,
  [height, width]: [number, number],
  options: ResampleOptions = {},
): Resampler {
  const { up = [1, 1], down = [1, 1], padding = [0, 0, 0, 0] } = options;
  const { flipFilter = false, gain = 1 } = options;
  const source = filter ?? planarFilter([1], 1, 1);
  const axis = (index: 0 | 1, size: number, taps: number) => {
    const [padLow, padHigh] = padding.slice(index * 2);
    const factors: [number, number, number, number] = [up[index], down[index], padLow, padHigh];
    const outSize = resampledSize(size, taps, factors);
    return { up: up[index], down: down[index], padLow, padHigh, outSize };
  };
  const x = axis(0, width, source.width);
  const y = axis(1, height, source.height);
  const finish = (planes: tf.Tensor3D, channels: number) =>
    cropMap(fromPlanes(planes, channels), [y.outSize, x.outSize]);
  if (!source.separable) {
    const fir = preparePlanarFir(correlationTaps(source, flipFilter, gain), y.down, x);
    const marginsX = planMargins(fir.plan, width);
    return {
      apply: (map) =>
        tf.tidy(() => {
          const padded = padMap(insertRows(map, y.up), [y.padLow, y.padHigh], marginsX);
          return finish(fir.apply(toPlanes(padded)), map.shape[3]);
        }),
      dispose: fir.dispose,
    };
  }
  const alongX = prepareAxisFir(correlationTaps(source, flipFilter, gain).taps, x);
  const alongY = prepareAxisFir(correlationTaps(source, flipFilter, 1).taps, y);
  const [marginsY, marginsX] = [planMargins(alongY.plan, height), planMargins(alongX.plan, width)];
  return {
    apply: (map) =>
      tf.tidy(() => {
        const rows = alongX.apply(toPlanes(padMap(map, marginsY, marginsX)));
        return finish(swapAxes(alongY.apply(swapAxes(rows))), map.shape[3]);
      }),
    dispose() {
      alongX.dispose();
      alongY.dispose();
    },
  };
}

/** Upsample, filter, downsample once: `prepareResampler` for a single call. */
export function upfirdn2d(
  x: tf.Tensor4D,
  filter: FirFilter | null,
  options: ResampleOptions = {},
): tf.Tensor4D {
  const resampler = prepareResampler(filter, [x.shape[1], x.shape[2]], options);
  const result = resampler.apply(x);
  resampler.dispose();
  return result;
}
