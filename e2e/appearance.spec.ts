import { expect, type Page, test } from '@playwright/test';
import { openStudio, sampleIsDone, savedFile, viewPixels } from './acting/studio.ts';
import { elementsCutOff, textsOf } from './reading/appearance.ts';
import { largestDifference, readDataset } from './reading/dataset-zip.ts';
import { untranslated } from './reading/translations.ts';

const SMALL = '#seed=5&seeds=1-20&size=64x64';

const problems: string[] = [];

test.beforeEach(({ page }) => {
  problems.length = 0;
  page.on('console', (message) => {
    // The browser tests keep the service worker away, but for those that are about it.
    if (message.text().includes('Service Worker registration blocked by Playwright')) return;
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
});

test.afterEach(() => {
  expect(problems).toEqual([]);
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const language of ['en', 'zh-CN']) {
    test(`shows everything within its width (${language})`, async ({ page }) => {
      const fits = async (what: string) => {
        await test.step(what, async () => expect(await elementsCutOff(page)).toEqual([]));
      };
      await openStudio(page, SMALL);
      await page.getByTestId('more-menu').tap();
      await fits('the menu');
      await page.getByTestId(`language-${language}`).tap();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await fits('the views');
      await page.getByTestId('grid-toggle').tap();
      await fits('the grid');
      await page.getByTestId('grid-toggle').tap();
      await page.getByTestId('device-chip').tap();
      await fits('the device menu');
      await page.keyboard.press('Escape');
      await page.getByTestId('model-chip-mask').tap();
      await fits('the choice of models');
      await page.keyboard.press('Escape');
      await page.getByTestId('export-open').tap();
      await expect(page.getByTestId('export-dialog')).toBeVisible();
      await fits('the export');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(page.getByTestId('help-dialog')).toBeVisible();
      await fits('the shortcuts');
      await page.keyboard.press('Escape');
      await page.getByTestId('rail-models').tap();
      await expect(page.getByTestId('model-card').first()).toBeVisible();
      await fits('the models');
      await page
        .getByTestId('drop-input')
        .setInputFiles('src/checkpoints/fixtures/99_neg_malicious_nested.pkl');
      await expect(page.getByTestId('import-error')).toBeVisible();
      await fits('a refused file');
    });
  }

  test('adjusts a sample in a sheet', async ({ page }) => {
    await openStudio(page, SMALL);
    const before = await viewPixels(page, 'left');
    await page.getByTestId('rail-adjust').tap();
    await expect(page.getByTestId('psi-slider')).toBeVisible();
    expect(await elementsCutOff(page)).toEqual([]);
    const track = (await page.getByTestId('psi-slider').boundingBox())!;
    await page.touchscreen.tap(track.x + 0.9 * track.width, track.y + track.height / 2);
    await expect(page).toHaveURL(/trunc=1\.\d/);
    await sampleIsDone(page);
    const after = await viewPixels(page, 'left');
    expect(largestDifference(after.rgba, before.rgba)).toBeGreaterThan(0);
    await page.getByTestId('rail-adjust').tap();
    await expect(page.getByTestId('psi-slider')).toHaveCount(0);
  });
});

test('Chinese is Chinese everywhere, and is kept', async ({ page }) => {
  const allIsChinese = async (what: string) => {
    await test.step(what, async () => expect(untranslated(await textsOf(page))).toEqual([]));
  };
  await openStudio(page, SMALL);
  await page.getByTestId('language').click();
  await page.getByTestId('language-zh-CN').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByTestId('export-open')).toContainText('导出');
  await page.getByTestId('transform').click();
  await allIsChinese('the views and the settings');

  await page.getByTestId('device-chip').click();
  await expect(page.getByTestId('device-reason')).toBeVisible();
  await allIsChinese('the device menu');
  await page.keyboard.press('Escape');
  await page.getByTestId('model-chip-image').click();
  await allIsChinese('the choice of models');
  await page.keyboard.press('Escape');
  await page.getByTestId('export-open').hover();
  await page.getByTestId('export-open').click();
  await allIsChinese('the export');
  await page.getByTestId('export-seeds').fill('9-1');
  await allIsChinese('a wrong range');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await allIsChinese('the shortcuts');
  await page.keyboard.press('Escape');
  await page.getByTestId('rail-models').click();
  await page
    .getByTestId('drop-input')
    .setInputFiles('src/checkpoints/fixtures/99_neg_malicious_nested.pkl');
  await expect(page.getByTestId('import-error')).toBeVisible();
  await allIsChinese('the models and a refused file');

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByTestId('rail-explore').click();
  await sampleIsDone(page);
  await allIsChinese('after a reload');
});

test('the keyboard alone goes from a seed to a data set', async ({ page }) => {
  await openStudio(page, SMALL);
  await tabTo(page, 'seed-input');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '7');
  await tabTo(page, 'thumbnail-7');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('thumbnail-8')).toBeFocused();
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '8');
  await tabTo(page, 'cluster-2');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('cluster-2')).toHaveAttribute('aria-pressed', 'true');
  await sampleIsDone(page);

  await tabTo(page, 'export-open');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('export-dialog')).toBeVisible();
  await tabTo(page, 'export-seeds');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('7-8');
  await tabTo(page, 'export-start');
  const zip = await savedFile(page, () => page.keyboard.press('Enter'));
  expect(readDataset(zip).manifest.samples.map(({ recipe }) => recipe.seed)).toEqual([7, 8]);
  await expect(page.getByTestId('export-done')).toBeVisible();

  await test.step('and back', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('export-dialog')).toHaveCount(0);
    await tabTo(page, 'rail-models');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('model-card').first()).toBeVisible();
  });
});

/** Presses Tab until the control has the focus, at most once around the page. */
async function tabTo(page: Page, testId: string): Promise<void> {
  const control = page.getByTestId(testId);
  for (let presses = 0; presses < 150; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${testId}`);
}
