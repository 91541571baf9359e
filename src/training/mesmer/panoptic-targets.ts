import { innerDistance } from '../../imaging/mesmer/inner-distance.ts';
import { pixelwiseClasses } from '../../imaging/mesmer/pixelwise-classes.ts';
import type * as tf from '../../nn/tf.ts';
import type { AnnotatedImage } from '../data/annotated-image.ts';
import { stackMaps } from '../data/stack-examples.ts';

/** What a pair of heads should say. */
export interface PanopticTargets {
  /** `[N, H, W, 1]` */
  distance: tf.Tensor4D;
  /** `[N, H, W, 3]`, 1 at the class of each pixel. */
  pixelwise: tf.Tensor4D;
}

/** A class's number as 1 at its channel. */
function oneHot(classes: Uint8Array): Float32Array {
  const channels = new Float32Array(3 * classes.length);
  classes.forEach((each, i) => {
    channels[3 * i + each] = 1;
  });
  return channels;
}

/** Targets of examples of one size (spec 2.4). */
export function panopticTargets(examples: readonly AnnotatedImage[]): PanopticTargets {
  const { width } = examples[0].labels;
  const idsOf = ({ labels }: Pick<AnnotatedImage, 'labels'>) => Int32Array.from(labels.data);
  return {
    distance: stackMaps(examples, (each) => innerDistance(idsOf(each), width)),
    pixelwise: stackMaps(examples, (each) => oneHot(pixelwiseClasses(idsOf(each), width)), 3),
  };
}
