/**
 * One step of the full bench in a process of its own, so that its peak of memory is its own too:
 * `convert FILE OUT`, or `run BUNDLE SIZE` (0 for a mask model). Ends with its figures as a line of JSON.
 */
import { isMaskManifest } from '../../../src/checkpoints/bundle/mask-manifest.ts';
import { convertFiles } from '../../../src/cli/convert.ts';
import { openBundle } from '../../../src/cli/open-bundle.ts';
import { createBenchService } from '../../../src/pipeline/bench-service.ts';
import { defaultRecipe } from '../../../src/pipeline/default-recipe.ts';
import type { BundleData } from '../../../src/pipeline/generation-service.ts';
import type { SampleRecipe } from '../../../src/pipeline/recipe.ts';
import { ownPeak } from './process-memory.ts';

const DEMO_MASKS = 'public/models/stylegan3-t-nuclei-64';

function recipeOf([mask, image]: BundleData[], size: number): SampleRecipe {
  if (!isMaskManifest(mask.manifest)) throw new Error('the first bundle draws masks');
  const imageManifest = image?.manifest.architecture === 'pix2pixhd' ? image.manifest : null;
  const recipe = defaultRecipe(mask.manifest, imageManifest, 2);
  return imageManifest
    ? { ...recipe, size: { ...recipe.size, width: size, height: size } }
    : recipe;
}

async function run(path: string, size: number) {
  const started = performance.now();
  const bundles = [await openBundle(path)];
  if (size > 0) bundles.unshift(await openBundle(DEMO_MASKS));
  const recipe = recipeOf(bundles, size);
  const service = createBenchService();
  await service.start('wasm', bundles.splice(0));
  const loadSeconds = (performance.now() - started) / 1000;
  const { mask, image } = await service.time(recipe);
  return { loadSeconds, maskSeconds: mask / 1000, imageSeconds: image / 1000 };
}

async function convert(file: string, out: string) {
  const started = performance.now();
  await convertFiles([file], { out, precision: 'float16', licence: 'made up' });
  return { seconds: (performance.now() - started) / 1000 };
}

const [step, from, to] = process.argv.slice(2);
const figures = step === 'convert' ? await convert(from, to) : await run(from, Number(to));
console.log(JSON.stringify({ ...figures, peakBytes: ownPeak() }));
process.exit(0);
