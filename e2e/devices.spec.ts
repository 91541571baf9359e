import { expect, type Page, test } from '@playwright/test';
import { moveSlider, openStudio, sampleIsDone, viewPixels } from './acting/studio.ts';
import { largestDifference } from './reading/dataset-zip.ts';

async function chooseBackend(page: Page, backend: string): Promise<void> {
  await page.getByTestId('device-chip').click();
  await page.getByTestId(`backend-${backend}`).click();
  await page.keyboard.press('Escape');
}

test('a software adapter means WASM, and WebGPU draws the same when it is chosen', async ({
  page,
}) => {
  await openStudio(page, '#size=64x64');
  await expect(page.getByTestId('device-chip')).toContainText('WASM');
  await page.getByTestId('device-chip').click();
  await expect(page.getByTestId('device-reason')).toContainText(/software/i);
  await page.keyboard.press('Escape');
  const wasm = { mask: await viewPixels(page, 'left'), image: await viewPixels(page, 'right') };

  await chooseBackend(page, 'webgpu');
  await expect(page.getByTestId('device-chip')).toContainText('WebGPU');
  // A change that both backends answer alike: away and back, so that WebGPU draws the view itself.
  await moveSlider(page, 'psi-slider', 'ArrowRight');
  await moveSlider(page, 'psi-slider', 'ArrowLeft');
  await sampleIsDone(page);
  expect(largestDifference(await viewPixels(page, 'left'), wasm.mask)).toBe(0);
  expect(largestDifference(await viewPixels(page, 'right'), wasm.image)).toBeLessThanOrEqual(2);
});

test('a lost worker is replaced and the view stays', async ({ page }) => {
  await openStudio(page);
  const before = await viewPixels(page, 'right');
  const address = page.url();
  const worker = page.workers().find((each) => each.url().includes('generation.worker'))!;
  await worker.evaluate(() => {
    // Outside any promise, so that it reaches the page as a crash does.
    setTimeout(() => {
      throw new Error('a crash for the test');
    });
  });
  await expect.poll(() => page.workers().includes(worker)).toBe(false);
  await moveSlider(page, 'psi-slider', 'ArrowRight');
  await sampleIsDone(page);
  await moveSlider(page, 'psi-slider', 'ArrowLeft');
  await sampleIsDone(page);
  expect(await viewPixels(page, 'right')).toEqual(before);
  expect(page.url()).toBe(address);
});
