import type { MesmerConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { panopticTensorShapes } from '../../checkpoints/segmenters/mesmer/panoptic-tensors.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';
import { foldedNorm } from './batch-norms.ts';
import { foldBatchNorms } from './fold-batch-norms.ts';
import { panopticLayers } from './panoptic-layers.ts';
import { activateHeads, panopticLogits } from './panoptic-net.ts';

/** A PanopticNet on the current backend. */
export interface PanopticNet {
  config: MesmerConfig;
  /**
   * The outputs of all heads in order: inner distance `[N, H, W, 1]`, then edge, interior and background
   * `[N, H, W, 3]`, of every compartment. The caller frees them.
   * @param images `[N, H, W, inputChannels]`; H and W are multiples of 2 to the coarsest level
   */
  run(images: tf.Tensor4D): tf.Tensor4D[];
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
  return {
    config,
    run: (images) => tf.tidy(() => activateHeads(panopticLogits(config, layers, images))),
    dispose: () => tf.dispose(weights),
  };
}
