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

/**
 * A source that can be taken back: what was loaded from it may keep it in its closures, and with it a whole file.
 * Reading afterwards is a mistake of the program's.
 */
export function lendTensors(source: TensorSource): { lent: TensorSource; takeBack(): void } {
  let held: TensorSource | null = source;
  const holder = (): TensorSource => {
    if (held) return held;
    throw new Error('These weights were given back.');
  };
  return {
    lent: {
      names: () => holder().names(),
      has: (name) => holder().has(name),
      read: (name) => holder().read(name),
    },
    takeBack() {
      held = null;
    },
  };
}
