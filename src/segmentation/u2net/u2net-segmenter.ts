import { CytoForgeError } from '../../errors.ts';
import { resizeValues } from '../../imaging/resize-values.ts';
import { loadU2Net } from '../../nn/u2net/load-u2net.ts';
import { prepareForU2Net } from '../../nn/u2net/prepare-image.ts';
import { stretchProbability } from '../../nn/u2net/stretch-probability.ts';
import { expectWeights } from '../expect-weights.ts';
import {
  type InstanceStep,
  instancesOfProbability,
} from '../instances/instances-of-probability.ts';
import { meanByObject } from '../instances/mean-by-object.ts';
import type { SegmenterModel } from '../open-segmenter.ts';
import { parameterValues } from '../parameter-values.ts';
import type { Segmenter, SegmentOptions } from '../segmenter.ts';
import { fillProbability } from './fill-probability.ts';
import { foregroundThreshold } from './foreground-threshold.ts';
import { U2NET_DESCRIPTION } from './u2net-description.ts';

function stopIf(options: SegmentOptions | undefined): void {
  if (options?.signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
}

/**
 * Foreground by a U²-Net (resized, stretched and resized back as in `u2net_test.py`), holes filled, objects by
 * components or watershed: U²-Net itself knows no instances. The score of an object is its mean probability.
 * @throws CytoForgeError `wrong-architecture`, `missing-tensor`.
 */
export function openU2NetSegmenter(model: SegmenterModel | null): Segmenter {
  const { manifest, weights } = expectWeights('u2net', model);
  const network = loadU2Net(manifest.config, weights);
  return {
    description: U2NET_DESCRIPTION,
    async segment(image, given, options) {
      const values = parameterValues(U2NET_DESCRIPTION, given);
      stopIf(options);
      const { width, height } = image;
      const size = Number(values.input_size) || manifest.config.inputSize;
      const found = await network.predict(prepareForU2Net(image, size));
      stopIf(options);
      const stretched = values.stretch ? { ...found, data: stretchProbability(found.data) } : found;
      const probability = resizeValues(stretched, width, height, {
        antiAliasing: false,
        edges: 'nearest',
      });
      const method = values.threshold_method as 'fixed' | 'otsu';
      const threshold = foregroundThreshold(probability.data, method, Number(values.threshold));
      const step = values.instance_step as InstanceStep;
      const filled = fillProbability(probability, threshold);
      const smallest = Number(values.min_size);
      const labels = instancesOfProbability(filled, { threshold, step, smallest });
      const scores = meanByObject(labels, probability.data);
      options?.onProgress?.(1);
      return { labels, scores, facts: { input_size: size, threshold, instance_step: step } };
    },
    dispose: network.dispose,
  };
}
