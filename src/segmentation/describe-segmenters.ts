import { CELLPOSE_DESCRIPTION } from './cellpose/describe-cellpose.ts';
import type { SegmenterDescription } from './segmenter.ts';
import type { SegmenterMethod } from './segmenter-method.ts';

/** The algorithms that are there, by method; the page shows their parameters from this. */
export const SEGMENTER_DESCRIPTIONS: Partial<Record<SegmenterMethod, SegmenterDescription>> = {
  cellpose: CELLPOSE_DESCRIPTION,
};
