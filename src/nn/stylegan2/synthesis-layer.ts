import type { StyleGan2Layer } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { biasAct } from '../ops/bias-act.ts';
import { filterOfTensor } from '../ops/fir-filter.ts';
import { prepareStyleConvolution } from '../ops/style-convolution.ts';
import { loadFullyConnected } from '../stylegan/fully-connected.ts';
import type { Noise } from '../stylegan/mask-network.ts';
import { type Disposable, withOwnedParts } from '../stylegan/owned-parts.ts';
import * as tf from '../tf.ts';
import { checkedWeight } from './checked-weight.ts';
import type { NoiseStream } from './noise-stream.ts';

/** The noise of one synthesis: its mode, and the stream where it is random. */
export interface LayerNoise {
  mode: Noise['mode'];
  stream: NoiseStream | null;
}

/** One convolution of a block (spec A.8). */
export interface SynthesisLayer extends Disposable {
  /** `[N, H, W, in]` and w `[N, wDim]` to `[N, H', W', out]`. */
  apply(x: tf.Tensor4D, w: tf.Tensor2D, noise: LayerNoise): tf.Tensor4D;
}

/** The stored noise map, already times its strength, `[1, size, size, 1]`. */
function storedNoise(prefix: string, size: number, weights: TensorSource) {
  const strength = weights.read(`${prefix}.noise_strength`).data[0];
  const map = weights.read(`${prefix}.noise_const`).data;
  const scaled = map.map((value) => value * strength);
  return { strength, map: tf.keep(tf.tensor4d(scaled, [1, size, size, 1])) };
}

/** Loads the layer `prefix`, which makes maps of `resolution` and doubles its input if `up` is 2. */
export function loadSynthesisLayer(
  prefix: string,
  layer: StyleGan2Layer,
  { resolution, up }: { resolution: number; up: 1 | 2 },
  weights: TensorSource,
): SynthesisLayer {
  const { inChannels, outChannels, convClamp } = layer;
  const filter = up === 2 ? filterOfTensor(weights.read(`${prefix}.resample_filter`)) : undefined;
  return withOwnedParts((keep) => {
    const affine = keep(loadFullyConnected(weights, `${prefix}.affine`, { act: 'linear' }));
    const convolution = keep(
      prepareStyleConvolution(
        checkedWeight(weights, `${prefix}.weight`, [outChannels, inChannels, 3, 3]),
        [resolution / up, resolution / up],
        { padding: 1, doublingFilter: filter },
      ),
    );
    const bias = keep(tf.keep(tf.tensor1d(weights.read(`${prefix}.bias`).data)));
    const stored = layer.useNoise ? storedNoise(prefix, resolution, weights) : null;
    if (stored) keep(stored.map);
    /** Added to the maps of `n` samples; null for none. */
    const noiseFor = (n: number, { mode, stream }: LayerNoise) => {
      if (!stored || mode === 'none') return null;
      return stream ? tf.mul(stream(n, resolution), stored.strength) : stored.map;
    };
    return {
      apply: (x, w, noise) =>
        tf.tidy(() => {
          const convolved = convolution.apply(x, affine.apply(w));
          const added = noiseFor(x.shape[0], noise);
          const y = added ? (tf.add(convolved, added) as tf.Tensor4D) : convolved;
          return biasAct(y, bias, { act: 'lrelu', clamp: convClamp });
        }),
    };
  });
}
