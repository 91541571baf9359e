import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { maskRcnnShapes } from '../../checkpoints/segmenters/maskrcnn-shapes.ts';
import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import type { FloatImage, LabelImage } from '../../imaging/image.ts';
import { readTensor } from '../../nn/backend/read-tensor.ts';
import {
  batchStatisticsConvolution,
  storedStatisticsConvolution,
} from '../../nn/maskrcnn/batch-norm.ts';
import { featurePyramid } from '../../nn/maskrcnn/feature-pyramid.ts';
import { paddedSize, padImage, transformImage } from '../../nn/maskrcnn/image-transform.ts';
import { toNetworkLayout, toStoredLayout } from '../../nn/maskrcnn/network-weights.ts';
import { backboneSteps } from '../../nn/maskrcnn/residual-backbone.ts';
import * as tf from '../../nn/tf.ts';
import { RandomState } from '../../random/random-state.ts';
import type { ImageTruth, LossParts } from './maskrcnn-loss.ts';
import { maskRcnnLosses } from './maskrcnn-loss.ts';
import { objectBoxes } from './object-boxes.ts';
import type { MaskRcnnTraining } from './training-settings.ts';

const STATISTIC = /\.running_(mean|var)$/;
/** How much of a batch's statistics the kept ones take over, as PyTorch's batch norm. */
const MOMENTUM = 0.1;

/** An image of a batch, red, green and blue of 0 to 1 (`rgbImage`), with its objects. */
export interface LearnedImage {
  image: FloatImage;
  labels: LabelImage;
}

/** A Mask R-CNN whose weights can be learned. */
export interface TrainableMaskRcnn {
  /** What an optimiser changes, by name, in the layout of `NetworkWeights`. */
  parameters: Readonly<Record<string, tf.Variable>>;
  /** Running statistics of the batch norms. */
  statistics: Readonly<Record<string, tf.Variable>>;
  /**
   * The losses of images of one size; differentiable with respect to `parameters`.
   * @param mode `training` takes and keeps the statistics of the batch, `validation` takes those kept
   */
  losses(images: readonly LearnedImage[], mode: 'training' | 'validation'): LossParts;
  /** All weights as a bundle stores them. */
  readWeights(): Promise<Map<string, NamedTensor>>;
  dispose(): void;
}

function batchOf(images: readonly FloatImage[]): tf.Tensor4D {
  const [{ height, width, channels }] = images;
  const size = height * width * channels;
  const data = new Float32Array(images.length * size);
  for (const [i, image] of images.entries()) data.set(image.data, i * size);
  return tf.tensor4d(data, [images.length, height, width, channels]);
}

/** @param seed of what is sampled while it learns */
export function trainableMaskRcnn(
  config: MaskRcnnConfig,
  weights: TensorSource,
  training: MaskRcnnTraining,
  seed: number,
): TrainableMaskRcnn {
  const random = new RandomState(seed);
  const factor = config.imageScale ?? 1;
  const parameters: Record<string, tf.Variable> = {};
  const statistics: Record<string, tf.Variable> = {};
  for (const name of maskRcnnShapes(config).keys()) {
    const isStatistic = STATISTIC.test(name);
    const group = isStatistic ? statistics : parameters;
    group[name] = tf.tidy(() =>
      tf.variable(toNetworkLayout(name, weights.read(name)), !isStatistic),
    );
  }
  const all = new Map<string, tf.Variable>(Object.entries({ ...parameters, ...statistics }));
  const keep = (name: string, seen: tf.Tensor1D) =>
    tf.tidy(() => {
      const kept = statistics[name];
      kept.assign(tf.add(tf.mul(kept, 1 - MOMENTUM), tf.mul(seen, MOMENTUM)));
    });
  const epsilon = config.batchNormEpsilon;
  const learning = batchStatisticsConvolution(all, epsilon, (norm, mean, variance) => {
    keep(`${norm}.running_mean`, mean);
    keep(`${norm}.running_var`, variance);
  });
  const kept = storedStatisticsConvolution(all, epsilon);
  return {
    parameters,
    statistics,
    losses(images, mode) {
      const inputs = images.map(({ image }) => transformImage(image, { factor }));
      const size = paddedSize(inputs);
      const truths = images.map(
        ({ labels }): ImageTruth => ({
          labels,
          factor,
          ...objectBoxes(labels, training.smallestObject, factor),
        }),
      );
      let x = batchOf(inputs.map((input) => padImage(input, size)));
      const stages: tf.Tensor4D[] = [];
      for (const step of backboneSteps(config, mode === 'training' ? learning : kept)) {
        x = step.apply(x);
        if (step.endsStage) stages.push(x);
      }
      const network = { ...config, weights: all };
      return maskRcnnLosses(network, featurePyramid(all, stages), size, truths, training, random);
    },
    async readWeights() {
      const stored = new Map<string, NamedTensor>();
      for (const [name, variable] of all) {
        const weight = toStoredLayout(name, variable);
        stored.set(name, { shape: [...weight.shape], data: await readTensor(weight) });
        weight.dispose();
      }
      return stored;
    },
    dispose: () => tf.dispose([...all.values()]),
  };
}
