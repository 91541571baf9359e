import type { MesmerConfig } from '../../bundle/segmenter-configs.ts';

/** One convolution of a residual block; its batch norm follows it. */
export interface BlockConvolution {
  /** The block's name and a number: 0 is the shortcut, e.g. `conv3_block1_0`. */
  name: string;
  kernel: number;
  stride: number;
  inputs: number;
  outputs: number;
}

/** A residual block of the backbone. */
export interface ResidualBlock {
  /** Keras' name, e.g. `conv3_block1`. */
  name: string;
  /** Its output has a pixel for 2^level × 2^level of the image. */
  level: number;
  /** Null where the input itself is added. */
  shortcut: BlockConvolution | null;
  /** In order; ReLU follows each, after the last one only when the shortcut is added. */
  convolutions: BlockConvolution[];
}

type Plan = Pick<BlockConvolution, 'kernel' | 'stride' | 'inputs' | 'outputs'>;

function plannedConvolutions(
  backbone: MesmerConfig['backbone'],
  stride: number,
  inputs: number,
  outputs: number,
): Plan[] {
  if (backbone === 'small') {
    return [
      { kernel: 3, stride, inputs, outputs },
      { kernel: 3, stride: 1, inputs: outputs, outputs },
    ];
  }
  const width = outputs / 4;
  return [
    { kernel: 1, stride, inputs, outputs: width },
    { kernel: 3, stride: 1, inputs: width, outputs: width },
    { kernel: 1, stride: 1, inputs: width, outputs },
  ];
}

/**
 * The backbone's blocks in order, with the names and strides of Keras' `ResNet50` (version 1: the stride is in a
 * block's first convolution). `small` has blocks of two 3 × 3 convolutions, and the same names.
 */
export function residualBlocks(config: MesmerConfig): ResidualBlock[] {
  let inputs = config.stemChannels;
  return config.blocks.flatMap((count, stage) => {
    const outputs = config.stageChannels[stage];
    return Array.from({ length: count }, (_, i): ResidualBlock => {
      const name = `conv${stage + 2}_block${i + 1}`;
      const stride = i === 0 && stage > 0 ? 2 : 1;
      const plans = plannedConvolutions(config.backbone, stride, inputs, outputs);
      const block = {
        name,
        level: stage + 2,
        shortcut: i === 0 ? { name: `${name}_0`, kernel: 1, stride, inputs, outputs } : null,
        convolutions: plans.map((plan, k) => ({ name: `${name}_${k + 1}`, ...plan })),
      };
      inputs = outputs;
      return block;
    });
  });
}
