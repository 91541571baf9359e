import type { SegmenterArchitectureConfig } from '../checkpoints/bundle/expected-tensors.ts';
import type { AnnotatedImage } from './data/annotated-image.ts';
import type { TrainableNetwork } from './trainable-network.ts';
import type { TrainingOptions } from './training-options.ts';

/** How one network is trained: what a command needs to know of it. */
export interface TrainingRecipe {
  /** As the command line calls it. */
  name: string;
  /** What the bundle's manifest will say. */
  model: SegmenterArchitectureConfig;
  options: TrainingOptions;
  /** An image as the network wants it, done once; examples are drawn from what comes of it. */
  prepare(image: AnnotatedImage): AnnotatedImage;
  create(seed: number): TrainableNetwork;
}
