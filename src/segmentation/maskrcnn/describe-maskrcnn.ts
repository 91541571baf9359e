import type { SegmenterDescription } from '../segmenter.ts';

/** Which object a pixel belongs to where masks overlap: the surer object, or the one whose mask is surer there. */
export const OVERLAP_RULES = ['score', 'mask'] as const;

/**
 * Mask R-CNN; names of torchvision's arguments where it has them. Defaults are for cells: 400 detections, and fewer
 * overlaps than for photographs. Where 0 is allowed it stands for what the model was made with.
 */
export const MASKRCNN_DESCRIPTION: SegmenterDescription = {
  method: 'maskrcnn',
  weights: 'maskrcnn',
  usesPixelSize: false,
  parameters: [
    { kind: 'number', name: 'box_score_thresh', min: 0, max: 1, step: 0.05, default: 0.5 },
    { kind: 'number', name: 'box_nms_thresh', min: 0, max: 1, step: 0.05, default: 0.3 },
    {
      kind: 'number',
      name: 'box_detections_per_img',
      min: 1,
      max: 10_000,
      step: 1,
      default: 400,
    },
    { kind: 'number', name: 'mask_threshold', min: 0.01, max: 0.99, step: 0.01, default: 0.5 },
    { kind: 'number', name: 'min_size', min: 0, max: 10_000, step: 1, default: 15, unit: 'pixels' },
    { kind: 'choice', name: 'overlap_rule', options: OVERLAP_RULES, default: 'score' },
    { kind: 'flag', name: 'stretch_contrast', default: true },
    { kind: 'number', name: 'image_scale', min: 0, max: 8, step: 0.1, default: 0 },
    {
      kind: 'number',
      name: 'image_min_size',
      min: 0,
      max: 4096,
      step: 1,
      default: 0,
      unit: 'pixels',
    },
    {
      kind: 'number',
      name: 'image_max_size',
      min: 0,
      max: 4096,
      step: 1,
      default: 0,
      unit: 'pixels',
    },
    {
      kind: 'number',
      name: 'smallest_anchor',
      min: 0,
      max: 512,
      step: 1,
      default: 0,
      unit: 'pixels',
    },
    { kind: 'number', name: 'rpn_nms_thresh', min: 0, max: 1, step: 0.05, default: 0.7 },
    { kind: 'number', name: 'rpn_post_nms_top_n', min: 1, max: 10_000, step: 1, default: 1000 },
    {
      kind: 'number',
      name: 'tile_size',
      min: 128,
      max: 4096,
      step: 32,
      default: 1024,
      unit: 'pixels',
    },
    {
      kind: 'number',
      name: 'tile_overlap',
      min: 0,
      max: 120,
      step: 1,
      default: 96,
      unit: 'pixels',
    },
  ],
};
