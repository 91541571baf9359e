import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { maskRcnnShapes } from '../../checkpoints/segmenters/maskrcnn-shapes.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { convolutionThenNorm } from '../../nn/maskrcnn/batch-norm.ts';
import { featurePyramid } from '../../nn/maskrcnn/feature-pyramid.ts';
import { paddedSize, padImage, transformImage } from '../../nn/maskrcnn/image-transform.ts';
import { backboneSteps } from '../../nn/maskrcnn/residual-backbone.ts';
import { storedBatchNorm, trainingBatchNorm } from '../../nn/ops/batch-norm.ts';
import * as tf from '../../nn/tf.ts';
import { RandomState } from '../../random/random-state.ts';
import { streamSeed } from '../../random/stream-seed.ts';
import { stackImages } from '../data/stack-examples.ts';
import { keepRunningStatistics } from '../torch/running-statistics.ts';
import { torchVariables } from '../torch/torch-variables.ts';
import type { TrainableNetwork } from '../trainable-network.ts';
import { type ImageTruth, maskRcnnLosses } from './maskrcnn-loss.ts';
import { objectBoxes } from './object-boxes.ts';
import type { MaskRcnnTraining } from './training-settings.ts';

/** How much of a batch's statistics the kept ones take over, as PyTorch's batch norm. */
const MOMENTUM = 0.1;

/** Augmentation may have made values too bright or too dark; a prepared image never has such. */
function withinRange(image: FloatImage): FloatImage {
  return { ...image, data: image.data.map((value) => Math.min(Math.max(value, 0), 1)) };
}

/**
 * A number that images of other pixels do not have. Boxes are sampled by it, so that a training that goes on where it
 * left off samples what it would have sampled.
 */
function fingerprint(images: readonly FloatImage[]): number {
  let mixed = 0;
  for (const { data } of images) {
    const words = new Uint32Array(data.buffer, data.byteOffset, data.length);
    for (let i = 0; i < words.length; i += 61) mixed = (Math.imul(mixed, 31) + words[i]) >>> 0;
  }
  return mixed;
}

/**
 * A Mask R-CNN whose weights can be learned. Examples are red, green and blue of 0 to 1 (`rgbImage`) and of one size;
 * every object of theirs is of the one class there is.
 *
 * Norms take the statistics of the batch while it learns, because frozen ones do not converge from nothing; the kept
 * means are what the bundle stores as `running_mean` and `running_var`, in the official layout.
 * @param seed of which boxes are sampled while it learns
 */
export function trainableMaskRcnn(
  config: MaskRcnnConfig,
  weights: TensorSource,
  training: MaskRcnnTraining,
  seed: number,
): TrainableNetwork {
  const factor = config.imageScale ?? 1;
  const variables = torchVariables(weights, maskRcnnShapes(config));
  const { all, statistics } = variables;
  const epsilon = config.batchNormEpsilon;
  const observe = keepRunningStatistics(statistics, MOMENTUM);
  const convolutions = {
    training: convolutionThenNorm(all, trainingBatchNorm(all, epsilon, observe)),
    validation: convolutionThenNorm(all, storedBatchNorm(all, epsilon)),
  };
  return {
    ...variables,
    loss(examples, mode, onPart) {
      const inputs = examples.map(({ image }) => transformImage(withinRange(image), { factor }));
      const size = paddedSize(inputs);
      const padded = examples.map(({ labels }, i) => ({
        labels,
        image: padImage(inputs[i], size),
      }));
      const truths = examples.map(
        ({ labels }): ImageTruth => ({
          labels,
          factor,
          ...objectBoxes(labels, training.smallestObject, factor),
        }),
      );
      let x = stackImages(padded);
      const stages: tf.Tensor4D[] = [];
      for (const step of backboneSteps(config, convolutions[mode])) {
        x = step.apply(x);
        if (step.endsStage) stages.push(x);
      }
      const network = { ...config, weights: all };
      const pyramid = featurePyramid(all, stages);
      const random = new RandomState(streamSeed(seed, fingerprint(inputs)));
      const parts = maskRcnnLosses(network, pyramid, size, truths, training, random);
      for (const [name, part] of Object.entries(parts)) onPart?.(name, part);
      return Object.values(parts).reduce((sum, part) => tf.add(sum, part)) as tf.Scalar;
    },
  };
}
