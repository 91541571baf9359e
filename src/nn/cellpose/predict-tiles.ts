import { readTensor } from '../backend/read-tensor.ts';
import * as tf from '../tf.ts';
import type { Cpnet } from './load-cpnet.ts';

/** What the network says of some tiles of one size, as plain numbers. */
export interface TilePrediction {
  /** `[N, height, width, 3]`: flow along y, flow along x (five times the unit flow), logit. */
  maps: Float32Array;
  /** `[N, styleLength]`, of length 1 each. */
  styles: Float32Array;
}

/**
 * Runs the network on tiles.
 * @param pixels `[N, height, width, channels]`, sides multiples of 2 to the number of scales less one.
 * @throws CytoForgeError `gpu-error`, `device-lost`; nothing is left allocated.
 */
export async function predictTiles(
  network: Cpnet,
  pixels: Float32Array,
  { width, height }: { width: number; height: number },
): Promise<TilePrediction> {
  const [channels] = network.config.channels;
  const count = pixels.length / (width * height * channels);
  const x = tf.tensor4d(pixels, [count, height, width, channels]);
  const { maps, style } = network.run(x);
  x.dispose();
  try {
    return { maps: await readTensor(maps), styles: await readTensor(style) };
  } finally {
    tf.dispose([maps, style]);
  }
}
