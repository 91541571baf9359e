import * as v from 'valibot';
import type { U2NetConfig } from '../bundle/segmenter-configs.ts';
import { checkShapes } from './check-shapes.ts';
import type { SegmenterFormat, StateDictShapes } from './segmenter-format.ts';
import { type U2NetStage, u2netStages } from './u2net-stages.ts';

/** Side that the authors' programs resize images to. */
const OFFICIAL_SIZE = 320;
const VARIANTS = ['u2netp', 'u2net'] as const;

const schema = v.object({
  variant: v.picklist(VARIANTS),
  inputSize: v.pipe(v.number(), v.integer(), v.minValue(32), v.maxValue(4096)),
}) satisfies v.GenericSchema<U2NetConfig>;

type NamedShape = [name: string, shape: number[]];

/** `REBNCONV`: a convolution with its batch norm. */
function normedConvolution(name: string, inputs: number, outputs: number): NamedShape[] {
  return [
    [`${name}.conv_s1.weight`, [outputs, inputs, 3, 3]],
    [`${name}.conv_s1.bias`, [outputs]],
    ...['weight', 'bias', 'running_mean', 'running_var'].map(
      (part): NamedShape => [`${name}.bn_s1.${part}`, [outputs]],
    ),
  ];
}

function stageShapes({ name, depth, inputs, middle, outputs }: U2NetStage): NamedShape[] {
  const scales = Array.from({ length: depth }, (_, i) => i + 1);
  return [
    ...normedConvolution(`${name}.rebnconvin`, inputs, outputs),
    ...scales.flatMap((scale) =>
      normedConvolution(`${name}.rebnconv${scale}`, scale === 1 ? outputs : middle, middle),
    ),
    ...scales
      .slice(0, -1)
      .reverse()
      .flatMap((scale) =>
        normedConvolution(`${name}.rebnconv${scale}d`, 2 * middle, scale === 1 ? outputs : middle),
      ),
  ];
}

function tensorShapes({ variant }: U2NetConfig): Map<string, number[]> {
  const stages = u2netStages(variant);
  const sides = ['stage1d', 'stage2d', 'stage3d', 'stage4d', 'stage5d', 'stage6'];
  return new Map([
    ...stages.flatMap(stageShapes),
    ...sides.flatMap((from, i): NamedShape[] => {
      const inputs = stages.find(({ name }) => name === from)?.outputs ?? 0;
      return [
        [`side${i + 1}.weight`, [1, inputs, 3, 3]],
        [`side${i + 1}.bias`, [1]],
      ];
    }),
    ['outconv.weight', [1, sides.length, 1, 1]],
    ['outconv.bias', [1]],
  ]);
}

function variantOf(shapes: StateDictShapes): U2NetConfig['variant'] {
  const middle = shapes.get('stage1.rebnconv1.conv_s1.weight')?.[0];
  return middle === 16 ? 'u2netp' : 'u2net';
}

/** How checkpoints of U²-Net and U²-NetP are read: the official `u2net.pth`, `u2netp.pth` and their like. */
export const U2NET: SegmenterFormat<'u2net'> = {
  architecture: 'u2net',
  schema,
  tensorShapes,
  recognises: (shapes) =>
    ['stage1.rebnconvin.conv_s1.weight', 'stage1d.rebnconvin.conv_s1.weight', 'side6.weight'].every(
      (name) => shapes.has(name),
    ),
  open(weights, shapes) {
    const config = { variant: variantOf(shapes), inputSize: OFFICIAL_SIZE };
    checkShapes(shapes, tensorShapes(config));
    return { config, weights };
  },
};
