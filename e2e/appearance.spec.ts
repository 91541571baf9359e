import { expect, type Page, test } from '@playwright/test';
import { openStudio, sampleIsDone } from './acting/studio.ts';

async function expectNothingOverflows(page: Page): Promise<void> {
  const widths = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: window.innerWidth,
  }));
  expect(widths.content).toBeLessThanOrEqual(widths.window);
}

test('a phone shows every workspace without overflow', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStudio(page);
  await expectNothingOverflows(page);
  await page.getByTestId('rail-adjust').click();
  await expect(page.getByTestId('psi-slider')).toBeVisible();
  await expectNothingOverflows(page);
  await page.keyboard.press('Escape');
  await page.getByTestId('rail-models').click();
  await expect(page.getByTestId('model-card').first()).toBeVisible();
  await expectNothingOverflows(page);
  await page.getByTestId('rail-explore').click();
  await page.getByTestId('export-open').click();
  await expect(page.getByTestId('export-dialog')).toBeVisible();
  await expectNothingOverflows(page);
});

test('Chinese is Chinese everywhere, and is kept', async ({ page }) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await openStudio(page);
  await page.getByTestId('language').click();
  await page.getByTestId('language-zh-CN').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByTestId('export-open')).toContainText('导出');
  await expect(page.getByText(/Truncation|Style cluster|Threshold/)).toHaveCount(0);
  await page.reload();
  await sampleIsDone(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(problems).toEqual([]);
});

test('the export can be reached and started with the keyboard alone', async ({ page }) => {
  await openStudio(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-status', 'done');
  await page.keyboard.press('e');
  const dialog = page.getByTestId('export-dialog');
  await expect(dialog).toBeVisible();
  await page.getByTestId('export-seeds').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1-2');
  const start = page.getByTestId('export-start');
  for (let i = 0; i < 12; i++) {
    if (await start.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(start).toBeFocused();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);
});
