import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

/** Waits until the large view shows the sample of the current settings. */
export async function sampleIsDone(page: Page): Promise<void> {
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-status', 'done', {
    timeout: 120_000,
  });
}

/** Opens the studio (with `view` as its URL's query or hash) and waits for the first sample. */
export async function openStudio(page: Page, view = ''): Promise<void> {
  await page.goto(`/${view}`);
  await sampleIsDone(page);
}

/** Moves a slider's thumb with the keyboard. */
export async function moveSlider(
  page: Page,
  testId: string,
  key: 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End',
  times = 1,
): Promise<void> {
  const thumb = page.getByTestId(testId).getByRole('slider');
  await thumb.focus();
  for (let i = 0; i < times; i++) await thumb.press(key);
}

/** Exports `seeds` as a download and returns the ZIP's bytes. */
export async function exportSeeds(page: Page, seeds: string): Promise<Uint8Array> {
  await page.getByTestId('export-open').click();
  await page.getByTestId('export-seeds').fill(seeds);
  const download = page.waitForEvent('download', { timeout: 180_000 });
  await page.getByTestId('export-start').click();
  const path = await (await download).path();
  await expect(page.getByTestId('export-done')).toBeVisible();
  return new Uint8Array(await readFile(path));
}

/** The sample's pixels as one of the two views draws them, RGBA. */
export async function viewPixels(page: Page, side: 'left' | 'right'): Promise<number[]> {
  return page
    .getByTestId(`view-${side}`)
    .locator('canvas')
    .first()
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const context = canvas.getContext('2d')!;
      return [...context.getImageData(0, 0, canvas.width, canvas.height).data];
    });
}

/** Types a value into a number field. */
export async function typeValue(page: Page, testId: string, value: string): Promise<void> {
  const field = page.getByTestId(testId);
  await field.fill(value);
  await field.press('Enter');
}

/** Goes to a seed and waits for its sample. */
export async function goToSeed(page: Page, seed: number): Promise<void> {
  await typeValue(page, 'seed-input', String(seed));
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', String(seed));
  await sampleIsDone(page);
}

/** Gives files to the Models workspace, as dropping them does. */
export async function dropFiles(
  page: Page,
  files: string[] | { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  await page.getByTestId('rail-models').click();
  await page.getByTestId('drop-input').setInputFiles(files);
}
