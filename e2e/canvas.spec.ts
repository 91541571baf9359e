import { expect, type Page, test } from '@playwright/test';
import {
  chooseBackend,
  goToSeed,
  linkOf,
  openStudio,
  sampleIsDone,
  typeValue,
  viewPixels,
} from './acting/studio.ts';
import { largestDifference } from './reading/dataset-zip.ts';

/** The mask model's own pixels, so that a view shows one for one what was drawn. */
const OWN_PIXELS = '#seed=5&seeds=1-4&size=64x64&smallest=0&split=components&left=mask';

async function chooseCanvas(page: Page, name: string): Promise<void> {
  await page.getByTestId('canvas').getByRole('radio', { name, exact: true }).click();
}

async function sizes(page: Page): Promise<number[][]> {
  const views = [await viewPixels(page, 'left'), await viewPixels(page, 'right')];
  return views.map(({ width, height }) => [width, height]);
}

test('a canvas shows more cells of the same size around the same middle', async ({ page }) => {
  await openStudio(page, OWN_PIXELS);
  const original = await viewPixels(page, 'left');

  await test.step('twice as wide and high', async () => {
    await chooseCanvas(page, '2×');
    await sampleIsDone(page);
    expect(await sizes(page)).toEqual([
      [128, 128],
      [128, 128],
    ]);
    const { width, rgba } = await viewPixels(page, 'left');
    let differing = 0;
    for (let y = 4; y < 60; y++) {
      for (let x = 4; x < 60; x++) {
        const [inField, alone] = [((y + 32) * width + x + 32) * 4, (y * 64 + x) * 4];
        if (rgba[inField] !== original.rgba[alone]) differing++;
      }
    }
    // Objects that only touched the edge go on beyond it; within, pixels are the same.
    expect(differing).toBeLessThan(8);
    await expect(page.getByTestId('canvas-cost')).toContainText('≈');
    await expect(page.getByTestId('size-select')).toHaveText('128 × 128');
  });

  await test.step('of any shape, which the link carries', async () => {
    await chooseCanvas(page, 'Custom');
    await typeValue(page, 'canvas-width', '150');
    await typeValue(page, 'canvas-height', '70');
    expect(await sizes(page)).toEqual([
      [150, 70],
      [150, 70],
    ]);
    const link = await linkOf(page, /canvas=150x70/);
    const again = await page.context().newPage();
    await again.goto(link);
    await sampleIsDone(again);
    expect(await sizes(again)).toEqual(await sizes(page));
    expect((await viewPixels(again, 'left')).rgba).toEqual((await viewPixels(page, 'left')).rgba);
    await again.close();
  });

  await test.step('and back', async () => {
    await chooseCanvas(page, '1×');
    await sampleIsDone(page);
    expect((await viewPixels(page, 'left')).rgba).toEqual(original.rgba);
    await expect(page).not.toHaveURL(/canvas=/);
  });
});

test('a large canvas says what it costs and waits for a press', async ({ page }) => {
  await openStudio(page, OWN_PIXELS);
  await chooseCanvas(page, 'Custom');
  await page.getByTestId('canvas-width').fill('8192');
  await page.getByTestId('canvas-width').press('Enter');
  await expect(page.getByTestId('canvas-draw')).toBeVisible();
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-status', 'done');
  await expect(page).not.toHaveURL(/canvas=/);
  await typeValue(page, 'canvas-width', '96');
  await expect(page.getByTestId('canvas-draw')).toHaveCount(0);
  await expect(page).toHaveURL(/canvas=96x64/);
});

test('WebGPU draws the canvas that WASM draws', async ({ page }) => {
  await openStudio(page, '#seed=5&seeds=5&canvas=96x72&size=96x72&left=mask&image-model=none');
  const wasm = await viewPixels(page, 'left');
  await goToSeed(page, 6);
  await chooseBackend(page, 'webgpu', 'webgpu');
  await goToSeed(page, 5);
  const webgpu = await viewPixels(page, 'left');
  expect([webgpu.width, webgpu.height]).toEqual([96, 72]);
  expect(largestDifference(webgpu.rgba, wasm.rgba)).toBe(0);
});
