import * as tf from '../tf.ts';

/**
 * Runs a layer just loaded on a map so small that it takes no time. XNNPACK copies a filter when its convolution first
 * runs. Among wide maps the copies land in gaps that the next wide map then does not find: rendering 1024 × 1024 pixels
 * with the official generator made the heap, which ends at 4 GiB, grow to 3.4 GiB. Other backends copy nothing, and
 * nothing happens there.
 * @param channels of the input
 * @param side of the input in pixels, which the layer must accept
 * @returns the layer.
 */
export function packWeights<Layer extends (x: tf.Tensor4D) => tf.Tensor4D>(
  layer: Layer,
  channels: number,
  side: number,
): Layer {
  if (tf.getBackend() === 'wasm') {
    tf.tidy(() => {
      layer(tf.zeros([1, side, side, channels]));
    });
  }
  return layer;
}
