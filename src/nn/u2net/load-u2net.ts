import type { U2NetConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { U2NET } from '../../checkpoints/segmenters/u2net.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { readTensor } from '../backend/read-tensor.ts';
import { loadNamedTensors } from '../named-tensors.ts';
import { disposeTensors } from '../segmenters/dispose-tensors.ts';
import * as tf from '../tf.ts';
import { type StageListener, u2netForward } from './u2net-forward.ts';
import { foldConvolutions, foldedParts } from './u2net-weights.ts';

/** A U²-Net on the backend. */
export interface U2Net {
  /**
   * @param x `[N, H, W, 3]`, left to the caller.
   * @returns Seven maps of logits, the fused one first, the caller's to free.
   */
  run(x: tf.Tensor4D, onStage?: StageListener): tf.Tensor4D[];
  /** @returns Fused probabilities `[H, W, 1]`, 0 to 1, of an image `[H, W, 3]`. */
  predict(image: FloatImage): Promise<FloatImage>;
  dispose(): void;
}

/**
 * Puts a U²-Net on the current backend, its batch norms in its convolutions.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`; nothing is left allocated then.
 */
export function loadU2Net(config: U2NetConfig, source: TensorSource): U2Net {
  const weights = loadNamedTensors(source, U2NET.tensorShapes(config));
  const folded = foldConvolutions(weights);
  for (const name of Object.keys(weights).filter((each) => each.startsWith('stage'))) {
    weights[name].dispose();
    delete weights[name];
  }
  const parts = foldedParts(config.variant, folded, weights);
  const run = (x: tf.Tensor4D, onStage?: StageListener) => u2netForward(parts, x, onStage);
  return {
    run,
    async predict({ width, height, channels, data }) {
      const output = tf.tidy(() =>
        tf.sigmoid(run(tf.tensor4d(data, [1, height, width, channels], 'float32'))[0]),
      );
      try {
        return { width, height, channels: 1, data: await readTensor(output) };
      } finally {
        output.dispose();
      }
    },
    dispose: () => disposeTensors({ weights, folded }),
  };
}
