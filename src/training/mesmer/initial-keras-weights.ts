import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import { RandomState } from '../../random/random-state.ts';
import { streamSeed } from '../../random/stream-seed.ts';

const ONE = /\/(gamma|moving_variance)$/;

function initial(name: string, shape: readonly number[], random: RandomState): Float32Array {
  const count = shape.reduce((product, side) => product * side, 1);
  if (!name.endsWith('/kernel')) return new Float32Array(count).fill(ONE.test(name) ? 1 : 0);
  const inputs = count / shape[shape.length - 1];
  const deviation = Math.sqrt(2 / inputs);
  return Float32Array.from(random.randn(count), (value) => value * deviation);
}

/**
 * Weights to begin with: kernels normal with variance 2 / inputs (He et al. 2015), batch norms 1 and 0, biases 0. Every
 * tensor has a stream of its own.
 * @param shapes by Keras names; kernels `[height, width, in, out]`
 */
export function initialKerasWeights(
  shapes: ReadonlyMap<string, readonly number[]>,
  seed: number,
): TensorSource {
  const names = [...shapes.keys()];
  const read = (name: string): NamedTensor => {
    const shape = [...(shapes.get(name) ?? [])];
    const random = new RandomState(streamSeed(seed, names.indexOf(name)));
    return { shape, data: initial(name, shape, random) };
  };
  return { names: () => names, has: (name) => shapes.has(name), read };
}
