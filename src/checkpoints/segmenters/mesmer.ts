import * as v from 'valibot';
import { notOpened } from './not-opened.ts';
import type { SegmenterFormat } from './segmenter-format.ts';

/** How checkpoints of the mesmer architecture are read. */
export const MESMER: SegmenterFormat<'mesmer'> = {
  architecture: 'mesmer',
  schema: v.object({
    backbone: v.picklist(['resnet50', 'small']),
    blocks: v.array(v.number()),
    stageChannels: v.array(v.number()),
    inputChannels: v.number(),
    inputSize: v.number(),
    pyramidChannels: v.number(),
    upsampleChannels: v.number(),
    headChannels: v.number(),
    heads: v.array(v.number()),
    micronsPerPixel: v.nullable(v.number()),
  }),
  tensorShapes: () => new Map(),
  recognises: () => false,
  open: notOpened,
};
