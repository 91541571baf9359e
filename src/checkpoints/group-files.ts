import { CytoForgeError, toPlainError } from '../errors.ts';
import { shardPaths } from './bundle/bundle-tensors.ts';
import type { ModelManifest } from './bundle/manifest.ts';
import type { ConvertibleModel } from './bundle/write-bundle.ts';
import type { ByteSource } from './byte-source.ts';
import { readOptions } from './opt-txt.ts';
import { openPix2PixHd, type Pix2PixHdFiles } from './pix2pixhd-checkpoint.ts';
import type { PlainData } from './plain-data.ts';
import { type RecognisedFile, type RecognisedKind, recogniseFile } from './recognise.ts';
import { openSegmenterFile } from './segmenters/open-segmenter-file.ts';
import type { SnapshotGenerator } from './snapshot-networks.ts';
import { openStyleGanSnapshot } from './stylegan-snapshot.ts';
import { openTfjsSegmenter } from './tfjs/open-tfjs-segmenter.ts';
import type { TfjsManifest } from './tfjs/tfjs-manifest.ts';
import { trainingNotes } from './training-notes.ts';
import { zipSources } from './zip-read.ts';

/** The files that make one model. */
export type ModelFiles =
  | { kind: 'stylegan'; snapshot: ByteSource }
  | { kind: 'pix2pixhd'; files: Pix2PixHdFiles }
  | {
      kind: 'segmenter';
      weights: ByteSource;
      /** Cellpose's `size_*.npy`. */
      sizeModel?: ByteSource;
    }
  | { kind: 'tfjs'; manifest: TfjsManifest; source: ByteSource; shards: ByteSource[] }
  | {
      kind: 'bundle';
      manifest: ModelManifest;
      source: ByteSource;
      shards: ByteSource[];
      /** The model card that the manifest names, where it was chosen too. */
      card?: ByteSource;
      /** What the original made, where the manifest names it and both files were chosen too. */
      reference?: { cases: ByteSource; arrays: ByteSource };
    };

/** A set of files put together into models. */
export interface GroupedFiles {
  models: ModelFiles[];
  /** Files that are no part of a model: images, strays, and `unknown` with their errors. */
  others: RecognisedFile[];
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Takes files out of a list as they find their model. */
class Pool {
  readonly files: RecognisedFile[];

  constructor(files: RecognisedFile[]) {
    this.files = [...files];
  }

  all(kind: RecognisedKind): RecognisedFile[] {
    return this.files.filter((file) => file.kind === kind);
  }

  take(file: RecognisedFile): ByteSource {
    this.files.splice(this.files.indexOf(file), 1);
    return file.source;
  }

  /** The one of its kind in the folder, or the only one at all if `alone`. */
  companion(kind: RecognisedKind, folder: string, alone: boolean): ByteSource | undefined {
    const all = this.all(kind);
    const near = all.filter((file) => folderOf(file.source.name) === folder);
    const found = near[0] ?? (alone && all.length === 1 ? all[0] : undefined);
    return found && this.take(found);
  }
}

function takePix2PixHd(pool: Pool): ModelFiles[] {
  const generators = pool.all('pix2pixhd-generator');
  return generators.map((file) => {
    const folder = folderOf(file.source.name);
    const alone = generators.length === 1;
    const encoder = pool.companion('pix2pixhd-encoder', folder, alone);
    const clusters = pool.companion('style-clusters', folder, alone);
    const options = pool.companion('options', folder, alone);
    const generator = pool.take(file);
    return { kind: 'pix2pixhd', files: { generator, encoder, clusters, options } };
  });
}

function takeSegmenters(pool: Pool): ModelFiles[] {
  const networks = pool.all('segmenter-weights');
  return networks.map((file) => {
    const folder = folderOf(file.source.name);
    const sizeModel = pool.companion('cellpose-size-model', folder, networks.length === 1);
    return { kind: 'segmenter', weights: pool.take(file), ...(sizeModel && { sizeModel }) };
  });
}

/** Takes the weights files that a `model.json` names from its folder. */
function takeShards(pool: Pool, file: RecognisedFile, paths: readonly string[]): ByteSource[] {
  const folder = folderOf(file.source.name);
  return paths.map((path) => {
    const shard = pool
      .all('bundle-shard')
      .find(({ source }) => folderOf(source.name) === folder && baseOf(source.name) === path);
    if (shard) return pool.take(shard);
    throw new CytoForgeError('missing-tensor', `${file.source.name} lacks a weights file.`, {
      where: path,
      found: 'no such file',
      expected: `${folder}${path}`,
      hint: 'Choose all files of the model’s folder.',
    });
  });
}

function takeBundle(pool: Pool, file: RecognisedFile, manifest: ModelManifest): ModelFiles {
  const folder = folderOf(file.source.name);
  const shards = takeShards(pool, file, shardPaths(manifest));
  const source = pool.take(file);
  const named = (name: string | undefined) => {
    const found = pool.files.find((each) => each.source.name === `${folder}${name}`);
    return name === undefined ? undefined : found && pool.take(found);
  };
  const card = named(manifest.card);
  const cases = named(manifest.reference?.cases);
  const arrays = named(manifest.reference?.arrays);
  const reference = cases && arrays && { cases, arrays };
  return {
    kind: 'bundle',
    manifest,
    source,
    shards,
    ...(card && { card }),
    ...(reference && { reference }),
  };
}

function takeTfjs(pool: Pool, file: RecognisedFile, manifest: TfjsManifest): ModelFiles {
  const paths = manifest.groups.flatMap((group) => group.paths);
  const shards = takeShards(pool, file, paths);
  return { kind: 'tfjs', manifest, source: pool.take(file), shards };
}

/** A zipped bundle becomes its files; everything else stays. */
function unpackArchive(file: RecognisedFile): RecognisedFile[] {
  if (file.kind !== 'archive') return [file];
  try {
    return zipSources(file.source).map(recogniseFile);
  } catch (error) {
    return [{ ...file, kind: 'unknown', error: toPlainError(error) }];
  }
}

/**
 * Recognises a set of files and puts together what belongs together: a generator with the encoder,
 * clusters and options of its folder (of anywhere, if it is the only generator), a bundle or a TensorFlow.js model (a
 * ZIP of one too) with its shards. A file's name may be a path with `/`.
 * @throws CytoForgeError `missing-tensor` when a bundle's shard is not among the files.
 */
export function groupFiles(sources: ByteSource[]): GroupedFiles {
  const pool = new Pool(sources.map(recogniseFile).flatMap(unpackArchive));
  const models: ModelFiles[] = pool
    .all('stylegan-snapshot')
    .map((file) => ({ kind: 'stylegan', snapshot: pool.take(file) }));
  models.push(...takePix2PixHd(pool));
  models.push(...takeSegmenters(pool));
  for (const file of pool.all('bundle-manifest')) {
    if (file.manifest) models.push(takeBundle(pool, file, file.manifest));
  }
  for (const file of pool.all('tfjs-manifest')) {
    if (file.tfjs) models.push(takeTfjs(pool, file, file.tfjs));
  }
  return { models, others: pool.files };
}

/** All files of a model. */
export function modelSources(model: ModelFiles): ByteSource[] {
  if (model.kind === 'stylegan') return [model.snapshot];
  if (model.kind === 'segmenter') {
    return model.sizeModel ? [model.weights, model.sizeModel] : [model.weights];
  }
  if (model.kind === 'tfjs') return [model.source, ...model.shards];
  if (model.kind === 'bundle') {
    const { source, shards, card, reference } = model;
    const beside = [card, reference?.cases, reference?.arrays];
    return [source, ...shards, ...beside.filter((file) => file !== undefined)];
  }
  const { generator, encoder, clusters, options } = model.files;
  return [generator, encoder, clusters, options].filter((file) => file !== undefined);
}

function notesOf(said: PlainData): Pick<ConvertibleModel, 'training'> {
  const isDict = typeof said === 'object' && said !== null && !Array.isArray(said);
  return isDict ? { training: trainingNotes(Object.entries(said)) } : {};
}

/**
 * Opens a model of official files for `writeBundle`.
 * @param network Of a StyleGAN snapshot: unless told the averaged generator, or the only one.
 * @throws CytoForgeError as `openStyleGanSnapshot`, `openPix2PixHd`, `openSegmenterFile` and `openTfjsSegmenter`.
 */
export function openModelFiles(
  model: Exclude<ModelFiles, { kind: 'bundle' }>,
  network?: SnapshotGenerator,
): ConvertibleModel {
  const files = modelSources(model);
  if (model.kind === 'stylegan') {
    const { trainingSet, ...opened } = openStyleGanSnapshot(model.snapshot, network);
    return { ...opened, ...notesOf(trainingSet), files };
  }
  if (model.kind === 'segmenter') {
    return { ...openSegmenterFile(model.weights, model.sizeModel), files };
  }
  if (model.kind === 'tfjs') {
    return { ...openTfjsSegmenter(model.source.name, model.manifest, model.shards), files };
  }
  const { options } = model.files;
  const said = options ? Object.fromEntries(readOptions(options)) : null;
  return { architecture: 'pix2pixhd', ...openPix2PixHd(model.files), ...notesOf(said), files };
}
