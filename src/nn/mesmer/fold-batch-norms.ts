import {
  type BatchNormLayer,
  batchNormOf,
} from '../../checkpoints/segmenters/mesmer/batch-norm-layers.ts';
import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';

const KERNEL = '/kernel';
const BIAS = '/bias';

/**
 * The weights with every batch norm in the convolution before it, which computes the same without a pass over the
 * features. Kernels are `[height, width, in, out]`; the norms' own names are gone.
 */
export function foldBatchNorms(source: TensorSource): TensorSource {
  const names = source.names().filter((name) => name.endsWith(KERNEL) || name.endsWith(BIAS));
  const factorsOf = ({ norm, epsilon }: BatchNormLayer): Float64Array => {
    const gamma = source.read(`${norm}/gamma`).data;
    const variance = source.read(`${norm}/moving_variance`).data;
    return Float64Array.from(gamma, (value, i) => value / Math.sqrt(variance[i] + epsilon));
  };
  const read = (name: string): NamedTensor => {
    const layer = batchNormOf(name.slice(0, name.lastIndexOf('/')));
    const { shape, data } = source.read(name);
    if (!layer) return { shape, data };
    const factors = factorsOf(layer);
    if (name.endsWith(KERNEL)) {
      return { shape, data: data.map((value, i) => value * factors[i % factors.length]) };
    }
    const mean = source.read(`${layer.norm}/moving_mean`).data;
    const beta = source.read(`${layer.norm}/beta`).data;
    return { shape, data: data.map((value, i) => (value - mean[i]) * factors[i] + beta[i]) };
  };
  return { names: () => names, has: (name) => names.includes(name), read };
}
