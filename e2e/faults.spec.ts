/** What goes wrong around the page, provoked: each ends in a sentence with a way on. */
import { expect, test } from '@playwright/test';
import { chooseTool, drag, expectCells, mapIsOpen, openPaint } from './acting/painter.ts';
import { openStudio, sampleIsDone, savedFile, startExport } from './acting/studio.ts';
import { readDataset } from './reading/dataset-zip.ts';

const SMALL = '#seed=5&seeds=1-20&size=64x64';

test('a browser that runs full in an export says so, and what was made is kept', async ({
  page,
}) => {
  await openStudio(page, SMALL);
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 5000 });
  await startExport(page, '1-3');
  const failed = page.getByTestId('export-failed');
  await expect(failed).toContainText('No space left', { timeout: 120_000 });
  await expect(page.getByRole('dialog')).toContainText('Resume when the cause is gone');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  const zip = await savedFile(page, () => page.getByTestId('export-resume').click());
  expect(readDataset(zip).manifest.samples).toHaveLength(3);
});

test('a refused clipboard leaves the address as the way on', async ({ page }) => {
  // What a browser answers whose policy or person forbids it; headless Chromium always allows.
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () =>
      Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
  });
  await openStudio(page, SMALL);
  await page.getByTestId('share').click();
  await expect(page.getByTestId('notice')).toContainText('Copy the address of this page instead');
});

test('two tabs do not paint on each other: the second looks, and takes over when told', async ({
  page,
  context,
}) => {
  await openPaint(page, 'seed=5&size=64x64');
  await chooseTool(page, 'brush');
  const cells = 6;
  await expectCells(page, cells);
  const second = await context.newPage();
  await openPaint(second, 'seed=5&size=64x64');
  await expect(second.getByText('This sample is being painted in another tab.')).toBeVisible();
  await second.getByRole('button', { name: 'Paint it here' }).click();
  await expect(page.getByText('This sample is being painted in another tab.')).toBeVisible();
  await chooseTool(second, 'brush');
  await drag(second, { x: 60, y: 3 }, { x: 60, y: 6 });
  await expectCells(second, cells + 1);
  await second.reload();
  await mapIsOpen(second);
  await expectCells(second, cells + 1);
  await second.getByTestId('rail-explore').click();
  await sampleIsDone(second);
});

test('a set whose models cannot be loaded says why, and tries again', async ({ page }) => {
  let broken = true;
  await page.route('**/models/stylegan3-t-nuclei-64/*.bin', (route) =>
    broken ? route.fulfill({ status: 500 }) : route.continue(),
  );
  await page.goto('/#workspace=dataset');
  const failed = page.getByTestId('models-failed');
  await expect(failed).toContainText('A model of this site cannot be fetched', { timeout: 60_000 });
  await expect(page.getByTestId('plan-start')).toBeDisabled();
  broken = false;
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('plan-start')).toBeEnabled({ timeout: 60_000 });
});
