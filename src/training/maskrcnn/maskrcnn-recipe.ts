import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { rgbImage } from '../../nn/maskrcnn/prepare-image.ts';
import { RandomState } from '../../random/random-state.ts';
import { ADAM } from '../optimizers/optimizer.ts';
import type { TrainingRecipe } from '../training-recipe.ts';
import { initialWeights } from './initial-weights.ts';
import { trainableMaskRcnn } from './trainable-maskrcnn.ts';
import { SMALL_TRAINING } from './training-settings.ts';

/**
 * A ResNet of basic blocks a third as wide as ResNet-18, and heads to match. Images are enlarged by a half, so that
 * small nuclei cover a few places of the finest map; the anchors are 8, 16, 32, 64 and 128 pixels of the image.
 */
const CONFIG: MaskRcnnConfig = {
  block: 'basic',
  blocks: [2, 2, 2, 1],
  width: 20,
  classes: 2,
  pyramidChannels: 48,
  boxChannels: 128,
  maskChannels: 40,
  maskConvolutions: 2,
  anchorSizes: [12, 24, 48, 96, 192],
  aspectRatios: [0.5, 1, 2],
  batchNormEpsilon: 1e-5,
  minSize: 512,
  maxSize: 2048,
  imageScale: 1.5,
};

/** A small Mask R-CNN for nuclei, from nothing: Adam on crops of 128 pixels. */
export const MASKRCNN_RECIPE: TrainingRecipe = {
  name: 'maskrcnn',
  model: { architecture: 'maskrcnn', config: CONFIG },
  options: {
    seed: 1,
    steps: 1500,
    batchSize: 2,
    augmentation: {
      size: 128,
      rotation: 'quarter',
      flips: true,
      scale: [0.7, 1.5],
      gain: [0.7, 1.15],
      offset: [0, 0.08],
      largestBlur: 1,
    },
    optimizer: ADAM,
    learningRate: { peak: 1.5e-3, warmup: 100, decay: 'cosine', floor: 2e-5 },
    longestGradient: 10,
    validationShare: 0.08,
    validateEvery: 200,
    logEvery: 10,
  },
  prepare: ({ name, image, labels }) => ({ name, image: rgbImage(image, 1, true), labels }),
  create: (seed) =>
    trainableMaskRcnn(CONFIG, initialWeights(CONFIG, new RandomState(seed)), SMALL_TRAINING, seed),
};
