import type { SegmenterArchitectureConfig } from '../checkpoints/bundle/expected-tensors.ts';
import type { TensorSource } from '../checkpoints/tensor-source.ts';
import type { AnnotatedImage } from './data/annotated-image.ts';
import type { Recalibration } from './recalibrate-statistics.ts';
import type { TrainableNetwork } from './trainable-network.ts';
import type { TrainingOptions } from './training-options.ts';

/** How one network is trained: what a command needs to know of it. */
export interface TrainingRecipe {
  /** As the command line calls it. */
  name: string;
  /** What the bundle's manifest will say. */
  model: SegmenterArchitectureConfig;
  options: TrainingOptions;
  /** Whether an image is good to learn from; every one if absent. */
  accepts?(image: AnnotatedImage): boolean;
  /** How its batch norms are given statistics at the end; absent where those of the training hold. */
  recalibration?: Recalibration;
  /** An image as the network wants it, done once; examples are drawn from what comes of it. */
  prepare(image: AnnotatedImage): AnnotatedImage;
  create(seed: number): TrainableNetwork;
  /**
   * What is fitted once the network is trained and becomes part of the manifest.
   * @param weights under the bundle's names
   * @param images The prepared ones it was trained on.
   */
  finish?(
    weights: TensorSource,
    images: readonly AnnotatedImage[],
    seed: number,
  ): Promise<SegmenterArchitectureConfig>;
}
