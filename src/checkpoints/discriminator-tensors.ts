import type { DiscriminatorBlock, DiscriminatorConfig } from './discriminator-config.ts';
import { mappingTensorShapes } from './mapping-tensors.ts';

type Shapes = [string, number[]][];

function convolution(
  name: string,
  [outChannels, inChannels, kernel]: [number, number, number],
  filterShape: number[],
): Shapes {
  return [
    [`${name}.weight`, [outChannels, inChannels, kernel, kernel]],
    [`${name}.bias`, [outChannels]],
    [`${name}.resample_filter`, filterShape],
  ];
}

function blockTensors(block: DiscriminatorBlock, config: DiscriminatorConfig): Shapes {
  const { resolution, channels, outChannels, fromrgb } = block;
  const { filterShape, imgChannels, architecture } = config;
  const name = `b${resolution}`;
  return [
    [`${name}.resample_filter`, filterShape],
    ...(fromrgb ? convolution(`${name}.fromrgb`, [channels, imgChannels, 1], filterShape) : []),
    ...convolution(`${name}.conv0`, [channels, channels, 3], filterShape),
    ...convolution(`${name}.conv1`, [outChannels, channels, 3], filterShape),
    ...(architecture === 'resnet'
      ? convolution(`${name}.skip`, [outChannels, channels, 1], filterShape).filter(
          ([tensor]) => !tensor.endsWith('.bias'),
        )
      : []),
  ];
}

function epilogueTensors(config: DiscriminatorConfig): Shapes {
  const { epilogue, filterShape, imgChannels, architecture, mapping } = config;
  const { channels, minibatchStd } = epilogue;
  const seen = channels + (minibatchStd?.channels ?? 0);
  const outputs = mapping?.cmapDim ?? 1;
  return [
    ...(architecture === 'skip'
      ? convolution('b4.fromrgb', [channels, imgChannels, 1], filterShape)
      : []),
    ...convolution('b4.conv', [channels, seen, 3], filterShape),
    ['b4.fc.weight', [channels, 16 * channels]],
    ['b4.fc.bias', [channels]],
    ['b4.out.weight', [outputs, channels]],
    ['b4.out.bias', [outputs]],
  ];
}

function classTensors({ cDim, mapping }: DiscriminatorConfig): Shapes {
  if (!mapping) return [];
  const wDim = mapping.cmapDim;
  const shapes = mappingTensorShapes({
    zDim: 0,
    cDim,
    wDim,
    numWs: 0,
    mappingLayers: mapping.layers,
  });
  return shapes.filter(([name]) => name !== 'mapping.w_avg');
}

/** Names and shapes of all tensors of a discriminator, in the official order (spec A.7). */
export function discriminatorTensorShapes(config: DiscriminatorConfig): Map<string, number[]> {
  return new Map([
    ...config.blocks.flatMap((block) => blockTensors(block, config)),
    ...classTensors(config),
    ...epilogueTensors(config),
  ]);
}
