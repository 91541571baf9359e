import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';
import { planMargins, prepareAxisFir } from './axis-fir.ts';
import { prepareGpuFilteredLeakyRelu } from './filtered-leaky-relu-gpu.ts';
import { type FirFilter, planarFilter, separableFilter } from './fir-filter.ts';
import { inTurn, type Step } from './in-turn.ts';
import { cropMap, padMap } from './pad-map.ts';
import { preparePlanarFir } from './planar-fir.ts';
import { inGroups } from './plane-groups.ts';
import { fromPlanes, fromSwappedPlanes, swapAxes, toPlanes } from './planes.ts';
import { planesPerGroup } from './planes-per-group.ts';
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

function clampTo(x: tf.Tensor, clamp: number | null): tf.Tensor {
  return clamp === null ? x : tf.clipByValue(x, -clamp, clamp);
}

/** What follows the leaky ReLU: swapped planes `[P, readsX, readsY]` to finished ones, and a margin. */
interface DownStage {
  /** Samples it reads on each axis, of which some may be more than the natural size. */
  readsX: number;
  readsY: number;
  steps: readonly Step[];
  /** The planes that come of the steps, as a map `[N, H, W, C]`. */
  toMap(planes: tf.Tensor3D, channels: number): tf.Tensor4D;
  dispose(): void;
}

function separableDownStage(taps: Float32Array, down: number, out: [number, number]): DownStage {
  const task = { up: 1, down, padLow: 0 };
  const alongY = prepareAxisFir(taps, { ...task, outSize: out[0] });
  const alongX = prepareAxisFir(taps, { ...task, outSize: out[1] });
  return {
    readsX: alongX.plan.paddedSize,
    readsY: alongY.plan.paddedSize,
    steps: [alongY.apply, swapAxes, alongX.apply],
    toMap: fromPlanes,
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
  naturalX: number,
  outY: number,
): DownStage {
  const task = { up: 1, down, padLow: 0, outSize: outY };
  const fir = preparePlanarFir(transposed(filter), down, task);
  return {
    readsX: naturalX,
    readsY: fir.plan.paddedSize,
    steps: [fir.apply],
    toMap: fromSwappedPlanes,
    dispose: fir.dispose,
  };
}

/** Keeps the first `size` samples of the last axis. */
function cropLast(planes: tf.Tensor3D, size: number): tf.Tensor3D {
  const [p, h, w] = planes.shape;
  return w === size ? planes : tf.slice3d(planes, [0, 0, 0], [p, h, size]);
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
      tf.tidy(() => {
        const gained = tf.mul(x, gain) as tf.Tensor4D;
        const activated = slope === 1 ? gained : tf.leakyRelu(gained, slope);
        return clampTo(activated, clamp) as tf.Tensor4D;
      });
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
  if (tf.getBackend() === 'webgpu') {
    const taps = { upTaps: rise.taps, downFilter: fall };
    const factors = { up, down, padding, gain, slope, clamp, natural, out };
    return prepareGpuFilteredLeakyRelu({ ...taps, ...factors });
  }
  const downStage = fall.separable
    ? separableDownStage(fall.taps, down, out)
    : planarDownStage(fall, down, natural[1], out[0]);
  const task = { up, down: 1 };
  const alongX = prepareAxisFir(
    rise.taps.map((tap) => tap * gain),
    { ...task, padLow: xLow, outSize: downStage.readsX },
  );
  const alongY = prepareAxisFir(rise.taps, { ...task, padLow: yLow, outSize: downStage.readsY });
  const [marginsY, marginsX] = [planMargins(alongY.plan, height), planMargins(alongX.plan, width)];
  const slopes = tf.keep(tf.fill([downStage.readsY], slope)) as tf.Tensor1D;
  const steps: Step[] = [
    alongX.apply,
    (planes) => cropLast(planes, downStage.readsX),
    swapAxes,
    alongY.apply,
    (planes) => cropLast(planes, downStage.readsY),
    // A leaky ReLU by another name: XNNPACK runs this one 40 times as fast.
    (planes) => tf.prelu<tf.Tensor>(planes, slopes) as tf.Tensor3D,
    (planes) => clampTo(planes, clamp) as tf.Tensor3D,
    ...downStage.steps,
  ];
  const group = planesPerGroup(downStage.readsX * downStage.readsY);
  return {
    apply: (x) =>
      tf.tidy(() => {
        const planes = tf.tidy(() => toPlanes(padMap(x, marginsY, marginsX)));
        const done = inGroups(planes, group, (some) => inTurn(some, steps));
        planes.dispose();
        const map = downStage.toMap(done, x.shape[3]);
        done.dispose();
        return cropMap(map, out);
      }),
    dispose() {
      slopes.dispose();
      alongX.dispose();
      alongY.dispose();
      downStage.dispose();
    },
  };
}
