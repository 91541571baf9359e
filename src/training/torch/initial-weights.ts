import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import { RandomState } from '../../random/random-state.ts';
import { streamSeed } from '../../random/stream-seed.ts';

type Shapes = ReadonlyMap<string, readonly number[]>;

const sizeOf = (shape: readonly number[]) => shape.reduce((product, side) => product * side, 1);

/** Inputs that a value of the layer called `name` sums over; null for what is no convolution or linear layer. */
function inputsOf(name: string, shapes: Shapes): number | null {
  const layer = name.slice(0, name.lastIndexOf('.'));
  const shape = shapes.get(`${layer}.weight`);
  return shape && shape.length > 1 ? sizeOf(shape.slice(1)) : null;
}

function initial(name: string, shapes: Shapes, random: RandomState): Float32Array {
  const count = sizeOf(shapes.get(name) ?? []);
  const inputs = inputsOf(name, shapes);
  if (inputs !== null) {
    const bound = 1 / Math.sqrt(inputs);
    return Float32Array.from(random.uniform(-bound, bound, count));
  }
  const isOne = /(^|\.)(weight|running_var)$/.test(name);
  return new Float32Array(count).fill(isOne ? 1 : 0);
}

/**
 * Weights as PyTorch's layers begin: convolutions and linear layers uniform within `1/√inputs`, batch norms 1 and 0,
 * their statistics 0 and 1. Every tensor has a stream of its own.
 * @param shapes Names and shapes of a state dict.
 */
export function initialWeights(shapes: Shapes, seed: number): TensorSource {
  const names = [...shapes.keys()];
  const read = (name: string): NamedTensor => {
    const random = new RandomState(streamSeed(seed, names.indexOf(name)));
    return { shape: [...(shapes.get(name) ?? [])], data: initial(name, shapes, random) };
  };
  return { names: () => names, has: (name) => shapes.has(name), read };
}
