import type { UNet2dConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { readTensor } from '../backend/read-tensor.ts';
import { disposeTensors } from '../segmenters/dispose-tensors.ts';
import * as tf from '../tf.ts';
import { unet2dForward } from './unet2d-forward.ts';
import { readUNet2dWeights } from './unet2d-weights.ts';

/** A U-Net on the backend. */
export interface UNet2d {
  /** Sides of its input must be multiples of this. */
  multiple: number;
  /** @returns Probabilities `[H, W, outputs]`, 0 to 1, of an image `[H, W, inputs]`. */
  predict(image: FloatImage): Promise<FloatImage>;
  dispose(): void;
}

/**
 * Puts a U-Net on the current backend.
 * @throws CytoForgeError `missing-tensor`.
 */
export function loadUNet2d(config: UNet2dConfig, source: TensorSource): UNet2d {
  const weights = readUNet2dWeights(config, source);
  return {
    multiple: 2 ** config.widths.length,
    async predict({ width, height, channels, data }) {
      const output = tf.tidy(() =>
        unet2dForward(weights, tf.tensor4d(data, [1, height, width, channels], 'float32')),
      );
      try {
        return { width, height, channels: config.outputChannels, data: await readTensor(output) };
      } finally {
        output.dispose();
      }
    },
    dispose: () => disposeTensors(weights),
  };
}
