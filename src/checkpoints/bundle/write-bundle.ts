import type { ByteSource } from '../byte-source.ts';
import { hashSource } from '../hash-source.ts';
import type { SnapshotGenerator } from '../snapshot-networks.ts';
import type { StyleClusters } from '../style-clusters.ts';
import type { TensorSource } from '../tensor-source.ts';
import type { TrainingNotes } from '../training-notes.ts';
import { CONVERTER } from './converter.ts';
import { encodeWeight, type Precision } from './encode-weight.ts';
import { type ArchitectureConfig, expectedTensors } from './expected-tensors.ts';
import type {
  ModelDefaults,
  ModelManifest,
  Provenance,
  SegmenterManifest,
  WeightEntry,
} from './manifest.ts';
import { REFERENCE_NAMES, type ReferenceFiles, writeReference } from './reference-files.ts';
import { type BundleSink, ShardWriter } from './shard-writer.ts';

/** A model read from official files, with the files it came from. */
export type ConvertibleModel = ArchitectureConfig & {
  weights: TensorSource;
  styleClusters?: StyleClusters;
  /** Which network of a snapshot this is. */
  network?: SnapshotGenerator;
  /** What its files say of its training. */
  training?: TrainingNotes;
  files: ByteSource[];
};

/** What the person says about a bundle. */
export interface BundleOptions {
  name: string;
  precision: Precision;
  licence: string;
  defaults?: ModelDefaults;
  /** Markdown text, written beside the manifest as `card.md`. */
  card?: string;
  /** What the original made with these weights, written beside the manifest. */
  reference?: ReferenceFiles;
  sink: BundleSink;
  /** Hears bytes done and in all: source files hashed, then weights written. */
  onProgress?: (doneBytes: number, totalBytes: number) => void;
  signal?: AbortSignal;
}

const CARD = 'card.md';
/** After so many bytes messages are let in: a worker could not hear Cancel otherwise. */
const BREATH_BYTES = 8 * 1024 * 1024;

function progressOf(model: ConvertibleModel, options: BundleOptions) {
  const shapes = [...expectedTensors(model).values()];
  const numbers = shapes.reduce((sum, shape) => sum + shape.reduce((a, b) => a * b, 1), 0);
  const total = 4 * numbers + model.files.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  let sinceBreath = 0;
  return async (bytes: number): Promise<void> => {
    options.signal?.throwIfAborted();
    done += bytes;
    sinceBreath += bytes;
    options.onProgress?.(done, total);
    if (sinceBreath < BREATH_BYTES) return;
    sinceBreath = 0;
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
}

function makeManifest(
  model: ConvertibleModel,
  options: BundleOptions,
  provenance: Provenance,
  paths: string[],
  weights: WeightEntry[],
): ModelManifest {
  const base = {
    format: 'cytoforge-model' as const,
    version: 1 as const,
    name: options.name,
    provenance,
    ...(options.defaults ? { defaults: options.defaults } : {}),
    ...(options.card === undefined ? {} : { card: CARD }),
    ...(options.reference ? { reference: REFERENCE_NAMES } : {}),
    weightsManifest: [{ paths, weights }],
  };
  if (model.architecture === 'stylegan3') {
    return { ...base, architecture: 'stylegan3', config: model.config };
  }
  if (model.architecture === 'stylegan2') {
    return { ...base, architecture: 'stylegan2', config: model.config };
  }
  if (model.architecture !== 'pix2pixhd') {
    const { architecture, config } = model;
    return { ...base, architecture, config } as SegmenterManifest;
  }
  const { styleClusters } = model;
  return {
    ...base,
    architecture: 'pix2pixhd',
    config: model.config,
    ...(styleClusters ? { styleClusters } : {}),
  };
}

/**
 * Writes a model bundle: weight shards of 4 MiB, the card, and `model.json` last, so that a bundle with a
 * manifest is complete. One tensor and one shard are in memory at a time; the same input and options give
 * the same bytes. TensorFlow.js's `io` reads the shards by `weightsManifest`.
 * @returns the manifest.
 * @throws CytoForgeError as the weights' `read`; `AbortError` by `signal`.
 */
export async function writeBundle(
  model: ConvertibleModel,
  options: BundleOptions,
): Promise<ModelManifest> {
  const { sink } = options;
  const advance = progressOf(model, options);
  const files: Provenance['files'] = [];
  for (const file of model.files) {
    const name = file.name.slice(file.name.lastIndexOf('/') + 1);
    files.push({ name, bytes: file.size, sha256: await hashSource(file, advance) });
  }
  const shards = new ShardWriter(sink);
  const entries: WeightEntry[] = [];
  for (const name of expectedTensors(model).keys()) {
    const tensor = model.weights.read(name);
    const { entry, bytes } = encodeWeight(name, tensor, options.precision);
    entries.push(entry);
    await shards.write(bytes);
    await advance(tensor.data.byteLength);
  }
  const weightsSha256 = await shards.finish();
  const { licence } = options;
  const network = model.network ? { network: model.network } : {};
  const training = model.training ? { training: model.training } : {};
  const provenance = {
    files,
    ...network,
    converter: CONVERTER,
    licence,
    ...training,
    weightsSha256,
  };
  const manifest = makeManifest(model, options, provenance, shards.paths, entries);
  if (options.card !== undefined) {
    await sink.writeFile(CARD, new TextEncoder().encode(options.card));
  }
  if (options.reference) await writeReference(sink, options.reference);
  const json = `${JSON.stringify(manifest, null, 1)}\n`;
  await sink.writeFile('model.json', new TextEncoder().encode(json));
  return manifest;
}
