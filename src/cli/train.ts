import { createHash } from 'node:crypto';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CytoForgeError } from '../errors.ts';
import { useBackend as startBackend } from '../nn/backend/use-backend.ts';
import type { AnnotatedImage } from '../training/data/annotated-image.ts';
import { readAnnotatedSet } from '../training/data/read-annotated-set.ts';
import { splitSet } from '../training/data/split-set.ts';
import { takeBestWeights, train } from '../training/train.ts';
import type { TrainingOptions } from '../training/training-options.ts';
import type { TrainingRecipe } from '../training/training-recipe.ts';
import { TRAINING_RECIPES } from '../training/training-recipes.ts';
import { folderTrainingStore } from './folder-training-store.ts';
import { progressLine } from './progress-line.ts';
import { INTERRUPTED_STATUS } from './run-program.ts';
import { openToolSource } from './tool-source.ts';
import { bundleFolder, writeTrainingBundle } from './training-bundle.ts';
import { trainingCard } from './training-card.ts';
import { untilInterrupted } from './until-interrupted.ts';

interface TrainOptions {
  network: string;
  data: string[];
  outdir: string;
  name?: string;
  licence: string;
  dataNote?: string;
  steps?: number;
  batch?: number;
  crop?: number;
  seed?: number;
  learningRate?: number;
  validationShare?: number;
  validateEvery?: number;
  resume: boolean;
  backend: 'wasm' | 'webgpu' | 'cpu';
  threads: number;
}

/** File of a training that says what it is of. */
const RECORD = 'training.json';

function countArgument(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Not a whole number above 0.');
  return Number(text);
}

function shareArgument(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value < 1)) throw new InvalidArgumentError('Not a number from 0 to below 1.');
  return value;
}

function rateArgument(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('Not a number above 0.');
  return value;
}

function recipeOf(name: string): TrainingRecipe {
  return TRAINING_RECIPES.find((recipe) => recipe.name === name) as TrainingRecipe;
}

/** The recipe's options with those that were given. */
function optionsOf({ options }: TrainingRecipe, given: TrainOptions): TrainingOptions {
  return {
    ...options,
    steps: given.steps ?? options.steps,
    batchSize: given.batch ?? options.batchSize,
    seed: given.seed ?? options.seed,
    validationShare: given.validationShare ?? options.validationShare,
    validateEvery: given.validateEvery ?? options.validateEvery,
    augmentation: { ...options.augmentation, size: given.crop ?? options.augmentation.size },
    learningRate: {
      ...options.learningRate,
      peak: given.learningRate ?? options.learningRate.peak,
    },
  };
}

/** Images of folders and archives, and the SHA-256 of the sorted list of their files' own. */
async function readData(paths: readonly string[], signal: AbortSignal) {
  const source = await openToolSource(paths);
  try {
    const hashes = new Map<string, string>();
    const files = new Map(source.files.map((file) => [file.path, file]));
    const images = await readAnnotatedSet(
      {
        name: paths.join(', '),
        names: [...files.keys()],
        async read(path) {
          const bytes = (await files.get(path)?.read()) ?? new Uint8Array();
          hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
          return bytes;
        },
      },
      signal,
    );
    const list = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
    const text = list.map(([path, hash]) => `${hash}  ${path}\n`).join('');
    return { images, text, sha256: createHash('sha256').update(text).digest('hex') };
  } finally {
    source.close();
  }
}

async function checkFresh(store: ReturnType<typeof folderTrainingStore>, given: TrainOptions) {
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
  const set = await readData(given.data, signal);
  const split = splitSet(set.images, options.validationShare, options.seed);
  const prepare = (images: readonly AnnotatedImage[]) => images.map(recipe.prepare);
  const data = { training: prepare(split.training), validation: prepare(split.validation) };
  const names = split.validation.map(({ name }) => name);
  const record = {
    ...{ network: recipe.name, ...recipe.model, options },
    data: { images: set.images.length, sha256: set.sha256, validation: names },
  };
  const encode = (text: string) => new TextEncoder().encode(text);
  await store.replace('data.sha256', encode(set.text));
  await store.replace(RECORD, encode(`${JSON.stringify(record, null, 1)}\n`));
  const network = recipe.create(options.seed);
  const line = progressLine(options.steps, 'steps');
  let done = 0;
  try {
    const onStep = (step: number) => line.show(step, ++done);
    const { steps } = await train(network, data, options, store, { signal, onStep });
    line.clear();
    const best = await takeBestWeights(network, store);
    const name = given.name ?? recipe.name;
    const card = trainingCard({ name, recipe, options, best, set, note: given.dataNote });
    const folder = bundleFolder(given.outdir);
    await writeTrainingBundle(folder, name, recipe, network, { licence: given.licence, card });
    const end = steps < options.steps ? ', interrupted: --resume goes on' : '';
    process.stdout.write(`${folder}: ${name} after ${best.steps} of ${steps} steps${end}\n`);
    return steps < options.steps ? INTERRUPTED_STATUS : 0;
  } finally {
    line.clear();
    network.dispose();
  }
}

/** Adds `cytoforge train`. */
export function registerTrain(program: Command): void {
  const network = new Option('--network <name>', 'what is trained')
    .choices(TRAINING_RECIPES.map(({ name }) => name))
    .makeOptionMandatory();
  program
    .command('train')
    .description('train networks')
    .command('segmenter')
    .description('train a segmentation network on images with label maps')
    .addOption(network)
    .requiredOption('--data <path...>', 'folders or ZIPs of images with truth')
    .requiredOption('--outdir <folder>', 'checkpoints, stats.jsonl and the bundle go there')
    .option('--resume', 'go on with the training in --outdir', false)
    .option('--name <name>', 'name of the model')
    .option('--licence <text>', 'what may be done with the weights', 'unknown')
    .option('--data-note <text>', 'what the card says of the data')
    .option('--steps <n>', 'steps in all', countArgument)
    .option('--batch <n>', 'examples of a step', countArgument)
    .option('--crop <pixels>', 'side of an example', countArgument)
    .option('--seed <n>', 'of weights, order and augmentation', countArgument)
    .option('--learning-rate <rate>', 'the highest one', rateArgument)
    .option('--validation-share <share>', 'images held out', shareArgument)
    .option('--validate-every <n>', 'steps between validations and checkpoints', countArgument)
    .addOption(
      new Option('--backend <name>', 'where it runs')
        .choices(['wasm', 'webgpu', 'cpu'])
        .default('wasm'),
    )
    .option('--threads <n>', 'of WASM', countArgument, 1)
    .action(async (given: TrainOptions) => {
      process.exitCode = await untilInterrupted((stop) => run(given, stop));
    });
}
