import type { U2NetConfig } from '../bundle/segmenter-configs.ts';

/** A residual U-block: how many scales it has, and its channels. `dilated` is RSU-4F, which keeps one scale. */
export interface U2NetStage {
  name: string;
  depth: 4 | 5 | 6 | 7;
  dilated: boolean;
  inputs: number;
  middle: number;
  outputs: number;
}

/** Stages of the encoder, finest first, then of the decoder, coarsest first. */
const STAGES: readonly (readonly [name: string, depth: U2NetStage['depth'], dilated: boolean])[] = [
  ['stage1', 7, false],
  ['stage2', 6, false],
  ['stage3', 5, false],
  ['stage4', 4, false],
  ['stage5', 4, true],
  ['stage6', 4, true],
  ['stage5d', 4, true],
  ['stage4d', 4, false],
  ['stage3d', 5, false],
  ['stage2d', 6, false],
  ['stage1d', 7, false],
];

/** Channels in, in the middle and out by stage, in the order of `STAGES`. */
const CHANNELS: Record<U2NetConfig['variant'], readonly (readonly [number, number, number])[]> = {
  u2net: [
    [3, 32, 64],
    [64, 32, 128],
    [128, 64, 256],
    [256, 128, 512],
    [512, 256, 512],
    [512, 256, 512],
    [1024, 256, 512],
    [1024, 128, 256],
    [512, 64, 128],
    [256, 32, 64],
    [128, 16, 64],
  ],
  u2netp: STAGES.map(([name]) => {
    const inputs = name === 'stage1' ? 3 : name.endsWith('d') ? 128 : 64;
    return [inputs, 16, 64];
  }),
};

/** The eleven stages of a U²-Net (Qin et al. 2020, figure 5 and table 1). */
export function u2netStages(variant: U2NetConfig['variant']): U2NetStage[] {
  return STAGES.map(([name, depth, dilated], i) => {
    const [inputs, middle, outputs] = CHANNELS[variant][i];
    return { name, depth, dilated, inputs, middle, outputs };
  });
}
