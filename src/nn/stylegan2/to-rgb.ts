import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { biasAct } from '../ops/bias-act.ts';
import { filterOfTensor } from '../ops/fir-filter.ts';
import { upsampleMargins } from '../ops/resample2d.ts';
import { prepareStyleConvolution } from '../ops/style-convolution.ts';
import { prepareResampler, type Resampler } from '../ops/upfirdn2d.ts';
import { loadFullyConnected } from '../stylegan/fully-connected.ts';
import { type Disposable, withOwnedParts } from '../stylegan/owned-parts.ts';
import * as tf from '../tf.ts';
import { checkedWeight } from './checked-weight.ts';

/** What turns a block's map into its image. */
export interface ToRgb extends Disposable {
  /** `[N, H, W, channels]` and w `[N, wDim]` to `[N, H, W, imgChannels]`. */
  apply(x: tf.Tensor4D, w: tf.Tensor2D): tf.Tensor4D;
}

/** Loads the ToRGB layer `prefix` (spec A.8): 1 by 1, not demodulated, styles by 1/sqrt(channels). */
export function loadToRgb(
  prefix: string,
  options: { resolution: number; channels: number; imgChannels: number; clamp: number | null },
  weights: TensorSource,
): ToRgb {
  const { resolution, channels, imgChannels, clamp } = options;
  return withOwnedParts((keep) => {
    const affine = keep(loadFullyConnected(weights, `${prefix}.affine`, { act: 'linear' }));
    const shape = [imgChannels, channels, 1, 1];
    const { data } = checkedWeight(weights, `${prefix}.weight`, shape);
    const gained = data.map((value) => value / Math.sqrt(channels));
    const convolution = keep(
      prepareStyleConvolution({ shape, data: gained }, [resolution, resolution], {
        demodulate: false,
      }),
    );
    const bias = keep(tf.keep(tf.tensor1d(weights.read(`${prefix}.bias`).data)));
    return {
      apply: (x, w) =>
        tf.tidy(() => biasAct(convolution.apply(x, affine.apply(w)), bias, { clamp })),
    };
  });
}

/** Prepares the doubling of the image so far, from `size` pixels a side, with the stored filter `name`. */
export function loadImageDoubling(name: string, size: number, weights: TensorSource): Resampler {
  const filter = filterOfTensor(weights.read(name));
  const { width, height } = filter;
  return prepareResampler(filter, [size, size], {
    up: [2, 2],
    padding: [...upsampleMargins(width, 2), ...upsampleMargins(height, 2)],
    gain: 4,
  });
}
