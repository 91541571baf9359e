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

/** Types a value into a number field and waits for its sample. */
export async function typeValue(page: Page, testId: string, value: string): Promise<void> {
  const field = page.getByTestId(testId);
  await field.fill(value);
  await field.press('Enter');
  await sampleIsDone(page);
}

/** Goes to a seed and waits for its sample. */
export async function goToSeed(page: Page, seed: number): Promise<void> {
  await typeValue(page, 'seed-input', String(seed));
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', String(seed));
  await sampleIsDone(page);
}

/** The address of the page once it says `part`; it follows the view a moment later. */
export async function linkOf(page: Page, part: RegExp): Promise<string> {
  await expect(page).toHaveURL(part);
  return page.url();
}

/** Picks a backend in the device menu and waits until it runs. */
export async function chooseBackend(page: Page, choice: string, runs: string): Promise<void> {
  await page.getByTestId('device-chip').click();
  await page.getByTestId(`backend-${choice}`).click();
  const chip = page.getByTestId('device-chip');
  await expect(chip).toHaveAttribute('data-status', 'ready', { timeout: 120_000 });
  await expect(chip).toHaveAttribute('data-backend', runs);
}

/** The sample's pixels as one of the two views draws them. */
export async function viewPixels(page: Page, side: 'left' | 'right'): Promise<ViewPixels> {
  return page
    .getByTestId(`view-${side}`)
    .locator('canvas')
    .first()
    .evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      // Read from a copy, so that the page's own canvas stays the one a person has.
      const copy = new OffscreenCanvas(width, height).getContext('2d', {
        willReadFrequently: true,
      });
      copy?.drawImage(element as HTMLCanvasElement, 0, 0);
      return { width, height, rgba: [...(copy?.getImageData(0, 0, width, height).data ?? [])] };
    });
}

/** RGBA pixels of a view, row by row. */
export interface ViewPixels {
  width: number;
  height: number;
  rgba: number[];
}

/** Gives files to the Models workspace, as dropping them does. */
export async function dropFiles(
  page: Page,
  files: string[] | { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  await page.getByTestId('rail-models').click();
  await page.getByTestId('drop-input').setInputFiles(files);
}

/** Waits until a dropped model is the one in use and has drawn a sample. */
export async function modelDraws(page: Page, kind: 'mask' | 'image', name: string): Promise<void> {
  const chip = page.getByTestId(`model-chip-${kind}`);
  await expect(chip).toContainText(name);
  await expect(chip).toHaveAttribute('data-status', 'ready');
  await page.getByTestId('rail-explore').click();
  await sampleIsDone(page);
}

/** Starts an export of `seeds` from the dialog. */
export async function startExport(page: Page, seeds: string): Promise<void> {
  await page.getByTestId('export-open').click();
  await page.getByTestId('export-seeds').fill(seeds);
  await page.getByTestId('export-start').click();
}

/** Waits until at least `count` samples of the running export are made. */
export async function samplesAreMade(page: Page, count: number): Promise<void> {
  const made = async () =>
    Number(await page.getByTestId('export-progress').getAttribute('data-done'));
  await expect.poll(made, { timeout: 120_000, intervals: [50] }).toBeGreaterThanOrEqual(count);
}

/** The bytes of the file that `action` has the page save. */
export async function savedFile(page: Page, action: () => Promise<void>): Promise<Uint8Array> {
  const download = page.waitForEvent('download', { timeout: 180_000 });
  await action();
  return new Uint8Array(await readFile(await (await download).path()));
}

/** Exports `seeds` as a download and returns the ZIP's bytes. */
export async function exportSeeds(page: Page, seeds: string): Promise<Uint8Array> {
  const zip = await savedFile(page, () => startExport(page, seeds));
  await expect(page.getByTestId('export-done')).toBeVisible();
  return zip;
}

/** Waits until the browser has all of the studio (`serviceWorkers: 'allow'`). */
export async function isKeptOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state ?? 'none'))
    .toBe('activated');
}
