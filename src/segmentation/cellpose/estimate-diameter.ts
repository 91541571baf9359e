import type { CellposeConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { medianDiameter } from '../../imaging/median-diameter.ts';
import type { Cpnet } from '../../nn/cellpose/load-cpnet.ts';
import type { SegmentOptions } from '../segmenter.ts';
import type { CellposeOptions } from './cellpose-options.ts';
import { findObjects } from './find-objects.ts';
import { predictImage } from './predict-image.ts';

/** The smallest diameter that the size model gives. */
const SMALLEST = 5;

/** A diameter in pixels of the image, and what it was taken from. */
export interface DiameterEstimate {
  diameter: number;
  /** `masks`: the median object of a first run; `style`: the size model alone; `model`: nothing was found. */
  source: 'masks' | 'style' | 'model';
}

/** The diameter that the size model reads off a style of length 1 (`SizeModel._size_estimation`), in pixels. */
export function diameterOfStyle(
  style: Float32Array,
  { slope, styleMean, diameterMean, intercept }: NonNullable<CellposeConfig['sizeModel']>,
): number {
  const along = slope.reduce((sum, a, i) => sum + a * (style[i] - styleMean[i]), 0);
  return Math.max(SMALLEST, Math.exp(along + Math.log(diameterMean) + intercept));
}

/**
 * Estimates the diameter of an image's objects (`SizeModel.eval`): what the size model says of the style, if there is
 * one, or else the diameter of the training set's objects; then one run at that size, of whose masks it takes the median.
 * @param planes As `predictImage`.
 * @throws CytoForgeError as `predictImage` and `findObjects`.
 */
export async function estimateDiameter(
  network: Cpnet,
  planes: FloatImage,
  options: CellposeOptions,
  { signal, onProgress }: SegmentOptions = {},
): Promise<DiameterEstimate> {
  const { diameter, labelsDiameter, sizeModel } = network.config;
  const coarse = { ...options, resample: false, interp: false, augment: false, flow_threshold: 0 };
  let first: DiameterEstimate = { diameter: labelsDiameter ?? diameter, source: 'model' };
  if (sizeModel) {
    const half = (share: number) => onProgress?.(share / 2);
    const { style } = await predictImage(network, planes, 1, coarse, { signal, onProgress: half });
    first = { diameter: diameterOfStyle(style, sizeModel), source: 'style' };
  }
  const scale = diameter / first.diameter;
  const rest = (share: number) => onProgress?.(sizeModel ? (1 + share) / 2 : share);
  const prediction = await predictImage(network, planes, scale, coarse, {
    signal,
    onProgress: rest,
  });
  const median = medianDiameter(findObjects(prediction, planes, scale, coarse).labels);
  return median > 0 ? { diameter: median, source: 'masks' } : first;
}
