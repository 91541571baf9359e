import { expect, type Page, test } from '@playwright/test';
import { chooseBackend, goToSeed, openStudio, sampleIsDone, viewPixels } from './acting/studio.ts';
import { largestDifference } from './reading/dataset-zip.ts';

/** Small, and one seed in the strip: a graphics card in software takes seconds for each. */
const SMALL = '#seed=5&seeds=5&size=64x64';

async function bothViews(page: Page) {
  return { mask: await viewPixels(page, 'left'), image: await viewPixels(page, 'right') };
}

/** Throws where no promise catches it: to the page the same as a worker that dies. */
async function crashWorker(page: Page, name: string): Promise<void> {
  const worker = page.workers().find((each) => each.url().includes(name))!;
  const closed = new Promise((resolve) => worker.once('close', resolve));
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('a crash');
    });
  });
  await closed;
}

test('the device menu says what runs and why', async ({ page }) => {
  await openStudio(page, SMALL);
  await page.getByTestId('device-chip').click();
  const menu = page.getByRole('menu');
  await expect(menu).toContainText('Runs on');
  await expect(menu).toContainText('Last sample');
  await expect(menu).toContainText('Tensors');
  await expect(page.getByTestId('device-reason')).toContainText('computes in software');
  await expect(page.getByTestId('device-chip')).toHaveAttribute('data-backend', 'wasm');
  await expect(page.getByTestId('backend-auto')).toHaveAttribute('aria-checked', 'true');
});

test('WebGPU draws what WASM draws, and WASM comes back', async ({ page }) => {
  await openStudio(page, SMALL);
  const drawn = async () => {
    await goToSeed(page, 5);
    return bothViews(page);
  };
  const wasm = await drawn();
  await goToSeed(page, 6);

  await test.step('WebGPU', async () => {
    await chooseBackend(page, 'webgpu', 'webgpu');
    const webgpu = await drawn();
    expect(largestDifference(webgpu.mask.rgba, wasm.mask.rgba)).toBe(0);
    expect(largestDifference(webgpu.image.rgba, wasm.image.rgba)).toBeLessThanOrEqual(2);
    await page.getByTestId('device-chip').click();
    await expect(page.getByTestId('device-reason')).toContainText('Chosen by you');
    await expect(page.getByRole('menu')).toContainText('On the GPU');
    await page.keyboard.press('Escape');
  });

  await test.step('and back', async () => {
    await goToSeed(page, 6);
    await chooseBackend(page, 'wasm', 'wasm');
    const again = await drawn();
    expect(largestDifference(again.mask.rgba, wasm.mask.rgba)).toBe(0);
    expect(largestDifference(again.image.rgba, wasm.image.rgba)).toBe(0);
  });
});

test('a worker that dies is replaced, and the recipe is still there', async ({ page }) => {
  await openStudio(page, `${SMALL}&trunc=0.9&style=cluster&cluster=2`);
  const before = await bothViews(page);
  const link = page.url();

  await test.step('at rest', async () => {
    await crashWorker(page, 'generation.worker');
    await expect(page.getByTestId('notice')).toContainText('is being restarted');
    await expect(page.getByTestId('device-chip')).toHaveAttribute('data-status', 'ready');
    await goToSeed(page, 6);
    await goToSeed(page, 5);
    const after = await bothViews(page);
    expect(largestDifference(after.mask.rgba, before.mask.rgba)).toBe(0);
    expect(largestDifference(after.image.rgba, before.image.rgba)).toBe(0);
    await expect(page).toHaveURL(link);
  });

  await test.step('in the middle of a sample', async () => {
    await page.getByTestId('size-select').click();
    await page.getByRole('option', { name: '512 × 512' }).click();
    await expect(page.getByTestId('sample-status')).toHaveAttribute('data-status', 'busy');
    await crashWorker(page, 'generation.worker');
    await sampleIsDone(page);
    expect((await viewPixels(page, 'right')).width).toBe(512);
  });

  await test.step('the reader of checkpoints too', async () => {
    await page.getByTestId('rail-models').click();
    await crashWorker(page, 'checkpoint.worker');
    await page.getByTestId('drop-input').setInputFiles('src/checkpoints/fixtures/02_sg3_t64.pkl');
    await expect(page.getByTestId('import')).toHaveAttribute('data-status', 'done');
  });
});

test('a graphics device that is lost comes back, and the recipe is still there', async ({
  page,
}) => {
  // The page offers no way to its device: the worker's script keeps a hand on it.
  await page.route(/generation\.worker.*\.js/, async (route) => {
    const response = await route.fetch();
    const keepDevices = `const ask = GPUAdapter.prototype.requestDevice;
      GPUAdapter.prototype.requestDevice = async function (...wishes) {
        const device = await ask.apply(this, wishes);
        (globalThis.devices ??= []).push(device);
        return device;
      };`;
    await route.fulfill({ response, body: `${keepDevices}\n${await response.text()}` });
  });
  await openStudio(page, SMALL);
  await chooseBackend(page, 'webgpu', 'webgpu');
  await goToSeed(page, 6);
  await goToSeed(page, 5);
  const before = await bothViews(page);
  const link = page.url();
  const worker = page.workers().findLast((each) => each.url().includes('generation.worker'))!;
  await worker.evaluate(() => {
    const { devices } = globalThis as unknown as { devices: GPUDevice[] };
    // The worker is replaced at once, and could not answer.
    setTimeout(() => devices.at(-1)?.destroy());
  });
  await expect(page.getByTestId('notice')).toContainText('is being restarted');
  await goToSeed(page, 6);
  await goToSeed(page, 5);
  const after = await bothViews(page);
  expect(largestDifference(after.mask.rgba, before.mask.rgba)).toBe(0);
  expect(largestDifference(after.image.rgba, before.image.rgba)).toBe(0);
  await expect(page).toHaveURL(link);
});
