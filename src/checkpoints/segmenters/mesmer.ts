import { CONFIG_SCHEMA } from './mesmer/config-schema.ts';
import { isPanopticNet, openPanopticNet } from './mesmer/open-panoptic-net.ts';
import { panopticTensorShapes } from './mesmer/panoptic-tensors.ts';
import type { SegmenterFormat } from './segmenter-format.ts';

/** How checkpoints of the mesmer architecture are read. */
export const MESMER: SegmenterFormat<'mesmer'> = {
  architecture: 'mesmer',
  schema: CONFIG_SCHEMA,
  tensorShapes: panopticTensorShapes,
  recognises: isPanopticNet,
  open: openPanopticNet,
};
