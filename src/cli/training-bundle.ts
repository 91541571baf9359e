import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConvertibleModel, writeBundle } from '../checkpoints/bundle/write-bundle.ts';
import type { NamedTensor, TensorSource } from '../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../errors.ts';
import type { TrainableNetwork } from '../training/trainable-network.ts';
import type { TrainingRecipe } from '../training/training-recipe.ts';
import { writeInto } from './write-files.ts';

function sourceOf(weights: ReadonlyMap<string, NamedTensor>): TensorSource {
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
  recipe: TrainingRecipe,
  network: TrainableNetwork,
  { licence, card }: { licence: string; card: string },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const weights = sourceOf(await network.readWeights());
  const model = { ...recipe.model, weights, files: [] } as ConvertibleModel;
  await writeBundle(model, {
    ...{ name, precision: 'float16', licence, card },
    sink: { writeFile: (file, bytes) => writeInto(folder, file, bytes) },
  });
}

/** Where the bundle of a training lies in its folder. */
export function bundleFolder(outdir: string): string {
  return join(outdir, 'bundle');
}
