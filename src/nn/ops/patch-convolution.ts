import * as tf from '../tf.ts';

/**
 * Convolution of stride 1 without padding as the product of the map's patches with the filter. As fast as the
 * convolution; sums are added up in another order.
 * @param x `[N, H, W, in]`
 * @param filter `[height, width, in, out]`
 * @param bias `[out]`
 */
export function patchConvolution(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  bias: tf.Tensor1D,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [batch, height, width, inputs] = x.shape;
    const [tapsDown, tapsAcross, , outputs] = filter.shape;
    const size: [number, number] = [height - tapsDown + 1, width - tapsAcross + 1];
    const window = tapsDown * tapsAcross * inputs;
    const patches = tf.tidy(() => {
      const shifted = Array.from({ length: tapsDown * tapsAcross }, (_, tap) => {
        const corner = [0, Math.floor(tap / tapsAcross), tap % tapsAcross, 0] as const;
        return tf.slice4d(x, [...corner], [batch, ...size, inputs]);
      });
      return tf.reshape(tf.concat(shifted, 3), [batch * size[0] * size[1], window]) as tf.Tensor2D;
    });
    const sums = tf.matMul(patches, tf.reshape(filter, [window, outputs]) as tf.Tensor2D);
    patches.dispose();
    return tf.reshape(tf.add(sums, bias), [batch, ...size, outputs]);
  });
}
