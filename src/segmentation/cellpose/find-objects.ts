import { fillObjects } from '../../imaging/flows/fill-objects.ts';
import { masksOfFlows } from '../../imaging/flows/masks-of-flows.ts';
import type { LabelImage } from '../../imaging/image.ts';
import { resizeBilinear, resizeLabels } from '../../imaging/resize-bilinear.ts';
import type { Segmentation } from '../segmenter.ts';
import type { CellposeOptions } from './cellpose-options.ts';
import type { ImagePrediction } from './predict-image.ts';

/** Steps along the flows at the network's own diameter. */
const STEPS = 200;

/** How many steps points take: as many as asked for, or so many that they cross an object. */
export function stepsFor({ niter, resample }: CellposeOptions, scale: number): number {
  if (niter > 0) return niter;
  return resample ? Math.max(1, Math.trunc(STEPS / scale)) : STEPS;
}

/** The mean over each object's pixels of the probability that the network gives them, by id − 1. */
function meanProbabilities(labels: LabelImage, cellprob: Float32Array): Float32Array {
  let count = 0;
  for (const id of labels.data) if (id > count) count = id;
  const sums = new Float64Array(count + 1);
  const areas = new Uint32Array(count + 1);
  for (const [i, id] of labels.data.entries()) {
    if (id === 0) continue;
    sums[id] += 1 / (1 + Math.exp(-cellprob[i]));
    areas[id]++;
  }
  return Float32Array.from({ length: count }, (_, i) => sums[i + 1] / areas[i + 1]);
}

/**
 * Objects of an image of `size` from what the network says of it, with scores: the mean probability over each object's
 * pixels (the sigmoid of the network's logit), which is no probability that the object is real.
 * @param scale Pixels of the network for one of the image.
 * @throws CytoForgeError `unsupported` for more objects than a label map has ids.
 */
export function findObjects(
  { flows, cellprob }: ImagePrediction,
  size: { width: number; height: number },
  scale: number,
  options: CellposeOptions,
): Omit<Segmentation, 'facts'> {
  const masks = masksOfFlows(flows, cellprob, {
    niter: stepsFor(options, scale),
    cellprobThreshold: options.cellprob_threshold,
    flowThreshold: options.flow_threshold,
    interp: options.interp,
    maxSizeFraction: options.max_size_fraction,
  });
  const labels = fillObjects(resizeLabels(masks, size.width, size.height), options.min_size);
  const map = { width: flows.width, height: flows.height, channels: 1, data: cellprob };
  const probability = resizeBilinear(map, size.width, size.height).data;
  return { labels, scores: meanProbabilities(labels, probability) };
}
