import type { UNet2dConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { type Convolution, readConvolution } from '../segmenters/read-convolution.ts';
import * as tf from '../tf.ts';

/** Two convolutions that follow each other. */
type Pair = readonly [Convolution, Convolution];

/** The weights of a U-Net, highest resolution first in the encoder, lowest first in the decoder. */
export interface UNet2dWeights {
  encoders: Pair[];
  base: Pair;
  upsamplers: Convolution[];
  decoders: Pair[];
  output: Convolution;
}

/**
 * Puts the weights on the backend.
 * @throws CytoForgeError `missing-tensor`; nothing is left allocated.
 */
export function readUNet2dWeights(config: UNet2dConfig, source: TensorSource): UNet2dWeights {
  const owned: Convolution[] = [];
  const read = (name: string): Convolution => {
    const convolution = readConvolution(source, name);
    owned.push(convolution);
    return convolution;
  };
  const pair = (name: string): Pair => [read(`${name}.0`), read(`${name}.1`)];
  const scales = config.widths.map((_, i) => i);
  try {
    return {
      encoders: scales.map((i) => pair(`encoders.${i}`)),
      base: pair('base'),
      upsamplers: scales.map((i) => read(`upsamplers.${i}.1`)),
      decoders: scales.map((i) => pair(`decoders.${i}`)),
      output: read('output'),
    };
  } catch (error) {
    tf.dispose(owned.map(({ filter, bias }) => [filter, bias]));
    throw error;
  }
}
