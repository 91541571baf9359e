import { expect, test } from '@playwright/test';
import { serveStudio } from './acting/served-studio.ts';
import { goToSeed, isKeptOffline, sampleIsDone, viewPixels } from './acting/studio.ts';
import { visitedBefore } from './acting/visited-before.ts';
import { largestDifference } from './reading/dataset-zip.ts';

test.use({ serviceWorkers: 'allow' });

const VIEW = '#seed=5&seeds=5&size=64x64&trunc=0.8';

test('after one visit the studio opens and draws without a network, and takes a new version when told', async ({
  browser,
}) => {
  const studio = await serveStudio();
  const context = await browser.newContext({ storageState: visitedBefore(studio.origin) });
  const page = await context.newPage();
  await page.goto(`${studio.origin}/${VIEW}`);
  await sampleIsDone(page);
  const drawn = await viewPixels(page, 'right');
  await isKeptOffline(page);

  await test.step('offline, a reload draws the same sample, and another one', async () => {
    await context.setOffline(true);
    await page.reload();
    await sampleIsDone(page);
    expect(largestDifference((await viewPixels(page, 'right')).rgba, drawn.rgba)).toBe(0);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await goToSeed(page, 6);
    expect(largestDifference((await viewPixels(page, 'right')).rgba, drawn.rgba)).toBeGreaterThan(
      0,
    );
  });

  await test.step('rooms that were never open are there too', async () => {
    await page.getByTestId('rail-models').click();
    await expect(page.getByTestId('model-card').first()).toBeVisible();
    await page.getByTestId('rail-explore').click();
  });

  await test.step('a new version waits until it is taken, and the view is as it was', async () => {
    await context.setOffline(false);
    await expect(page).toHaveURL(/seed=6/);
    studio.publish();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect(page.getByTestId('update')).toBeVisible();
    await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '6');
    const loaded = page.waitForEvent('load');
    await page.getByTestId('update-take').click();
    await loaded;
    await sampleIsDone(page);
    await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '6');
    await expect(page.getByTestId('update')).toHaveCount(0);
  });
  await context.close();
  studio.close();
});
