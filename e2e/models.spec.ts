import { expect, test } from '@playwright/test';
import { dropFiles, openStudio, viewPixels } from './acting/studio.ts';

const SNAPSHOT = 'src/checkpoints/fixtures/02_sg3_t64.pkl';

test('a model shows what it makes, and proves itself against its original', async ({ page }) => {
  await page.goto('/#workspace=models&seed=5&seeds=5&size=64x64');
  const examples = page.getByTestId('model-example');
  for (const at of [0, 1, 2]) await expect(examples.nth(at)).toHaveAttribute('data-status', 'done');
  const selfTest = page.getByTestId('self-test');
  await page.getByTestId('self-test-run').click();
  await expect(selfTest).toHaveAttribute('data-status', 'done');
  await expect(page.getByTestId('self-test-verdict')).toContainText(
    /All 9 cases are within their tolerance on WASM/,
  );
  await expect(selfTest.getByRole('row')).toHaveCount(10);
  await expect(selfTest.getByRole('columnheader', { name: '99.9th percentile ≤ 2' })).toBeVisible();

  await test.step('on another backend too', async () => {
    await selfTest.getByRole('radio', { name: 'CPU' }).click();
    await expect(selfTest).toHaveAttribute('data-status', 'none');
    await page.getByTestId('self-test-run').click();
    await expect(page.getByTestId('self-test-verdict')).toContainText('on CPU');
    await expect(page.getByTestId('device-chip')).toHaveAttribute('data-backend', 'wasm');
  });
});

test('two models are compared on the same seed', async ({ page }) => {
  await openStudio(page, '#seed=5&seeds=5&size=64x64');
  await dropFiles(page, [SNAPSHOT]);
  await expect(page.getByTestId('import')).toHaveAttribute('data-status', 'done');
  await page.getByTestId('compare-open').click();
  const dialog = page.getByTestId('compare-dialog');
  const pictures = dialog.getByTestId('model-example');
  for (const at of [0, 1]) await expect(pictures.nth(at)).toHaveAttribute('data-status', 'done');
  await expect(dialog.getByTestId('compare-time')).toHaveText([/\d m?s/, /\d m?s/]);
  await expect(dialog.getByRole('row', { name: /channels|zDim/ }).first()).toBeVisible();
  const levels = await pictures.locator('canvas').evaluateAll((all) =>
    all.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      return context?.getImageData(0, 0, width, height).data.join();
    }),
  );
  expect(levels[0]).not.toBe(levels[1]);
  await page.keyboard.press('Escape');
  await page.getByTestId('rail-explore').click();
  expect((await viewPixels(page, 'left')).width).toBe(64);
});
