import { CytoForgeError, type PlainError, toPlainError } from '../errors.ts';
import type { ModelManifest } from './bundle/manifest.ts';
import { parseManifest } from './bundle/parse-manifest.ts';
import type { ByteSource } from './byte-source.ts';
import { describeContent } from './content.ts';
import { isNpy } from './npy.ts';
import { readOptions } from './opt-txt.ts';
import { notACheckpoint, readPickle } from './pickle/interpreter.ts';
import type { TorchTensor } from './pickle/torch-records.ts';
import { asRecord, describeValue } from './pickle/values.ts';
import { isSafetensors } from './safetensors-source.ts';
import { isCellposeSizeModel, readCellposeSizeModel } from './segmenters/cellpose-size-model.ts';
import { openSegmenterFile } from './segmenters/open-segmenter-file.ts';
import { recogniseSegmenter } from './segmenters/segmenter-formats.ts';
import { stateDictShapes } from './segmenters/state-dict-shapes.ts';
import { readStyleClusters } from './style-clusters.ts';
import { SNAPSHOT_GLOBALS } from './stylegan-globals.ts';
import { kerasShapes, unknownTfjsModel } from './tfjs/open-tfjs-segmenter.ts';
import { isTfjsModel, parseTfjsManifest, type TfjsManifest } from './tfjs/tfjs-manifest.ts';
import { isLegacyStream } from './torch/legacy.ts';
import { isZip, openStateDict } from './torch/state-dict.ts';
import { readZipDirectory } from './zip-directory.ts';

/** What a file is, by its content. */
export type RecognisedKind =
  | 'stylegan-snapshot'
  | 'pix2pixhd-generator'
  | 'pix2pixhd-encoder'
  | 'segmenter-weights'
  | 'style-clusters'
  | 'cellpose-size-model'
  | 'options'
  | 'bundle-manifest'
  | 'tfjs-manifest'
  | 'bundle-shard'
  | 'archive'
  | 'image'
  | 'unknown';

/** A file with what it is; `error` says why it is of no use. */
export interface RecognisedFile {
  source: ByteSource;
  kind: RecognisedKind;
  error?: PlainError;
  /** For `bundle-manifest`. */
  manifest?: ModelManifest;
  /** For `tfjs-manifest`. */
  tfjs?: TfjsManifest;
}

/** JSON takes some 30 bytes of memory for one of a hostile file; real manifests have 100 KiB. */
const LARGEST_MANIFEST = 8 * 1024 * 1024;

/** Weights have no signature; older TensorFlow.js converters left the extension away. */
const SHARD_NAME = /(\.bin|group\d+-shard\d+of\d+)$/i;

function stateDictKind(source: ByteSource, tensors: ReadonlyMap<string, TorchTensor>) {
  if (recogniseSegmenter(stateDictShapes(tensors))) return 'segmenter-weights';
  const names = [...tensors.keys()];
  const first = tensors.get('model.1.weight')?.shape;
  if (first?.length === 4) {
    return names.some((name) => name.includes('.conv_block.'))
      ? 'pix2pixhd-generator'
      : 'pix2pixhd-encoder';
  }
  const discriminator = names.some((name) => /^scale\d+_layer\d+\./.test(name));
  throw new CytoForgeError('wrong-architecture', `${source.name} is of another network.`, {
    where: names[0],
    found: discriminator ? 'a pix2pixHD discriminator' : `tensors such as ${names[0]}`,
    expected: 'a pix2pixHD generator or encoder, or a segmentation network',
    hint: discriminator
      ? 'Discriminators are only needed for training.'
      : 'Choose latest_net_G.pth, with latest_net_E.pth where there is one.',
  });
}

function snapshotKind(source: ByteSource): RecognisedKind {
  const root = readPickle(source, SNAPSHOT_GLOBALS);
  const entries = asRecord(root, 'dict')?.entries;
  if (entries?.has('G_ema') || entries?.has('G')) return 'stylegan-snapshot';
  throw new CytoForgeError('wrong-architecture', `${source.name} is no model.`, {
    where: 'its outermost value',
    found: entries ? 'a dict without G_ema' : describeValue(root),
    expected: 'a StyleGAN snapshot',
    hint: 'Choose a network-snapshot .pkl with G_ema in it.',
  });
}

function jsonFile(source: ByteSource): Omit<RecognisedFile, 'source'> {
  if (source.size > LARGEST_MANIFEST) {
    throw new CytoForgeError('not-a-checkpoint', `${source.name} is not a CytoForge model.`, {
      where: 'byte 0',
      found: `${source.size} bytes of JSON`,
      expected: `a model.json of at most ${LARGEST_MANIFEST} bytes`,
      hint: 'Choose another file.',
    });
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(source.read(0, source.size)));
  } catch (cause) {
    throw notACheckpoint(source, cause);
  }
  if (isTfjsModel(json)) {
    const tfjs = parseTfjsManifest(json);
    const shapes = kerasShapes(tfjs);
    if (!recogniseSegmenter(shapes)) throw unknownTfjsModel(source.name, shapes);
    return { kind: 'tfjs-manifest', tfjs };
  }
  return { kind: 'bundle-manifest', manifest: parseManifest(json) };
}

function zipKind(source: ByteSource): RecognisedKind {
  const names = [...readZipDirectory(source).keys()];
  if (names.some((name) => /^([^/]+\/)?model\.json$/.test(name))) return 'archive';
  return stateDictKind(source, openStateDict(source));
}

function recogniseContent(source: ByteSource): Omit<RecognisedFile, 'source'> {
  const content = describeContent(source);
  if (source.size === 0) throw notACheckpoint(source);
  if (isZip(source)) return { kind: zipKind(source) };
  if (isLegacyStream(source)) return { kind: stateDictKind(source, openStateDict(source)) };
  if (isSafetensors(source)) {
    openSegmenterFile(source);
    return { kind: 'segmenter-weights' };
  }
  if (isNpy(source)) {
    if (isCellposeSizeModel(source)) {
      readCellposeSizeModel(source);
      return { kind: 'cellpose-size-model' };
    }
    readStyleClusters(source);
    return { kind: 'style-clusters' };
  }
  if (content.endsWith(' image')) return { kind: 'image' };
  if (content === 'JSON text') return jsonFile(source);
  if (content === 'text' && /\.txt$/i.test(source.name)) {
    readOptions(source);
    return { kind: 'options' };
  }
  if (SHARD_NAME.test(source.name)) return { kind: 'bundle-shard' };
  return { kind: snapshotKind(source) };
}

/**
 * Says what a file is by its content; the name only tells weight shards and text files apart, which have
 * no signature. Never throws: what cannot be used is `unknown` with the reason in `error`.
 */
export function recogniseFile(source: ByteSource): RecognisedFile {
  try {
    return { source, ...recogniseContent(source) };
  } catch (error) {
    return { source, kind: 'unknown', error: toPlainError(error) };
  }
}
