import * as v from 'valibot';
import { notOpened } from './not-opened.ts';
import type { SegmenterFormat } from './segmenter-format.ts';

/** How checkpoints of the u2net architecture are read. */
export const U2NET: SegmenterFormat<'u2net'> = {
  architecture: 'u2net',
  schema: v.object({
    variant: v.picklist(['u2net', 'u2netp']),
    inputSize: v.number(),
  }),
  tensorShapes: () => new Map(),
  recognises: () => false,
  open: notOpened,
};
