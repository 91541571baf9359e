import { expect, type Page, test } from '@playwright/test';
import { openStudio, sampleIsDone, savedFile } from './acting/studio.ts';
import { readDataset } from './reading/dataset-zip.ts';

const tour = (page: Page) => page.getByTestId('tour');

test.describe('a first visit', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('is led from a seed to a downloaded ZIP, once', async ({ page }) => {
    await openStudio(page);
    await expect(tour(page)).toContainText('Pick a seed');
    await page.getByTestId('thumbnail-7').click();
    await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '7');
    await page.getByTestId('tour-next').click();
    await expect(tour(page)).toContainText('Choose a texture');
    await page.getByTestId('cluster-3').click();
    await page.getByTestId('tour-next').click();
    await expect(tour(page)).toContainText('3 of 3');
    const zip = await savedFile(page, () => page.getByTestId('tour-next').click());
    const { samples } = readDataset(zip).manifest;
    expect(samples.map(({ recipe }) => recipe.seed)).toEqual([7, 8, 9, 10]);
    await expect(tour(page)).toHaveCount(0);
    await page.goto('about:blank');
    await openStudio(page);
    await expect(tour(page)).toHaveCount(0);
  });

  test('is led in Chinese by the keyboard alone, and may skip the rest', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await openStudio(page);
    await expect(tour(page)).toContainText('挑选种子');
    await expect(page.getByTestId('tour-next')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '6');
    await page.keyboard.press('Enter');
    await expect(tour(page)).toContainText('选择纹理');
    await expect(page.getByTestId('tour-next')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(tour(page)).toHaveCount(0);
    await page.reload();
    await sampleIsDone(page);
    await expect(tour(page)).toHaveCount(0);
    await context.close();
  });

  test('by a link shows what the link says', async ({ page }) => {
    await openStudio(page, '#seed=9&seeds=9&size=64x64');
    await expect(tour(page)).toHaveCount(0);
  });
});

test('the tour can be taken again, also on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/#workspace=models');
  await page.getByTestId('more-menu').click();
  await page.getByTestId('help-tour').click();
  for (const title of ['Pick a seed', 'Choose a texture', 'Take a data set with you']) {
    await expect(tour(page)).toContainText(title);
    const box = (await tour(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    if (title.startsWith('Take')) await page.getByTestId('tour-skip').click();
    else await page.getByTestId('tour-next').click();
  }
  await expect(tour(page)).toHaveCount(0);
});
