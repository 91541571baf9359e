import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Precision } from '../checkpoints/bundle/encode-weight.ts';
import type { ModelDefaults, ModelManifest } from '../checkpoints/bundle/manifest.ts';
import type { BundleSink } from '../checkpoints/bundle/shard-writer.ts';
import { type ConvertibleModel, writeBundle } from '../checkpoints/bundle/write-bundle.ts';
import { type GroupedFiles, type ModelFiles, openModelFiles } from '../checkpoints/group-files.ts';
import { openNpz } from '../checkpoints/npz.ts';
import type { SnapshotGenerator } from '../checkpoints/snapshot-networks.ts';
import { CytoForgeError } from '../errors.ts';
import { referenceForBundle } from '../pipeline/self-test/reference-for-bundle.ts';
import { withModelFiles } from './model-files.ts';
import { fileSource } from './node-file-source.ts';

const ORIGIN = 'the original implementation';

interface ConvertOptions {
  out: string;
  name?: string;
  precision: Precision;
  /** Which generator of a StyleGAN snapshot; if it is not said, the averaged one or the only one. */
  network?: SnapshotGenerator;
  licence: string;
  card?: string;
  reference?: string;
  referenceOrigin?: string;
  threshold?: number;
  psi?: number;
  imageSize?: number;
  smallestObject?: number;
  objectClass?: number;
}

function numberArgument(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InvalidArgumentError('Not a number.');
  return value;
}

function countArgument(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Not a whole number.');
  return Number(text);
}

function folderSink(folder: string): BundleSink {
  mkdirSync(folder, { recursive: true });
  // The manifest says that a bundle is complete: an old one must not speak for new shards.
  rmSync(join(folder, 'model.json'), { force: true });
  return { writeFile: (name, bytes) => writeFileSync(join(folder, name), bytes) };
}

function theOnlyModel({ models }: GroupedFiles): Exclude<ModelFiles, { kind: 'bundle' }> {
  const [model] = models.filter((one) => one.kind !== 'bundle');
  if (models.length === 1 && model) return model;
  throw new CytoForgeError('bad-option', 'Exactly one model can be converted at a time.', {
    found: models.length === 1 ? 'a bundle' : `${models.length} models`,
    expected:
      'one StyleGAN .pkl, one pix2pixHD generator with its files, or one segmentation network',
  });
}

function defaultName(model: Exclude<ModelFiles, { kind: 'bundle' }>): string {
  if (model.kind === 'stylegan') return basename(model.snapshot.name).replace(/\.pkl$/i, '');
  if (model.kind === 'segmenter') return basename(model.weights.name).replace(/\.[^.]+$/, '');
  const file = model.kind === 'tfjs' ? model.source : model.files.generator;
  return basename(dirname(resolve(file.name)));
}

function defaultsOf(options: ConvertOptions): ModelDefaults | undefined {
  const { threshold, psi, imageSize, smallestObject, objectClass } = options;
  const given = Object.entries({ threshold, psi, imageSize, smallestObject, objectClass });
  const defaults = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  return Object.keys(defaults).length > 0 ? defaults : undefined;
}

function readCard(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  if (!existsSync(path)) throw new CytoForgeError('io', `${path} could not be read.`);
  return readFileSync(path, 'utf8');
}

/** The references go into the bundle in the form that a self-test reads. */
function readReference(model: ConvertibleModel, options: ConvertOptions) {
  if (options.reference === undefined) return undefined;
  const source = fileSource(options.reference);
  try {
    return referenceForBundle(model, openNpz(source), options.referenceOrigin ?? ORIGIN);
  } finally {
    source.close();
  }
}

function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.floor((100 * done) / total)} %`);
}

/**
 * Converts the one model among `paths` (files or folders) into a bundle in `options.out`.
 * @returns the manifest written.
 */
export function convertFiles(paths: string[], options: ConvertOptions): Promise<ModelManifest> {
  return withModelFiles(paths, (grouped) => {
    const model = theOnlyModel(grouped);
    const opened = openModelFiles(model, options.network);
    const card = readCard(options.card);
    const reference = readReference(opened, options);
    return writeBundle(opened, {
      name: options.name ?? defaultName(model),
      precision: options.precision,
      licence: options.licence,
      defaults: defaultsOf(options),
      card,
      reference,
      sink: folderSink(options.out),
      onProgress: showProgress,
    });
  });
}

/** Says that a file had to be taken for what it is. */
function fallbackNote({ provenance }: ModelManifest, { network }: ConvertOptions): string {
  const fellBack = network === undefined && provenance.network === 'G';
  return fellBack ? '  G, the generator in training: the file has no G_ema\n' : '';
}

/** Adds `convert FILE… --out DIR`. Errors are thrown as `CytoForgeError`. */
export function registerConvert(program: Command): void {
  const precision = new Option('--precision <type>', 'weights are stored so')
    .choices(['float16', 'float32'])
    .default('float16');
  const network = new Option(
    '--network <name>',
    'generator of a StyleGAN snapshot (default: G_ema, or G where that is missing)',
  ).choices(['G_ema', 'G']);
  program
    .command('convert')
    .description('turn a StyleGAN .pkl or the files of a pix2pixHD checkpoint into a model bundle')
    .argument('<file...>', 'checkpoint files, or a folder of them')
    .requiredOption('--out <folder>', 'where the bundle goes')
    .option('--name <name>', 'name of the model')
    .addOption(precision)
    .addOption(network)
    .option('--licence <text>', 'what may be done with the weights', 'unknown')
    .option('--card <file>', 'model card in Markdown')
    .option('--reference <file>', 'what the original made of these weights (.npz), for selftest')
    .option('--reference-origin <text>', 'what made it', ORIGIN)
    .option('--threshold <level>', 'proposed mask threshold, 0 to 255', numberArgument)
    .option('--psi <number>', 'proposed truncation', numberArgument)
    .option('--image-size <pixels>', 'proposed image side', numberArgument)
    .option('--smallest-object <pixels>', 'proposed smallest object', numberArgument)
    .option('--object-class <n>', 'class of objects in the label maps it reads', countArgument)
    .action(async (paths: string[], options: ConvertOptions) => {
      const manifest = await convertFiles(paths, options);
      if (process.stderr.isTTY) process.stderr.write('\r');
      const shards = manifest.weightsManifest.flatMap((group) => group.paths).length;
      process.stdout.write(
        `${manifest.name} (${manifest.architecture}, ${options.precision}): ` +
          `${shards} weight files in ${options.out}\n${fallbackNote(manifest, options)}`,
      );
    });
}
