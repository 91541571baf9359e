import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';

/** Where the batch norm of a convolution is, and its epsilon; null for a convolution without one. */
export type NormOf = (convolution: string) => { layer: string; epsilon: number } | null;

const KERNEL = '/kernel';
const BIAS = '/bias';

/**
 * The weights with every batch norm in the convolution before it, which computes the same without a pass over the
 * features. Kernels are `[height, width, in, out]`; the norms' own names are gone.
 */
export function foldBatchNorms(source: TensorSource, normOf: NormOf): TensorSource {
  const names = source.names().filter((name) => name.endsWith(KERNEL) || name.endsWith(BIAS));
  const factorsOf = (norm: { layer: string; epsilon: number }): Float64Array => {
    const gamma = source.read(`${norm.layer}/gamma`).data;
    const variance = source.read(`${norm.layer}/moving_variance`).data;
    return Float64Array.from(gamma, (value, i) => value / Math.sqrt(variance[i] + norm.epsilon));
  };
  const read = (name: string): NamedTensor => {
    const norm = normOf(name.slice(0, name.lastIndexOf('/')));
    const { shape, data } = source.read(name);
    if (!norm) return { shape, data };
    const factors = factorsOf(norm);
    if (name.endsWith(KERNEL)) {
      return { shape, data: data.map((value, i) => value * factors[i % factors.length]) };
    }
    const mean = source.read(`${norm.layer}/moving_mean`).data;
    const beta = source.read(`${norm.layer}/beta`).data;
    return { shape, data: data.map((value, i) => (value - mean[i]) * factors[i] + beta[i]) };
  };
  return { names: () => names, has: (name) => names.includes(name), read };
}
