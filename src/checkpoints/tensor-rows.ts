import { weightBytes } from './bundle/bundle-tensors.ts';
import type { ModelManifest } from './bundle/manifest.ts';
import { elementCount } from './pickle/numpy-decode.ts';
import type { TorchTensor } from './pickle/torch-records.ts';

/** A line of a table of tensors: name, element type as it is stored, shape. */
export interface TensorRow {
  name: string;
  type: string;
  shape: readonly number[];
}

/** The tensors of a bundle, in the order of its shards. */
export function bundleRows(manifest: ModelManifest): TensorRow[] {
  return manifest.weightsManifest.flatMap(({ weights }) =>
    weights.map((entry) => {
      const half = weightBytes(entry) < weightBytes({ ...entry, quantization: undefined });
      return { name: entry.name, type: half ? 'float16' : 'float32', shape: entry.shape };
    }),
  );
}

/** The tensors of a state dict or a network. @param prefix Stands before every name. */
export function torchRows(tensors: ReadonlyMap<string, TorchTensor>, prefix = ''): TensorRow[] {
  return [...tensors].map(([name, { shape, storage }]) => ({
    name: `${prefix}${name}`,
    type: storage.dtype,
    shape,
  }));
}

/** How many numbers a table stands for. */
export function countNumbers(rows: readonly TensorRow[]): number {
  return rows.reduce((sum, { shape }) => sum + elementCount(shape), 0);
}
