import { basename, dirname, resolve } from 'node:path';
import type {
  MaskManifest,
  ModelManifest,
  Pix2PixHdManifest,
} from '../checkpoints/bundle/manifest.ts';
import { isMaskManifest } from '../checkpoints/bundle/mask-manifest.ts';
import { writeBundle } from '../checkpoints/bundle/write-bundle.ts';
import type { ByteSource } from '../checkpoints/byte-source.ts';
import { type GroupedFiles, type ModelFiles, openModelFiles } from '../checkpoints/group-files.ts';
import { CytoForgeError, fromPlainError } from '../errors.ts';
import type { BundleData } from '../pipeline/generation-service.ts';
import { withModelFiles } from './model-files.ts';

type OfficialModel = Exclude<ModelFiles, { kind: 'bundle' }>;

function copyOf(source: ByteSource): ArrayBuffer {
  return new Uint8Array(source.read(0, source.size)).buffer;
}

/** A snapshot is named by its file, other checkpoints of several files by their folder. */
function nameOf(model: OfficialModel): string {
  if (model.kind === 'stylegan') return basename(model.snapshot.name).replace(/\.pkl$/i, '');
  if (model.kind === 'segmenter') return basename(model.weights.name).replace(/\.[^.]+$/, '');
  const file = model.kind === 'tfjs' ? model.source : model.files.generator;
  return basename(dirname(resolve(file.name)));
}

/** Converts official files in memory, at full precision. */
async function convertInMemory(model: OfficialModel): Promise<BundleData> {
  const files = new Map<string, ArrayBuffer>();
  const manifest = await writeBundle(openModelFiles(model), {
    name: nameOf(model),
    precision: 'float32',
    licence: 'unknown',
    sink: {
      writeFile(name, bytes) {
        files.set(name, new Uint8Array(bytes).buffer);
      },
    },
  });
  const paths = manifest.weightsManifest.flatMap((group) => group.paths);
  return { manifest, shards: paths.map((path) => files.get(path) as ArrayBuffer) };
}

function onlyModel(path: string, { models, others }: GroupedFiles): ModelFiles {
  if (models.length === 1) return models[0];
  if (models.length > 1) {
    throw new CytoForgeError('bad-option', 'The folder holds several models.', {
      where: path,
      found: `${models.length} models`,
      expected: 'one model',
      hint: 'Name the file of the one you mean.',
    });
  }
  const failed = others.find((file) => file.error);
  if (failed?.error) throw fromPlainError(failed.error);
  throw new CytoForgeError('not-a-checkpoint', 'There is no model here.', {
    where: path,
    found: others.map(({ kind }) => kind).join(', '),
    expected: 'a model bundle, a StyleGAN .pkl, or a folder with *_net_G.pth',
  });
}

/**
 * Opens a model: a bundle's folder or `model.json`, a StyleGAN `.pkl`, or pix2pixHD's `.pth` files.
 * @throws CytoForgeError what the readers throw; `bad-option` when a folder holds several models.
 */
export function openBundle(path: string): Promise<BundleData> {
  const place = basename(path) === 'model.json' ? dirname(path) : path;
  return withModelFiles([place], (grouped) => {
    const model = onlyModel(path, grouped);
    if (model.kind !== 'bundle') return convertInMemory(model);
    return { manifest: model.manifest, shards: model.shards.map(copyOf) };
  });
}

/**
 * The manifest, if it draws masks.
 * @throws CytoForgeError `wrong-architecture`.
 */
export function expectMaskModel(manifest: ModelManifest, option: string): MaskManifest {
  if (isMaskManifest(manifest)) return manifest;
  throw wrongModel(manifest, 'stylegan3 or stylegan2', option);
}

/**
 * The manifest, if it turns masks into images.
 * @throws CytoForgeError `wrong-architecture`.
 */
export function expectImageModel(manifest: ModelManifest, option: string): Pix2PixHdManifest {
  if (manifest.architecture === 'pix2pixhd') return manifest;
  throw wrongModel(manifest, 'pix2pixhd', option);
}

function wrongModel(manifest: ModelManifest, expected: string, option: string): CytoForgeError {
  return new CytoForgeError('wrong-architecture', `${option} names a model of another kind.`, {
    where: manifest.name,
    found: manifest.architecture,
    expected,
  });
}
