import type { MesmerConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { panopticTensorShapes } from '../../checkpoints/segmenters/mesmer/panoptic-tensors.ts';
import { preprocessForMesmer } from '../../imaging/mesmer/preprocess.ts';
import type { AnnotatedImage } from '../data/annotated-image.ts';
import { ADAM } from '../optimizers/optimizer.ts';
import type { TrainingOptions } from '../training-options.ts';
import type { TrainingRecipe } from '../training-recipe.ts';
import { initialKerasWeights } from './initial-keras-weights.ts';
import { trainablePanopticNet } from './trainable-panoptic-net.ts';

/** A PanopticNet for nuclei that a browser loads in a moment: two million weights, and a pyramid that is finer than Mesmer's. */
const MESMER_NUCLEI_CONFIG: MesmerConfig = {
  backbone: 'small',
  stemChannels: 16,
  blocks: [2, 2, 2, 2],
  stageChannels: [32, 64, 128, 192],
  inputChannels: 1,
  inputSize: 256,
  pyramidLevels: [2, 3, 4, 5],
  pyramidChannels: 48,
  upsampleChannels: 24,
  headChannels: 16,
  compartments: ['nuclear'],
  micronsPerPixel: null,
};

const OPTIONS: TrainingOptions = {
  seed: 7,
  steps: 1040,
  batchSize: 4,
  augmentation: {
    size: 128,
    rotation: 'any',
    flips: true,
    scale: [0.7, 1 / 0.7],
    gain: [0.8, 1.2],
    offset: [-0.1, 0.1],
    largestBlur: 1,
  },
  optimizer: ADAM,
  learningRate: { peak: 1e-3, warmup: 50, decay: 'cosine', floor: 1e-5 },
  longestGradient: 1,
  validationShare: 0.12,
  validateEvery: 100,
  logEvery: 20,
};

/** An image as the network takes it: the mean of its channels, local histograms equalised. */
function prepare({ name, image, labels }: AnnotatedImage): AnnotatedImage {
  const { width, height, channels, data } = image;
  const grey = Float32Array.from({ length: width * height }, (_, i) => {
    let sum = 0;
    for (let c = 0; c < channels; c++) sum += data[i * channels + c];
    return sum / channels;
  });
  const plane = { width, height, channels: 1, data: grey };
  return { name, image: preprocessForMesmer(plane), labels };
}

/**
 * Nuclei as Mesmer is trained (targets and losses of spec 2.4), but for a tenfold learning rate that falls as a cosine,
 * because the training is short, and smaller crops.
 */
export const MESMER_RECIPE: TrainingRecipe = {
  name: 'mesmer',
  model: { architecture: 'mesmer', config: MESMER_NUCLEI_CONFIG },
  options: OPTIONS,
  prepare,
  create(seed) {
    const shapes = panopticTensorShapes(MESMER_NUCLEI_CONFIG);
    return trainablePanopticNet(MESMER_NUCLEI_CONFIG, initialKerasWeights(shapes, seed));
  },
};
