import type { CellposeConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { cellposeTensorShapes } from '../../checkpoints/segmenters/cellpose-tensors.ts';
import { loadCpnet } from '../../nn/cellpose/load-cpnet.ts';
import type { Augmentation } from '../data/augmentation.ts';
import { initialWeights } from '../torch/initial-weights.ts';
import type { TrainingRecipe } from '../training-recipe.ts';
import { drawStyles } from './draw-styles.ts';
import { fitSizeModel } from './fit-size-model.ts';
import { hasEnoughObjects, prepareForCellpose } from './prepare-image.ts';
import { trainableCellpose } from './trainable-cellpose.ts';

/** Half as wide as the official models, at the diameter of their nuclei model. */
const CONFIG: CellposeConfig = { channels: [2, 16, 32, 64, 128], diameter: 17 };

const AUGMENTATION: Augmentation = {
  size: 112,
  rotation: 'any',
  flips: true,
  scale: [0.75, 1.25],
  gain: [0.9, 1.1],
  offset: [-0.05, 0.05],
  largestBlur: 0.75,
};

/** Side in pixels of the crops whose styles the size model learns. */
const STYLE_SIDE = 160;

/**
 * Cellpose as version 3 trains (AdamW, rotation by any angle, scale within a quarter), with smaller crops and batches
 * and a short warm-up because the training is short; the rate falls as a cosine.
 */
export const CELLPOSE_RECIPE: TrainingRecipe = {
  name: 'cellpose',
  model: { architecture: 'cellpose', config: CONFIG },
  options: {
    seed: 1,
    steps: 520,
    batchSize: 4,
    augmentation: AUGMENTATION,
    optimizer: { kind: 'adamw', beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 1e-5 },
    learningRate: { peak: 3e-3, warmup: 50, decay: 'cosine', floor: 3e-5 },
    longestGradient: 10,
    validationShare: 0.1,
    validateEvery: 40,
    logEvery: 25,
  },
  accepts: hasEnoughObjects,
  prepare: (image) => prepareForCellpose(image, CONFIG.diameter, CONFIG.channels[0]),
  create: (seed) => trainableCellpose(CONFIG, initialWeights(cellposeTensorShapes(CONFIG), seed)),
  async finish(weights, images, seed) {
    const network = loadCpnet(CONFIG, weights);
    try {
      const styles = await drawStyles(network, images, STYLE_SIDE, seed);
      const sizeModel = fitSizeModel(styles, CONFIG.diameter);
      return { architecture: 'cellpose', config: { ...CONFIG, sizeModel } };
    } finally {
      network.dispose();
    }
  },
};
