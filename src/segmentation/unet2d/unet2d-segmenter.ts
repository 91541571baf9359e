import { loadUNet2d } from '../../nn/unet2d/load-unet2d.ts';
import { expectWeights } from '../expect-weights.ts';
import { greyPlane } from '../grey-plane.ts';
import {
  type InstanceStep,
  instancesOfProbability,
} from '../instances/instances-of-probability.ts';
import { meanByObject } from '../instances/mean-by-object.ts';
import type { SegmenterModel } from '../open-segmenter.ts';
import { parameterValues } from '../parameter-values.ts';
import { predictInWindows } from '../predict-in-windows.ts';
import type { Segmenter } from '../segmenter.ts';
import { standardise } from './standardise.ts';
import { UNET2D_DESCRIPTION } from './unet2d-description.ts';

/** The network sees 65 pixels to every side; a larger window costs memory, a smaller one repeats more margin. */
const MARGIN = 96;
const CORE = 768;

/**
 * Foreground by a U-Net, objects by components or watershed. The score of an object is its mean probability.
 * @throws CytoForgeError `wrong-architecture`, `missing-tensor`.
 */
export function openUNet2dSegmenter(model: SegmenterModel | null): Segmenter {
  const { manifest, weights } = expectWeights('unet2d', model);
  const network = loadUNet2d(manifest.config, weights);
  const rules = { multiple: network.multiple, margin: MARGIN, core: CORE };
  return {
    description: UNET2D_DESCRIPTION,
    async segment(image, given, options) {
      const values = parameterValues(UNET2D_DESCRIPTION, given);
      const step = values.instance_step as InstanceStep;
      const input = standardise(greyPlane(image));
      const probability = await predictInWindows(input, rules, network.predict, options);
      const labels = instancesOfProbability(probability, {
        threshold: Number(values.threshold),
        step,
        smallest: Number(values.min_size),
      });
      const scores = meanByObject(labels, probability.data);
      return { labels, scores, facts: { instance_step: step } };
    },
    dispose: network.dispose,
  };
}
