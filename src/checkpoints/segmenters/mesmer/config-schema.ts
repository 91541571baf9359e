import * as v from 'valibot';
import type { MesmerConfig } from '../../bundle/segmenter-configs.ts';

const channels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096));
const blocks = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64));
const level = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(5));

/** Levels follow each other, each has a stage of the backbone, and a tile can be halved to the coarsest. */
function hasLevels({ pyramidLevels, blocks, stageChannels, inputSize }: MesmerConfig): boolean {
  const [finest] = pyramidLevels;
  const coarsest = finest + pyramidLevels.length - 1;
  return (
    pyramidLevels.every((each, i) => each === finest + i) &&
    coarsest <= blocks.length + 1 &&
    stageChannels.length === blocks.length &&
    inputSize % 2 ** (blocks.length + 1) === 0
  );
}

/** Checks the configuration of a PanopticNet. */
export const CONFIG_SCHEMA: v.GenericSchema<MesmerConfig> = v.pipe(
  v.object({
    backbone: v.picklist(['resnet50', 'small']),
    stemChannels: channels,
    blocks: v.pipe(v.array(blocks), v.minLength(1), v.maxLength(4)),
    stageChannels: v.array(v.pipe(channels, v.multipleOf(4))),
    inputChannels: channels,
    inputSize: v.pipe(v.number(), v.integer(), v.minValue(32), v.maxValue(4096)),
    pyramidLevels: v.pipe(v.array(level), v.minLength(1), v.maxLength(4)),
    pyramidChannels: channels,
    upsampleChannels: channels,
    headChannels: channels,
    compartments: v.pipe(
      v.array(v.picklist(['whole-cell', 'nuclear'])),
      v.minLength(1),
      v.maxLength(2),
    ),
    micronsPerPixel: v.nullable(v.pipe(v.number(), v.minValue(0.001), v.maxValue(1000))),
  }),
  v.check(hasLevels, 'levels that follow each other, and a stage for each'),
);
