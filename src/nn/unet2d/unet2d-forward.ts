import type { Convolution } from '../segmenters/read-convolution.ts';
import * as tf from '../tf.ts';
import type { UNet2dWeights } from './unet2d-weights.ts';

function convolve(x: tf.Tensor4D, { filter, bias }: Convolution, activation: 'linear' | 'relu') {
  return tf.fused.conv2d({ x, filter, bias, strides: 1, pad: 'same', activation });
}

/** The ReLU comes after the second convolution only, as in the original. */
function pairOf(x: tf.Tensor4D, [first, second]: readonly [Convolution, Convolution]) {
  return tf.tidy(() => convolve(convolve(x, first, 'linear'), second, 'relu'));
}

function doubled(x: tf.Tensor4D): tf.Tensor4D {
  const [, height, width] = x.shape;
  return tf.image.resizeBilinear(x, [2 * height, 2 * width], false, true);
}

/**
 * The probabilities of a U-Net of plain convolutions (spec 8.2).
 * @param x `[N, H, W, C]`, sides multiples of 2 to the number of scales.
 * @returns `[N, H, W, outputs]`, 0 to 1.
 */
export function unet2dForward(weights: UNet2dWeights, x: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const skips: tf.Tensor4D[] = [];
    let map = x;
    for (const encoder of weights.encoders) {
      const skip = pairOf(map, encoder);
      skips.push(skip);
      map = tf.maxPool(skip, 2, 2, 'valid');
    }
    map = pairOf(map, weights.base);
    weights.decoders.forEach((decoder, i) => {
      const up = convolve(doubled(map), weights.upsamplers[i], 'linear');
      const skip = skips[skips.length - 1 - i];
      map = tf.tidy(() => pairOf(tf.concat([skip, up], 3), decoder));
    });
    return tf.sigmoid(convolve(map, weights.output, 'linear'));
  });
}
