import * as v from 'valibot';
import { notOpened } from './not-opened.ts';
import type { SegmenterFormat } from './segmenter-format.ts';

/** How checkpoints of the unet2d architecture are read. */
export const UNET2D: SegmenterFormat<'unet2d'> = {
  architecture: 'unet2d',
  schema: v.object({
    inputChannels: v.number(),
    outputChannels: v.number(),
    widths: v.array(v.number()),
    base: v.number(),
  }),
  tensorShapes: () => new Map(),
  recognises: () => false,
  open: notOpened,
};
