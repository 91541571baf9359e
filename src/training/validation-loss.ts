import * as tf from '../nn/tf.ts';
import type { AnnotatedImage } from './data/annotated-image.ts';
import { PLAIN_CROPS } from './data/augmentation.ts';
import { drawExample } from './data/draw-example.ts';
import { exampleStream } from './data/example-order.ts';
import type { TrainableNetwork } from './trainable-network.ts';
import type { TrainingOptions } from './training-options.ts';

/** The mean loss of one plain crop of every image, the same crops every time. */
export function validationLoss(
  network: TrainableNetwork,
  images: readonly AnnotatedImage[],
  { seed, batchSize, augmentation }: TrainingOptions,
): number {
  const crops = { ...PLAIN_CROPS, size: augmentation.size };
  const examples = images.map((image, i) => drawExample(image, crops, exampleStream(seed, i)));
  let sum = 0;
  for (let start = 0; start < examples.length; start += batchSize) {
    const batch = examples.slice(start, start + batchSize);
    const loss = tf.tidy(() => network.loss(batch, 'validation').dataSync()[0]);
    sum += loss * batch.length;
  }
  return examples.length === 0 ? Number.NaN : sum / examples.length;
}
