import { expect, type Page, test } from '@playwright/test';
import { planeBlend } from '../src/pipeline/latent-plane.ts';
import { linkOf, openStudio, sampleIsDone, viewPixels } from './acting/studio.ts';

/** Small, and few seeds in the strip. */
const SMALL = '#seed=5&seeds=1-9&size=64x64';

async function openWay(page: Page, way: string): Promise<void> {
  await page.getByTestId(`way-${way}`).click();
}

/** The mask that a link shows in a page of its own. */
async function maskOf(page: Page, link: string): Promise<number[]> {
  const again = await page.context().newPage();
  await again.goto(link);
  await sampleIsDone(again);
  const { rgba } = await viewPixels(again, 'left');
  await again.close();
  return rgba;
}

const seedOnScreen = async (page: Page) =>
  Number(await page.getByTestId('grid-on-screen').getAttribute('data-first'));

test('the grid has no end: it scrolls on, jumps to any seed, and stays small', async ({ page }) => {
  await openStudio(page, SMALL);
  await page.getByRole('radio', { name: 'All seeds' }).click();
  await page.getByTestId('grid-toggle').click();
  const grid = page.getByTestId('grid');
  await expect(page.getByTestId('thumbnail-12')).toHaveAttribute('data-status', 'done');

  await test.step('far beyond what a browser lays out', async () => {
    // Each leap ends where the laid-out window did; the window has moved on by then.
    for (let leap = 0; leap < 3; leap++) {
      const before = await seedOnScreen(page);
      await grid.evaluate((list) => {
        list.scrollTop = list.scrollHeight;
      });
      await expect.poll(() => seedOnScreen(page)).toBeGreaterThan(before + 50_000);
    }
    const first = await seedOnScreen(page);
    await expect(page.getByTestId(`thumbnail-${first}`)).toHaveAttribute('data-status', 'done');
    const cells = await grid.getByTestId(/^thumbnail-/).count();
    expect(cells).toBeGreaterThan(20);
    expect(cells).toBeLessThan(200);
  });

  await test.step('a jump to the last seed there is', async () => {
    await page.getByTestId('grid-jump').fill('4294967295');
    await page.getByTestId('grid-jump').press('Enter');
    const last = page.getByTestId('thumbnail-4294967295');
    await expect(last).toHaveAttribute('aria-current', 'true');
    await last.hover();
    await expect(last).toHaveAttribute('data-status', 'done');
  });

  await test.step('arrows go in all four directions, P pins, Enter opens', async () => {
    await page.getByTestId('grid-jump').fill('1000000');
    await page.getByTestId('grid-jump').press('Enter');
    await page.getByTestId('thumbnail-1000000').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('thumbnail-1000001')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByTestId('thumbnail-1000001')).not.toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByTestId('thumbnail-1000000')).toBeFocused();
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('view-left')).toBeVisible();
    await sampleIsDone(page);
    await linkOf(page, /seed=1000000&.*pinned=1000000/);
  });
});

test('the plane is dragged to a blend that a link reopens', async ({ page }) => {
  await openStudio(page, SMALL);
  const seedAlone = (await viewPixels(page, 'left')).rgba;
  await openWay(page, 'plane');
  const pad = page.getByTestId('plane-pad');

  await test.step('a drag between seeds', async () => {
    const box = (await pad.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 40, y - 30, { steps: 8 });
    await page.mouse.up();
    const place = async (axis: string) =>
      Number(await page.getByTestId(`plane-${axis}`).inputValue());
    const weights = planeBlend(await place('x'), await place('y'));
    expect(weights.map(({ seed }) => seed)).toEqual([5, 6, 105, 106]);
    const blend = weights.map(({ seed, weight }) => `${seed}:${weight}`).join();
    const link = await linkOf(page, new RegExp(`blend=${blend.replaceAll('.', '\\.')}(&|$)`));
    await sampleIsDone(page);
    const { rgba } = await viewPixels(page, 'left');
    expect(rgba).not.toEqual(seedAlone);
    expect(await maskOf(page, link)).toEqual(rgba);
  });

  await test.step('typed, snapped, stepped', async () => {
    await page.getByTestId('plane-x').fill('7.25');
    await page.getByTestId('plane-x').press('Enter');
    await page.getByTestId('plane-y').fill('0');
    await page.getByTestId('plane-y').press('Enter');
    await linkOf(page, /seed=7&blend=7:0\.75,8:0\.25(&|$)/);
    await page.getByTestId('plane-snap').click();
    await expect(page.getByTestId('plane-x')).toHaveValue('7.000');
    await expect(page).not.toHaveURL(/blend/);
    await pad.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await linkOf(page, /blend=207:0\.375,208:0\.125,307:0\.375,308:0\.125/);
  });

  await test.step('it drifts, and stops', async () => {
    await page.getByTestId('plane-drift').click();
    await expect
      .poll(async () => Number(await page.getByTestId('plane-x').inputValue()))
      .toBeGreaterThan(7.5);
    await page.getByTestId('plane-drift').click();
    await sampleIsDone(page);
    const x = await page.getByTestId('plane-x').inputValue();
    await expect(page.getByTestId('plane-drift')).toHaveAttribute('aria-pressed', 'false');
    expect(await page.getByTestId('plane-x').inputValue()).toBe(x);
  });
});

test('a walk between pinned seeds is played, scrubbed, put in order and made a video', async ({
  page,
}) => {
  await openStudio(page, `${SMALL}&pinned=5,7-8`);
  await openWay(page, 'walk');
  await page.getByTestId('walk-take-pinned').click();
  const frames = () => page.getByTestId('walk-slider').getByRole('slider');

  await test.step('it plays', async () => {
    await page.getByTestId('walk-play').click();
    await expect(page).toHaveURL(/blend=5:0\.\d+,7:0\.\d+/);
    await page.getByTestId('walk-play').click();
    await expect(page.getByTestId('walk-play')).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('the playhead is moved by hand', async () => {
    await frames().focus();
    await page.keyboard.press('Home');
    await expect(page).not.toHaveURL(/blend/);
    for (let step = 0; step < 25; step++) await page.keyboard.press('ArrowRight');
    const link = await linkOf(page, /blend=5:0\.75,7:0\.25(&|$)/);
    await sampleIsDone(page);
    expect(await maskOf(page, link)).toEqual((await viewPixels(page, 'left')).rgba);
  });

  await test.step('a drag and the keyboard put keyframes elsewhere', async () => {
    const order = () =>
      page
        .getByTestId(/^keyframe-\d+$/)
        .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.seed).join());
    const [from, to] = await Promise.all(
      [0, 2].map((at) => page.getByTestId(`keyframe-${at}`).boundingBox()),
    );
    await page.mouse.move(from!.x + 20, from!.y + 20);
    await page.mouse.down();
    await page.mouse.move(to!.x + 20, to!.y + 20, { steps: 6 });
    await page.mouse.up();
    expect(await order()).toBe('7,8,5');
    await page.getByTestId('keyframe-0').focus();
    await page.keyboard.press('Alt+ArrowRight');
    expect(await order()).toBe('8,7,5');
    await page.getByTestId('keyframe-1').focus();
    await page.keyboard.press('Delete');
    expect(await order()).toBe('8,5');
  });

  await test.step('the browser keeps it, and the video takes its keyframes', async () => {
    await page.reload();
    await sampleIsDone(page);
    await openWay(page, 'walk');
    await page.getByTestId('walk-video').click();
    await expect(page.getByTestId('video-walk')).toContainText('8 → 5 → 8 · Linear');
    await expect(page.getByTestId('video-frames')).toHaveValue('120');
    await expect(page.getByTestId('video-count')).toHaveText('240');
  });
});

test('a sweep shows every truncation, and jitter the neighbours', async ({ page }) => {
  await openStudio(page, SMALL);

  await test.step('a click in the sweep takes its psi', async () => {
    await openWay(page, 'sweep');
    const step = page.getByTestId('sweep-1.5');
    await expect(step).toHaveAttribute('data-status', 'done');
    await step.click();
    await linkOf(page, /trunc=1\.5(&|$)/);
    await expect(page.getByTestId('psi-value')).toHaveValue('1.50');
    await expect(step).toHaveAttribute('aria-current', 'true');
  });

  await test.step('beyond the slider by typing', async () => {
    await page.getByTestId('psi-value').fill('-2.5');
    await page.getByTestId('psi-value').press('Enter');
    await linkOf(page, /trunc=-2\.5(&|$)/);
    await expect(page.getByTestId('sweep--2.5')).toHaveAttribute('aria-current', 'true');
  });

  await test.step('a neighbour is taken, and given back', async () => {
    await openWay(page, 'jitter');
    const other = page.getByTestId('jitter-3');
    await expect(other).toHaveAttribute('data-status', 'done');
    const named = await other.getAttribute('aria-label');
    await page.getByTestId('jitter-roll').click();
    await expect(other).not.toHaveAttribute('aria-label', named!);
    await other.click();
    await linkOf(page, /blend=5:0\.8,\d+:0\.2(&|$)/);
    await sampleIsDone(page);
    await page.getByTestId('jitter-back').click();
    await expect(page).not.toHaveURL(/blend/);
    await expect(page.getByTestId('jitter-back')).toBeDisabled();
  });
});
