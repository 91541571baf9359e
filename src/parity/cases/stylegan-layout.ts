import type { SafetensorsTensor } from '../../checkpoints/safetensors.ts';
import { readTensor } from '../../nn/backend/read-tensor.ts';
import * as tf from '../../nn/tf.ts';

/** A golden `[N, C, H, W]` on the backend, as `[N, H, W, C]`. */
export function mapOf({ shape, data }: SafetensorsTensor): tf.Tensor4D {
  return tf.tidy(() => {
    const planes = tf.tensor4d(data as Float32Array, shape as [number, number, number, number]);
    return tf.transpose(planes, [0, 2, 3, 1]) as tf.Tensor4D;
  });
}

/** The first `channels` channels of `[N, H, W, C]` in the goldens' order; disposes the map. */
export async function planesOf(map: tf.Tensor4D, channels?: number): Promise<Float32Array> {
  const planes = tf.tidy(() => {
    const [n, h, w, c] = map.shape;
    const part = tf.slice4d(map, [0, 0, 0, 0], [n, h, w, channels ?? c]);
    return tf.transpose(part, [0, 3, 1, 2]);
  });
  map.dispose();
  const values = await readTensor(planes);
  planes.dispose();
  return values;
}

/** The values of a tensor; disposes it. */
export async function valuesOf(tensor: tf.Tensor): Promise<Float32Array> {
  const values = await readTensor(tensor);
  tensor.dispose();
  return values;
}
