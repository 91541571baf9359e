import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { shardPaths } from '../checkpoints/bundle/bundle-tensors.ts';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import type { BundleSink } from '../checkpoints/bundle/shard-writer.ts';
import { writeBundle } from '../checkpoints/bundle/write-bundle.ts';
import type { ByteSource } from '../checkpoints/byte-source.ts';
import { type ModelFiles, openModelFiles } from '../checkpoints/group-files.ts';
import { CytoForgeError } from '../errors.ts';

/** What a dropped checkpoint says of its licence: nothing, so the page says that. */
const UNKNOWN_LICENCE = 'Not stated by the files; see where they came from.';

/** The files of a model, for the list of imports. */
export function filesOfModel(model: ModelFiles): ByteSource[] {
  if (model.kind === 'stylegan') return [model.snapshot];
  if (model.kind === 'bundle') return [model.source, ...model.shards];
  return Object.values(model.files).filter((file): file is ByteSource => file !== undefined);
}

/** A name for people: the checkpoint's folder where it has one, else its file without what all have. */
export function nameOfModel(model: Exclude<ModelFiles, { kind: 'bundle' }>): string {
  const source = model.kind === 'stylegan' ? model.snapshot : model.files.generator;
  const parts = source.name.split('/').filter((part) => part !== '');
  const folder = parts.at(-2);
  if (model.kind === 'pix2pixhd' && folder) return folder;
  const file = (parts.at(-1) ?? source.name).replace(/\.[^.]+$/, '');
  return file.replace(/_net_[GE]$/, '') || source.name;
}

async function copyBundle(
  model: Extract<ModelFiles, { kind: 'bundle' }>,
  sink: BundleSink,
  onProgress: (fraction: number) => void,
): Promise<ModelManifest> {
  const hash = sha256.create();
  const paths = shardPaths(model.manifest);
  for (const [at, shard] of model.shards.entries()) {
    const bytes = shard.read(0, shard.size).slice();
    hash.update(bytes);
    await sink.writeFile(paths[at], bytes);
    onProgress((at + 1) / paths.length);
  }
  const found = bytesToHex(hash.digest());
  const expected = model.manifest.provenance.weightsSha256;
  if (found !== expected) {
    throw new CytoForgeError('corrupt', 'The weights are not those of the manifest.', {
      where: model.source.name,
      found: `SHA-256 ${found.slice(0, 12)}`,
      expected: `SHA-256 ${expected.slice(0, 12)}`,
      hint: 'Copy or download the model again.',
    });
  }
  // The card of a bundle lies beside its manifest and is not among its files.
  const { card: _, ...manifest } = model.manifest;
  await sink.writeFile('model.json', new TextEncoder().encode(JSON.stringify(manifest)));
  return manifest;
}

/**
 * Writes a model as a float16 bundle, or copies it when it is one; `model.json` comes last.
 * @throws CytoForgeError as `openModelFiles` and `writeBundle`, `corrupt` when a bundle's hash is another.
 */
export function importModel(
  model: ModelFiles,
  sink: BundleSink,
  onProgress: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<ModelManifest> {
  if (model.kind === 'bundle') return copyBundle(model, sink, onProgress);
  return writeBundle(openModelFiles(model), {
    name: nameOfModel(model),
    precision: 'float16',
    licence: UNKNOWN_LICENCE,
    sink,
    onProgress: (done, total) => onProgress(done / total),
    signal,
  });
}
