/** A decoded weight: float32 values in C order. */
export interface NamedTensor {
  shape: number[];
  data: Float32Array;
}

/** Weights by name, decoded one at a time so that a checkpoint is never in memory twice. */
export interface TensorSource {
  names(): string[];
  has(name: string): boolean;
  /** @throws CytoForgeError `missing-tensor` when there is none of that name. */
  read(name: string): NamedTensor;
}
