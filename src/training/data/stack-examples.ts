import * as tf from '../../nn/tf.ts';
import type { AnnotatedImage } from './annotated-image.ts';

type Example = Pick<AnnotatedImage, 'image' | 'labels'>;

/** The images of examples of one size, `[N, H, W, C]`. */
export function stackImages(examples: readonly Example[]): tf.Tensor4D {
  const { width, height, channels } = examples[0].image;
  const values = new Float32Array(examples.length * width * height * channels);
  for (const [i, { image }] of examples.entries()) {
    values.set(image.data, i * width * height * channels);
  }
  return tf.tensor4d(values, [examples.length, height, width, channels]);
}

/**
 * A map of every example, e.g. a target made of its labels, `[N, H, W, channels]`.
 * @param mapOf `[H, W, channels]` in C order.
 */
export function stackMaps(
  examples: readonly Example[],
  mapOf: (example: Example) => ArrayLike<number>,
  channels = 1,
): tf.Tensor4D {
  const { width, height } = examples[0].labels;
  const values = new Float32Array(examples.length * width * height * channels);
  for (const [i, example] of examples.entries()) {
    values.set(mapOf(example), i * width * height * channels);
  }
  return tf.tensor4d(values, [examples.length, height, width, channels]);
}
