import { bundleTensors, shardPaths } from '../../checkpoints/bundle/bundle-tensors.ts';
import type { Precision } from '../../checkpoints/bundle/encode-weight.ts';
import type { ModelManifest } from '../../checkpoints/bundle/manifest.ts';
import { writeBundle } from '../../checkpoints/bundle/write-bundle.ts';
import { bytesSource } from '../../checkpoints/byte-source.ts';
import { groupFiles, openModelFiles } from '../../checkpoints/group-files.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import type { GoldenFolder } from '../golden-case.ts';

/** A checkpoint after its way through the bundle format. */
export interface ConvertedModel {
  manifest: ModelManifest;
  weights: TensorSource;
}

/**
 * Converts the official files at `paths` to a bundle in memory and opens that bundle, as a person's model
 * goes.
 * @throws CytoForgeError what the readers throw; `not-a-checkpoint` unless the files are one model.
 */
export async function convertInMemory(
  folder: GoldenFolder,
  paths: string[],
  precision: Precision,
): Promise<ConvertedModel> {
  const sources = await Promise.all(
    paths.map(async (path) => bytesSource(path, await folder.read(path))),
  );
  const [model, ...more] = groupFiles(sources).models;
  if (!model || model.kind === 'bundle' || more.length > 0) {
    throw new CytoForgeError('not-a-checkpoint', 'The files are not one checkpoint.', {
      where: paths.join(', '),
    });
  }
  const files = new Map<string, Uint8Array>();
  const manifest = await writeBundle(openModelFiles(model), {
    name: paths[0],
    precision,
    licence: 'not stated',
    sink: {
      writeFile(name, bytes) {
        files.set(name, bytes);
      },
    },
  });
  const shards = shardPaths(manifest).map((path) => new Uint8Array(files.get(path) ?? []).buffer);
  return { manifest, weights: bundleTensors(manifest, shards) };
}
