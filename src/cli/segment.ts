import { readFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { CytoForgeError } from '../errors.ts';
import { encodeLabelPng } from '../imaging/encode-png.ts';
import type { BackendChoice } from '../pipeline/generation-service.ts';
import { parameterValues } from '../segmentation/parameter-values.ts';
import { readSegmenterImage } from '../segmentation/read-segmenter-image.ts';
import { createSegmentationSession } from '../segmentation/segmentation-session.ts';
import type { Segmentation } from '../segmentation/segmenter.ts';
import type { SegmenterMethod } from '../segmentation/segmenter-method.ts';
import { APP_VERSION } from '../version.ts';
import { imagesOfFolder } from './image-folder.ts';
import { readError } from './io-error.ts';
import { progressLine } from './progress-line.ts';
import {
  addParameterOption,
  descriptionOf,
  knownMethods,
  parameterHelp,
  pixelSizeOf,
  valuesOf,
  type WrittenParameters,
} from './segmenter-options.ts';
import { weightsFor } from './segmenter-weights.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { writeInto } from './write-files.ts';

interface SegmentOptions {
  method: SegmenterMethod;
  in: string;
  out: string;
  weights?: string;
  pipeline?: string;
  param: WrittenParameters;
  micronsPerPixel?: string;
  backend: BackendChoice;
}

/** Name of the file that says how the label maps were made. */
const RECORD = 'segmentation.json';

interface SegmentedImage {
  image: string;
  labels: string;
  objects: number;
  milliseconds: number;
  facts: Segmentation['facts'];
  scores: number[];
}

/**
 * Where the label map of each image goes, relative to the output: its own name as PNG.
 * @throws CytoForgeError `bad-option` where one would overwrite another, or an image.
 */
function labelNames(names: readonly string[], options: SegmentOptions): string[] {
  if (resolve(options.in) === resolve(options.out)) {
    throw new CytoForgeError('bad-option', 'The label maps would overwrite the images.', {
      where: '--out',
      found: options.out,
      expected: 'another folder than --in',
    });
  }
  const written = names.map((name) => name.replace(/\.[^.]+$/, '.png'));
  const twice = written.find((name, at) => written.indexOf(name) !== at);
  if (twice === undefined) return written;
  throw new CytoForgeError('bad-option', 'Two images would have the same label map.', {
    where: '--in',
    found: `two images for ${twice}`,
    expected: 'names that differ in more than their extension',
  });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(
    await readFile(path).catch((cause) => {
      throw readError(path, cause);
    }),
  );
}

/**
 * Segments every image of a folder: a 16-bit label map for each under its own name, and `segmentation.json` with all
 * that was set and found.
 * @returns A line that says what was written.
 * @throws CytoForgeError what reading, the algorithm and writing throw; `cancelled`.
 */
export async function segmentFolder(options: SegmentOptions, stop: AbortSignal): Promise<string> {
  const pipeline =
    options.pipeline === undefined
      ? undefined
      : new TextDecoder().decode(await bytesOf(options.pipeline));
  const description = descriptionOf({ method: options.method, pipeline });
  const values = parameterValues(description, valuesOf(description, options.param));
  const micronsPerPixel = pixelSizeOf(options.micronsPerPixel);
  const paths = await imagesOfFolder(options.in, '--in');
  const names = paths.map((path) => relative(options.in, path));
  const written = labelNames(names, options);
  const bundle = await weightsFor(description, options.weights);
  const session = createSegmentationSession();
  const backend = await session.start(options.backend);
  if (bundle) session.load(bundle);
  const weights = bundle?.manifest.provenance.weightsSha256 ?? null;

  const images: SegmentedImage[] = [];
  const progress = progressLine(paths.length, 'images');
  try {
    for (const [at, path] of paths.entries()) {
      const image = { ...readSegmenterImage(await bytesOf(path), path), micronsPerPixel };
      const begin = performance.now();
      const choice = { method: options.method, pipeline, weights, values };
      const { labels, scores, facts } = await session.segment(choice, image, { signal: stop });
      const milliseconds = performance.now() - begin;
      await writeInto(options.out, written[at], encodeLabelPng(labels));
      images.push({
        ...{ image: names[at], labels: written[at], objects: scores.length, milliseconds, facts },
        scores: [...scores],
      });
      progress.show(at + 1, at + 1);
    }
  } finally {
    progress.clear();
    session.dispose();
  }
  const record = {
    ...{ program: `CytoForge ${APP_VERSION}`, method: options.method, parameters: values },
    pipeline: options.pipeline === undefined ? null : basename(options.pipeline),
    weights: bundle && { name: bundle.manifest.name, sha256: weights },
    ...{ micronsPerPixel, backend, images },
  };
  const json = new TextEncoder().encode(`${JSON.stringify(record, null, 1)}\n`);
  await writeInto(options.out, RECORD, json);
  const objects = images.reduce((sum, image) => sum + image.objects, 0);
  return `${options.out}: ${objects} objects in ${images.length} images, by ${options.method}`;
}

/** Adds `cytoforge segment`. */
export function registerSegment(program: Command): void {
  const method = new Option('--method <name>', 'the algorithm')
    .choices(knownMethods())
    .makeOptionMandatory();
  const backend = new Option('--backend <name>', 'where networks run')
    .choices(['auto', 'webgpu', 'wasm', 'cpu'])
    .default('auto');
  const command = program
    .command('segment')
    .description('find the objects in every image of a folder, as 16-bit label maps')
    .addOption(method)
    .requiredOption('--in <folder>', 'PNG, TIFF or JPEG images, also in folders within')
    .requiredOption('--out <folder>', 'where label maps and segmentation.json go')
    .option('--weights <path>', 'model bundle or official checkpoint (default: the one that ships)')
    .option('--pipeline <file>', 'pipeline of CellProfiler (.cppipe) whose Identify modules run')
    .option('--microns-per-pixel <size>', 'size of a pixel, for algorithms that scale by it')
    .addOption(backend);
  addParameterOption(command)
    .addHelpText('after', parameterHelp)
    .action(async (options: SegmentOptions) => {
      const line = await untilInterrupted((stop) => segmentFolder(options, stop));
      process.stdout.write(`${line}\n`);
    });
}
