import type { FloatImage } from '../../imaging/image.ts';
import { normalisePlanes } from '../../imaging/normalise-planes.ts';
import { loadCpnet } from '../../nn/cellpose/load-cpnet.ts';
import { expectWeights } from '../expect-weights.ts';
import type { SegmenterModel } from '../open-segmenter.ts';
import type { Segmenter, SegmenterImage, SegmenterValues, SegmentOptions } from '../segmenter.ts';
import { type CellposeOptions, cellposeOptions } from './cellpose-options.ts';
import { choosePlanes } from './choose-planes.ts';
import { CELLPOSE_DESCRIPTION } from './describe-cellpose.ts';
import { type DiameterEstimate, estimateDiameter } from './estimate-diameter.ts';
import { findObjects, stepsFor } from './find-objects.ts';
import { predictImage } from './predict-image.ts';

/** Cellpose, which can say what diameter it would take. */
export interface CellposeSegmenter extends Segmenter {
  /**
   * What `diameter` 0 stands for in this image.
   * @throws CytoForgeError as `segment`.
   */
  estimateDiameter(
    image: SegmenterImage,
    values: SegmenterValues,
    options?: SegmentOptions,
  ): Promise<DiameterEstimate>;
}

/** Whether a segmenter can say what diameter it would take. */
export function estimatesDiameter(segmenter: Segmenter): segmenter is CellposeSegmenter {
  return 'estimateDiameter' in segmenter;
}

/** The share of a run's progress that its estimate of the diameter takes. */
const ESTIMATE = 0.4;

function preparePlanes(image: SegmenterImage, options: CellposeOptions, count: number): FloatImage {
  return normalisePlanes(choosePlanes(image, options, count), { invert: options.invert });
}

/**
 * Classic Cellpose, its network on the current backend. Scores are the mean probability over each object's pixels.
 * @throws CytoForgeError `wrong-architecture` for other weights or none, `missing-tensor`.
 */
export function openCellpose(model: SegmenterModel | null): CellposeSegmenter {
  const { manifest, weights } = expectWeights('cellpose', model);
  const { config } = manifest;
  const network = loadCpnet(config, weights);
  const [inputs] = config.channels;
  return {
    description: CELLPOSE_DESCRIPTION,
    async segment(image, values, { signal, onProgress } = {}) {
      const options = cellposeOptions(values);
      const planes = preparePlanes(image, options, inputs);
      const given = options.diameter > 0;
      const start = given ? 0 : ESTIMATE;
      const { diameter, source } = given
        ? { diameter: options.diameter, source: 'given' }
        : await estimateDiameter(network, planes, options, {
            signal,
            onProgress: (share) => onProgress?.(ESTIMATE * share),
          });
      const scale = config.diameter / diameter;
      const prediction = await predictImage(network, planes, scale, options, {
        signal,
        onProgress: (share) => onProgress?.(start + (1 - start) * share),
      });
      const found = findObjects(prediction, image, scale, options);
      const niter = stepsFor(options, scale);
      return { ...found, facts: { diameter, diameter_from: source, scale, niter } };
    },
    estimateDiameter(image, values, options) {
      const chosen = cellposeOptions(values);
      return estimateDiameter(network, preparePlanes(image, chosen, inputs), chosen, options);
    },
    dispose: network.dispose,
  };
}
