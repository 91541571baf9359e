import type { StyleGan2Block } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { type Disposable, withOwnedParts } from '../stylegan/owned-parts.ts';
import * as tf from '../tf.ts';
import { checkedWeight } from './checked-weight.ts';
import { type LayerNoise, loadSynthesisLayer } from './synthesis-layer.ts';
import { loadImageDoubling, loadToRgb } from './to-rgb.ts';

/** The map and the image so far, `[N, r, r, channels]` and `[N, r, r, imgChannels]`. */
export interface BlockOutput {
  x: tf.Tensor4D;
  image: tf.Tensor4D;
}

/** One resolution of the synthesis (spec A.8). */
export interface SynthesisBlock extends Disposable {
  /** How many w its convolutions take; ToRGB takes the one after them. */
  convolutions: number;
  /**
   * @param before What the block before made, null for the first.
   * @param ws `[N, wDim]` each, `convolutions + 1` of them.
   */
  apply(before: BlockOutput | null, ws: tf.Tensor2D[], noise: LayerNoise): BlockOutput;
}

/** The learned constant of the first block, `[1, 4, 4, channels]`. */
function loadConstant(name: string, channels: number, weights: TensorSource): tf.Tensor4D {
  const { data } = checkedWeight(weights, name, [channels, 4, 4]);
  return tf.keep(
    tf.tidy(() => tf.transpose(tf.tensor4d(data, [1, channels, 4, 4]), [0, 2, 3, 1])),
  ) as tf.Tensor4D;
}

/** Loads one block. */
export function loadSynthesisBlock(
  block: StyleGan2Block,
  imgChannels: number,
  weights: TensorSource,
): SynthesisBlock {
  const { resolution, conv0, conv1, torgbClamp } = block;
  const prefix = `synthesis.b${resolution}`;
  return withOwnedParts((keep) => {
    const first = conv0 ? null : keep(loadConstant(`${prefix}.const`, conv1.inChannels, weights));
    const doubling =
      conv0 && keep(loadSynthesisLayer(`${prefix}.conv0`, conv0, { resolution, up: 2 }, weights));
    const layer = keep(
      loadSynthesisLayer(`${prefix}.conv1`, conv1, { resolution, up: 1 }, weights),
    );
    const torgb = keep(
      loadToRgb(
        `${prefix}.torgb`,
        { resolution, channels: conv1.outChannels, imgChannels, clamp: torgbClamp },
        weights,
      ),
    );
    const enlarge =
      conv0 && keep(loadImageDoubling(`${prefix}.resample_filter`, resolution / 2, weights));
    const enter = (before: BlockOutput | null, w: tf.Tensor2D, noise: LayerNoise) => {
      if (doubling && before) return doubling.apply(before.x, w, noise);
      return tf.tile(first as tf.Tensor4D, [w.shape[0], 1, 1, 1]);
    };
    return {
      convolutions: conv0 ? 2 : 1,
      apply: (before, ws, noise) =>
        tf.tidy(() => {
          const [last, forImage] = ws.slice(-2);
          const x = layer.apply(enter(before, ws[0], noise), last, noise);
          const own = torgb.apply(x, forImage);
          const image = enlarge && before ? tf.add(enlarge.apply(before.image), own) : own;
          return { x, image } as BlockOutput & tf.NamedTensorMap;
        }),
    };
  });
}
