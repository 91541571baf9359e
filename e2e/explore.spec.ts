import { expect, test } from '@playwright/test';
import {
  goToSeed,
  moveSlider,
  openStudio,
  sampleIsDone,
  typeValue,
  viewPixels,
} from './acting/studio.ts';

test('a link reopens the view to the pixel', async ({ page, context }) => {
  await openStudio(page);
  await goToSeed(page, 12);
  await typeValue(page, 'psi-value', '0.9');
  await sampleIsDone(page);
  await page.getByTestId('cluster-3').click();
  await sampleIsDone(page);
  await page.getByTestId('pin-12').click();
  await typeValue(page, 'threshold-value', '140');
  await sampleIsDone(page);
  await expect(page).toHaveURL(/trunc=0\.9/);
  await expect(page).toHaveURL(/pinned=12/);
  await expect(page).toHaveURL(/140/);

  const again = await context.newPage();
  await again.goto(page.url());
  await sampleIsDone(again);
  await expect(again.getByTestId('psi-value')).toHaveValue('0.90');
  await expect(again.getByTestId('seed-input')).toHaveValue('12');
  for (const side of ['left', 'right'] as const) {
    expect(await viewPixels(again, side)).toEqual(await viewPixels(page, side));
  }
});

test('the last value of a slider wins', async ({ page, context }) => {
  await openStudio(page);
  await moveSlider(page, 'psi-slider', 'ArrowRight', 15);
  await expect(page).toHaveURL(/trunc=0\.85/);
  await sampleIsDone(page);
  const fresh = await context.newPage();
  await fresh.goto(page.url());
  await sampleIsDone(fresh);
  expect(await viewPixels(page, 'right')).toEqual(await viewPixels(fresh, 'right'));
});

test('wrong ranges and wrong links get a message or a default, never a dead page', async ({
  page,
}) => {
  await openStudio(page, '#psi=banana&seed=-7&size=0x0&style=nowhere&pinned=x&left=upside');
  await page.getByTestId('grid-seeds').fill('5-1,foo');
  await page.getByTestId('grid-seeds').press('Enter');
  await expect(page.getByText(/5-1|foo/).first()).toBeVisible();
  await page.getByTestId('grid-seeds').fill('3-9');
  await page.getByTestId('grid-seeds').press('Enter');
  await page.getByTestId('thumbnail-8').click();
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '8');
  await sampleIsDone(page);
});

test('pinned seeds go to the export', async ({ page }) => {
  await openStudio(page);
  for (const seed of [2, 4, 5]) await page.getByTestId(`pin-${seed}`).click();
  await page.getByRole('radio', { name: /Pinned/ }).click();
  await page.getByTestId('export-pinned').click();
  await expect(page.getByTestId('export-seeds')).toHaveValue('2,4-5');
});

test('a single cell gets its own style', async ({ page }) => {
  await openStudio(page);
  await goToSeed(page, 5);
  await page.getByTestId('cluster-0').click();
  await sampleIsDone(page);
  const before = await viewPixels(page, 'right');
  const labels = await viewPixels(page, 'left');

  const canvas = page.getByTestId('view-left').locator('canvas').first();
  const box = (await canvas.boundingBox())!;
  const side = Math.sqrt(labels.length / 4);
  const cell = await test.step('click a cell in the mask', async () => {
    const inside = centreOfACell(labels, side);
    await page.mouse.click(
      box.x + ((inside.x + 0.5) / side) * box.width,
      box.y + ((inside.y + 0.5) / side) * box.height,
    );
    await expect(page.getByTestId('picked-cell')).toBeVisible();
    return inside;
  });
  await page.getByTestId('cell-cluster-3').click();
  await sampleIsDone(page);
  const after = await viewPixels(page, 'right');
  const change = (keep: (x: number, y: number) => boolean) => meanChange(before, after, side, keep);
  const near = change((x, y) => Math.hypot(x - cell.x, y - cell.y) < 8);
  const far = change((x, y) => Math.hypot(x - cell.x, y - cell.y) > 100);
  expect(near).toBeGreaterThan(10);
  expect(near).toBeGreaterThan(4 * far);
});

/** A pixel with foreground all around it, the deepest of a coarse grid. */
function centreOfACell(pixels: number[], side: number): { x: number; y: number } {
  const isForeground = (x: number, y: number) => pixels[4 * (y * side + x)] > 127;
  for (let reach = 20; reach > 4; reach--) {
    for (let y = reach; y < side - reach; y += 4) {
      for (let x = reach; x < side - reach; x += 4) {
        const around = [0, 1, 2, 3, 4, 5, 6, 7].every((turn) =>
          isForeground(
            Math.round(x + reach * Math.cos((turn * Math.PI) / 4)),
            Math.round(y + reach * Math.sin((turn * Math.PI) / 4)),
          ),
        );
        if (around) return { x, y };
      }
    }
  }
  throw new Error('there is no cell in the view');
}

function meanChange(
  before: number[],
  after: number[],
  side: number,
  keep: (x: number, y: number) => boolean,
): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!keep(x, y)) continue;
      sum += Math.abs(after[4 * (y * side + x)] - before[4 * (y * side + x)]);
      count++;
    }
  }
  return sum / count;
}
