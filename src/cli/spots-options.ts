import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import { modelReference } from '../pipeline/default-recipe.ts';
import type { BundleData } from '../pipeline/generation-service.ts';
import { spotModelOf } from '../pipeline/models-of-recipe.ts';
import { parseRecipe } from '../pipeline/parse-recipe.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { checkSpotModel } from '../pipeline/spot-model.ts';
import {
  fiveClusterSpots,
  NO_OPTICS,
  NO_SPOTS,
  OPTICS_PRESET_NAMES,
  OPTICS_PRESETS,
  type OpticsPreset,
} from '../pipeline/spots-presets.ts';
import type { OpticsRecipe } from '../pipeline/spots-recipe.ts';
import { demoModel } from './demo-models.ts';
import { readError } from './io-error.ts';
import { openBundle } from './open-bundle.ts';
import { numberArgument } from './recipe-options.ts';

/** The preset's name where a file could stand. */
const FIVE_CLUSTERS = 'five-clusters';

/** What the command line says of spots and optics. */
export interface SpotsOptions {
  spots?: string;
  spotModel?: string;
  spotSeed?: number;
  optics?: OpticsPreset;
  psfSigma?: number;
  photons?: number;
  readNoise?: number;
  offset?: number;
  opticsSeed?: number;
}

/** Adds the options to a command. */
export function addSpotsOptions(command: Command): void {
  command
    .option('--spots <file>', `spots as JSON (a recipe's spots field), or ${FIVE_CLUSTERS}`)
    .option('--spot-model <path>', 'render spots with this model, or demo (default: Gaussians)')
    .option('--spot-seed <n>', 'draw spots, counting from this seed', numberArgument)
    .addOption(
      new Option('--optics <preset>', 'blur and noise of a microscope').choices(
        OPTICS_PRESET_NAMES,
      ),
    )
    .option('--psf-sigma <pixels>', 'blur: deviation of the point-spread function', numberArgument)
    .option('--photons <n>', 'photons that make white; fewer are noisier', numberArgument)
    .option('--read-noise <levels>', 'deviation of the read noise in grey levels', numberArgument)
    .option('--offset <levels>', 'grey levels added everywhere', numberArgument)
    .option('--optics-seed <n>', 'draw noise, counting from this seed', numberArgument);
}

const OPTIONS: (keyof SpotsOptions)[] = [
  'spots',
  'spotModel',
  'spotSeed',
  'optics',
  'psfSigma',
  'photons',
  'readNoise',
  'offset',
  'opticsSeed',
];

/** Whether the command line says anything of spots or optics. */
export function hasSpotsOptions(options: SpotsOptions): boolean {
  return OPTIONS.some((name) => options[name] !== undefined);
}

async function readSpots(path: string, { size }: SampleRecipe): Promise<unknown> {
  if (path === FIVE_CLUSTERS) return fiveClusterSpots(size);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw readError(path, cause);
    throw new CytoForgeError('bad-recipe', 'The spots cannot be read.', {
      where: path,
      found: cause.message,
      expected: "JSON of a recipe's spots",
    });
  }
  // What a file leaves out stays at its default; what is no object is refused by the recipe's own rules.
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  return isObject ? { ...NO_SPOTS, ...(json as object) } : json;
}

function opticsOf(options: SpotsOptions, before: OpticsRecipe | null): OpticsRecipe | null {
  const { optics, psfSigma, photons, readNoise, offset, opticsSeed } = options;
  const said = [optics, psfSigma, photons, readNoise, offset, opticsSeed];
  if (said.every((option) => option === undefined)) return before;
  const base = { ...(before ?? NO_OPTICS), ...(optics && OPTICS_PRESETS[optics]) };
  return {
    psfSigma: psfSigma ?? base.psfSigma,
    photonsAtWhite: photons ?? base.photonsAtWhite,
    readNoise: readNoise ?? base.readNoise,
    offset: offset ?? base.offset,
    seed: opticsSeed ?? base.seed,
  };
}

/**
 * A recipe with the spots and optics of the options laid over it.
 * @param model What `openSpotModel` opened for `--spot-model`; null for none.
 * @throws CytoForgeError `bad-recipe` for values out of range, `bad-option` for a spot model or seed without spots, `io`.
 */
export async function applySpotsOptions(
  recipe: SampleRecipe,
  options: SpotsOptions,
  model: ModelManifest | null,
): Promise<SampleRecipe> {
  if (!hasSpotsOptions(options)) return recipe;
  const { spots: path, spotSeed } = options;
  const read = path === undefined ? recipe.spots : await readSpots(path, recipe);
  if (read === null && (model || spotSeed !== undefined)) {
    throw new CytoForgeError('bad-option', 'There are no spots.', {
      found: model ? '--spot-model' : '--spot-seed',
      expected: `--spots with it, e.g. --spots ${FIVE_CLUSTERS}`,
    });
  }
  const optics = opticsOf(options, recipe.optics);
  const { spots, ...plain } = parseRecipe({ ...recipe, spots: read, optics }, path ?? 'options');
  if (!spots) return { ...plain, spots };
  const rendered = model
    ? { ...spots, rendering: 'model' as const, spotModel: modelReference(model) }
    : spots;
  const seeded = spotSeed === undefined ? rendered : { ...rendered, seed: spotSeed };
  return parseRecipe({ ...plain, spots: seeded }, 'options');
}

/**
 * Opens the model of `--spot-model`, or the demo's where recipes name one and the option is absent.
 * @returns Null where none is needed.
 * @throws CytoForgeError what `openBundle` throws; `bad-recipe` for a model that takes no points.
 */
export async function openSpotModel(
  { spotModel }: SpotsOptions,
  recipes: readonly SampleRecipe[],
): Promise<BundleData | null> {
  const isNamed = recipes.some((recipe) => spotModelOf(recipe) !== null);
  if (spotModel === undefined && !isNamed) return null;
  const path = spotModel === undefined || spotModel === 'demo' ? null : spotModel;
  const bundle = await openBundle(path ?? (await demoModel('spots')));
  checkSpotModel(bundle.manifest);
  return bundle;
}
