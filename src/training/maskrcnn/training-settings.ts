import type { ProposalSettings } from '../../nn/maskrcnn/detection-settings.ts';
import type { SampleSize } from './balanced-sample.ts';

/** How many boxes a Mask R-CNN learns from. */
export interface MaskRcnnTraining {
  /** Anchors of an image. */
  anchors: SampleSize;
  /** Regions of an image. */
  regions: SampleSize;
  proposals: ProposalSettings;
  /** Objects of fewer pixels are not learned: what a crop cut off. */
  smallestObject: number;
}

/** For small crops on a processor: torchvision's 512 regions an image would mostly be the same ones again. */
export const SMALL_TRAINING: MaskRcnnTraining = {
  anchors: { count: 256, positiveShare: 0.5 },
  regions: { count: 64, positiveShare: 0.33 },
  proposals: { mostBeforeSuppression: 500, most: 300, nmsThreshold: 0.7, smallestSide: 1e-3 },
  smallestObject: 12,
};
