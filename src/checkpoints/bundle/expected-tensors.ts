import { pix2PixHdTensorShapes } from '../pix2pixhd-shapes.ts';
import { segmenterTensorShapes } from '../segmenters/segmenter-formats.ts';
import { styleGan2TensorShapes } from '../stylegan2-tensors.ts';
import { styleGan3TensorShapes } from '../stylegan3-tensors.ts';
import type { Pix2PixHdConfig, StyleGan2Config, StyleGan3Config } from './manifest.ts';
import type { SegmenterArchitecture, SegmenterConfigs } from './segmenter-configs.ts';

/** A segmentation network's architecture with its configuration. */
export type SegmenterArchitectureConfig = {
  [A in SegmenterArchitecture]: { architecture: A; config: SegmenterConfigs[A] };
}[SegmenterArchitecture];

/** A generator's architecture with its configuration. */
export type GeneratorArchitectureConfig =
  | { architecture: 'stylegan3'; config: StyleGan3Config }
  | { architecture: 'stylegan2'; config: StyleGan2Config }
  | { architecture: 'pix2pixhd'; config: Pix2PixHdConfig };

/** An architecture with its configuration. */
export type ArchitectureConfig = GeneratorArchitectureConfig | SegmenterArchitectureConfig;

/** Names and shapes of all tensors that a bundle of this configuration has, in its order. */
export function expectedTensors(model: ArchitectureConfig): Map<string, number[]> {
  switch (model.architecture) {
    case 'stylegan3':
      return styleGan3TensorShapes(model.config);
    case 'stylegan2':
      return styleGan2TensorShapes(model.config);
    case 'pix2pixhd':
      return pix2PixHdTensorShapes(model.config);
    default:
      return segmenterTensorShapes(model.architecture, model.config);
  }
}
