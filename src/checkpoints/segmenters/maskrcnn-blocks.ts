import type { MaskRcnnConfig } from '../bundle/segmenter-configs.ts';

/** One block of a ResNet. */
export interface ResidualBlock {
  /** e.g. `backbone.body.layer2.0` */
  name: string;
  kind: MaskRcnnConfig['block'];
  inputs: number;
  /** Channels inside. */
  width: number;
  outputs: number;
  strides: 1 | 2;
  /** Whether its shortcut is a convolution. */
  downsample: boolean;
  endsStage: boolean;
}

/** Outputs over inner channels. */
const EXPANSION = { bottleneck: 4, basic: 1 } as const;

/** All blocks of a ResNet in order; every stage but the first halves the size and doubles the channels. */
export function residualBlocks({
  block: kind,
  blocks,
  width: firstWidth,
}: Pick<MaskRcnnConfig, 'block' | 'blocks' | 'width'>): ResidualBlock[] {
  let inputs = firstWidth;
  return blocks.flatMap((count, stage) =>
    Array.from({ length: count }, (_, index): ResidualBlock => {
      const width = firstWidth * 2 ** stage;
      const outputs = width * EXPANSION[kind];
      const strides = index === 0 && stage > 0 ? 2 : 1;
      const block: ResidualBlock = {
        name: `backbone.body.layer${stage + 1}.${index}`,
        kind,
        inputs,
        width,
        outputs,
        strides,
        downsample: strides === 2 || inputs !== outputs,
        endsStage: index === count - 1,
      };
      inputs = outputs;
      return block;
    }),
  );
}

/** A convolution of the backbone with its batch norm. */
export interface BackboneConvolution {
  convolution: string;
  norm: string;
  /** `[out, in, kernel, kernel]` */
  shape: [number, number, number, number];
}

function blockConvolutions(block: ResidualBlock): BackboneConvolution[] {
  const { name, inputs, width, outputs } = block;
  const made = (index: number, to: number, from: number, kernel: number): BackboneConvolution => ({
    convolution: `${name}.conv${index}`,
    norm: `${name}.bn${index}`,
    shape: [to, from, kernel, kernel],
  });
  const own =
    block.kind === 'basic'
      ? [made(1, width, inputs, 3), made(2, outputs, width, 3)]
      : [made(1, width, inputs, 1), made(2, width, width, 3), made(3, outputs, width, 1)];
  if (!block.downsample) return own;
  const shortcut: BackboneConvolution = {
    convolution: `${name}.downsample.0`,
    norm: `${name}.downsample.1`,
    shape: [outputs, inputs, 1, 1],
  };
  return [...own, shortcut];
}

/** Every convolution of the backbone, in the order of the official state dict. */
export function backboneConvolutions(
  config: Pick<MaskRcnnConfig, 'block' | 'blocks' | 'width'>,
): BackboneConvolution[] {
  const stem: BackboneConvolution = {
    convolution: 'backbone.body.conv1',
    norm: 'backbone.body.bn1',
    shape: [config.width, 3, 7, 7],
  };
  return [stem, ...residualBlocks(config).flatMap(blockConvolutions)];
}
