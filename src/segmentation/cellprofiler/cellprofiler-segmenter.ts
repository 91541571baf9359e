import { CytoForgeError } from '../../errors.ts';
import { parameterValues } from '../parameter-values.ts';
import type { Segmenter } from '../segmenter.ts';
import { CELLPROFILER_DESCRIPTION } from './cellprofiler-description.ts';
import { identifyPrimaryObjects } from './identify-primary.ts';
import { hasContrast, intensityImage } from './intensity-image.ts';
import { primaryOfValues } from './primary-of-values.ts';
import { segmentationOfLabels, thresholdFact } from './segmentation-of-labels.ts';

/** CellProfiler's IdentifyPrimaryObjects on one plane of an image. */
export function openCellProfilerSegmenter(): Segmenter {
  return {
    description: CELLPROFILER_DESCRIPTION,
    async segment(image, given, options) {
      if (options?.signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
      const settings = primaryOfValues(parameterValues(CELLPROFILER_DESCRIPTION, given));
      const { width, height } = image;
      const intensities = intensityImage(image);
      if (!hasContrast(intensities)) {
        const facts = { threshold: intensities.data[0], components: 0, maxima: 0 };
        return segmentationOfLabels(new Int32Array(width * height), width, height, facts);
      }
      const objects = identifyPrimaryObjects(intensities, settings);
      options?.onProgress?.(1);
      return segmentationOfLabels(objects.labels, width, height, {
        threshold: thresholdFact(objects.threshold),
        components: objects.counts.components,
        maxima: objects.counts.maxima,
      });
    },
    dispose() {},
  };
}
