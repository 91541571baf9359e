import { isMaskManifest } from '../../../src/checkpoints/bundle/mask-manifest.ts';
import { createStudioEngine } from '../../../src/engine/create-studio-engine.ts';
import type { LibraryModel } from '../../../src/engine/model-library.ts';
import { defaultRecipe } from '../../../src/pipeline/default-recipe.ts';
import type { SampleRecipe } from '../../../src/pipeline/recipe.ts';
import type { FullPage } from './full-page.ts';

const engine = createStudioEngine();
const page = globalThis as unknown as FullPage;

function chosenFiles(): File[] {
  return [...(document.querySelector('input')?.files ?? [])];
}

page.importChosen = async () => {
  const started = performance.now();
  let heard = started;
  let longest = 0;
  let reports = 0;
  let failure = '';
  const [model] = await engine.library.importFiles(chosenFiles(), ({ error }) => {
    const now = performance.now();
    longest = Math.max(longest, now - heard);
    heard = now;
    reports += 1;
    if (error) failure = JSON.stringify(error);
  });
  if (!model) throw new Error(`no model came of it: ${failure}`);
  const seconds = (performance.now() - started) / 1000;
  return { sha256: model.sha256, seconds, reports, longestWait: longest / 1000 };
};

function recipeOf(models: LibraryModel[], size: number | null): SampleRecipe {
  const mask = models.find(({ role }) => role === 'mask')?.manifest;
  const image = models.find(({ role }) => role === 'image')?.manifest ?? null;
  if (!mask || !isMaskManifest(mask) || (image && image.architecture !== 'pix2pixhd')) {
    throw new Error('no mask model');
  }
  const recipe = defaultRecipe(mask, image, 2);
  return size === null
    ? recipe
    : { ...recipe, size: { ...recipe.size, width: size, height: size } };
}

let loaded: LibraryModel[] = [];

page.loadStored = async (sha256) => {
  const stored = (await engine.library.storedModels()).find((model) => model.sha256 === sha256);
  if (!stored) throw new Error('the model was not kept');
  const demo = stored.role === 'image' ? await engine.library.demoModels() : [];
  loaded = [stored, ...demo.filter(({ role }) => role === 'mask').slice(0, 1)];
  await engine.generation.start('wasm');
  const started = performance.now();
  for (const model of loaded) await engine.generation.load(model);
  return { seconds: (performance.now() - started) / 1000 };
};

page.makeSample = async (size) => {
  const recipe = recipeOf(loaded, size);
  const { timing } = await engine.generation.makeSample(recipe, { priority: 'view' });
  const { bytes } = await engine.generation.memory();
  return {
    maskSeconds: timing.mask / 1000,
    imageSeconds: timing.image / 1000,
    tensorBytes: bytes,
  };
};
