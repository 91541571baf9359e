import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { bundleReference } from '../dataset/dataset-manifest.ts';
import { datasetEntries, type ExportOutcome } from '../dataset/export-dataset.ts';
import { CytoForgeError } from '../errors.ts';
import { defaultRecipe } from '../pipeline/default-recipe.ts';
import type { BackendChoice, BundleData } from '../pipeline/generation-service.ts';
import type { DatasetPlan } from '../pipeline/plan/dataset-plan.ts';
import { exportOptions } from '../pipeline/plan/export-options.ts';
import type { PlanFile } from '../pipeline/plan/parse-plan-file.ts';
import { countPlanned, planSource } from '../pipeline/plan/plan-source.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { APP_VERSION } from '../version.ts';
import { addLatentOptions, addPlaceOptions } from './draw-options.ts';
import { folderSegmentStore } from './folder-segment-store.ts';
import { networkLines } from './network-lines.ts';
import { type Models, openModels } from './open-models.ts';
import { paddedLines } from './padded-lines.ts';
import {
  addPlanOptions,
  hasPlanOptions,
  type PlanOptions,
  planOfOptions,
  readPlanFile,
} from './plan-options.ts';
import { progressLine } from './progress-line.ts';
import { readRecipeFile } from './read-recipes.ts';
import {
  applyOptions,
  hasRecipeOptions,
  numberArgument,
  type RecipeOptions,
  sizeArgument,
  thresholdArgument,
} from './recipe-options.ts';
import { INTERRUPTED_STATUS } from './run-program.ts';
import { latentsTarget, saveLatents } from './save-latents.ts';
import {
  addSpotsOptions,
  applySpotsOptions,
  hasSpotsOptions,
  openSpotModel,
  type SpotsOptions,
} from './spots-options.ts';
import { startNetworks } from './start-networks.ts';
import {
  addStyleOptions,
  hasStyleOptions,
  type StyleOptions,
  withStyles,
} from './style-options.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { type DatasetTarget, datasetTarget } from './write-dataset.ts';

interface GenerateOptions extends RecipeOptions, StyleOptions, SpotsOptions, PlanOptions {
  maskModel?: string;
  imageModel?: string;
  seeds?: string;
  recipe?: string;
  backend: BackendChoice;
  saveW?: string;
  out: string;
}

const NOTHING_MADE = 'Interrupted before the first sample; nothing was written.';

function changesSamples(options: GenerateOptions): boolean {
  // A spot model only says where the one of the recipes is.
  const spots = hasSpotsOptions({ ...options, spotModel: undefined });
  const { seeds } = options;
  return seeds !== undefined || hasRecipeOptions(options) || hasStyleOptions(options) || spots;
}

/** What the set is made from: a template for seeds, or samples as they are; and the model of their spots. */
interface Ingredients {
  /** Null: the samples are not drawn from seeds. */
  seeds: string | null;
  template: SampleRecipe;
  chosen: SampleRecipe[];
  spotModel: BundleData | null;
}

async function ingredientsOf(
  options: GenerateOptions,
  plan: PlanFile,
  models: Models,
): Promise<Ingredients> {
  const file = options.recipe === undefined ? null : await readRecipeFile(options.recipe);
  if (file?.kind === 'dataset') {
    if (changesSamples(options)) {
      throw new CytoForgeError('bad-option', 'A data set is made again as it is.', {
        found: 'options that change its samples',
        expected: '--recipe without seeds and settings',
      });
    }
    const { recipes } = file;
    const spotModel = await openSpotModel(options, recipes);
    return { seeds: null, template: recipes[0], chosen: recipes, spotModel };
  }
  const given = file?.recipe ?? plan.template;
  const seeds = options.seeds ?? plan.seeds;
  if (!file && seeds === null && plan.chosen.length === 0) {
    throw new CytoForgeError('bad-option', 'There are no seeds.', {
      expected: '--seeds, e.g. --seeds 0-99, or --recipe',
    });
  }
  const fresh = defaultRecipe(models.mask.manifest, models.image?.manifest ?? null, 0);
  const side = models.mask.manifest.config.imgResolution;
  const kept = [...plan.inPlace, ...plan.chosen];
  const spotModel = await openSpotModel(options, [...(given ? [given] : []), ...kept]);
  const asked = options.spotModel === undefined ? null : spotModel;
  const base = applyOptions(given ?? fresh, options, side);
  const template = await applySpotsOptions(base, options, asked?.manifest ?? null);
  const chosen = seeds === null && file ? [template, ...plan.chosen] : plan.chosen;
  return { seeds, template, chosen, spotModel };
}

/** The set as a plan: the command line and the page run the same. */
async function planOf(
  options: GenerateOptions,
  file: PlanFile,
  { seeds, template, chosen }: Ingredients,
  used: readonly BundleData[],
  stop: AbortSignal,
): Promise<DatasetPlan> {
  return {
    version: 1,
    fileName: basename(options.out),
    seeds: seeds ?? '',
    template,
    chosen,
    ...(await planOfOptions(file, options, stop)),
    bundles: used.map(({ manifest }) => bundleReference(manifest)),
  };
}

function inWords(outcome: ExportOutcome, total: number, target: DatasetTarget): string {
  const { samples, rejected } = outcome;
  const kept = rejected > 0 ? `, ${rejected} rejected` : '';
  if (outcome.status !== 'done') {
    return `${target.path}: a whole data set with ${samples} of ${total} samples${kept}`;
  }
  const count = samples < total ? `${samples} of ${total}` : `${total}`;
  return `${target.path}: ${count} ${total === 1 ? 'sample' : 'samples'}${kept}`;
}

/** Why a set is empty. */
function nothingMade({ status, error, rejected }: ExportOutcome): unknown {
  if (error !== undefined) return error;
  if (status === 'cancelled') return new CytoForgeError('cancelled', NOTHING_MADE);
  return new CytoForgeError('bad-option', 'No sample passed the gates; nothing was written.', {
    found: `${rejected} rejected`,
    expected: 'wider gates, or more --tries',
  });
}

/**
 * Makes a data set.
 * @param stop Ends the set early; it is whole all the same.
 * @returns The exit status.
 */
async function generate(options: GenerateOptions, stop: AbortSignal): Promise<number> {
  const target = await datasetTarget(options.out);
  const latentsPath = options.saveW === undefined ? null : latentsTarget(options.saveW);
  const models = await openModels(options);
  const planFile = await readPlanFile(options);
  const plain = await ingredientsOf(options, planFile, models);
  const used = [models.mask, models.image, plain.spotModel].filter((bundle) => bundle !== null);
  const service = await startNetworks(used, options.backend);
  const image = models.image?.manifest ?? null;
  const styled = await withStyles([plain.template, ...plain.chosen], options, image, service, stop);
  const ingredients = { ...plain, template: styled[0], chosen: styled.slice(1) };
  const plan = await planOf(options, planFile, ingredients, used, stop);
  const total = countPlanned(plan);

  const segments = `${target.path}.segments`;
  const progress = progressLine(total);
  const recipes: SampleRecipe[] = [];
  const settings = exportOptions(plan, APP_VERSION);
  let outcome: ExportOutcome = { status: 'done', samples: 0, rejected: 0 };
  try {
    await target.write(
      datasetEntries({
        ...settings,
        // Seeds through one template need no plan to be made again: the recipes say it all.
        plan: hasPlanOptions(options) ? settings.plan : undefined,
        source: planSource(plan),
        makeSample: (recipe, signal) => service.makeSample(recipe, signal),
        signal: stop,
        store: folderSegmentStore(segments),
        onSample: ({ entry }) => void recipes.push(entry.recipe),
        onProgress: ({ done, resumed }) => progress.show(done, done - resumed),
        onEnd(end) {
          outcome = end;
          // An empty set must not take the place of an earlier one.
          if (end.samples === 0) throw nothingMade(end);
        },
      }),
    );
  } catch (error) {
    await target.discard();
    throw error;
  } finally {
    progress.clear();
  }
  if (latentsPath !== null) {
    await saveLatents(latentsPath, recipes, service);
  }
  if (outcome.status === 'done') {
    await rm(segments, { recursive: true, force: true });
    const notes = [
      ...networkLines(models.mask.manifest),
      ...paddedLines(recipes, models.image?.manifest),
    ].map((line) => `  ${line}\n`);
    process.stdout.write(`${inWords(outcome, total, target)}\n${notes.join('')}`);
    return 0;
  }
  const goOn = `The same command goes on from here (by ${segments}, which may be deleted).`;
  process.stdout.write(`${inWords(outcome, total, target)}. ${goOn}\n`);
  if (outcome.status === 'failed') throw outcome.error;
  return INTERRUPTED_STATUS;
}

/** Adds `cytoforge generate`. */
export function registerGenerate(program: Command): void {
  const command = program
    .command('generate')
    .description('make a data set of masks, labels and images from seeds')
    .option('--image-model <path>', 'pix2pixHD bundle or .pth folder, or none (default: the demo)')
    .option('--seeds <ranges>', 'seeds, e.g. 0-99,205');
  addPlaceOptions(addLatentOptions(command))
    .option('--threshold <level>', 'grey level where objects begin, or otsu', thresholdArgument)
    .addOption(
      new Option('--split <how>', 'how objects are told apart').choices([
        'components',
        'watershed',
      ]),
    )
    .option('--no-fill-holes', 'keep holes in objects')
    .option('--smallest-object <pixels>', 'drop smaller objects', numberArgument)
    .option('--size <WxH>', 'size of the samples in pixels (follows the canvas)', sizeArgument)
    .addOption(
      new Option('--resampling <filter>', 'how the mask is scaled').choices(['bicubic', 'nearest']),
    )
    .option('--style-cluster <n>', 'one style for all instances', numberArgument)
    .option('--style-seed <n>', 'draw styles, counting from this seed', numberArgument)
    .option('--recipe <file>', 'a recipe, or a dataset.json to make again')
    .option('--save-w <file>', 'the w of the samples too, as .npz or .npy')
    .requiredOption('--out <path>', 'a .zip file or a folder')
    .action(async (options: GenerateOptions) => {
      process.exitCode = await untilInterrupted((stop) => generate(options, stop));
    });
  addStyleOptions(command);
  addSpotsOptions(command);
  addPlanOptions(command);
}
