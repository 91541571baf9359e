import * as tf from '../tf.ts';

/** What a convolution over maps side by side does besides. */
export interface JoinedConvolutionOptions {
  dilation?: number;
  relu?: boolean;
}

/**
 * The convolution of maps laid side by side along their channels, without laying them so: the sum of the convolutions
 * of each with its part of the filter. Padding is zeros, as `same`.
 * @param maps `[N, H, W, C]` each.
 * @param filters Parts of one filter, `[kernel, kernel, C, out]`, one for each map.
 * @param bias `[out]`; null for none.
 */
export function joinedConvolution(
  maps: readonly tf.Tensor4D[],
  filters: readonly tf.Tensor4D[],
  bias: tf.Tensor1D | null,
  { dilation = 1, relu = false }: JoinedConvolutionOptions = {},
): tf.Tensor4D {
  const part = (i: number) => tf.conv2d(maps[i], filters[i], 1, 'same', 'NHWC', dilation);
  return tf.tidy(() => {
    if (maps.length === 1 && relu && bias) {
      return tf.fused.conv2d({
        ...{ x: maps[0], filter: filters[0], bias, strides: 1, pad: 'same', dilations: dilation },
        activation: 'relu',
      });
    }
    const sum = maps.slice(1).reduce((total, _, i) => tf.add(total, part(i + 1)), part(0));
    const shifted = bias ? tf.add<tf.Tensor4D>(sum, bias) : sum;
    return relu ? tf.relu(shifted) : shifted;
  });
}

/** The parts of a filter for maps of so many channels each. @param filter `[kernel, kernel, in, out]` */
export function splitFilter(filter: tf.Tensor4D, channels: readonly number[]): tf.Tensor4D[] {
  if (channels.length === 1) return [filter];
  return tf.split(filter, [...channels], 2);
}
