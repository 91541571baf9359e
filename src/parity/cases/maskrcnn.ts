import type { ParityEntry } from '../registry.ts';
import { checkDetectionOps } from './maskrcnn/detection-ops.ts';
import { checkTinyNetwork } from './maskrcnn/tiny-case.ts';

/** Mask R-CNN against torchvision's. */
export const MASKRCNN_CASES: ParityEntry[] = [
  { matches: /^04_tv_ops$/, run: checkDetectionOps },
  { matches: /^04_maskrcnn_tiny$/, run: checkTinyNetwork },
];
