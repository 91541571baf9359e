import type * as v from 'valibot';
import type { SegmenterArchitecture, SegmenterConfigs } from '../bundle/segmenter-configs.ts';
import type { TensorSource } from '../tensor-source.ts';

/** Names and shapes of a state dict, without its data. */
export type StateDictShapes = ReadonlyMap<string, readonly number[]>;

/** A network read from an official file: its configuration, and its weights under the bundle's names. */
export interface OpenedSegmenter<A extends SegmenterArchitecture> {
  config: SegmenterConfigs[A];
  weights: TensorSource;
}

/** All that checkpoint readers need to know of one segmentation architecture. */
export interface SegmenterFormat<A extends SegmenterArchitecture> {
  architecture: A;
  /** Checks the `config` of a bundle's `model.json`. */
  schema: v.GenericSchema<SegmenterConfigs[A]>;
  /** Names and shapes of all tensors of a bundle, in its order. */
  tensorShapes(config: SegmenterConfigs[A]): Map<string, number[]>;
  /** Whether a state dict with these names is of this network, official or older names. */
  recognises(shapes: StateDictShapes): boolean;
  /**
   * Opens an official state dict: finds its configuration by the shapes, and gives the weights the bundle's names.
   * @throws CytoForgeError `wrong-architecture` or `missing-tensor`, naming the first tensor that differs.
   */
  open(weights: TensorSource, shapes: StateDictShapes): OpenedSegmenter<A>;
}
