import { readFile } from 'node:fs/promises';
import { type Download, expect, type Page, test } from '@playwright/test';
import { exportSeeds, openStudio, typeValue } from './acting/studio.ts';
import { readJson, unzip } from './reading/dataset-zip.ts';

interface Listed {
  samples: { files: Record<string, string | null>; recipe: { seed: number } }[];
}

async function filesOf(download: Download): Promise<Map<string, Uint8Array>> {
  return unzip(new Uint8Array(await readFile(await download.path())));
}

/** The manifest's seeds, after checking that the ZIP holds what the manifest lists and nothing else. */
function seedsIn(files: Map<string, Uint8Array>): number[] {
  const { samples } = readJson<Listed>(files, 'dataset.json');
  const listed = samples.flatMap((sample) =>
    Object.values(sample.files).filter((name) => name !== null),
  );
  expect([...files.keys()].sort()).toEqual(
    [...listed, 'annotations.coco.json', 'dataset.json'].sort(),
  );
  return samples.map((sample) => sample.recipe.seed);
}

async function startExport(page: Page, seeds: string, atLeast: number): Promise<void> {
  await page.getByTestId('export-open').click();
  await page.getByTestId('export-seeds').fill(seeds);
  await page.getByTestId('export-start').click();
  await expect
    .poll(async () => Number(await page.getByTestId('export-progress').getAttribute('data-done')))
    .toBeGreaterThanOrEqual(atLeast);
}

test('a cancelled export is a valid ZIP of what was made', async ({ page }) => {
  await openStudio(page);
  await startExport(page, '0-999', 3);
  const download = page.waitForEvent('download');
  await page.getByTestId('export-cancel').click();
  const seeds = seedsIn(await filesOf(await download));
  expect(seeds.length).toBeGreaterThanOrEqual(3);
  expect(seeds.length).toBeLessThan(1000);
  expect(seeds).toEqual(seeds.map((_, index) => index));
  await expect(page.getByTestId('export-cancelled')).toBeVisible();
});

test('an export that a reload cuts off is resumed to the same files', async ({ page }) => {
  await openStudio(page);
  const whole = unzip(await exportSeeds(page, '0-39'));
  await page.getByTestId('export-dismiss').click();
  await page.keyboard.press('Escape');

  await startExport(page, '0-39', 20);
  await page.reload();
  await page.getByTestId('export-open').click();
  await expect(page.getByTestId('export-interrupted')).toBeVisible();

  await test.step('the finished part is a valid ZIP', async () => {
    const part = page.waitForEvent('download');
    await page.getByTestId('export-save').click();
    const seeds = seedsIn(await filesOf(await part));
    expect(seeds.length).toBeGreaterThan(0);
    expect(seeds).toEqual(seeds.map((_, index) => index));
  });

  await test.step('resuming makes the rest', async () => {
    await startOver(page);
    const resumed = page.waitForEvent('download');
    await page.getByTestId('export-resume').click();
    const files = await filesOf(await resumed);
    expect(seedsIn(files)).toEqual(Array.from({ length: 40 }, (_, seed) => seed));
    for (const [name, bytes] of whole) {
      expect(Buffer.compare(files.get(name)!, bytes), name).toBe(0);
    }
  });
});

/** After the part was saved the job is closed; another export is cut off the same way. */
async function startOver(page: Page): Promise<void> {
  if (await page.getByTestId('export-resume').isVisible()) return;
  await page.getByTestId('export-dismiss').click();
  await page.keyboard.press('Escape');
  await startExport(page, '0-39', 20);
  await page.reload();
  await page.getByTestId('export-open').click();
  await expect(page.getByTestId('export-resume')).toBeVisible();
}

test('wrong seeds are refused before anything starts', async ({ page }) => {
  await openStudio(page);
  await page.getByTestId('export-open').click();
  await typeValue(page, 'export-seeds', '9-1');
  await expect(page.getByTestId('export-start')).toBeDisabled();
  await page.getByTestId('export-seeds').fill('0-100000');
  await expect(page.getByTestId('export-start')).toBeDisabled();
});
