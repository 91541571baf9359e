import { expect, type Page, test } from '@playwright/test';
import { encode } from 'fast-png';
import { zipSync } from 'fflate';
import { savedFile } from './acting/studio.ts';
import { readJson, readPng, unzip } from './reading/dataset-zip.ts';

const SIDE = 32;

/** A grey PNG by the distance of each pixel from a middle left of the picture's own. */
function png(levelAt: (distance: number) => number, side = SIDE): Uint8Array {
  const data = Uint8Array.from({ length: side * side }, (_, i) =>
    levelAt(Math.hypot((i % side) - side / 2 + 3, Math.floor(i / side) - side / 2)),
  );
  return encode({ width: side, height: side, channels: 1, depth: 8, data });
}

const ring = png((distance) => (distance < 10 && distance > 4 ? 255 : 0));
const classes = png((distance) => (distance < 4 ? 76 : distance < 10 ? 255 : 0));
const image = png((distance) => 200 - Math.min(180, 8 * distance));

const levelsOf = (data: ArrayLike<number>) => [...new Set(Array.from(data))].sort((a, b) => a - b);

async function openTools(page: Page, tool: string): Promise<void> {
  // Small samples of one seed: the networks have little to do beside the tools.
  await page.goto('/#workspace=tools&seed=5&seeds=5&size=64x64');
  await page.getByTestId(`tool-${tool}`).click();
}

/** Gives an archive to the workspace. */
async function chooseZip(page: Page, files: Record<string, Uint8Array>): Promise<void> {
  const buffer = Buffer.from(zipSync(files, { level: 6 }));
  await page
    .getByTestId('tool-files')
    .setInputFiles({ name: 'cells.zip', mimeType: 'application/zip', buffer });
}

/** Drops it on the window, as a person does. */
async function dropZip(page: Page, files: Record<string, Uint8Array>): Promise<void> {
  const base64 = Buffer.from(zipSync(files)).toString('base64');
  await page.evaluate((text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], 'rings.zip'));
    for (const type of ['dragenter', 'drop']) {
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, base64);
}

/** Runs the tool and reads the ZIP. */
async function run(page: Page): Promise<Map<string, Uint8Array>> {
  await page.getByTestId('tool-run').click();
  await expect(page.getByTestId('tool-ended')).toHaveAttribute('data-status', 'done');
  return unzip(await savedFile(page, () => page.getByTestId('tool-download').click()));
}

test('ring masks get their nuclei, and the result goes on to the next tool', async ({ page }) => {
  await openTools(page, 'flood');
  await dropZip(page, {
    'masks/a.png': ring,
    'masks/b.png': ring,
    'masks/c.png': new Uint8Array(0),
  });
  await expect(page.getByTestId('tool-summary')).toHaveText('3 masks');
  await expect(page.getByTestId('tool-after')).toHaveCount(2);
  await expect(page.getByTestId('tool-row').nth(2)).toContainText('Will be left out');
  await expect(page.getByTestId('tool-count')).toHaveText('3 files will be written');

  const files = await run(page);
  expect([...files.keys()].sort()).toEqual(['masks/a.png', 'masks/b.png', 'tool-report.json']);
  expect(levelsOf(readPng(files, 'masks/a.png').data)).toEqual([0, 76, 255]);
  const report = readJson<{ status: string; skipped: { from: string[] }[] }>(
    files,
    'tool-report.json',
  );
  expect(report).toMatchObject({ status: 'done', skipped: [{ from: ['masks/c.png'] }] });
  await page.getByTestId('tool-skipped').locator('summary').click();
  await expect(page.getByTestId('tool-skipped')).toContainText('masks/c.png');

  await page.getByTestId('tool-next').click();
  await expect(page.getByTestId('tool-source')).toHaveAttribute('data-kind', 'result');
  await page.getByTestId('tool-resize').click();
  for (const side of ['width', 'height']) {
    await page.getByTestId(`tool-${side}`).fill('20');
    await page.getByTestId(`tool-${side}`).press('Enter');
  }
  await expect(page.getByTestId('tool-after').first()).toContainText('20 × 20');
  const resized = readPng(await run(page), 'masks/b.png');
  expect([resized.width, ...levelsOf(resized.data)]).toEqual([20, 0, 76, 255]);
});

test('pairs are augmented alike, masks without new levels', async ({ page }) => {
  await openTools(page, 'augment');
  await chooseZip(page, { 'train_A/x.png': classes, 'train_B/x.png': image });
  await expect(page.getByTestId('tool-summary')).toHaveText('1 image · 1 mask · 1 pair');
  await page.getByTestId('tool-copies').fill('4');
  await page.getByTestId('tool-copies').press('Enter');
  await expect(page.getByTestId('tool-count')).toHaveText('8 files will be written');
  const files = await run(page);
  for (let copy = 0; copy < 4; copy++) {
    const mask = readPng(files, `train_A/x_${copy}.png`);
    expect(levelsOf(mask.data)).toEqual([0, 76, 255]);
    const levels = Array.from(readPng(files, `train_B/x_${copy}.png`).data);
    const meanOf = (wanted: number) => {
      const there = levels.filter((_, i) => mask.data[i] === wanted);
      return there.reduce((sum, level) => sum + level, 0) / there.length;
    };
    // The image is brightest where the nucleus is, wherever it went.
    expect(meanOf(76)).toBeGreaterThan(meanOf(255));
    expect(meanOf(255)).toBeGreaterThan(meanOf(0));
  }
  expect(files.size).toBe(9);
});

test('folders become classes of a data set for StyleGAN, not compressed', async ({ page }) => {
  await openTools(page, 'stylegan');
  await chooseZip(page, { 'sick/1.png': ring, 'sick/2.png': png(() => 9, 30), 'well/3.png': ring });
  await expect(page.getByTestId('tool-summary')).toContainText('2 classes');
  await expect(page.getByTestId('tool-row').nth(1)).toContainText('power of two');
  await page.getByTestId('tool-run').click();
  const zip = await savedFile(page, () => page.getByTestId('tool-download').click());
  const files = unzip(zip);
  expect(readJson(files, 'dataset.json')).toEqual({
    labels: [
      ['00000/img00000000.png', 0],
      ['00000/img00000002.png', 1],
    ],
  });
  expect(levelsOf(readPng(files, '00000/img00000002.png').data)).toEqual([0, 255]);
  // Stored entries: every file stands in the archive as it is.
  for (const bytes of files.values())
    expect(Buffer.from(zip).includes(Buffer.from(bytes))).toBe(true);
});

test('an archive that leads out or unpacks to too much is refused with a sentence', async ({
  page,
}) => {
  await openTools(page, 'threshold');
  await chooseZip(page, { '../outside.png': ring });
  await expect(page.getByTestId('tool-refused')).toContainText('cells.zip was refused');
  await expect(page.getByTestId('tool-refused')).toContainText('../outside.png');
  await chooseZip(page, { 'zeros.png': new Uint8Array(90 * 1024 * 1024) });
  await expect(page.getByTestId('tool-refused')).toContainText('bytes unpacked');
  await expect(page.getByTestId('tool-run')).toBeDisabled();
  await chooseZip(page, { 'good.png': image });
  await expect(page.getByTestId('tool-after')).toHaveCount(1);
});

test('a cancelled run leaves a whole ZIP of what was made', async ({ page }) => {
  await openTools(page, 'augment');
  const many = Array.from({ length: 400 }, (_, i) => [`images/${i}.png`, image]);
  await chooseZip(page, Object.fromEntries(many));
  await page.getByTestId('tool-copies').fill('1000');
  await page.getByTestId('tool-copies').press('Enter');
  await expect(page.getByTestId('tool-count')).toHaveText('400,000 files will be written');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('tool-progress')).toHaveAttribute('data-done', /^[1-9]/);
  await page.getByTestId('tool-cancel').click();
  await expect(page.getByTestId('tool-ended')).toHaveAttribute('data-status', 'cancelled');
  const files = unzip(await savedFile(page, () => page.getByTestId('tool-download').click()));
  expect(files.size).toBeGreaterThan(1000);
  expect(readJson<{ status: string }>(files, 'tool-report.json').status).toBe('cancelled');
});

test('a sample is there for a first try', async ({ page }) => {
  await openTools(page, 'flood');
  await page.getByTestId('tool-sample').click();
  await expect(page.getByTestId('tool-after')).toHaveCount(4, { timeout: 120_000 });
  const files = await run(page);
  expect(files.size).toBe(5);
  expect(levelsOf(readPng(files, 'masks/000005.png').data)).toEqual([0, 76, 255]);
});
