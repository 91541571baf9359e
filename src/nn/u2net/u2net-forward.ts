import type { U2NetConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { u2netStages } from '../../checkpoints/segmenters/u2net-stages.ts';
import * as tf from '../tf.ts';
import { enlargeTo, halve, type NormedConvolution, residualUBlock } from './residual-u-block.ts';

/** What a U²-Net is made of, for inference and for training alike. */
export interface U2NetParts {
  variant: U2NetConfig['variant'];
  convolve: NormedConvolution;
  /** A convolution without norm and ReLU: `side1` … `side6`, `outconv`. */
  predict(x: tf.Tensor4D, name: string): tf.Tensor4D;
}

/** Hears the maps of stages as they are made; freed after the pass. */
export type StageListener = (stage: string, map: tf.Tensor4D) => void;

const SCALES = 6;

/**
 * A U²-Net (Qin et al. 2020; `model/u2net.py`).
 * @param x `[N, H, W, 3]`
 * @returns Seven maps of logits, `[N, H, W, 1]`: the fused one first, then those of the decoder's stages, finest first.
 */
export function u2netForward(
  { variant, convolve, predict }: U2NetParts,
  x: tf.Tensor4D,
  onStage?: StageListener,
): tf.Tensor4D[] {
  return tf.tidy(() => {
    const stages = u2netStages(variant);
    const run = (at: number, maps: tf.Tensor4D[]) => {
      const map = residualUBlock(convolve, stages[at], maps);
      onStage?.(stages[at].name, map);
      return map;
    };
    const encoded: tf.Tensor4D[] = [];
    for (let i = 0; i < SCALES; i++) {
      const before = encoded.at(-1);
      encoded.push(run(i, [before ? halve(before) : x]));
    }
    const decoded = [encoded[SCALES - 1]];
    for (let i = SCALES - 2; i >= 0; i--) {
      const skip = encoded[i];
      decoded.unshift(run(stages.length - 1 - i, [enlargeTo(decoded[0], skip), skip]));
    }
    const sides = decoded.map((map, i) => enlargeTo(predict(map, `side${i + 1}`), x));
    return [predict(tf.concat(sides, 3), 'outconv'), ...sides];
  });
}
