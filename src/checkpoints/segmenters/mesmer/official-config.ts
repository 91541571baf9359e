import type { MesmerConfig } from '../../bundle/segmenter-configs.ts';

/** Mesmer as DeepCell published it. */
export const MESMER_CONFIG: MesmerConfig = {
  backbone: 'resnet50',
  stemChannels: 64,
  blocks: [3, 4, 6, 3],
  stageChannels: [256, 512, 1024, 2048],
  inputChannels: 2,
  inputSize: 256,
  pyramidLevels: [3, 4, 5],
  pyramidChannels: 256,
  upsampleChannels: 64,
  headChannels: 128,
  compartments: ['whole-cell', 'nuclear'],
  micronsPerPixel: 0.5,
};
