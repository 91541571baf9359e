import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import type { DetectionSettings } from '../../nn/maskrcnn/detection-settings.ts';
import { OFFICIAL_SETTINGS } from '../../nn/maskrcnn/detection-settings.ts';
import type { Scaling } from '../../nn/maskrcnn/image-transform.ts';
import { parameterValues } from '../parameter-values.ts';
import type { SegmenterValues } from '../segmenter.ts';
import { MASKRCNN_DESCRIPTION, type OVERLAP_RULES } from './describe-maskrcnn.ts';

/** What a run of Mask R-CNN needs to know. */
export interface MaskRcnnOptions {
  detection: DetectionSettings;
  scaling: Scaling;
  /** By level, in pixels of the resized image. */
  anchorSizes: readonly number[];
  maskThreshold: number;
  smallestObject: number;
  overlapRule: (typeof OVERLAP_RULES)[number];
  stretchContrast: boolean;
  /** Side and overlap in pixels of the image; null where its size decides the scale, so that it stays in one piece. */
  tiles: { side: number; overlap: number } | null;
}

function scalingOf(values: Record<string, number>, config: MaskRcnnConfig): Scaling {
  const { image_scale: scale, image_min_size: shorter, image_max_size: longer } = values;
  if (scale > 0) return { factor: scale };
  if (config.imageScale !== null && !(shorter > 0) && !(longer > 0)) {
    return { factor: config.imageScale };
  }
  return { minSize: shorter || config.minSize, maxSize: longer || config.maxSize };
}

/**
 * The options of a run: a person's values, and the model's own where they say 0.
 * @throws CytoForgeError `bad-option` for a name it does not have or a value out of range.
 */
export function maskRcnnOptions(given: SegmenterValues, config: MaskRcnnConfig): MaskRcnnOptions {
  const values = parameterValues(MASKRCNN_DESCRIPTION, given);
  const numbers = values as Record<string, number>;
  const most = Math.round(numbers.rpn_post_nms_top_n);
  const scaling = scalingOf(numbers, config);
  const smallest = numbers.smallest_anchor;
  return {
    detection: {
      proposals: {
        ...OFFICIAL_SETTINGS.proposals,
        mostBeforeSuppression: Math.max(most, OFFICIAL_SETTINGS.proposals.mostBeforeSuppression),
        most,
        nmsThreshold: numbers.rpn_nms_thresh,
      },
      scoreThreshold: numbers.box_score_thresh,
      nmsThreshold: numbers.box_nms_thresh,
      detectionsPerImage: Math.round(numbers.box_detections_per_img),
      smallestSide: OFFICIAL_SETTINGS.smallestSide,
    },
    scaling,
    anchorSizes: smallest
      ? config.anchorSizes.map((_, level) => smallest * 2 ** level)
      : config.anchorSizes,
    maskThreshold: numbers.mask_threshold,
    smallestObject: numbers.min_size,
    overlapRule: values.overlap_rule as MaskRcnnOptions['overlapRule'],
    stretchContrast: values.stretch_contrast as boolean,
    tiles:
      'factor' in scaling
        ? { side: Math.round(numbers.tile_size), overlap: Math.round(numbers.tile_overlap) }
        : null,
  };
}
