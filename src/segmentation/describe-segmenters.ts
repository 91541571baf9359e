import { CELLPOSE_DESCRIPTION } from './cellpose/describe-cellpose.ts';
import { CELLPROFILER_DESCRIPTION } from './cellprofiler/cellprofiler-description.ts';
import { MASKRCNN_DESCRIPTION } from './maskrcnn/describe-maskrcnn.ts';
import { MESMER_DESCRIPTION } from './mesmer/mesmer-description.ts';
import { OTSU_DESCRIPTION, OTSU_WATERSHED_DESCRIPTION } from './otsu/otsu-descriptions.ts';
import type { SegmenterDescription } from './segmenter.ts';
import type { SegmenterMethod } from './segmenter-method.ts';
import { U2NET_DESCRIPTION } from './u2net/u2net-description.ts';
import { UNET2D_DESCRIPTION } from './unet2d/unet2d-description.ts';

/** The algorithms that are there, by method; the page shows their parameters from this. */
export const SEGMENTER_DESCRIPTIONS: Partial<Record<SegmenterMethod, SegmenterDescription>> = {
  otsu: OTSU_DESCRIPTION,
  'otsu-watershed': OTSU_WATERSHED_DESCRIPTION,
  cellprofiler: CELLPROFILER_DESCRIPTION,
  cellpose: CELLPOSE_DESCRIPTION,
  u2net: U2NET_DESCRIPTION,
  mesmer: MESMER_DESCRIPTION,
  maskrcnn: MASKRCNN_DESCRIPTION,
  unet2d: UNET2D_DESCRIPTION,
};
