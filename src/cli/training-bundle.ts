import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmenterArchitectureConfig } from '../checkpoints/bundle/expected-tensors.ts';
import { writeBundle } from '../checkpoints/bundle/write-bundle.ts';
import type { NamedTensor, TensorSource } from '../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../errors.ts';
import { writeInto } from './write-files.ts';

/** Weights under the bundle's names, as a bundle is written from. */
export function bundleWeights(weights: ReadonlyMap<string, NamedTensor>): TensorSource {
  return {
    names: () => [...weights.keys()],
    has: (name) => weights.has(name),
    read(name) {
      const tensor = weights.get(name);
      if (tensor) return tensor;
      throw new CytoForgeError('missing-tensor', `The network has no tensor ${name}.`);
    },
  };
}

/**
 * Writes a trained network as a model bundle, float16.
 * @param card Markdown.
 */
export async function writeTrainingBundle(
  folder: string,
  name: string,
  model: SegmenterArchitectureConfig & { weights: TensorSource },
  { licence, card }: { licence: string; card: string },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeBundle(
    { ...model, files: [] },
    {
      ...{ name, precision: 'float16', licence, card },
      sink: { writeFile: (file, bytes) => writeInto(folder, file, bytes) },
    },
  );
}

/** Where the bundle of a training lies in its folder. */
export function bundleFolder(outdir: string): string {
  return join(outdir, 'bundle');
}
