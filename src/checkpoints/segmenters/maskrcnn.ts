import * as v from 'valibot';
import { notOpened } from './not-opened.ts';
import type { SegmenterFormat } from './segmenter-format.ts';

/** How checkpoints of the maskrcnn architecture are read. */
export const MASKRCNN: SegmenterFormat<'maskrcnn'> = {
  architecture: 'maskrcnn',
  schema: v.object({
    block: v.picklist(['bottleneck', 'basic']),
    blocks: v.array(v.number()),
    width: v.number(),
    classes: v.number(),
    pyramidChannels: v.number(),
    boxChannels: v.number(),
    maskChannels: v.number(),
    anchorSizes: v.array(v.number()),
    aspectRatios: v.array(v.number()),
    batchNormEpsilon: v.number(),
    minSize: v.number(),
    maxSize: v.number(),
  }),
  tensorShapes: () => new Map(),
  recognises: () => false,
  open: notOpened,
};
