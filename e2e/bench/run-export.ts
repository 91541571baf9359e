import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { linearFit } from '../../src/evaluation/linear-fit.ts';
import { CHROMIUM_FLAGS, ensureChromium } from '../running/chromium.ts';
import { type HeapMeter, heapMeter } from './heap-usage.ts';
import { serveBuild } from './serve-build.ts';

/** The tests' StyleGAN3 of 32 pixels, so that thousands of pairs take minutes; images by the demo model. */
const MASK_MODEL = 'src/checkpoints/fixtures/02_sg3_t32_cond.pkl';
const SIDE = 32;
/** Measurements over the run. */
const LOOKS = 40;
/** Share of the run until caches are full and code is compiled. */
const WARM_UP = 0.2;

/** Memory at one moment. */
interface Look {
  done: number;
  /** JavaScript memory of the page and its workers, after a collection. */
  heap: number;
  tensors: number;
  tensorBytes: number;
}

async function look(page: Page, meter: HeapMeter, done: number): Promise<Look> {
  const heap = await meter.read();
  const chip = page.getByTestId('device-chip');
  const [tensors, tensorBytes] = await Promise.all(
    ['data-tensors', 'data-bytes'].map(async (name) => Number(await chip.getAttribute(name))),
  );
  return { done, heap, tensors, tensorBytes };
}

async function openPlan(page: Page, origin: string, pairs: number): Promise<void> {
  await page.goto(`${origin}/#workspace=models&seed=5&seeds=5&size=${SIDE}x${SIDE}`);
  await page.getByTestId('drop-input').setInputFiles(MASK_MODEL);
  await page
    .locator('[data-testid="model-chip-mask"][data-status="ready"]', { hasText: '02_sg3_t32' })
    .waitFor();
  await page.getByTestId('rail-dataset').click();
  await page.getByTestId('plan-seeds').fill(`0-${pairs - 1}`);
}

/** The run until it is over, looked at `LOOKS` times. */
async function watch(page: Page, meter: HeapMeter, pairs: number): Promise<Look[]> {
  const looks: Look[] = [];
  const run = page.getByTestId('run');
  const every = Math.max(1, Math.floor(pairs / LOOKS));
  for (let next = every; ; ) {
    if ((await run.getAttribute('data-status')) !== 'running') return looks;
    const bar = page.getByTestId('run-progress');
    const done = Number((await bar.getAttribute('data-done').catch(() => '0')) ?? 0);
    if (done >= next) {
      looks.push(await look(page, meter, done));
      const { heap, tensors, tensorBytes } = looks[looks.length - 1];
      const mega = (bytes: number) => (bytes / 1e6).toFixed(1);
      console.log(
        `  ${done} pairs: heap ${mega(heap)} MB, ${tensors} tensors, ${mega(tensorBytes)} MB`,
      );
      next = done + every;
    }
    await page.waitForTimeout(100);
  }
}

/**
 * A data set of many small pairs in Chromium, by the page's own way of exporting: seconds per pair, and how the heap of
 * page and workers and the tensors grow with every pair once it is warm.
 */
export async function runExport(pairs: number): Promise<Record<string, number>> {
  const site = await serveBuild();
  const profile = await mkdtemp(join(tmpdir(), 'cytoforge-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: CHROMIUM_FLAGS,
    acceptDownloads: true,
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    const meter = await heapMeter(page);
    await openPlan(page, site.origin, pairs);
    console.log(`CytoForge bench: a data set of ${pairs} pairs of ${SIDE}×${SIDE}`);
    const download = page.waitForEvent('download');
    const start = performance.now();
    await page.getByTestId('plan-start').click();
    await page.getByTestId('run').waitFor();
    const looks = await watch(page, meter, pairs);
    await download;
    const seconds = (performance.now() - start) / 1000;
    const warm = looks.filter(({ done }) => done >= WARM_UP * pairs);
    const slope = (of: (each: Look) => number) =>
      linearFit(warm.map((each) => [each.done, of(each)])).slope;
    const figures = {
      'export.pairs': pairs,
      'export.secondsPerPair': seconds / pairs,
      'export.heapBytesPerPair': slope(({ heap }) => heap),
      'export.tensorsPerPair': slope(({ tensors }) => tensors),
      'export.tensorBytesPerPair': slope(({ tensorBytes }) => tensorBytes),
      'export.heap.MB': (looks.at(-1)?.heap ?? 0) / 1e6,
    };
    for (const [name, value] of Object.entries(figures)) {
      console.log(`  ${name.padEnd(28)} ${Number(value.toPrecision(4))}`);
    }
    return figures;
  } finally {
    await context.close();
    await site.close();
    await rm(profile, { recursive: true, force: true });
  }
}
