import { AXIS_FIR_KERNEL, type AxisFirAttributes } from '../backend/axis-fir-kernel.ts';
import { PLANAR_FIR_KERNEL, type PlanarFirAttributes } from '../backend/planar-fir-kernel.ts';
import * as tf from '../tf.ts';
import type { FirFilter } from './fir-filter.ts';
import type { Padding, Resampler } from './upfirdn2d.ts';

/** What the passes need to know. Taps are in correlation order, gains included. */
export interface GpuFilteredLeakyRelu {
  up: number;
  down: number;
  padding: Padding;
  upTaps: Float32Array;
  /** Gain of the leaky ReLU, applied with the first pass. */
  gain: number;
  downFilter: FirFilter;
  slope: number;
  clamp: number | null;
  /** `[height, width]` between the two filters, and after them. */
  natural: [number, number];
  out: [number, number];
}

const LARGEST_FLOAT = 3.4e38;

function alongMiddle(x: tf.Tensor, taps: tf.Tensor1D, attributes: AxisFirAttributes): tf.Tensor3D {
  const attrs = attributes as unknown as tf.NamedAttrMap;
  return tf.engine().runKernel(AXIS_FIR_KERNEL, { x, taps }, attrs) as tf.Tensor3D;
}

/** What follows the activation: `[N, H, W, C]` to `[N, H', W', C]`. */
function prepareDown(filter: FirFilter, down: number, out: [number, number]): Resampler {
  const taps = tf.keep(tf.tensor1d(filter.taps));
  if (!filter.separable) {
    const attributes: PlanarFirAttributes = {
      tapsHeight: filter.height,
      tapsWidth: filter.width,
      down,
    };
    const attrs = attributes as unknown as tf.NamedAttrMap;
    return {
      apply: (x) => tf.engine().runKernel(PLANAR_FIR_KERNEL, { x, taps }, attrs) as tf.Tensor4D,
      dispose: () => taps.dispose(),
    };
  }
  const fall = (outSize: number) => ({ up: 1, down, padLow: 0, outSize, activation: null });
  return {
    apply(x) {
      const [n, height, width, c] = x.shape;
      const rows = tf.reshape(x, [n, height, width * c]);
      const low = alongMiddle(rows, taps, fall(out[0]));
      const done = alongMiddle(tf.reshape(low, [n * out[0], width, c]), taps, fall(out[1]));
      return tf.reshape(done, [n, ...out, c]);
    },
    dispose: () => taps.dispose(),
  };
}

/**
 * The filtered leaky ReLU in three or four GPU programs (up along y and x, down along y and x or both at once),
 * the activation inside the second: a third of the dispatches of the block convolutions, and no multiplication
 * with zero.
 */
export function prepareGpuFilteredLeakyRelu(options: GpuFilteredLeakyRelu): Resampler {
  const { up, down, padding, gain, slope, natural, out } = options;
  const firstTaps = tf.keep(tf.tensor1d(options.upTaps.map((tap) => tap * gain)));
  const upTaps = tf.keep(tf.tensor1d(options.upTaps));
  const downStage = prepareDown(options.downFilter, down, out);
  const activation = { slope, clamp: options.clamp ?? LARGEST_FLOAT };
  const [xLow, , yLow] = padding;
  const rise = (padLow: number, outSize: number) => ({ up, down: 1, padLow, outSize });
  return {
    apply: (x) =>
      tf.tidy(() => {
        const [n, h, w, c] = x.shape;
        const [height, width] = natural;
        const tall = alongMiddle(tf.reshape(x, [n, h, w * c]), firstTaps, {
          ...rise(yLow, height),
          activation: null,
        });
        const full = alongMiddle(tf.reshape(tall, [n * height, w, c]), upTaps, {
          ...rise(xLow, width),
          activation,
        });
        return downStage.apply(tf.reshape(full, [n, height, width, c]));
      }),
    dispose() {
      tf.dispose([firstTaps, upTaps]);
      downStage.dispose();
    },
  };
}
