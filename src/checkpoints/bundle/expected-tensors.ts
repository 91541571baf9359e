import { pix2PixHdTensorShapes } from '../pix2pixhd-shapes.ts';
import { styleGan3TensorShapes } from '../stylegan3-tensors.ts';
import type { Pix2PixHdConfig, StyleGan3Config } from './manifest.ts';

/** An architecture with its configuration. */
export type ArchitectureConfig =
  | { architecture: 'stylegan3'; config: StyleGan3Config }
  | { architecture: 'pix2pixhd'; config: Pix2PixHdConfig };

/** Names and shapes of all tensors that a bundle of this configuration has, in its order. */
export function expectedTensors(model: ArchitectureConfig): Map<string, number[]> {
  return model.architecture === 'stylegan3'
    ? styleGan3TensorShapes(model.config)
    : pix2PixHdTensorShapes(model.config);
}
