import type { SegmenterManifest } from '../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../errors.ts';
import { openCellpose } from './cellpose/cellpose-segmenter.ts';
import { openCellProfilerSegmenter } from './cellprofiler/cellprofiler-segmenter.ts';
import { openMaskRcnnSegmenter } from './maskrcnn/maskrcnn-segmenter.ts';
import { openMesmerSegmenter } from './mesmer/mesmer-segmenter.ts';
import { openOtsuSegmenter, openOtsuWatershedSegmenter } from './otsu/otsu-segmenter.ts';
import type { Segmenter } from './segmenter.ts';
import type { SegmenterMethod } from './segmenter-method.ts';
import { openU2NetSegmenter } from './u2net/u2net-segmenter.ts';
import { openUNet2dSegmenter } from './unet2d/unet2d-segmenter.ts';

/** A model's weights with what they are. */
export interface SegmenterModel {
  manifest: SegmenterManifest;
  weights: TensorSource;
}

type Opener = (model: SegmenterModel | null) => Segmenter;

/** How each algorithm is made ready; networks go to the current backend. */
const OPENERS: Partial<Record<SegmenterMethod, Opener>> = {
  otsu: openOtsuSegmenter,
  'otsu-watershed': openOtsuWatershedSegmenter,
  cellprofiler: openCellProfilerSegmenter,
  cellpose: openCellpose,
  u2net: openU2NetSegmenter,
  mesmer: openMesmerSegmenter,
  maskrcnn: openMaskRcnnSegmenter,
  unet2d: openUNet2dSegmenter,
};

/**
 * Makes an algorithm ready to run, its network on the current backend.
 * @param model The weights it needs (`SegmenterDescription.weights`), else null.
 * @throws CytoForgeError `wrong-architecture` for weights of another network, `unsupported`.
 */
export function openSegmenter(method: SegmenterMethod, model: SegmenterModel | null): Segmenter {
  const open = OPENERS[method];
  if (open) return open(model);
  throw new CytoForgeError('unsupported', 'This algorithm is not known here.', { found: method });
}
