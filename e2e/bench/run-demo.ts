import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import type {
  Pix2PixHdManifest,
  StyleGan3Manifest,
} from '../../src/checkpoints/bundle/manifest.ts';
import { openBundle } from '../../src/cli/open-bundle.ts';
import type { RunCount } from '../../src/nn/backend/measure-run.ts';
import { createBenchService, type StageTimes } from '../../src/pipeline/bench-service.ts';
import { defaultRecipe, recipeForSeed } from '../../src/pipeline/default-recipe.ts';
import type { BackendChoice, BackendInfo } from '../../src/pipeline/generation-service.ts';
import type { SampleRecipe } from '../../src/pipeline/recipe.ts';
import { CHROMIUM_FLAGS, ensureChromium } from '../running/chromium.ts';
import type { BenchPage } from './bench-page.ts';
import { runEditing } from './editing/run-editing.ts';
import { median } from './median.ts';
import { serveBuild } from './serve-build.ts';

const MASK_MODEL = 'stylegan3-t-nuclei-64';
const IMAGE_MODEL = 'pix2pixhd-nuclei';

/** One backend in one place, whatever thread it runs in. */
interface Contestant {
  key: string;
  title: string;
  time(recipe: SampleRecipe): Promise<StageTimes>;
  count(recipe: SampleRecipe): Promise<{ mask: RunCount; sample: RunCount }>;
}

function title(place: string, { backend, device, software }: BackendInfo): string {
  return `${place} ${backend} (${device}${software ? ', software: no measure of a GPU' : ''})`;
}

async function inNode(choice: BackendChoice): Promise<Contestant> {
  const service = createBenchService();
  const folders = [MASK_MODEL, IMAGE_MODEL].map((name) => `public/models/${name}`);
  const info = await service.start(choice, await Promise.all(folders.map(openBundle)));
  return {
    key: `node.${choice}`,
    title: title('Node', info),
    time: service.time,
    count: service.count,
  };
}

async function inPage(page: Page, choice: BackendChoice): Promise<Contestant> {
  const info = await page.evaluate(
    ([backend, models]) => (globalThis as unknown as BenchPage).startBench(backend, models),
    [choice, [MASK_MODEL, IMAGE_MODEL]] as const satisfies [BackendChoice, string[]],
  );
  return {
    key: `page.${choice}`,
    title: title('page', info),
    time: (recipe) =>
      page.evaluate(
        ([backend, what]) => (globalThis as unknown as BenchPage).timeSample(backend, what),
        [choice, recipe] as const,
      ),
    count: (recipe) =>
      page.evaluate(
        ([backend, what]) => (globalThis as unknown as BenchPage).countSample(backend, what),
        [choice, recipe] as const,
      ),
  };
}

/** Seconds from opening the studio to the first image, and what came over the network until then. */
async function firstImage(origin: string, executablePath: string) {
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    let bytes = 0;
    page.on('requestfinished', async (request) => {
      const sizes = await request.sizes().catch(() => null);
      bytes += sizes ? sizes.responseBodySize + sizes.responseHeadersSize : 0;
    });
    const start = performance.now();
    await page.goto(origin);
    await page
      .locator('[data-testid="sample-status"][data-status="done"]')
      .waitFor({ timeout: 180_000 });
    return { seconds: (performance.now() - start) / 1000, kB: bytes / 1000 };
  } finally {
    await browser.close();
  }
}

async function demoRecipe(size: number): Promise<SampleRecipe> {
  const read = async (name: string) =>
    JSON.parse(await readFile(`public/models/${name}/model.json`, 'utf8'));
  const mask = (await read(MASK_MODEL)) as StyleGan3Manifest;
  const image = (await read(IMAGE_MODEL)) as Pix2PixHdManifest;
  const recipe = defaultRecipe(mask, image, 2);
  return { ...recipe, size: { ...recipe.size, width: size, height: size } };
}

/** Times contestants in alternation and counts what they ask of their backends; rows go to `figures`. */
async function measure(
  contestants: Contestant[],
  recipe: SampleRecipe,
  runs: number,
  figures: Record<string, number>,
): Promise<void> {
  const times = new Map<string, StageTimes[]>(contestants.map(({ key }) => [key, []]));
  for (const contestant of contestants) await contestant.time(recipe);
  for (let run = 0; run < runs; run++) {
    for (const { key, time } of contestants) {
      times.get(key)!.push(await time(recipeForSeed(recipe, 2 + run)));
    }
  }
  console.log(
    `\n${recipe.size.width}×${recipe.size.height}, medians of ${runs} runs in alternation`,
  );
  for (const contestant of contestants) {
    const of = (stage: keyof StageTimes) =>
      median(times.get(contestant.key)!.map((each) => each[stage])) / 1000;
    const counts = await contestant.count(recipe);
    const row = {
      'mask.seconds': of('mask'),
      'truth.seconds': of('truth'),
      'image.seconds': of('image'),
      'mask.dispatches': counts.mask.dispatches,
      'sample.dispatches': counts.sample.dispatches,
      'peak.MB': counts.sample.peakBytes / 1e6,
    };
    console.log(`  ${contestant.title}`);
    for (const [name, value] of Object.entries(row)) {
      figures[`${contestant.key}.${recipe.size.width}.${name}`] = value;
      console.log(`    ${name.padEnd(20)} ${Number(value.toPrecision(4))}`);
    }
  }
}

/** What the bench of the demo pair is asked for. */
export interface DemoOptions {
  runs: number;
  /** Sides of the image in pixels. */
  size: number;
  webgpuSize: number;
}

/**
 * The demo pair, stage by stage, on every backend there is here. Backends take turns sample by sample and medians are
 * compared, so that a busy machine slows all of them alike.
 */
export async function runDemo({
  runs,
  size,
  webgpuSize,
}: DemoOptions): Promise<Record<string, number>> {
  const executablePath = ensureChromium();
  const site = await serveBuild();
  const figures: Record<string, number> = {};

  const openings = [];
  for (let i = 0; i < 3; i++) openings.push(await firstImage(site.origin, executablePath));
  figures['firstimage.seconds'] = median(openings.map(({ seconds }) => seconds));
  figures['firstload.kB'] = median(openings.map(({ kB }) => kB));

  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${site.origin}/e2e/bench/index.html`);

  console.log(`CytoForge bench: ${cpus().length} cores, ${cpus()[0]?.model}`);
  console.log(
    `  first image after    ${figures['firstimage.seconds'].toFixed(2)} s (page open → image)`,
  );
  console.log(`  loaded until then    ${Math.round(figures['firstload.kB'])} kB`);
  const [large, small] = [await demoRecipe(size), await demoRecipe(webgpuSize)];
  const wasm = await inPage(page, 'wasm');
  await measure([wasm, await inNode('wasm')], large, runs, figures);
  await measure([wasm, await inPage(page, 'webgpu')], small, runs, figures);
  await measure([await inNode('cpu')], small, runs, figures);

  await browser.close();
  Object.assign(figures, await runEditing(site.origin, { runs, size }));
  await site.close();
  return figures;
}
