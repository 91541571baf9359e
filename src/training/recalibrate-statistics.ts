import * as tf from '../nn/tf.ts';
import type { AnnotatedImage } from './data/annotated-image.ts';
import { PLAIN_CROPS } from './data/augmentation.ts';
import { drawExample } from './data/draw-example.ts';
import { exampleOrder, exampleStream } from './data/example-order.ts';
import type { TrainableNetwork } from './trainable-network.ts';

/** How batch norms are given statistics of examples as large as the images at inference. */
export interface Recalibration {
  /** Side in pixels of an example. */
  size: number;
  /** How many, one at a time. */
  examples: number;
}

/** Examples that only move the running statistics away from where small ones left them. */
const BURN_IN = 5;

/**
 * Gives batch norms the statistics of larger examples than those of the training, weights as they are: deep scales of a
 * small example are mostly border, and their statistics do not hold in whole images. What is kept is the mean of the
 * running statistics over the examples (after "Rethinking 'Batch' in BatchNorm", Wu and Johnson 2021, section 3).
 */
export function recalibrateStatistics(
  network: TrainableNetwork,
  images: readonly AnnotatedImage[],
  { size, examples }: Recalibration,
  seed: number,
): void {
  const imageAt = exampleOrder(seed, images.length);
  const crops = { ...PLAIN_CROPS, size };
  const variables = Object.values(network.statistics);
  let sums: tf.Tensor[] = variables.map((variable) => tf.tidy(() => tf.zeros(variable.shape)));
  for (let position = 0; position < BURN_IN + examples; position++) {
    const image = images[imageAt(position)];
    const example = drawExample(image, crops, exampleStream(seed, position));
    tf.tidy(() => {
      network.loss([example], 'training');
    });
    if (position < BURN_IN) continue;
    const added = tf.tidy(() => sums.map((sum, i) => tf.add(sum, variables[i])));
    tf.dispose(sums);
    sums = added;
  }
  tf.tidy(() => {
    for (const [i, variable] of variables.entries()) variable.assign(tf.div(sums[i], examples));
  });
  tf.dispose(sums);
}
