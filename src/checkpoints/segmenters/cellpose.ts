import * as v from 'valibot';
import { notOpened } from './not-opened.ts';
import type { SegmenterFormat } from './segmenter-format.ts';

/** How checkpoints of the cellpose architecture are read. */
export const CELLPOSE: SegmenterFormat<'cellpose'> = {
  architecture: 'cellpose',
  schema: v.object({
    channels: v.array(v.number()),
    diameter: v.number(),
  }),
  tensorShapes: () => new Map(),
  recognises: () => false,
  open: notOpened,
};
