import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CytoForgeError } from '../errors.ts';
import type { GenerationService } from '../pipeline/generation-service.ts';
import { type Latents, latentsNpy, latentsNpz } from '../pipeline/latents.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { ioError } from './io-error.ts';

/**
 * The path of a file of w, before the slow part begins.
 * @throws CytoForgeError `bad-option` unless it ends in `.npz` or `.npy`.
 */
export function latentsTarget(path: string): string {
  if (/\.np[zy]$/i.test(path)) return resolve(path);
  throw new CytoForgeError('bad-option', 'The w cannot be written.', {
    where: path,
    found: 'another ending',
    expected: 'a file name ending in .npz or .npy',
  });
}

/**
 * Writes the w of recipes of one model: `.npz` with `w` and `seeds`, or `.npy` with w alone.
 * @throws CytoForgeError `io`, `no-space`; what the service throws.
 */
export async function saveLatents(
  path: string,
  recipes: readonly SampleRecipe[],
  service: Pick<GenerationService, 'makeLatents'>,
): Promise<void> {
  const latents: Latents[] = [];
  for (const recipe of recipes) latents.push(await service.makeLatents(recipe));
  const seeds = recipes.map(({ seed }) => seed);
  const bytes = /z$/i.test(path) ? await latentsNpz(latents, seeds) : latentsNpy(latents);
  await writeFile(path, bytes).catch((cause) => {
    throw ioError(path, cause);
  });
}
