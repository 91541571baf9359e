import type { Command } from 'commander';
import type { DatasetEntry } from '../dataset/zip-writer.ts';
import { encodeImagePng } from '../imaging/encode-png.ts';
import { defaultRecipe } from '../pipeline/default-recipe.ts';
import type { BackendChoice, GenerationService } from '../pipeline/generation-service.ts';
import { stopIfAborted } from '../pipeline/make-sample.ts';
import { type LatentsFile, readLatents } from '../pipeline/read-latents.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { addPlaceOptions } from './draw-options.ts';
import { fileSource } from './node-file-source.ts';
import { openModels } from './open-models.ts';
import { applyOptions, type RecipeOptions } from './recipe-options.ts';
import { startNetworks } from './start-networks.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { datasetTarget } from './write-dataset.ts';

interface DrawOptions extends RecipeOptions {
  maskModel?: string;
  w: string;
  backend: BackendChoice;
  out: string;
}

/** `seed0042.png` as the original names its masks, or `w0000.png` where no seed is known. */
function fileName(seeds: number[] | null, at: number): string {
  const digits = (value: number) => String(value).padStart(4, '0');
  return seeds ? `seed${digits(seeds[at])}.png` : `w${digits(at)}.png`;
}

async function* drawnMasks(
  { latents, seeds }: LatentsFile,
  recipe: SampleRecipe,
  service: GenerationService,
  stop: AbortSignal,
): AsyncGenerator<DatasetEntry> {
  for (const [at, each] of latents.entries()) {
    stopIfAborted(stop);
    const mask = await service.makeMaskOfLatents({ ...recipe, seed: seeds?.[at] ?? at }, each);
    yield { name: fileName(seeds, at), data: encodeImagePng(mask) };
  }
}

async function draw(options: DrawOptions, stop: AbortSignal): Promise<void> {
  const target = await datasetTarget(options.out);
  const models = await openModels({ maskModel: options.maskModel, imageModel: 'none' });
  const { manifest } = models.mask;
  const source = fileSource(options.w);
  let file: LatentsFile;
  try {
    file = readLatents(source, manifest.config);
  } finally {
    source.close();
  }
  const recipe = applyOptions(
    defaultRecipe(manifest, null, 0),
    options,
    manifest.config.imgResolution,
  );
  const service = await startNetworks([models.mask, models.image], options.backend);
  try {
    await target.write(drawnMasks(file, recipe, service, stop));
  } catch (error) {
    await target.discard();
    throw error;
  }
  process.stdout.write(`${target.path}: ${file.latents.length} masks\n`);
}

/** Adds `cytoforge draw`. */
export function registerDraw(program: Command): void {
  addPlaceOptions(
    program
      .command('draw')
      .description('draw the masks of w from a file, as they are')
      .option('--mask-model <path>', 'StyleGAN bundle or .pkl (default: the demo model)')
      .requiredOption('--w <file>', 'w [N, numWs, wDim] in a .npz (array w) or .npy'),
  )
    .requiredOption('--out <path>', 'a .zip file or a folder')
    .action((options: DrawOptions) => untilInterrupted((stop) => draw(options, stop)));
}
