import * as tf from '../tf.ts';
import type { Margins } from './pad-map.ts';

/** A convolution weight in the state dict's own layout. */
export interface ConvolutionWeight {
  /** `[out, in, height, width]`. */
  shape: number[];
  data: Float32Array;
}

/** How StyleGAN3 modulates (spec A.6). */
export interface ModulationOptions {
  /** Normalise weight and result; false for ToRGB. */
  demodulate: boolean;
  /** Zeros on all sides. */
  padding: number;
  /** Factor on the input: one for all, `[in]`, or `[N, in]`. */
  inputGain?: number | tf.Tensor;
}

/** What styles come to, wherever in the map they are applied. */
export interface Modulation {
  /** Factor on the input, `[N, 1, 1, in]`. */
  scale: tf.Tensor;
  /** Factor on the output, `[N, 1, 1, out]`, where there is one. */
  demodulation?: tf.Tensor;
}

/** A modulated convolution whose weight is on the device. */
export interface ModulatedConvolution {
  /** `[N, H, W, in]` and styles `[N, in]` to `[N, H', W', out]`. */
  apply(x: tf.Tensor4D, styles: tf.Tensor2D): tf.Tensor4D;
  /** Styles `[N, in]` to their factors, for `convolve`. */
  modulate(styles: tf.Tensor2D): Modulation;
  /** `apply` with the styles' factors and with zeros of one's own around the map, at first those above and below. */
  convolve(x: tf.Tensor4D, modulation: Modulation, zeros: [Margins, Margins]): tf.Tensor4D;
  dispose(): void;
}

function normalizeRows(data: Float32Array, rows: number): Float32Array {
  const length = data.length / rows;
  const result = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    let squares = 0;
    for (let i = row * length; i < (row + 1) * length; i++) squares += data[i] * data[i];
    const scale = 1 / Math.sqrt(squares / length);
    for (let i = row * length; i < (row + 1) * length; i++) result[i] = data[i] * scale;
  }
  return result;
}

/** Sum over the window of the squared weight, `[in, out]`, with the 1e-8 of the demodulation spread over it. */
function windowEnergy(data: Float32Array, [out, into, height, width]: number[]): Float32Array {
  const area = height * width;
  const energy = new Float32Array(into * out);
  for (let o = 0; o < out; o++) {
    for (let i = 0; i < into; i++) {
      let sum = 1e-8 / into;
      const from = (o * into + i) * area;
      for (let k = from; k < from + area; k++) sum += data[k] * data[k];
      energy[i * out + o] = sum;
    }
  }
  return energy;
}

/** `[out, in, h, w]` to TensorFlow's `[h, w, in, out]`. */
export function kernelOf({ shape, data }: ConvolutionWeight): tf.Tensor4D {
  return tf.tidy(() => {
    const oihw = tf.tensor4d(data, shape as [number, number, number, number]);
    return tf.transpose(oihw, [2, 3, 1, 0]) as tf.Tensor4D;
  });
}

/**
 * Prepares a modulated convolution. Instead of one weight per sample, the input is scaled by the styles and
 * the output by the demodulation, which is the same product in another order and lets a batch share one
 * kernel.
 *
 * The official code divides the styles by their mean square over the whole batch first. That cancels in the
 * demodulation but for its 1e-8, so the result for a sample depends on its neighbours in the last bit. Here
 * the 1e-8 is weighed with the mean square of the sample's own styles: what the official code gives for a
 * batch of one, for every sample of every batch.
 */
export function prepareModulatedConvolution(
  weight: ConvolutionWeight,
  { demodulate, padding, inputGain = 1 }: ModulationOptions,
): ModulatedConvolution {
  const [out, into] = weight.shape;
  const data = demodulate ? normalizeRows(weight.data, out) : weight.data;
  const constantGain = typeof inputGain === 'number' ? inputGain : 1;
  const scaledData = data.map((value) => value * constantGain);
  const kernel = tf.keep(kernelOf({ shape: weight.shape, data: scaledData }));
  const energy = demodulate
    ? tf.keep(tf.tensor2d(windowEnergy(data, weight.shape), [into, out]))
    : null;
  const around: Margins = [padding, padding];
  const modulate: ModulatedConvolution['modulate'] = (styles) => {
    const n = styles.shape[0];
    const scale = typeof inputGain === 'number' ? styles : tf.mul(styles, inputGain);
    const modulation: Modulation = { scale: tf.reshape(scale, [n, 1, 1, into]) };
    if (energy) {
      const demodulation = tf.rsqrt(tf.matMul(tf.square(styles), energy));
      modulation.demodulation = tf.reshape(demodulation, [n, 1, 1, out]);
    }
    return modulation;
  };
  const convolve: ModulatedConvolution['convolve'] = (x, { scale, demodulation }, [y, across]) => {
    const convolved = tf.tidy(() => {
      const scaled = tf.mul(x, scale) as tf.Tensor4D;
      return tf.conv2d(scaled, kernel, 1, [[0, 0], y, across, [0, 0]]);
    });
    if (!demodulation) return convolved;
    const demodulated = tf.mul(convolved, demodulation) as tf.Tensor4D;
    convolved.dispose();
    return demodulated;
  };
  return {
    apply: (x, styles) => tf.tidy(() => convolve(x, modulate(styles), [around, around])),
    modulate: (styles) => tf.tidy(() => ({ ...modulate(styles) })),
    convolve: (x, modulation, zeros) => tf.tidy(() => convolve(x, modulation, zeros)),
    dispose() {
      kernel.dispose();
      energy?.dispose();
    },
  };
}

/** StyleGAN3's modulated convolution for a single call. */
export function modulatedConv2d(
  x: tf.Tensor4D,
  weight: ConvolutionWeight,
  styles: tf.Tensor2D,
  options: ModulationOptions,
): tf.Tensor4D {
  const convolution = prepareModulatedConvolution(weight, options);
  const result = convolution.apply(x, styles);
  convolution.dispose();
  return result;
}
