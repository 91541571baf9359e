import type { MesmerConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { panopticTensorShapes } from '../../checkpoints/segmenters/mesmer/panoptic-tensors.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import { PIXELWISE } from '../../imaging/mesmer/pixelwise-classes.ts';
import { readTensor } from '../backend/read-tensor.ts';
import * as tf from '../tf.ts';
import { foldedNorm } from './batch-norms.ts';
import { foldBatchNorms } from './fold-batch-norms.ts';
import { panopticLayers } from './panoptic-layers.ts';
import { activateHeads, panopticLogits } from './panoptic-net.ts';

/** A PanopticNet on the current backend. */
export interface PanopticNet {
  config: MesmerConfig;
  /**
   * The outputs of heads: inner distance `[N, H, W, 1]`, then edge, interior and background `[N, H, W, 3]`, of every
   * compartment in order. The caller frees them.
   * @param images `[N, H, W, inputChannels]`; H and W are multiples of 2 to the coarsest level
   * @param heads numbers of those that are wanted; all if absent
   */
  run(images: tf.Tensor4D, heads?: readonly number[]): tf.Tensor4D[];
  /**
   * What the watershed needs of one compartment.
   * @param images `[N, H, W, inputChannels]` in C order, the sides of a tile
   * @param compartment its place in `config.compartments`
   * @returns `[N, H, W, 2]` in C order: inner distance, share of the interior
   */
  predict(images: Float32Array, compartment: number): Promise<Float32Array>;
  /** Frees the weights. */
  dispose(): void;
}

function checkShapes(config: MesmerConfig, source: TensorSource): void {
  for (const [name, shape] of panopticTensorShapes(config)) {
    const found = source.read(name).shape;
    if (found.join() === shape.join()) continue;
    throw new CytoForgeError('wrong-architecture', 'A weight has another shape than expected.', {
      where: name,
      found: `[${found.join(', ')}]`,
      expected: `[${shape.join(', ')}]`,
    });
  }
}

/**
 * Puts a PanopticNet on the current backend, its batch norms folded into the convolutions.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`; nothing is left allocated then.
 */
export function loadPanopticNet(config: MesmerConfig, source: TensorSource): PanopticNet {
  checkShapes(config, source);
  const folded = foldBatchNorms(source);
  const weights: Record<string, tf.Tensor> = {};
  for (const name of folded.names()) {
    const { shape, data } = folded.read(name);
    weights[name] = tf.keep(tf.tensor(data, shape, 'float32'));
  }
  const layers = panopticLayers(weights, foldedNorm);
  const run: PanopticNet['run'] = (images, heads) =>
    tf.tidy(() => activateHeads(panopticLogits(config, layers, images, heads)));
  return {
    config,
    run,
    async predict(images, compartment) {
      const { inputSize, inputChannels } = config;
      const pair = tf.tidy(() => {
        const count = images.length / (inputSize * inputSize * inputChannels);
        const batch = tf.tensor4d(images, [count, inputSize, inputSize, inputChannels]);
        const [distance, shares] = run(batch, [2 * compartment, 2 * compartment + 1]);
        const interior = tf.slice(shares, [0, 0, 0, PIXELWISE.interior], [-1, -1, -1, 1]);
        return tf.concat([distance, interior], 3);
      });
      try {
        return await readTensor(pair);
      } finally {
        pair.dispose();
      }
    },
    dispose: () => tf.dispose(weights),
  };
}
