import type { FloatImage } from '../../imaging/image.ts';
import * as tf from '../tf.ts';
import { featurePyramid } from './feature-pyramid.ts';
import type { MaskRcnn } from './load-maskrcnn.ts';
import type { Turns } from './take-turns.ts';

/**
 * The maps of the feature pyramid, `[1, H, W, C]` each, finest first; the caller frees them.
 * @param image normalised and padded (`transformImage`, `padImage`)
 * @throws CytoForgeError `cancelled`; nothing is left allocated.
 */
export async function extractFeatures(
  network: Pick<MaskRcnn, 'backbone' | 'weights'>,
  image: FloatImage,
  turns: Turns,
): Promise<tf.Tensor4D[]> {
  const held = new Set<tf.Tensor4D>();
  const stages: tf.Tensor4D[] = [];
  try {
    let x: tf.Tensor4D = tf.tensor4d(image.data, [1, image.height, image.width, image.channels]);
    held.add(x);
    for (const step of network.backbone) {
      await turns.pause();
      const next = step.apply(x);
      held.add(next);
      if (!stages.includes(x)) {
        x.dispose();
        held.delete(x);
      }
      x = next;
      if (step.endsStage) stages.push(x);
    }
    return featurePyramid(network.weights, stages);
  } finally {
    tf.dispose([...held]);
  }
}
