import { type Command, InvalidArgumentError, Option } from 'commander';
import type { TrainingOptions } from '../training/training-options.ts';
import type { TrainingRecipe } from '../training/training-recipe.ts';
import { TRAINING_RECIPES } from '../training/training-recipes.ts';

/** What the command line says of a training; what it does not say is the recipe's. */
export interface TrainOptions {
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
  recalibrate?: number;
  resume: boolean;
  backend: 'wasm' | 'webgpu' | 'cpu';
  threads: number;
}

function countArgument(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Not a whole number above 0.');
  return Number(text);
}

function wholeArgument(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Not a whole number.');
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

/** The recipe of that name, which the command line has checked. */
export function recipeOf(name: string): TrainingRecipe {
  return TRAINING_RECIPES.find((recipe) => recipe.name === name) as TrainingRecipe;
}

/** The recipe's options with those that were given. */
export function optionsOf({ options }: TrainingRecipe, given: TrainOptions): TrainingOptions {
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

/** Adds the options of a training. */
export function addTrainOptions(command: Command): Command {
  const network = new Option('--network <name>', 'what is trained')
    .choices(TRAINING_RECIPES.map(({ name }) => name))
    .makeOptionMandatory();
  return command
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
    .option('--recalibrate <n>', 'whole images for the statistics at the end', wholeArgument)
    .addOption(
      new Option('--backend <name>', 'where it runs')
        .choices(['wasm', 'webgpu', 'cpu'])
        .default('wasm'),
    )
    .option('--threads <n>', 'of WASM', countArgument, 1);
}
