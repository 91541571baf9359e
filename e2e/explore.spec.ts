import { expect, type Page, test } from '@playwright/test';
import {
  goToSeed,
  linkOf,
  openStudio,
  sampleIsDone,
  typeValue,
  type ViewPixels,
  viewPixels,
} from './acting/studio.ts';
import { largestDifference } from './reading/dataset-zip.ts';
import { insideOfACell, meanChange, type Place } from './reading/view-pixels.ts';

/** Small, and few seeds in the strip, where the size of what is drawn says nothing. */
const SMALL = '#seed=5&seeds=1-9&size=64x64';

async function bothViews(page: Page): Promise<ViewPixels[]> {
  return [await viewPixels(page, 'left'), await viewPixels(page, 'right')];
}

function expectSame(after: ViewPixels[], before: ViewPixels[]): void {
  for (const [i, view] of after.entries()) {
    expect(largestDifference(view.rgba, before[i].rgba)).toBe(0);
  }
}

function expectOther(after: ViewPixels, before: ViewPixels): void {
  expect(largestDifference(after.rgba, before.rgba)).toBeGreaterThan(0);
}

/** Opens `link` in a page of its own and returns what it shows. */
async function openedAfresh(
  page: Page,
  link: string,
): Promise<{ again: Page; views: ViewPixels[] }> {
  const again = await page.context().newPage();
  await again.goto(link);
  await sampleIsDone(again);
  return { again, views: await bothViews(again) };
}

test('a link reopens the view to the pixel', async ({ page }) => {
  await openStudio(page);
  await test.step('everything is set', async () => {
    await goToSeed(page, 12);
    await typeValue(page, 'psi-value', '0.9');
    await typeValue(page, 'cutoff-value', '5');
    await typeValue(page, 'threshold-value', '140');
    await page.getByTestId('cluster-3').click();
    await page.getByTestId('pin-12').click();
    await page.getByTestId('grid-seeds').fill('10-30');
    await page.getByTestId('view-left').getByRole('radio', { name: 'Labels' }).click();
    await page.getByTestId('view-right').getByRole('radio', { name: 'Overlay' }).click();
    await sampleIsDone(page);
  });
  const before = await bothViews(page);
  const link = await linkOf(page, /right=overlay/);

  await test.step('the link shows the same in another page', async () => {
    const { again, views } = await openedAfresh(page, link);
    expectSame(views, before);
    await expect(again.getByTestId('seed-input')).toHaveValue('12');
    await expect(again.getByTestId('psi-value')).toHaveValue('0.90');
    await expect(again.getByTestId('cutoff-value')).toHaveValue('5');
    await expect(again.getByTestId('threshold-value')).toHaveValue('140');
    await expect(again.getByTestId('cluster-3')).toHaveAttribute('aria-pressed', 'true');
    await expect(again.getByTestId('pin-12')).toHaveAttribute('aria-pressed', 'true');
    await expect(again.getByTestId('grid-seeds')).toHaveValue('10-30');
    expect(again.url()).toBe(link);
  });
});

test('while a slider moves the last value wins', async ({ page }) => {
  await openStudio(page, SMALL);
  const thumb = page.getByTestId('psi-slider').getByRole('slider');
  const box = (await thumb.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (const dx of [20, 45, 70, 30, -15, -50, -80, -62]) await page.mouse.move(box.x + dx, y);
  await page.mouse.up();
  await sampleIsDone(page);
  const before = await bothViews(page);
  const psi = Number(await page.getByTestId('psi-value').inputValue());
  const link = await linkOf(page, new RegExp(`trunc=${psi}(&|$)`));
  const { views } = await openedAfresh(page, link);
  expectSame(views, before);
});

test('wrong ranges get a message, and the page goes on', async ({ page }) => {
  await openStudio(page, SMALL);
  const seeds = page.getByTestId('grid-seeds');
  for (const wrong of ['5-1', 'foo', '1-', '-3', '1-9999999999', '0-4294967295']) {
    await seeds.fill(wrong);
    await expect(seeds).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('Not a range of seeds')).toBeVisible();
  }
  await seeds.fill('3-9');
  await expect(seeds).toHaveAttribute('aria-invalid', 'false');
  await page.getByTestId('thumbnail-8').click();
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '8');
  await sampleIsDone(page);
});

test('rubbish in the address never breaks the page', async ({ page }) => {
  for (const rubbish of [
    '#trunc=banana&seed=-7&size=0x0&style=nowhere&pinned=x&left=upside&seeds=,,,',
    '#%%%&&==&seed&__proto__=1',
    '#seed=99999999999&threshold=1e9&cutoff=-4&cluster=77&styles=a:b.c&workspace=nowhere',
    '#mask-model=deadbeefdeadbeef:gone&image-model=12345678:lost',
    `#seeds=${'9'.repeat(5000)}`,
    '?seed=3#size=1000000x1000000',
  ]) {
    await test.step(rubbish.slice(0, 40), async () => {
      await page.goto('about:blank');
      await openStudio(page, rubbish);
      await expect(page.getByTestId('broken-page')).toHaveCount(0);
    });
  }
  await goToSeed(page, 3);
});

test('pinned seeds go to the export', async ({ page }) => {
  await openStudio(page, SMALL);
  for (const seed of [2, 4, 5]) await page.getByTestId(`pin-${seed}`).click();
  await page.getByRole('radio', { name: /Pinned/ }).click();
  await page.getByTestId('export-pinned').click();
  await expect(page.getByTestId('export-seeds')).toHaveValue('2,4-5');
  await expect(page.getByTestId('export-count')).toHaveText('3');
});

test('one cell gets its own style, and gives it back', async ({ page }) => {
  await openStudio(page, '#seed=5&seeds=5&style=cluster&cluster=0');
  const before = await bothViews(page);
  const cell = insideOfACell(before[0]);
  await clickPixel(page, before[0], cell);
  await expect(page.getByTestId('picked-cell')).toBeVisible();

  await test.step('another cluster changes the cell and little else', async () => {
    await page.getByTestId('cell-cluster-3').click();
    await sampleIsDone(page);
    const after = await bothViews(page);
    expectSame([after[0]], [before[0]]);
    const distance = ({ x, y }: Place) => Math.hypot(x - cell.x, y - cell.y);
    const near = meanChange(before[1], after[1], (place) => distance(place) < 8);
    const far = meanChange(before[1], after[1], (place) => distance(place) > 100);
    expect(near).toBeGreaterThan(10);
    expect(near).toBeGreaterThan(4 * far);
    await linkOf(page, /styles=\d+:3/);
  });

  await test.step('reset brings it back', async () => {
    await page.getByTestId('picked-cell').getByRole('button', { name: 'Reset' }).click();
    await sampleIsDone(page);
    expectSame(await bothViews(page), before);
  });
});

test('the mask is moved, and the arrow keys go through the seeds', async ({ page }) => {
  await openStudio(page, SMALL);
  const before = await bothViews(page);

  await test.step('shift and rotate', async () => {
    await page.getByTestId('transform').click();
    await typeValue(page, 'translateX-value', '0.2');
    const shifted = await bothViews(page);
    expectOther(shifted[0], before[0]);
    await typeValue(page, 'rotate-value', '40');
    expectOther((await bothViews(page))[0], shifted[0]);
    await typeValue(page, 'translateX-value', '0');
    await typeValue(page, 'rotate-value', '0');
    expectSame(await bothViews(page), before);
  });

  await test.step('← and →', async () => {
    const status = page.getByTestId('sample-status');
    await page.getByTestId('rail-explore').focus();
    await page.keyboard.press('ArrowRight');
    await expect(status).toHaveAttribute('data-seed', '6');
    await sampleIsDone(page);
    expectOther((await bothViews(page))[0], before[0]);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(status).toHaveAttribute('data-seed', '4');
    await sampleIsDone(page);
  });
});

async function clickPixel(page: Page, view: ViewPixels, { x, y }: Place): Promise<void> {
  const canvas = page.getByTestId('view-left').locator('canvas').first();
  const box = (await canvas.boundingBox())!;
  await page.mouse.click(
    box.x + ((x + 0.5) / view.width) * box.width,
    box.y + ((y + 0.5) / view.height) * box.height,
  );
}
