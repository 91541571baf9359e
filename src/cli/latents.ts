import type { Command } from 'commander';
import { defaultRecipe, recipeForSeed } from '../pipeline/default-recipe.ts';
import { parseSeedRanges } from '../pipeline/seed-ranges.ts';
import { addLatentOptions } from './draw-options.ts';
import { openModels } from './open-models.ts';
import { applyOptions, type RecipeOptions } from './recipe-options.ts';
import { latentsTarget, saveLatents } from './save-latents.ts';
import { startNetworks } from './start-networks.ts';

interface LatentsOptions extends RecipeOptions {
  maskModel?: string;
  seeds: string;
  out: string;
}

async function latents(options: LatentsOptions): Promise<void> {
  const path = latentsTarget(options.out);
  const seeds = parseSeedRanges(options.seeds);
  const models = await openModels({ maskModel: options.maskModel, imageModel: 'none' });
  const { manifest } = models.mask;
  const template = applyOptions(
    defaultRecipe(manifest, null, 0),
    options,
    manifest.config.imgResolution,
  );
  const recipes = seeds.map((seed) => recipeForSeed(template, seed));
  await saveLatents(path, recipes, await startNetworks([models.mask, models.image], 'wasm'));
  const { numWs, wDim } = manifest.config;
  process.stdout.write(`${path}: w of ${seeds.length} seeds, ${numWs} × ${wDim} each\n`);
}

/** Adds `cytoforge latents`. */
export function registerLatents(program: Command): void {
  addLatentOptions(
    program.command('latents').description('write the w of seeds, as the synthesis is given them'),
  )
    .requiredOption('--seeds <ranges>', 'seeds, e.g. 0-99,205')
    .requiredOption('--out <file>', 'a .npz (w and seeds) or .npy file')
    .action(latents);
}
