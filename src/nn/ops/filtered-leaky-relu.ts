import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';
import { cropLast, planMargins, prepareAxisFir } from './axis-fir.ts';
import { type FirFilter, planarFilter, separableFilter } from './fir-filter.ts';
import { type PlanarFir, preparePlanarFir } from './planar-fir.ts';
import { fromPlanes, fromSwappedPlanes, padPlanes, swapAxes, toPlanes } from './planes.ts';
import { correlationTaps, type Padding, type Resampler, resampledSize } from './upfirdn2d.ts';

/** A leaky ReLU between an upsampling and a downsampling filter (spec A.6). */
export interface FilteredLeakyReluOptions {
  up?: number;
  down?: number;
  /** `[xLow, xHigh, yLow, yHigh]`, after zero insertion; negative crops. */
  padding?: Padding;
  /** Null is the identity. The up filter is separable in every model there is. */
  upFilter?: FirFilter | null;
  downFilter?: FirFilter | null;
  /** Factor after the leaky ReLU. */
  gain?: number;
  slope?: number;
  clamp?: number | null;
  flipFilter?: boolean;
}

function activate<T extends tf.Tensor>(x: T, slope: number, clamp: number | null): T {
  const y = slope === 1 ? x : tf.leakyRelu(x, slope);
  return clamp === null ? y : tf.clipByValue(y, -clamp, clamp);
}

/** The second half of the planes' way: `[P, W, H]` (swapped) to the finished map. */
interface DownStage {
  /** Samples it reads on each axis; more than the natural size, so that the up stage fills whole blocks. */
  readsX: number;
  readsY: number;
  apply(swapped: tf.Tensor3D, channels: number): tf.Tensor4D;
  dispose(): void;
}

function separableDownStage(taps: Float32Array, down: number, out: [number, number]): DownStage {
  const task = { up: 1, down, padLow: 0 };
  const alongY = prepareAxisFir(taps, { ...task, outSize: out[0] });
  const alongX = prepareAxisFir(taps, { ...task, outSize: out[1] });
  return {
    readsX: alongX.plan.paddedSize,
    readsY: alongY.plan.paddedSize,
    apply(swapped, channels) {
      const columns = cropLast(alongY.applyPadded(swapped), out[0]);
      const rows = cropLast(alongX.applyPadded(swapAxes(columns)), out[1]);
      return fromPlanes(rows, channels);
    },
    dispose() {
      alongY.dispose();
      alongX.dispose();
    },
  };
}

function transposed(filter: FirFilter): FirFilter {
  const { taps, height, width } = filter;
  const swapped = taps.map((_, i) => taps[(i % height) * width + Math.floor(i / height)]);
  return planarFilter(swapped, width, height);
}

function planarDownStage(
  filter: FirFilter,
  down: number,
  natural: [number, number],
  out: [number, number],
): DownStage {
  const axis = (outSize: number) => ({ up: 1, down, padLow: 0, padHigh: 0, outSize });
  const fir: PlanarFir = preparePlanarFir(transposed(filter), axis(out[1]), axis(out[0]));
  return {
    readsX: natural[1],
    readsY: natural[0],
    apply: (swapped, channels) => fromSwappedPlanes(fir.apply(swapped), channels),
    dispose: fir.dispose,
  };
}

/**
 * Prepares the filtered leaky ReLU for maps of `height` by `width`. Both filters are on the device once;
 * the gain of the leaky ReLU is inside the up filter (it is positive, so the two commute).
 * @throws CytoForgeError `unsupported` when the up filter is a plane.
 */
export function prepareFilteredLeakyRelu(
  [height, width]: [number, number],
  options: FilteredLeakyReluOptions,
): Resampler {
  const { up = 1, down = 1, padding = [0, 0, 0, 0], flipFilter = false } = options;
  const { gain = Math.SQRT2, slope = 0.2, clamp = null } = options;
  const { upFilter, downFilter } = options;
  if (!upFilter && !downFilter && up === 1 && down === 1 && padding.every((side) => side === 0)) {
    const apply = (x: tf.Tensor4D) =>
      tf.tidy(() => activate<tf.Tensor4D>(tf.mul(x, gain), slope, clamp));
    return { apply, dispose: () => undefined };
  }
  if (upFilter && !upFilter.separable) {
    throw new CytoForgeError('unsupported', 'The upsampling filter is not separable.', {
      found: `${upFilter.height} by ${upFilter.width} taps`,
      expected: 'one row of taps',
    });
  }
  const rise = correlationTaps(upFilter ?? separableFilter([1]), flipFilter, up);
  const fall = correlationTaps(downFilter ?? separableFilter([1]), flipFilter, 1);
  const [xLow, xHigh, yLow, yHigh] = padding;
  const natural: [number, number] = [
    resampledSize(height, rise.height, [up, 1, yLow, yHigh]),
    resampledSize(width, rise.width, [up, 1, xLow, xHigh]),
  ];
  const out: [number, number] = [
    resampledSize(natural[0], fall.height, [1, down, 0, 0]),
    resampledSize(natural[1], fall.width, [1, down, 0, 0]),
  ];
  const downStage = fall.separable
    ? separableDownStage(fall.taps, down, out)
    : planarDownStage(fall, down, natural, out);
  const task = { up, down: 1 };
  const alongX = prepareAxisFir(
    rise.taps.map((tap) => tap * gain),
    { ...task, padLow: xLow, outSize: downStage.readsX },
  );
  const alongY = prepareAxisFir(rise.taps, { ...task, padLow: yLow, outSize: downStage.readsY });
  const [marginsY, marginsX] = [planMargins(alongY.plan, height), planMargins(alongX.plan, width)];
  return {
    apply: (x) =>
      tf.tidy(() => {
        const padded = padPlanes(toPlanes(x), marginsY, marginsX);
        const wide = cropLast(alongX.applyPadded(padded), downStage.readsX);
        const full = cropLast(alongY.applyPadded(swapAxes(wide)), downStage.readsY);
        return downStage.apply(activate(full, slope, clamp), x.shape[3]);
      }),
    dispose() {
      alongX.dispose();
      alongY.dispose();
      downStage.dispose();
    },
  };
}
