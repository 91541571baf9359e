import { type Command, InvalidArgumentError, Option } from 'commander';
import type { DatasetEntry } from '../dataset/zip-writer.ts';
import { encodeImagePng } from '../imaging/encode-png.ts';
import type { ByteImage } from '../imaging/image.ts';
import { tileImages } from '../imaging/tile-images.ts';
import type { GenerationService } from '../pipeline/generation-service.ts';
import { stopIfAborted } from '../pipeline/make-sample.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { parseSeedRanges } from '../pipeline/seed-ranges.ts';
import { type MixPlan, mixRecipe } from '../pipeline/style-mix.ts';
import { addLatentOptions, addPlaceOptions, addWhatOptions } from './draw-options.ts';
import {
  makePicture,
  openPictureModels,
  type PictureOptions,
  pictureTemplate,
} from './make-picture.ts';
import { progressLine } from './progress-line.ts';
import { startNetworks } from './start-networks.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { datasetTarget } from './write-dataset.ts';

interface StyleMixOptions extends PictureOptions {
  rows: string;
  cols: string;
  layers: number[];
}

/** Reads `0-6` or `0,3,5`, for commander. */
function layersArgument(text: string): number[] {
  try {
    return parseSeedRanges(text).sort((a, b) => a - b);
  } catch {
    throw new InvalidArgumentError('Expected w such as 0-6 or 0,3,5.');
  }
}

/** A PNG per cell, the seeds' own among them, then the grid with these on its edges. */
async function* mixFiles(
  plan: MixPlan,
  template: SampleRecipe,
  service: GenerationService,
  stop: AbortSignal,
): AsyncGenerator<DatasetEntry> {
  const { rows, columns } = plan;
  const originals = [...new Set([...rows, ...columns])].map((seed) => [seed, seed]);
  const mixed = rows.flatMap((row) => columns.map((column) => [row, column]));
  const pairs = [...originals, ...mixed.filter(([row, column]) => row !== column)];
  const made = new Map<string, ByteImage>();
  const progress = progressLine(pairs.length, 'cells');
  try {
    for (const [row, column] of pairs) {
      stopIfAborted(stop);
      const picture = await makePicture(service, mixRecipe(plan, template, row, column), stop);
      made.set(`${row}-${column}`, picture);
      progress.show(made.size, made.size);
      yield { name: `${row}-${column}.png`, data: encodeImagePng(picture) };
    }
  } finally {
    progress.clear();
  }
  const cell = (row: number, column: number) => made.get(`${row}-${column}`) ?? null;
  const lines = [
    [null, ...columns.map((column) => cell(column, column))],
    ...rows.map((row) => [cell(row, row), ...columns.map((column) => cell(row, column))]),
  ];
  const grid = tileImages(lines.flat(), columns.length + 1);
  yield { name: 'grid.png', data: encodeImagePng(grid) };
}

async function styleMix(options: StyleMixOptions, stop: AbortSignal): Promise<void> {
  const plan: MixPlan = {
    rows: parseSeedRanges(options.rows),
    columns: parseSeedRanges(options.cols),
    layers: options.layers,
  };
  const target = await datasetTarget(options.out);
  const models = await openPictureModels(options);
  const service = await startNetworks([models.mask, models.image], options.backend);
  const template = await pictureTemplate(models, options, service, stop);
  try {
    await target.write(mixFiles(plan, template, service, stop));
  } catch (error) {
    await target.discard();
    throw error;
  }
  process.stdout.write(`${target.path}: ${plan.rows.length} × ${plan.columns.length} mixes\n`);
}

/** Adds `cytoforge style-mix`. */
export function registerStyleMix(program: Command): void {
  const command = program
    .command('style-mix')
    .description('mix the styles of seeds: a grid, and a picture of every cell')
    .requiredOption('--rows <ranges>', 'seeds whose w are kept, e.g. 85,100')
    .requiredOption('--cols <ranges>', 'seeds whose w come in, e.g. 55,821')
    .addOption(
      new Option('--layers <ranges>', 'which w come from the columns')
        .argParser(layersArgument)
        .default([...Array(7).keys()], '0-6'),
    );
  addPlaceOptions(addLatentOptions(addWhatOptions(command)))
    .requiredOption('--out <path>', 'a .zip file or a folder')
    .action((options: StyleMixOptions) => untilInterrupted((stop) => styleMix(options, stop)));
}
