import { expect, type Page, test } from '@playwright/test';
import { openStudio, savedFile, startExport } from './acting/studio.ts';

/** Small samples, so that a set takes seconds. */
const SMALL = '#size=128x128';

/** Waits until everything has run. */
async function benchmarkIsDone(page: Page): Promise<void> {
  await expect(page.getByTestId('bench-ready')).toHaveAttribute('data-status', 'done', {
    timeout: 240_000,
  });
}

/** The algorithms that are on, by their ids. */
async function runningEntries(page: Page): Promise<string[]> {
  const on = page.locator('.bench-entry[data-on="true"]');
  // Networks are switched on when the models that come along are known.
  await expect(on).toHaveCount(8);
  const ids = await on.evaluateAll((all) => all.map((one) => one.getAttribute('data-testid')));
  return ids.map((id) => String(id).replace('entry-', ''));
}

test('a set made on the page is benchmarked, looked at, and reported', async ({ page }) => {
  test.setTimeout(420_000);
  await openStudio(page, SMALL);
  await savedFile(page, () => startExport(page, '1-12'));
  await expect(page.getByTestId('export-done')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByTestId('rail-benchmark').click();
  await page.getByTestId('bench-export-set').click();
  await expect(page.getByTestId('bench-set')).toHaveAttribute('data-samples', '12');
  const entries = await runningEntries(page);
  // Every algorithm: those without weights, and the five networks whose weights come along.
  expect(entries.toSorted()).toEqual(
    [
      ...['otsu', 'otsu-watershed', 'cellprofiler'],
      ...['cellpose', 'mesmer', 'maskrcnn', 'u2net', 'unet2d'],
    ].toSorted(),
  );
  await page.getByTestId('bench-run').click();
  await benchmarkIsDone(page);

  for (const entry of entries) {
    const row = page.getByTestId(`score-${entry}`);
    await expect(row).toContainText('12 images');
    await expect(row.locator('[data-figure="ap50"]')).toHaveText(
      /^\d\.\d{3}\s+(\d\.\d{2}–\d\.\d{2})?\s*$/,
    );
  }
  // Clear nuclei on a dark ground: the baseline with a watershed finds most of them.
  const found = await page
    .getByTestId('score-otsu-watershed')
    .locator('[data-figure="recall50"]')
    .textContent();
  expect(Number.parseFloat(found ?? '')).toBeGreaterThan(0.5);

  await page.getByTestId('bench-tab-images').click();
  const images = page.getByTestId('bench-image');
  await expect(images.first()).toHaveAttribute('aria-current', 'true');
  const scores = await page.locator('.bench-image .number').allInnerTexts();
  expect(scores.map(Number)).toEqual(scores.map(Number).toSorted((a, b) => a - b));
  await expect(page.getByTestId('bench-stage').locator('canvas')).toBeVisible();
  const matched = Number(await page.getByTestId('verdict-matched').getAttribute('data-count'));
  const missed = Number(await page.getByTestId('verdict-missed').getAttribute('data-count'));
  expect(matched + missed).toBeGreaterThan(0);
  const worst = await page.getByTestId('bench-viewed').textContent();
  await images.first().press('ArrowRight');
  await expect(page.getByTestId('bench-viewed')).not.toHaveText(worst ?? '');

  const report = await savedFile(page, async () => {
    await page.getByTestId('bench-export').click();
    await page.getByTestId('bench-export-html').click();
  });
  const opened = await page.context().newPage();
  await opened.setContent(new TextDecoder().decode(report));
  await expect(opened.locator('h1')).toBeVisible();
  await expect(opened.locator('body')).toContainText('Otsu + watershed');
  await expect(opened.locator('svg').first()).toBeVisible();
});

test('what was run is there again after a reload, and only the rest is run', async ({ page }) => {
  test.setTimeout(240_000);
  await openStudio(page, '#workspace=explore&seeds=1&size=64x64');
  await page.getByTestId('rail-benchmark').click();
  for (const entry of await runningEntries(page)) {
    if (entry !== 'otsu') await page.getByTestId(`entry-on-${entry}`).click();
  }
  await page.getByTestId('bench-sample-set').click();
  await expect(page.getByTestId('bench-set')).toHaveAttribute('data-samples', '12');
  await page.getByTestId('bench-run').click();
  await benchmarkIsDone(page);
  const score = page.getByTestId('score-otsu').locator('[data-figure="miou"]');
  const before = await score.textContent();

  await page.reload();
  await page.getByTestId('rail-benchmark').click();
  await expect(page.getByTestId('score-otsu')).toContainText('12 images', { timeout: 60_000 });
  await expect(score).toContainText(String(before).slice(0, 5));
  await expect(page.getByTestId('bench-run')).toBeDisabled();
  await page.getByTestId('entry-on-otsu-watershed').click();
  await expect(page.getByTestId('bench-ready')).toContainText('12 of 24');
  await page.getByTestId('bench-run').click();
  await benchmarkIsDone(page);
  await expect(page.getByTestId('score-otsu-watershed')).toContainText('12 images');
});
