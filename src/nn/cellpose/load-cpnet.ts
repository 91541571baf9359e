import type { CellposeConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { cellposeTensorShapes } from '../../checkpoints/segmenters/cellpose-tensors.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { loadNamedTensors } from '../named-tensors.ts';
import { type AffineNorm, affineNorms, affineOfBatchNorm } from '../ops/batch-norm.ts';
import * as tf from '../tf.ts';
import { CPNET_EPSILON, type CpnetOutput, runCpnet } from './cpnet.ts';
import type { CpnetParts } from './residual-blocks.ts';

/** A CPnet on the current backend, ready for inference. */
export interface Cpnet {
  config: CellposeConfig;
  /** Its weights, for who runs parts of it. */
  parts: CpnetParts;
  /** Scales of the network; sides of its input are multiples of 2 to this less one. */
  scales: number;
  /**
   * `[N, H, W, channels]` → the three maps and the style, the caller's to free.
   * @param x left to the caller
   */
  run(x: tf.Tensor4D): CpnetOutput;
  /** Frees the weights. */
  dispose(): void;
}

const NORM_PARTS = ['weight', 'bias', 'running_mean', 'running_var'];
const MARK = '.running_mean';

/** Takes the batch norms' tensors out of `weights`, as one affine map each. */
function takeNorms(weights: Record<string, tf.Tensor>): Record<string, AffineNorm> {
  const norms: Record<string, AffineNorm> = {};
  const marks = Object.keys(weights).filter((name) => name.endsWith(MARK));
  for (const name of marks.map((mark) => mark.slice(0, -MARK.length))) {
    norms[name] = affineOfBatchNorm(weights, name, CPNET_EPSILON);
    for (const part of NORM_PARTS) {
      weights[`${name}.${part}`].dispose();
      delete weights[`${name}.${part}`];
    }
  }
  return norms;
}

/**
 * Puts a CPnet's weights on the current backend, its batch norms joined into affine maps.
 * @param source Official names and layouts.
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`; nothing is left allocated then.
 */
export function loadCpnet(config: CellposeConfig, source: TensorSource): Cpnet {
  const weights = loadNamedTensors(source, cellposeTensorShapes(config));
  const norms = takeNorms(weights);
  const parts: CpnetParts = { weights, norm: affineNorms(norms) };
  const scales = config.channels.length - 1;
  return {
    config,
    parts,
    scales,
    run: (x) => runCpnet(parts, x, scales),
    dispose() {
      tf.dispose(weights);
      tf.dispose(Object.values(norms).flatMap(({ scale, shift }) => [scale, shift]));
    },
  };
}
