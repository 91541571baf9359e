import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDatasetManifest } from '../dataset/dataset-manifest.ts';
import { OPEN_GATES } from '../dataset/quality-gates.ts';
import { CytoForgeError } from '../errors.ts';
import { type DatasetPlan, plainPlan } from '../pipeline/plan/dataset-plan.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { SamplePixels } from '../pipeline/sample.ts';
import { createExportService, type ExportService } from '../services/export-service.ts';
import { memoryJournal, memoryLocks } from '../services/fixtures/memory-journal.ts';
import { createExportClient } from './create-export-client.ts';
import type { ExportProgress } from './export-client.ts';
import { type FakeWorker, fakeWorker } from './fixtures/fake-worker.ts';
import { testRecipe } from './fixtures/test-recipe.ts';
import { testSample } from './fixtures/test-sample.ts';
import type { LibraryModel } from './model-library.ts';

type Make = (recipe: SampleRecipe, signal?: AbortSignal) => Promise<SamplePixels>;

/** A page with an export worker; a second one over the same journal is the page after a reload. */
function openPage(journal: ReturnType<typeof memoryJournal>, make: Make, canPick = false) {
  const downloads: Blob[] = [];
  const made: number[] = [];
  const workers: FakeWorker<ExportService>[] = [];
  const client = createExportClient({
    spawn() {
      const worker = fakeWorker<ExportService>(
        createExportService(async () => journal, memoryLocks()),
      );
      workers.push(worker);
      return worker;
    },
    generation: {
      load: async () => undefined,
      async makeSample(recipe, { signal }) {
        const sample = await make(recipe, signal);
        made.push(recipe.seed);
        return sample;
      },
    },
    library: { find: (sha256) => ({ sha256 }) as LibraryModel },
    delivery: {
      canPick,
      pick: async () => null,
      download: (file) => downloads.push(file),
    },
    appVersion: '0.0.0',
  });
  const heard: ExportProgress[] = [];
  const listener = (progress: ExportProgress) => heard.push(progress);
  return { client, downloads, made, workers, heard, listener };
}

async function unpack(file: Blob) {
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const json: unknown = JSON.parse(strFromU8(files['dataset.json']));
  return { files, manifest: parseDatasetManifest(json, (recipe) => recipe as SampleRecipe) };
}

function planOf(seeds: string, change: Partial<DatasetPlan> = {}): DatasetPlan {
  return { ...plainPlan(seeds, testRecipe(0), []), fileName: 'x.zip', ...change };
}

describe('createExportClient', () => {
  it('makes the set and says how far it is', async () => {
    const page = openPage(memoryJournal(), async (recipe) => testSample(recipe));
    await page.client.start(planOf('3-7,40'), false, page.listener);
    const { files, manifest } = await unpack(page.downloads[0]);
    expect(manifest.samples.map(({ recipe }) => recipe.seed)).toEqual([3, 4, 5, 6, 7, 40]);
    expect(files['images/000005.png']).toBeDefined();
    expect(page.made).toEqual([3, 4, 5, 6, 7, 40]);
    expect(page.heard.at(-1)).toMatchObject({ status: 'done', done: 6, total: 6, error: null });
    expect(page.heard.at(-1)?.bytes).toBe(page.downloads[0].size);
    expect(page.heard.some(({ secondsLeft }) => secondsLeft !== null)).toBe(true);
  });

  it('uses the styles picked in the large view for its seed', async () => {
    const page = openPage(memoryJournal(), async (recipe) => testSample(recipe));
    const { style } = testRecipe(2);
    const inView = { ...testRecipe(2), style: { ...style, byInstance: { 1: 4 } } };
    const plan = planOf('1-3', { inPlace: [inView] });
    await page.client.start(plan, false, page.listener);
    const { manifest } = await unpack(page.downloads[0]);
    const styles = manifest.samples.map(({ recipe }) => recipe.style.byInstance);
    expect(styles).toEqual([{}, { 1: 4 }, {}]);
  });

  it('delivers a valid set of what was made when it is cancelled', async () => {
    const page = openPage(memoryJournal(), async (recipe, signal) => {
      if (recipe.seed === 5) page.client.cancel();
      if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
      return testSample(recipe);
    });
    await page.client.start(planOf('1-100'), false, page.listener);
    expect(page.heard.at(-1)).toMatchObject({ status: 'cancelled', error: null });
    const { manifest } = await unpack(page.downloads[0]);
    expect(manifest.samples.map(({ recipe }) => recipe.seed)).toEqual([1, 2, 3, 4]);
    expect(await page.client.findInterrupted()).toBeNull();
  });

  it('says what failed and keeps what was finished', async () => {
    const page = openPage(memoryJournal(), async (recipe) => {
      if (recipe.seed === 3) throw new CytoForgeError('gpu-error', 'Refused.');
      return testSample(recipe);
    });
    await page.client.start(planOf('1-9'), false, page.listener);
    expect(page.heard.at(-1)).toMatchObject({ status: 'failed', error: { code: 'gpu-error' } });
    const { manifest } = await unpack(page.downloads[0]);
    expect(manifest.samples).toHaveLength(2);
  });

  it('goes on after a closed tab where the journal stops, and gives the same bytes', async () => {
    const journal = memoryJournal();
    const first = openPage(journal, async (recipe) => {
      if (recipe.seed === 40) return new Promise(() => undefined);
      return testSample(recipe);
    });
    void first.client.start(planOf('1-50'), false, first.listener);
    while (first.made.at(-1) !== 39) await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));

    const second = openPage(journal, async (recipe) => testSample(recipe));
    const found = await second.client.findInterrupted();
    expect(found).toMatchObject({ status: 'interrupted', total: 50, done: 32, fileName: 'x.zip' });
    await second.client.resume(second.listener);
    expect(second.made[0]).toBe(33);
    expect(second.heard.at(-1)).toMatchObject({ status: 'done', done: 50 });

    const whole = openPage(memoryJournal(), async (recipe) => testSample(recipe));
    await whole.client.start(planOf('1-50'), false, whole.listener);
    const [resumed, straight] = await Promise.all(
      [second, whole].map(
        async ({ downloads }) => new Uint8Array(await downloads[0].arrayBuffer()),
      ),
    );
    expect(resumed).toEqual(straight);
  });

  it('delivers the finished part of an interrupted export', async () => {
    const journal = memoryJournal();
    const first = openPage(journal, async (recipe) =>
      recipe.seed === 20 ? new Promise(() => undefined) : testSample(recipe),
    );
    void first.client.start(planOf('1-50'), false, first.listener);
    while (first.made.at(-1) !== 19) await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));

    const second = openPage(journal, async (recipe) => testSample(recipe));
    await second.client.findInterrupted();
    await second.client.saveInterrupted(second.listener);
    const { manifest } = await unpack(second.downloads[0]);
    expect(manifest.samples).toHaveLength(16);
    expect(second.made).toEqual([]);
    await second.client.dismiss();
    expect(await journal.ids()).toEqual([]);
  });

  it('is interrupted, not lost, when the export worker dies', async () => {
    const page = openPage(memoryJournal(), async (recipe) => {
      if (recipe.seed === 18) page.workers[0].crash();
      return testSample(recipe);
    });
    await page.client.start(planOf('1-20'), false, page.listener);
    const last = page.heard.findLast(({ status }) => status === 'interrupted');
    expect(last).toMatchObject({ status: 'interrupted', error: { code: 'worker-crashed' } });
    await page.client.resume(page.listener);
    const { manifest } = await unpack(page.downloads.at(-1)!);
    expect(manifest.samples).toHaveLength(20);
  });

  it('refuses seeds that are none, and a file nobody picked, before it starts', async () => {
    const page = openPage(memoryJournal(), async (recipe) => testSample(recipe), true);
    await expect(page.client.start(planOf('1-x'), false, page.listener)).rejects.toMatchObject({
      code: 'bad-option',
    });
    await expect(page.client.start(planOf('1-2'), true, page.listener)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(page.heard).toEqual([]);
  });

  it('holds while it is paused, and cancels out of a pause', async () => {
    const page = openPage(memoryJournal(), async (recipe) => {
      if (recipe.seed === 4 || recipe.seed === 8) page.client.pause();
      return testSample(recipe);
    });
    const ended = page.client.start(planOf('1-20'), false, page.listener);
    const paused = async (count: number) => {
      while (page.made.length < count) await new Promise((resolve) => setTimeout(resolve));
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(page.made).toHaveLength(count);
      expect(page.heard.at(-1)?.status).toBe('paused');
    };
    await paused(4);
    page.client.unpause();
    await paused(8);
    page.client.cancel();
    await ended;
    expect(page.heard.at(-1)).toMatchObject({ status: 'cancelled', error: null });
    const { manifest } = await unpack(page.downloads[0]);
    expect(manifest.samples.length).toBeGreaterThanOrEqual(7);
  });

  it('shows the finished samples, kept ones and those of the open part', async () => {
    const page = openPage(memoryJournal(), async (recipe) => testSample(recipe));
    await page.client.start(planOf('100-119'), false, page.listener);
    const [first, second] = [await page.client.sheet(0), await page.client.sheet(1)];
    expect(first).toHaveLength(16);
    expect(second.map(({ index, recipe }) => [index, recipe.seed])).toEqual([
      [16, 116],
      [17, 117],
      [18, 118],
      [19, 119],
    ]);
    const sample = await page.client.sample(2);
    expect(sample?.labels).toEqual(testSample(testRecipe(102)).labels);
    expect(await page.client.sample(20)).toBeNull();
  });

  it('goes on after a closed tab with gates, and makes no rejected one again', async () => {
    const gates = { ...OPEN_GATES, coverage: { from: 2.5 / 64, to: null }, tries: 9 };
    const plan = planOf('1-40', { gates });
    const straight = openPage(memoryJournal(), async (recipe) => testSample(recipe));
    await straight.client.start(plan, false, straight.listener);
    const journal = memoryJournal();
    const first = openPage(journal, async (recipe) =>
      recipe.seed === 30 ? new Promise(() => undefined) : testSample(recipe),
    );
    void first.client.start(plan, false, first.listener);
    while (!first.made.includes(29)) await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = openPage(journal, async (recipe) => testSample(recipe));
    expect(await second.client.findInterrupted()).toMatchObject({ done: 16 });
    await second.client.resume(second.listener);
    expect(second.made.length).toBeLessThan(straight.made.length - 16);
    expect(second.heard.at(-1)).toMatchObject({ status: 'done', done: 40 });
    expect(second.heard.at(-1)?.rejected).toBeGreaterThan(0);
    const [resumed, whole] = await Promise.all(
      [second, straight].map(
        async ({ downloads }) => new Uint8Array(await downloads[0].arrayBuffer()),
      ),
    );
    expect(resumed).toEqual(whole);
  });
});
