import { innerDistance } from '../../imaging/mesmer/inner-distance.ts';
import { pixelwiseClasses } from '../../imaging/mesmer/pixelwise-classes.ts';
import * as tf from '../../nn/tf.ts';
import type { AnnotatedImage } from '../data/annotated-image.ts';

/** What a pair of heads should say. */
export interface PanopticTargets {
  /** `[N, H, W, 1]` */
  distance: tf.Tensor4D;
  /** `[N, H, W, 3]`, 1 at the class of each pixel. */
  pixelwise: tf.Tensor4D;
}

/** Targets of examples of one size (spec 2.4). */
export function panopticTargets(examples: readonly AnnotatedImage[]): PanopticTargets {
  const { width, height } = examples[0].labels;
  const pixels = width * height;
  const distance = new Float32Array(examples.length * pixels);
  const classes = new Int32Array(distance.length);
  examples.forEach(({ labels }, i) => {
    const ids = Int32Array.from(labels.data);
    distance.set(innerDistance(ids, width), i * pixels);
    classes.set(pixelwiseClasses(ids, width), i * pixels);
  });
  const shape: [number, number, number] = [examples.length, height, width];
  return {
    distance: tf.tensor4d(distance, [...shape, 1]),
    pixelwise: tf.tidy(() =>
      tf.cast(tf.oneHot(tf.tensor3d(classes, shape, 'int32'), 3) as tf.Tensor4D, 'float32'),
    ),
  };
}

/** Images of one size as a batch `[N, H, W, C]`. */
export function imageBatch(examples: readonly AnnotatedImage[]): tf.Tensor4D {
  const { width, height, channels } = examples[0].image;
  const data = new Float32Array(examples.length * width * height * channels);
  examples.forEach(({ image }, i) => {
    data.set(image.data, i * width * height * channels);
  });
  return tf.tensor4d(data, [examples.length, height, width, channels]);
}
