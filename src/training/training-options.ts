import type { Augmentation } from './data/augmentation.ts';
import type { LearningRate } from './learning-rate.ts';
import type { OptimizerSettings } from './optimizers/optimizer.ts';

/** All that decides a training, besides the network and its data. */
export interface TrainingOptions {
  seed: number;
  steps: number;
  batchSize: number;
  augmentation: Augmentation;
  optimizer: OptimizerSettings;
  learningRate: LearningRate;
  /** Gradients are scaled to be no longer than this as one vector; null leaves them. */
  longestGradient: number | null;
  /** Share of the images that is held out. */
  validationShare: number;
  /** Steps between two validations; a checkpoint is written with each. */
  validateEvery: number;
  /** Steps between two lines of the log. */
  logEvery: number;
}
