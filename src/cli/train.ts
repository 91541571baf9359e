import type { Command } from 'commander';
import { CytoForgeError } from '../errors.ts';
import { useBackend as startBackend } from '../nn/backend/use-backend.ts';
import type { AnnotatedImage } from '../training/data/annotated-image.ts';
import { splitSet } from '../training/data/split-set.ts';
import { recalibrateStatistics } from '../training/recalibrate-statistics.ts';
import { takeBestWeights, train } from '../training/train.ts';
import type { TrainingStore } from '../training/training-store.ts';
import { folderTrainingStore } from './folder-training-store.ts';
import { progressLine } from './progress-line.ts';
import { INTERRUPTED_STATUS } from './run-program.ts';
import { addTrainOptions, optionsOf, recipeOf, type TrainOptions } from './train-options.ts';
import { bundleFolder, bundleWeights, writeTrainingBundle } from './training-bundle.ts';
import { trainingCard } from './training-card.ts';
import { readTrainingSet } from './training-data.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** File of a training that says what it is of. */
const RECORD = 'training.json';

async function checkFresh(store: TrainingStore, given: TrainOptions) {
  if (given.resume || !(await store.read(RECORD))) return;
  throw new CytoForgeError('bad-option', 'There is a training in this folder already.', {
    where: '--outdir',
    found: given.outdir,
    expected: 'an empty or absent folder',
    hint: 'Add --resume to go on with it.',
  });
}

/** @returns The exit status. */
async function run(given: TrainOptions, signal: AbortSignal): Promise<number> {
  const recipe = recipeOf(given.network);
  const options = optionsOf(recipe, given);
  const store = folderTrainingStore(given.outdir);
  await checkFresh(store, given);
  await startBackend(given.backend, { threads: given.threads });
  const set = await readTrainingSet(given.data, signal);
  const suited = set.images.filter((image) => recipe.accepts?.(image) ?? true);
  const split = splitSet(suited, options.validationShare, options.seed);
  const prepare = (images: readonly AnnotatedImage[]) => images.map(recipe.prepare);
  const data = { training: prepare(split.training), validation: prepare(split.validation) };
  const names = split.validation.map(({ name }) => name);
  const record = {
    ...{ network: recipe.name, ...recipe.model, options },
    data: { images: suited.length, sha256: set.sha256, validation: names },
  };
  const encode = (text: string) => new TextEncoder().encode(text);
  await store.replace('data.sha256', encode(set.list));
  await store.replace(RECORD, encode(`${JSON.stringify(record, null, 1)}\n`));
  const network = recipe.create(options.seed);
  const line = progressLine(options.steps, 'steps');
  let done = 0;
  try {
    const onStep = (step: number) => line.show(step, ++done);
    const { steps } = await train(network, data, options, store, { signal, onStep });
    line.clear();
    const best = await takeBestWeights(network, store);
    if (recipe.recalibration) {
      recalibrateStatistics(network, data.training, recipe.recalibration, options.seed);
    }
    const name = given.name ?? recipe.name;
    const card = trainingCard({ name, recipe, options, best, set, note: given.dataNote });
    const folder = bundleFolder(given.outdir);
    const weights = bundleWeights(await network.readWeights());
    const model = (await recipe.finish?.(weights, data.training, options.seed)) ?? recipe.model;
    await writeTrainingBundle(
      folder,
      name,
      { ...model, weights },
      { licence: given.licence, card },
    );
    const end = steps < options.steps ? `, interrupted after ${steps}: --resume goes on` : '';
    process.stdout.write(
      `${folder}: ${name} after ${best.steps} of ${options.steps} steps${end}\n`,
    );
    return steps < options.steps ? INTERRUPTED_STATUS : 0;
  } finally {
    line.clear();
    network.dispose();
  }
}

/** Adds `cytoforge train segmenter`. */
export function registerTrain(program: Command): void {
  const command = program
    .command('train')
    .description('train networks')
    .command('segmenter')
    .description('train a segmentation network on images with label maps');
  addTrainOptions(command).action(async (given: TrainOptions) => {
    process.exitCode = await untilInterrupted((stop) => run(given, stop));
  });
}
