import { expect, type Page, test } from '@playwright/test';
import {
  dropFiles,
  exportSeeds,
  modelDraws,
  openStudio,
  sampleIsDone,
  samplesAreMade,
  savedFile,
  startExport,
} from './acting/studio.ts';
import { largestDifference, readDataset, readPng } from './reading/dataset-zip.ts';

/** Small samples of one seed in the strip, so that an export has the worker for itself. */
const SMALL = '#seed=5&seeds=5&size=64x64';
/** More than are written down at once, so that a reload finds some of them finished. */
const FORTY = '0-39';

function seedsOf({ manifest }: ReturnType<typeof readDataset>): number[] {
  return manifest.samples.map(({ recipe }) => recipe.seed);
}

function firstSeeds(count: number): number[] {
  return Array.from({ length: count }, (_, seed) => seed);
}

/** Starts an export and reloads the page in the middle of it. */
async function interruptExport(page: Page): Promise<void> {
  await startExport(page, FORTY);
  await samplesAreMade(page, 20);
  await page.reload();
  await expect(page.getByTestId('export-chip')).toHaveAttribute('data-status', 'interrupted');
  await page.getByTestId('export-chip').click();
  await expect(page.getByTestId('export-interrupted')).toContainText('of 40 samples');
}

test('a cancelled export is a valid ZIP of what was made', async ({ page }) => {
  await openStudio(page, SMALL);
  await startExport(page, '0-9999');
  await samplesAreMade(page, 3);
  const zip = await savedFile(page, () => page.getByTestId('export-cancel').click());
  const seeds = seedsOf(readDataset(zip));
  expect(seeds.length).toBeGreaterThanOrEqual(3);
  expect(seeds.length).toBeLessThan(10_000);
  expect(seeds).toEqual(firstSeeds(seeds.length));
  await expect(page.getByTestId('export-cancelled')).toContainText(`${seeds.length} samples`);

  await test.step('the page goes on', async () => {
    await page.getByTestId('export-dismiss').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await sampleIsDone(page);
  });
});

test('an export that a reload cuts off is resumed to the same files', async ({ page }) => {
  await openStudio(page, SMALL);
  const whole = readDataset(await exportSeeds(page, FORTY));
  expect(seedsOf(whole)).toEqual(firstSeeds(40));
  await page.getByTestId('export-dismiss').click();
  await page.keyboard.press('Escape');

  await interruptExport(page);
  const zip = await savedFile(page, () => page.getByTestId('export-resume').click());
  await expect(page.getByTestId('export-done')).toBeVisible();
  const resumed = readDataset(zip);
  expect([...resumed.files.keys()]).toEqual([...whole.files.keys()]);
  for (const [name, bytes] of whole.files) {
    expect(Buffer.compare(resumed.files.get(name)!, bytes), name).toBe(0);
  }

  await test.step('and is not offered again', async () => {
    await page.reload();
    await sampleIsDone(page);
    await expect(page.getByTestId('export-chip')).toHaveCount(0);
  });
});

test('the finished part of an interrupted export can be saved or thrown away', async ({ page }) => {
  await openStudio(page, SMALL);
  await test.step('saved', async () => {
    await interruptExport(page);
    const zip = await savedFile(page, () => page.getByTestId('export-save').click());
    const seeds = seedsOf(readDataset(zip));
    expect(seeds.length).toBeGreaterThanOrEqual(16);
    expect(seeds.length).toBeLessThan(40);
    expect(seeds).toEqual(firstSeeds(seeds.length));
    await page.getByTestId('export-dismiss').click();
    await page.keyboard.press('Escape');
  });

  await test.step('thrown away', async () => {
    await interruptExport(page);
    await page.getByTestId('export-discard').click();
    await expect(page.getByTestId('export-dialog')).toHaveAttribute('data-status', 'form');
    await page.reload();
    await sampleIsDone(page);
    await expect(page.getByTestId('export-chip')).toHaveCount(0);
  });
});

test('an export carries the class', async ({ page }) => {
  await openStudio(page, SMALL);
  await dropFiles(page, ['src/checkpoints/fixtures/02_sg3_t32_cond.pkl']);
  await modelDraws(page, 'mask', '02_sg3_t32_cond');
  // The raw network knows nothing of nuclei: Otsu finds a level that splits whatever it draws.
  await page.getByLabel('Otsu').click();
  const byClass = [];
  for (const wanted of [0, 2]) {
    await page.getByTestId('class-select').click();
    await page.getByRole('option', { name: `Class ${wanted}` }).click();
    const dataset = readDataset(await exportSeeds(page, '0-2'));
    const { samples, bundles } = dataset.manifest;
    expect(samples.map(({ recipe }) => recipe.classIndex)).toEqual([wanted, wanted, wanted]);
    expect(bundles.map(({ sha256 }) => sha256)).toContain(samples[0].recipe.maskModel.sha256);
    byClass.push(readPng(dataset.files, samples[0].files.labels));
    await page.getByTestId('export-dismiss').click();
    await page.keyboard.press('Escape');
  }
  expect(largestDifference(byClass[0].data, byClass[1].data)).toBeGreaterThan(0);
});

test('wrong seeds are refused before anything starts', async ({ page }) => {
  await openStudio(page, SMALL);
  await page.getByTestId('export-open').click();
  for (const wrong of ['', '9-1', 'all', '0-100000']) {
    await page.getByTestId('export-seeds').fill(wrong);
    await expect(page.getByTestId('export-seeds')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByTestId('export-start')).toBeDisabled();
  }
  await page.getByTestId('export-seeds').fill('0-99999');
  await expect(page.getByTestId('export-start')).toBeEnabled();
  await expect(page.getByTestId('export-count')).toHaveText('100,000');
});
