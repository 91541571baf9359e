import type { MesmerConfig } from '../../bundle/segmenter-configs.ts';
import { residualBlocks } from './residual-blocks.ts';

/** Channels of one compartment's two heads: inner distance; edge, interior, background. */
export const HEAD_OUTPUTS = [1, 3] as const;

/** Channels that the backbone takes: what was an image of three colours. */
export const BACKBONE_INPUTS = 3;

/** Row and column, which the network sees beside the image. */
export const LOCATION_PLANES = 2;

type Shapes = [string, number[]][];

function convolution(name: string, kernel: number, inputs: number, outputs: number): Shapes {
  return [
    [`${name}/kernel`, [kernel, kernel, inputs, outputs]],
    [`${name}/bias`, [outputs]],
  ];
}

function batchNorm(name: string, channels: number): Shapes {
  const weights = ['gamma', 'beta', 'moving_mean', 'moving_variance'];
  return weights.map((weight) => [`${name}/${weight}`, [channels]]);
}

function normalised(name: string, kernel: number, inputs: number, outputs: number): Shapes {
  return [
    ...convolution(`${name}_conv`, kernel, inputs, outputs),
    ...batchNorm(`${name}_bn`, outputs),
  ];
}

function backbone(config: MesmerConfig): Shapes {
  const blocks = residualBlocks(config).flatMap(({ shortcut, convolutions }) =>
    [...(shortcut ? [shortcut] : []), ...convolutions].flatMap((each) =>
      normalised(each.name, each.kernel, each.inputs, each.outputs),
    ),
  );
  return [...normalised('conv1', 7, BACKBONE_INPUTS, config.stemChannels), ...blocks];
}

function pyramid({ pyramidLevels, stageChannels, pyramidChannels }: MesmerConfig): Shapes {
  const reduced = pyramidLevels.flatMap((level) =>
    convolution(`C${level}_reduced`, 1, stageChannels[level - 2], pyramidChannels),
  );
  return [
    ...reduced,
    ...convolution(finestLevel(pyramidLevels), 3, pyramidChannels, pyramidChannels),
  ];
}

/** Keras' name of the pyramid's finest level, the only one that the heads use: `P3` in Mesmer. */
export function finestLevel(pyramidLevels: readonly number[]): string {
  return `P${pyramidLevels[0]}`;
}

function head(config: MesmerConfig, index: number, outputs: number): Shapes {
  const { pyramidLevels, pyramidChannels, upsampleChannels, headChannels } = config;
  const upsampling = Array.from({ length: pyramidLevels[0] }, (_, i) =>
    convolution(
      `conv_${i}_semantic_upsample_${index}`,
      3,
      i === 0 ? pyramidChannels : upsampleChannels,
      upsampleChannels,
    ),
  );
  return [
    ...upsampling.flat(),
    ...convolution(`conv_0_semantic_${index}`, 1, upsampleChannels, headChannels),
    ...batchNorm(`batch_normalization_0_semantic_${index}`, headChannels),
    ...convolution(`conv_1_semantic_${index}`, 1, headChannels, outputs),
  ];
}

/** Output channels of all heads in order. */
export function headOutputs({ compartments }: MesmerConfig): number[] {
  return compartments.flatMap(() => [...HEAD_OUTPUTS]);
}

/**
 * Names and shapes of a PanopticNet's weights, `<Keras layer>/<weight>`, kernels `[height, width, in, out]`. Keras' files
 * hold levels of the pyramid besides that no head uses; they are left out.
 */
export function panopticTensorShapes(config: MesmerConfig): Map<string, number[]> {
  return new Map([
    ...convolution('conv_channels', 1, config.inputChannels + LOCATION_PLANES, BACKBONE_INPUTS),
    ...backbone(config),
    ...pyramid(config),
    ...headOutputs(config).flatMap((outputs, index) => head(config, index, outputs)),
  ]);
}
