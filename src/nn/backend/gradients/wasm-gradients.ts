import * as tf from '../../tf.ts';
import {
  type ConvolutionGeometry,
  filterGradient,
  inputGradient,
} from './convolution-gradients.ts';
import { halvingMaxPoolGradient } from './max-pool-gradient.ts';

type Extents = [number, number, number, number];
type Kernel = (parameters: {
  inputs: Record<string, tf.Tensor>;
  attrs: Record<string, unknown>;
}) => tf.Tensor | null;

/**
 * Puts `compute` before a kernel of the WASM backend.
 * @param compute Made of operations; null leaves it to the stock kernel.
 */
function putBefore(kernelName: string, compute: Kernel): void {
  const stock = tf.getKernel(kernelName, 'wasm');
  if (stock) tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({
    ...stock,
    kernelName,
    backendName: 'wasm',
    kernelFunc(parameters) {
      const { inputs, attrs } = parameters as unknown as Parameters<Kernel>[0];
      const computed = compute({ inputs, attrs });
      if (computed) return computed;
      if (stock) return stock.kernelFunc(parameters);
      throw new Error(`WASM has no ${kernelName} for such values.`);
    },
  });
}

function geometryOf(
  inputShape: Extents,
  filterShape: Extents,
  attrs: Record<string, unknown>,
): ConvolutionGeometry {
  const { strides, pad, dimRoundingMode } = attrs as unknown as tf.Conv2DBackpropInputAttrs;
  const info = tf.backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  return {
    strides: [info.strideHeight, info.strideWidth],
    dilations: [1, 1],
    pad: info.padInfo,
  };
}

function maxPoolGradient({ inputs, attrs }: Parameters<Kernel>[0]): tf.Tensor | null {
  const { dy, input, output } = inputs as Record<string, tf.Tensor4D>;
  const { filterSize, strides, pad } = attrs as unknown as tf.MaxPoolGradAttrs;
  const isTwo = (value: number | [number, number]) => [value].flat().every((side) => side === 2);
  const whole = input.shape[1] % 2 === 0 && input.shape[2] % 2 === 0;
  if (!isTwo(filterSize) || !isTwo(strides) || !(pad === 'same' || whole)) return null;
  return halvingMaxPoolGradient(dy, input, output);
}

/** Sums over all axes but the last are products with a row of ones, which are ten times as fast. */
function sumOfPixels({ inputs, attrs }: Parameters<Kernel>[0]): tf.Tensor | null {
  const { x } = inputs;
  const { axis, keepDims } = attrs as unknown as tf.SumAttrs;
  const axes = tf.util.parseAxisParam(axis, x.shape);
  const last = x.rank - 1;
  if (x.dtype !== 'float32' || x.rank < 2 || axes.length !== last || axes.includes(last)) {
    return null;
  }
  return tf.tidy(() => {
    const channels = x.shape[last];
    const rows = tf.reshape(x, [-1, channels]) as tf.Tensor2D;
    const sum = tf.matMul(tf.ones([1, rows.shape[0]]) as tf.Tensor2D, rows);
    return tf.reshape(sum, keepDims ? [...axes.map(() => 1), channels] : [channels]);
  });
}

/** Gradients that the WASM backend lacks, or has as plain loops, made of its fast kernels. */
export async function registerWasmGradients(): Promise<void> {
  // Its own kernels come with it, and would take the place of these later.
  await import('@tensorflow/tfjs-backend-wasm');
  putBefore('Conv2DBackpropFilter', ({ inputs, attrs }) => {
    const { x, dy } = inputs as Record<string, tf.Tensor4D>;
    const filterShape = attrs.filterShape as Extents;
    return filterGradient(x, dy, filterShape, geometryOf(x.shape, filterShape, attrs));
  });
  putBefore('Conv2DBackpropInput', ({ inputs, attrs }) => {
    const { dy, filter } = inputs as Record<string, tf.Tensor4D>;
    const inputShape = attrs.inputShape as Extents;
    return inputGradient(inputShape, dy, filter, geometryOf(inputShape, filter.shape, attrs));
  });
  putBefore('MaxPoolGrad', maxPoolGradient);
  putBefore('Sum', sumOfPixels);
}
