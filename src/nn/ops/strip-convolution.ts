import * as tf from '../tf.ts';
import { MOST_POINTER_BYTES, stripHeight } from './strip-height.ts';

/**
 * Convolution of stride 1 without padding, in strips of rows where the whole map would cost too many pointers: at 1024 ×
 * 1024 pixels a 7 × 7 filter keeps 196 MiB otherwise. A pixel's sum is the same in a strip, to the bit.
 * @param x `[N, H, W, in]`
 * @param filter `[kernel, kernel, in, out]`
 * @param bias `[out]`
 * @param mostBytes for the pointers of one strip
 */
export function stripConvolution(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  bias: tf.Tensor1D,
  mostBytes = MOST_POINTER_BYTES,
): tf.Tensor4D {
  const convolve = (part: tf.Tensor4D) =>
    tf.fused.conv2d({ x: part, filter, bias, strides: 1, pad: 'valid' });
  const [batch, height, width, channels] = x.shape;
  const [kernelHeight, kernelWidth] = filter.shape;
  const rows = height - kernelHeight + 1;
  const taps = kernelHeight * kernelWidth;
  const step = stripHeight(rows, width - kernelWidth + 1, taps, mostBytes);
  if (step >= rows) return convolve(x);
  return tf.tidy(() => {
    const strips: tf.Tensor4D[] = [];
    for (let top = 0; top < rows; top += step) {
      const reads = Math.min(step, rows - top) + kernelHeight - 1;
      strips.push(
        tf.tidy(() => {
          const part = tf.slice4d(x, [0, top, 0, 0], [batch, reads, width, channels]);
          return convolve(part);
        }),
      );
    }
    return tf.concat(strips, 1);
  });
}
