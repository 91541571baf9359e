import { resizeLabelImage } from '../../imaging/pillow-resize.ts';
import { prepareForU2Net } from '../../nn/u2net/prepare-image.ts';
import { ADAM } from '../optimizers/optimizer.ts';
import type { TrainingRecipe } from '../training-recipe.ts';
import { trainableU2Net } from './trainable-u2net.ts';

const INPUT_SIZE = 320;
const CONFIG = { variant: 'u2netp', inputSize: INPUT_SIZE } as const;

/**
 * U²-NetP as its authors train (resize to 320, flip, crop, sum of seven cross-entropies, Adam at 1e-3), with smaller
 * crops and more augmentation; the rate falls as a cosine because the training is short. The batch norms' statistics are
 * those of whole images.
 */
export const U2NETP_RECIPE: TrainingRecipe = {
  name: 'u2netp',
  model: { architecture: 'u2net', config: CONFIG },
  options: {
    seed: 1,
    steps: 700,
    batchSize: 4,
    augmentation: {
      size: 64,
      rotation: 'quarter',
      flips: true,
      scale: [0.8, 1.25],
      gain: [0.85, 1.15],
      offset: [-0.2, 0.2],
      largestBlur: 1,
    },
    optimizer: ADAM,
    learningRate: { peak: 1e-3, warmup: 20, decay: 'cosine', floor: 1e-6 },
    longestGradient: 5,
    validationShare: 0.1,
    validateEvery: 50,
    logEvery: 10,
  },
  recalibration: { size: INPUT_SIZE, examples: 10 },
  prepare: ({ name, image, labels }) => ({
    name,
    image: prepareForU2Net(image, INPUT_SIZE),
    labels: resizeLabelImage(labels, INPUT_SIZE, INPUT_SIZE),
  }),
  create: (seed) => trainableU2Net(CONFIG, seed),
};
