import type { MappingConfig } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';
import { loadFullyConnected } from './fully-connected.ts';
import { withOwnedParts } from './owned-parts.ts';

/** Truncation; a list gives each sample its own. */
export interface Truncation {
  /** 1 is none, 0 is the average w. */
  psi?: number | number[];
  /** How many w are truncated; null is all of them. */
  cutoff?: number | null | (number | null)[];
}

/** The mapping network (spec A.2). */
export interface Mapping {
  /** z `[N, zDim]` and class vectors `[N, cDim]` (null without classes) to ws `[N, numWs, wDim]`. */
  apply(z: tf.Tensor2D, c: tf.Tensor2D | null, truncation?: Truncation): tf.Tensor3D;
  /** Moves ws `[N, numWs, wDim]` towards the average. */
  truncate(ws: tf.Tensor3D, truncation: Truncation): tf.Tensor3D;
  dispose(): void;
}

const LR_MULTIPLIER = 0.01;

function normalizeSamples(x: tf.Tensor2D): tf.Tensor2D {
  const power = tf.mean(tf.square(x), 1, true);
  return tf.mul(x, tf.rsqrt(tf.add(power, 1e-8)));
}

/** How much of the way to the average each w goes, `[N, numWs, 1]`; null when none moves. */
function pulls(n: number, numWs: number, { psi = 1, cutoff = null }: Truncation) {
  const values = new Float32Array(n * numWs);
  for (let sample = 0; sample < n; sample++) {
    const samplePsi = typeof psi === 'number' ? psi : psi[sample];
    const sampleCutoff = Array.isArray(cutoff) ? cutoff[sample] : cutoff;
    values.fill(1 - samplePsi, sample * numWs, sample * numWs + (sampleCutoff ?? numWs));
  }
  return values.some((value) => value !== 0) ? values : null;
}

/** Loads the mapping network, the average w included. */
export function loadMapping(config: MappingConfig, weights: TensorSource): Mapping {
  const { cDim, numWs, wDim, mappingLayers } = config;
  return withOwnedParts((keep) => {
    const embed =
      cDim > 0 ? keep(loadFullyConnected(weights, 'mapping.embed', { act: 'linear' })) : null;
    const layers = Array.from({ length: mappingLayers }, (_, i) =>
      keep(
        loadFullyConnected(weights, `mapping.fc${i}`, {
          act: 'lrelu',
          lrMultiplier: LR_MULTIPLIER,
        }),
      ),
    );
    const average = keep(tf.keep(tf.tensor3d(weights.read('mapping.w_avg').data, [1, 1, wDim])));
    const truncate: Mapping['truncate'] = (ws, truncation) =>
      tf.tidy(() => {
        const n = ws.shape[0];
        const pull = pulls(n, numWs, truncation);
        if (!pull) return tf.clone(ws);
        const towards = tf.mul(tf.sub(average, ws), tf.tensor3d(pull, [n, numWs, 1]));
        return tf.add(ws, towards);
      });
    return {
      truncate,
      apply: (z, c, truncation = {}) =>
        tf.tidy(() => {
          if (embed && !c) {
            throw new CytoForgeError('bad-recipe', 'This model needs a class.', {
              found: 'no class',
              expected: `one of ${cDim} classes`,
            });
          }
          let x = normalizeSamples(z);
          if (embed && c) x = tf.concat([x, normalizeSamples(embed.apply(c))], 1);
          for (const layer of layers) x = layer.apply(x);
          const [n] = x.shape;
          const ws = tf.tile(tf.reshape(x, [n, 1, wDim]), [1, numWs, 1]) as tf.Tensor3D;
          return truncate(ws, truncation);
        }),
    };
  });
}
