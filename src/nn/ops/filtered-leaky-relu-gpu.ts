import { AXIS_FIR_KERNEL, type AxisFirAttributes } from '../backend/axis-fir-kernel.ts';
import * as tf from '../tf.ts';
import type { Padding, Resampler } from './upfirdn2d.ts';

/** What the four passes need to know. Taps are in correlation order, gains included. */
export interface GpuFilteredLeakyRelu {
  up: number;
  down: number;
  padding: Padding;
  upTaps: Float32Array;
  /** Gain of the leaky ReLU, applied with the first pass. */
  gain: number;
  downTaps: Float32Array;
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

/**
 * The filtered leaky ReLU in four GPU programs (up along y and x, down along y and x), the activation inside the
 * second: a third of the dispatches of the block convolutions, and no multiplication with zero.
 */
export function prepareGpuFilteredLeakyRelu(options: GpuFilteredLeakyRelu): Resampler {
  const { up, down, padding, gain, slope, natural, out } = options;
  const firstTaps = tf.keep(tf.tensor1d(options.upTaps.map((tap) => tap * gain)));
  const upTaps = tf.keep(tf.tensor1d(options.upTaps));
  const downTaps = tf.keep(tf.tensor1d(options.downTaps));
  const activation = { slope, clamp: options.clamp ?? LARGEST_FLOAT };
  const [xLow, , yLow] = padding;
  const rise = (padLow: number, outSize: number) => ({ up, down: 1, padLow, outSize });
  const fall = (outSize: number) => ({ up: 1, down, padLow: 0, outSize, activation: null });
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
        const low = alongMiddle(tf.reshape(full, [n, height, width * c]), downTaps, fall(out[0]));
        const done = alongMiddle(tf.reshape(low, [n * out[0], width, c]), downTaps, fall(out[1]));
        return tf.reshape(done, [n, ...out, c]);
      }),
    dispose() {
      tf.dispose([firstTaps, upTaps, downTaps]);
    },
  };
}
