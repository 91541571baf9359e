import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { dropFiles, modelDraws, openStudio, viewPixels } from './acting/studio.ts';

const LOCAL = 'src/nn/pix2pixhd/fixtures/two_enhancers_batch_net_G.pth';
const SNAPSHOT = 'src/checkpoints/fixtures/02_sg3_t32_cond.pkl';

test('a local enhancer draws, and the size it works at is said', async ({ page }) => {
  await openStudio(page, '#seed=5&seeds=1-9&size=100x64');
  const rendered = page.getByTestId('rendered-size');
  await expect(rendered).toHaveText('Image rendered at 104 × 64 and cropped');

  await dropFiles(page, [LOCAL]);
  await modelDraws(page, 'image', 'two_enhancers_batch');
  await expect(rendered).toHaveText('Image rendered at 104 × 64 and cropped');
  const { width, height, rgba } = await viewPixels(page, 'right');
  expect([width, height]).toEqual([100, 64]);
  expect(new Set(rgba.filter((_, i) => i % 4 === 0)).size).toBeGreaterThan(8);

  await page.getByTestId('size-select').click();
  await page.getByRole('option', { name: '64 × 64' }).click();
  await expect(rendered).toHaveCount(0);
});

test('a snapshot without an averaged generator opens with the one in training', async ({
  page,
}) => {
  await openStudio(page, '#seed=5&seeds=1-9&size=64x64');
  const text = readFileSync(SNAPSHOT, 'latin1').replace('G_ema', 'H_ema');
  const buffer = Buffer.from(text, 'latin1');
  await dropFiles(page, [{ name: 'young.pkl', mimeType: 'application/octet-stream', buffer }]);
  await expect(page.getByTestId('import-note')).toContainText('no averaged generator');
  await modelDraws(page, 'mask', 'young');
});
