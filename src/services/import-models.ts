import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { shardPaths } from '../checkpoints/bundle/bundle-tensors.ts';
import { float16Bytes } from '../checkpoints/bundle/float16-bytes.ts';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import {
  LARGEST_REFERENCE,
  REFERENCE_NAMES,
  writeReference,
} from '../checkpoints/bundle/reference-files.ts';
import type { BundleSink } from '../checkpoints/bundle/shard-writer.ts';
import { writeBundle } from '../checkpoints/bundle/write-bundle.ts';
import { type ModelFiles, modelSources, openModelFiles } from '../checkpoints/group-files.ts';
import { CytoForgeError } from '../errors.ts';
import { bundleBytes } from './bundle-bytes.ts';

/** What a dropped checkpoint says of its licence: nothing, so the page says that. */
const UNKNOWN_LICENCE = 'Not stated by the files; see where they came from.';

const CARD = 'card.md';
/** The page lays a card out while a person waits; official ones have some 5 KiB. */
const LARGEST_CARD = 64 * 1024;

/** Where an import goes and who hears of it. */
export interface ImportTarget {
  sink: BundleSink;
  /** Hears the size of the model before anything is written; throws when it does not fit. */
  reserve: (bytes: number) => Promise<void>;
  onProgress: (fraction: number) => void;
  signal?: AbortSignal;
}

/** A name for people: the checkpoint's folder where it has one, else its file without what all have. */
export function nameOfModel(model: Exclude<ModelFiles, { kind: 'bundle' }>): string {
  const source = modelSources(model)[0];
  const parts = source.name.split('/').filter((part) => part !== '');
  const folder = parts.at(-2);
  if ((model.kind === 'pix2pixhd' || model.kind === 'tfjs') && folder) return folder;
  const file = (parts.at(-1) ?? source.name).replace(/\.[^.]+$/, '');
  return file.replace(/_net_[GE]$/, '') || source.name;
}

function otherWeights(
  where: string,
  code: 'corrupt' | 'truncated',
  found: string,
  expected: string,
) {
  return new CytoForgeError(code, 'The weights are not those of the manifest.', {
    where,
    found,
    expected,
    hint: 'Copy or download the model again.',
  });
}

/** The references of a bundle, unless they are too large to be of use. */
function referenceOf({ reference }: Extract<ModelFiles, { kind: 'bundle' }>) {
  if (!reference || reference.cases.size + reference.arrays.size > LARGEST_REFERENCE) return null;
  const { cases, arrays } = reference;
  return {
    cases: new TextDecoder().decode(cases.read(0, cases.size)),
    arrays: arrays.read(0, arrays.size).slice(),
  };
}

async function copyBundle(
  model: Extract<ModelFiles, { kind: 'bundle' }>,
  { sink, reserve, onProgress, signal }: ImportTarget,
): Promise<ModelManifest> {
  const where = model.source.name;
  const size = model.shards.reduce((sum, shard) => sum + shard.size, 0);
  const needed = bundleBytes(model.manifest);
  if (size !== needed) {
    const code = size < needed ? 'truncated' : 'corrupt';
    throw otherWeights(where, code, `${size} bytes`, `${needed} bytes`);
  }
  await reserve(size);
  const hash = sha256.create();
  const paths = shardPaths(model.manifest);
  for (const [at, shard] of model.shards.entries()) {
    signal?.throwIfAborted();
    const bytes = shard.read(0, shard.size).slice();
    hash.update(bytes);
    await sink.writeFile(paths[at], bytes);
    onProgress((at + 1) / paths.length);
  }
  const found = bytesToHex(hash.digest());
  const expected = model.manifest.provenance.weightsSha256;
  if (found !== expected) {
    const short = (digest: string) => `SHA-256 ${digest.slice(0, 12)}`;
    throw otherWeights(where, 'corrupt', short(found), short(expected));
  }
  signal?.throwIfAborted();
  // The card's own name could be that of a shard.
  const { card: _, reference: __, ...bare } = model.manifest;
  const card = model.card && model.card.size <= LARGEST_CARD ? model.card : null;
  if (card) await sink.writeFile(CARD, card.read(0, card.size).slice());
  const reference = referenceOf(model);
  if (reference) await writeReference(sink, reference);
  const manifest: ModelManifest = {
    ...bare,
    ...(card && { card: CARD }),
    ...(reference && { reference: REFERENCE_NAMES }),
  };
  await sink.writeFile('model.json', new TextEncoder().encode(JSON.stringify(manifest)));
  return manifest;
}

/**
 * Writes a model as a float16 bundle, or copies it with its card when it is one; `model.json` comes last.
 * @throws CytoForgeError as `openModelFiles`, `writeBundle` and `reserve`, `corrupt` or `truncated` when a bundle's
 * weights are not its manifest's; `AbortError` by the signal.
 */
export async function importModel(model: ModelFiles, target: ImportTarget): Promise<ModelManifest> {
  if (model.kind === 'bundle') return copyBundle(model, target);
  const opened = openModelFiles(model);
  await target.reserve(float16Bytes(opened));
  return writeBundle(opened, {
    name: nameOfModel(model),
    precision: 'float16',
    licence: UNKNOWN_LICENCE,
    sink: target.sink,
    onProgress: (done, total) => target.onProgress(done / total),
    signal: target.signal,
  });
}
