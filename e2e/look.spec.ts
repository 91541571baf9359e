import { expect, type Page, test } from '@playwright/test';
import {
  exportSeeds,
  goToSeed,
  openStudio,
  sampleIsDone,
  type ViewPixels,
  viewPixels,
} from './acting/studio.ts';
import { largestDifference, readDataset, readPng } from './reading/dataset-zip.ts';

/** Small, and few seeds in the strip, where the size of what is drawn says nothing. */
const SMALL = '#seed=5&seeds=1-9&size=64x64';

const channel = ({ rgba }: ViewPixels, which: number) => rgba.filter((_, at) => at % 4 === which);

/** The layers of a comparison that are to be seen. */
function shownLayers(page: Page) {
  return page.locator('.compare-layer[data-shown="true"]');
}

test('lookup table and contrast change the view, never the data', async ({ page }) => {
  await openStudio(page, SMALL);
  const grey = await viewPixels(page, 'right');
  const mask = await viewPixels(page, 'left');

  await test.step('a key goes to the next table', async () => {
    await page.getByTestId('rail-explore').focus();
    await page.keyboard.press('l');
    const green = await viewPixels(page, 'right');
    expect(channel(green, 1)).toEqual(channel(grey, 1));
    expect(Math.max(...channel(green, 0), ...channel(green, 2))).toBe(0);
    expect((await viewPixels(page, 'left')).rgba).toEqual(mask.rgba);
  });

  await test.step('the automatic contrast spreads the levels', async () => {
    await page.getByTestId('display-open').click();
    await page.getByTestId('lut-grey').click();
    await page.getByTestId('display-auto').click();
    const spread = await viewPixels(page, 'right');
    expect(Math.max(...channel(spread, 0))).toBe(255);
    expect(spread.rgba).not.toEqual(grey.rgba);
    await page.getByTestId('lut-fire').click();
    await page.keyboard.press('Escape');
  });

  await test.step('the export has the levels as the network made them', async () => {
    const { files, manifest } = readDataset(await exportSeeds(page, '5'));
    const { data } = readPng(files, manifest.samples[0].files.image!);
    expect(largestDifference(data, channel(grey, 0))).toBe(0);
  });

  await test.step('it is there after a reload', async () => {
    const fire = await viewPixels(page, 'right');
    await page.reload();
    await sampleIsDone(page);
    expect((await viewPixels(page, 'right')).rgba).toEqual(fire.rgba);
  });
});

test('two modes in one view: split and blink', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openStudio(page, SMALL);
  await page.getByTestId('rail-explore').focus();
  await page.keyboard.press('c');
  const divider = page.getByTestId('split-divider');
  const stage = page.getByTestId('view-compare').locator('.stage');

  await test.step('the divider follows pointer and keys', async () => {
    await expect(divider).toHaveAttribute('aria-valuenow', '50');
    const box = (await stage.boundingBox())!;
    const y = box.y + box.height / 3;
    await page.mouse.move(box.x + box.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 4, y, { steps: 4 });
    await page.mouse.up();
    await expect(divider).toHaveAttribute('aria-valuenow', '25');
    await divider.press('Shift+ArrowRight');
    await divider.press('ArrowRight');
    await expect(divider).toHaveAttribute('aria-valuenow', '36');
    await divider.press('End');
    await expect(divider).toHaveAttribute('aria-valuenow', '100');
    await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '5');
  });

  await test.step('blinking stops on Space', async () => {
    await page.getByTestId('arrangement').click();
    await page.getByTestId('arrange-blink').click();
    await page.getByTestId('rail-explore').evaluate((rail) => rail.blur());
    const name = page.getByTestId('blink-name');
    for (const shown of ['Image', 'Mask', 'Image']) await expect(name).toHaveText(shown);
    await expect(shownLayers(page)).toHaveCount(1);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press(' ');
    await expect(page.getByTestId('blink-pause')).toHaveAccessibleName('Blink');
    const rests = await name.textContent();
    await page.waitForTimeout(2200);
    await expect(name).toHaveText(rests!);
    await page.keyboard.press(' ');
    await expect(name).not.toHaveText(rests!);
  });

  await test.step('nothing blinks by itself where less motion is asked for', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const name = page.getByTestId('blink-name');
    await expect(page.getByTestId('blink-swap')).toBeVisible();
    const before = await name.textContent();
    await page.waitForTimeout(2200);
    await expect(name).toHaveText(before!);
    await page.keyboard.press(' ');
    await expect(name).not.toHaveText(before!);
  });
});

test('the layers of the demo models', async ({ page }) => {
  await openStudio(page, SMALL);
  await page.getByTestId('latent-menu').click();
  await page.getByTestId('open-layers').click();
  const dialog = page.getByTestId('layers-dialog');
  const rows = page.getByTestId('layer-table').locator('tbody tr');

  await test.step('each with its shape', async () => {
    await expect(rows).toHaveCount(9);
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent)),
    );
    expect(cells).toEqual([
      ['input', '52 × 52 × 48'],
      ['L0_52_48', '52 × 52 × 48'],
      ['L1_52_48', '52 × 52 × 48'],
      ['L2_52_48', '52 × 52 × 48'],
      ['L3_84_37', '84 × 84 × 37'],
      ['L4_84_24', '84 × 84 × 24'],
      ['L5_84_16', '84 × 84 × 16'],
      ['L6_64_16', '64 × 64 × 16'],
      ['L7_64_1', '64 × 64 × 1'],
    ]);
  });

  await test.step('the last one is the mask before it is cut off', async () => {
    await page.getByTestId('layer-L7_64_1').click();
    const picture = dialog.locator('.layer-stage canvas');
    await expect(picture).toHaveAttribute('width', '64');
    await expect(picture).toHaveAccessibleName('Channel 0 of layer L7_64_1');
    await expect(dialog).toHaveAttribute('data-status', 'done');
    await page.getByTestId('layer-L7_64_1').press('ArrowUp');
    await expect(picture).toHaveAccessibleName('Channel 0 of layer L6_64_16');
    await page.getByTestId('layer-channel').getByRole('slider').press('ArrowRight');
    await expect(picture).toHaveAccessibleName('Channel 1 of layer L6_64_16');
  });

  await test.step('those of the image model too', async () => {
    await dialog.getByRole('radio', { name: 'Image model' }).click();
    await expect(rows.last()).toContainText('64 × 64 × 3');
    await expect(dialog).toHaveAttribute('data-status', 'done');
  });
});

test('seeds are found by what is in them', async ({ page }) => {
  await openStudio(page, '#seed=5&seeds=1-3&size=64x64&smallest=4');
  await page.getByTestId('way-find').click();
  await page.getByTestId('criteria-open').click();
  const least = page.getByTestId('criterion-cells').getByRole('slider').first();
  await least.focus();
  for (let i = 0; i < 6; i++) await least.press('ArrowRight');
  await page.keyboard.press('Escape');
  await page.getByTestId('find-count').fill('3');
  await page.getByTestId('find-count').press('Enter');
  await page.getByTestId('find-start').click();
  const progress = page.getByTestId('find-progress');
  await expect(progress).toHaveAttribute('data-status', 'done', { timeout: 120_000 });
  await expect(progress).toHaveAttribute('data-found', '3');

  const seeds = await page
    .getByTestId('grid')
    .locator('[data-testid^="thumbnail-"]')
    .evaluateAll((all) => all.map((each) => Number(each.dataset.testid?.split('-')[1])));
  expect(seeds).toHaveLength(3);
  for (const seed of seeds) {
    await page.getByTestId(`thumbnail-${seed}`).click();
    await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', String(seed));
    await sampleIsDone(page);
    const status = await page.getByTestId('sample-status').textContent();
    expect(Number(/(\d+) cells?/.exec(status!)?.[1])).toBeGreaterThanOrEqual(6);
  }

  await page.getByTestId('found-pin').click();
  await page.getByTestId('found-as-range').click();
  const range = (await page.getByTestId('grid-seeds').inputValue()).split(/[,-]/).map(Number);
  expect([Math.min(...range), Math.max(...range)]).toEqual([
    Math.min(...seeds),
    Math.max(...seeds),
  ]);
  await expect(page.getByRole('radio', { name: 'Pinned 3' })).toBeVisible();
});

test('favourites and notes are there after a reload', async ({ page }) => {
  await openStudio(page, SMALL);
  await page.getByTestId('rail-explore').focus();
  await page.keyboard.press('f');
  await page.getByTestId('note').fill('round, and far apart');
  await page.getByTestId('star-3').click();
  await goToSeed(page, 7);
  await expect(page.getByTestId('note')).toHaveValue('');

  await page.reload();
  await sampleIsDone(page);
  await expect(page.getByTestId('star-5')).toHaveAttribute('aria-pressed', 'true');
  await page.getByTestId('way-favourites').click();
  const cards = page.getByTestId('favourite-card');
  await expect(cards).toHaveCount(2);
  const noted = cards.filter({ hasText: 'round, and far apart' });
  await noted.getByRole('button', { name: 'Open Seed 5' }).click();
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '5');
  await expect(page.getByTestId('note')).toHaveValue('round, and far apart');

  await noted.getByTestId('favourite-remove').click();
  await expect(cards).toHaveCount(1);
  await page.getByTestId('notice-action').click();
  await expect(cards).toHaveCount(2);
  await expect(page.getByTestId('note')).toHaveValue('round, and far apart');
});
